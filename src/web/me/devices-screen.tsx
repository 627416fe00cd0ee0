/** My devices: each of them reads everything that is mine. Adding one is another gesture than inviting a partner. */
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Screen as Frame, Note } from '../shell/parts/index.ts';
import { DeviceRows } from '../us/device-rows.tsx';
import { meEn } from './messages.ts';

export function Screen() {
  const shell = useMessages(en);
  const m = useMessages(meEn);
  const mine = useApp().snapshot.value.devices.filter((device) => device.who === 'me');
  return (
    <Frame title={shell.me.devices} back="/me" lead={m.devices.lead}>
      <Card>
        <DeviceRows devices={mine} />
      </Card>
      <Note icon="care">
        <p>{m.devices.unknown}</p>
      </Note>
      <div class="buttons">
        <Button kind="quiet" icon="plus" href="/me/devices/add">
          {m.devices.add}
        </Button>
      </div>
    </Frame>
  );
}
