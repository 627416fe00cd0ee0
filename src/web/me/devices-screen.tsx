/** My devices: each of them reads everything that is mine. Adding one is another gesture than inviting a partner. */

import { useSignal } from '@preact/signals';
import type { DeviceInfo } from '#device';
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Screen as Frame, Note, Sheet } from '../shell/parts/index.ts';
import { DeviceRows } from '../us/device-rows.tsx';
import { meEn } from './messages.ts';

export function Screen() {
  const app = useApp();
  const shell = useMessages(en);
  const m = useMessages(meEn).devices;
  const leaving = useSignal<DeviceInfo | null>(null);
  const isRemoved = useSignal(false);
  const mine = app.snapshot.value.devices.filter((device) => device.who === 'me');
  const remove = async (id: string) => {
    leaving.value = null;
    isRemoved.value = (await app.device.removeDevice(id)).ok;
  };
  return (
    <Frame title={shell.me.devices} back="/me" lead={m.lead}>
      <Card>
        <DeviceRows devices={mine} onRemove={(device) => (leaving.value = device)} />
      </Card>
      {isRemoved.value && (
        <Note icon="check" isNews>
          <p>{m.removed}</p>
        </Note>
      )}
      <Note icon="care">
        <p>{m.unknown}</p>
      </Note>
      <div class="buttons">
        <Button kind="quiet" icon="plus" href="/me/devices/add">
          {m.add}
        </Button>
        <Button kind="plain" href="/me/devices/written">
          {m.written.title}
        </Button>
      </div>
      <Sheet
        isOpen={leaving.value !== null}
        title={m.removeTitle(leaving.value?.name ?? '')}
        onClose={() => (leaving.value = null)}
      >
        <ul class="plain-list">
          {m.removeWhat.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <div class="buttons">
          <Button kind="danger" onPress={() => void remove(leaving.value?.id ?? '')}>
            {m.removeNow}
          </Button>
          <Button kind="quiet" onPress={() => (leaving.value = null)}>
            {m.keep}
          </Button>
        </div>
      </Sheet>
    </Frame>
  );
}
