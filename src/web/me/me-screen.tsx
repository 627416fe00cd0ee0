/** Me: what I have written, how it is kept safe, and how the app behaves. */
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, ListRow, Rows } from '../shell/parts/index.ts';
import { isUntouched } from '../today/today-screen.tsx';
import { FromBefore } from '../us/from-before.tsx';

export function Screen() {
  const app = useApp();
  const m = useMessages(en);
  const snapshot = app.snapshot.value;
  const translate = app.translate.value;
  const mine = app.practices.value.flatMap((practice) => {
    const page = practice.mine?.(translate);
    return page === undefined ? [] : [{ ...page, icon: practice.icon }];
  });
  const isLockOn = app.lock.isOn.value;
  const ownDevices = snapshot.devices.filter((device) => device.who === 'me' && device.kind === 'device');
  return (
    <Frame
      title={snapshot.me.name ?? m.me.title}
      aside={
        <>
          <Card title={m.me.keep} icon="lock">
            <Rows>
              <ListRow
                icon="paper"
                title={m.me.phrase}
                note={snapshot.isRecoverySet ? m.me.phraseSet : m.me.phraseUnset}
                href="/me/phrase"
              />
              <ListRow
                icon="phone"
                title={m.me.devices}
                // Before the first word is saved no device is on the list, and there is this one.
                note={m.me.devicesCount(Math.max(1, ownDevices.length))}
                href="/me/devices"
              />
              <ListRow icon="backup" title={m.me.backup} note={m.me.backupNote} href="/me/backup" />
              <ListRow icon="lock" title={m.me.lock} note={isLockOn ? m.me.lockOn : m.me.lockOff} href="/me/lock" />
              {isLockOn && <ListRow icon="lock" title={m.me.lockNow} onPress={app.lock.lockNow} />}
            </Rows>
          </Card>
          <Card title={m.me.more}>
            <Rows>
              <ListRow icon="care" title={m.help} note={m.helpNote} href="/help" />
              <ListRow icon="settings" title={m.me.settings} href="/settings" />
              <ListRow icon="server" title={m.me.server} href="/server" />
              <ListRow icon="info" title={m.me.about} href="/about" />
            </Rows>
          </Card>
        </>
      }
    >
      {isUntouched(snapshot) || mine.length === 0 ? (
        <EmptyState title={m.me.nothingTitle}>{m.me.nothing}</EmptyState>
      ) : (
        <Card title={m.me.things}>
          <Rows>
            {mine.map((page) => (
              <ListRow key={page.path} icon={page.icon} title={page.label} href={page.path} />
            ))}
          </Rows>
        </Card>
      )}
      <FromBefore />
      {snapshot.hasEarlierMonths && (
        <Button kind="quiet" onPress={() => void app.device.loadEarlier()}>
          {m.earlier}
        </Button>
      )}
    </Frame>
  );
}
