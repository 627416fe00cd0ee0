/**
 * What was written in my name, and from which of my devices: for whoever fears that somebody else had one in their hands.
 * Nothing of it is kept or sent, and of the partner's devices nothing is shown.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Written } from '#core';
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Screen as Frame, ListRow, More, Rows, When } from '../shell/parts/index.ts';
import { matchPath } from '../shell/router.ts';
import { isoDay } from '../shell/time.ts';
import { meEn } from './messages.ts';

export function Screen() {
  const app = useApp();
  const shell = useMessages(en);
  const m = useMessages(meEn).devices.written;
  const snapshot = app.snapshot.value;
  const written = useSignal<readonly Written[] | null>(null);
  useEffect(() => {
    void app.device.written().then((all) => {
      written.value = all;
    });
  }, [app, snapshot]);
  const { zone } = app.moment.value;
  const practices = new Map(app.practices.value.map((practice) => [practice.key, practice] as const));
  const deviceOf = (id: string): string => {
    const device = snapshot.devices.find((one) => one.id === id);
    return device === undefined ? m.aDevice : device.isThis ? `${device.name}, ${shell.devices.thisOne}` : device.name;
  };
  const hrefOf = ({ practice, thing }: Written): string => {
    const path = `/${practice}/${thing}`;
    const screen = practices.get(practice);
    const isThere = screen?.routes.some(
      (route) => route.path.endsWith('/:thing') && matchPath(route.path, path) !== null,
    );
    return isThere ? path : (screen?.start(app.translate.value).path ?? '/practices');
  };
  return (
    <Frame
      title={m.title}
      lead={m.lead}
      back="/me/devices"
      aside={
        <More title={m.notMine}>
          <ul class="plain-list">
            {m.what.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <div class="row">
            <Button kind="quiet" isSmall href="/me/lock">
              {m.lock}
            </Button>
            <Button kind="quiet" isSmall href="/help">
              {shell.help}
            </Button>
          </div>
        </More>
      }
    >
      {written.value?.length === 0 && <p>{m.none}</p>}
      {written.value !== null && written.value.length > 0 && (
        <Card>
          <Rows>
            {oncePerDay(written.value, zone).map((one) => {
              const screen = practices.get(one.practice);
              return (
                <ListRow
                  key={`${one.thing}${one.device}${one.atMs}`}
                  icon={screen?.icon ?? 'lock'}
                  title={screen?.listCard(app.translate.value).title ?? one.practice}
                  note={
                    <>
                      <When atMs={one.atMs} hasTime />, {deviceOf(one.device)}
                    </>
                  }
                  href={hrefOf(one)}
                />
              );
            })}
          </Rows>
        </Card>
      )}
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </Frame>
  );
}

/** Of each thing the newest of a day and a device: writing something takes several entries. */
function oncePerDay(written: readonly Written[], zone: string): readonly Written[] {
  const seen = new Set<string>();
  return written.filter(({ thing, device, atMs }) => {
    const key = `${thing} ${device} ${isoDay(atMs, zone)}`;
    return !seen.has(key) && seen.add(key);
  });
}
