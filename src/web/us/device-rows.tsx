/** Devices as rows, the one in the hand marked; where `onRemove` is given, others of mine can be taken off the list. */
import type { DeviceInfo } from '#device';
import { meEn } from '../me/messages.ts';
import { en } from '../messages/en.ts';
import { useMessages } from '../shell/app.ts';
import { Button, type IconName, ListRow, Rows, When } from '../shell/parts/index.ts';

interface DeviceRowsProps {
  readonly devices: readonly DeviceInfo[];
  readonly onRemove?: (device: DeviceInfo) => void;
}

export function DeviceRows({ devices, onRemove }: DeviceRowsProps) {
  const m = useMessages(en);
  const words = useMessages(meEn).devices;
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
              {device.isRemoved && !device.isThis && `, ${words.removedMark}`}
            </>
          }
          end={
            onRemove !== undefined && !device.isThis && !device.isRemoved && device.kind === 'device' ? (
              <Button kind="plain" label={words.removeOf(device.name)} onPress={() => onRemove(device)}>
                {words.remove}
              </Button>
            ) : null
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
