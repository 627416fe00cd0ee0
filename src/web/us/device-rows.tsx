/** Devices as rows, the one in the hand marked. */
import type { DeviceInfo } from '#device';
import { en } from '../messages/en.ts';
import { useMessages } from '../shell/app.ts';
import { type IconName, ListRow, Rows, When } from '../shell/parts/index.ts';

export function DeviceRows({ devices }: { readonly devices: readonly DeviceInfo[] }) {
  const m = useMessages(en);
  return (
    <Rows>
      {devices.map((device) => (
        <ListRow
          key={device.id}
          icon={iconOf(device)}
          title={device.kind === 'paper' ? m.devices.paper : device.name}
          note={
            <>
              {m.devices.since} <When atMs={device.addedAtMs} />
              {device.isThis && `, ${m.devices.thisOne}`}
            </>
          }
        />
      ))}
    </Rows>
  );
}

function iconOf(device: DeviceInfo): IconName {
  if (device.kind === 'paper') return 'paper';
  return /computer|laptop/i.test(device.name) ? 'laptop' : 'phone';
}
