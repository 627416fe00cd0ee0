/** Who can read what, from which device. Cannot be hidden or shortened: it is how one sees who has access. */
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Card, Screen as Frame, Note, useName, WhoTag } from '../shell/parts/index.ts';
import { DeviceRows } from './device-rows.tsx';

export function Screen() {
  const m = useMessages(en);
  const devices = useApp().snapshot.value.devices;
  const name = useName('partner');
  return (
    <Frame title={m.us.whoReads} back="/us">
      <Card title={m.us.mineRead}>
        <WhoTag who="me" />
        <DeviceRows devices={devices.filter((device) => device.who === 'me')} />
      </Card>
      <Card title={m.us.oursRead} tone="ours">
        <WhoTag who="me" />
        <DeviceRows devices={devices.filter((device) => device.who === 'me')} />
        <WhoTag who="partner" />
        <DeviceRows devices={devices.filter((device) => device.who === 'partner')} />
      </Card>
      <Note icon="server">
        <p>{m.us.noOtherDevice}</p>
      </Note>
      <p class="note">{m.us.unknownDevice(name)}</p>
    </Frame>
  );
}
