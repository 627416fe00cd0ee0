/** One month to read as a whole, from its first day on. */
import { journal, journalNewestFirst } from '#core';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Screen as Frame, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { monthName, toMonths } from './months.ts';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en).month;
  const shell = useMessages(shellEn);
  const app = useApp();
  const snapshot = app.snapshot.value;
  const { zone, locale } = app.moment.value;
  const months = toMonths(journalNewestFirst(thingsOf(snapshot, journal)), zone);
  const key = params.month ?? '';
  const entries = months.find((month) => month.key === key)?.entries ?? [];
  const earlier = months.find((month) => month.key < key)?.key;
  const later = months.findLast((month) => month.key > key)?.key;
  const link = (to: string | undefined, label: (name: string) => string) =>
    to !== undefined && (
      <Button kind="quiet" isSmall href={`/journal/month/${to}`}>
        {label(monthName(to, locale) ?? to)}
      </Button>
    );
  return (
    <Frame title={monthName(key, locale) ?? m.notAMonth} back="/journal">
      {entries.length === 0 && <p class="soft">{m.empty}</p>}
      {[...entries].reverse().map((entry) => (
        <section key={entry.id} class="stack">
          <h2 class="day">
            <When atMs={entry.writtenAtMs} hasTime />
          </h2>
          {entry.prompt !== null && <p class="note">{entry.prompt}</p>}
          <p class="voice-small said" dir="auto">
            {entry.words}
          </p>
          <div>
            <Button kind="plain" href={`/journal/${entry.id}`}>
              {m.open}
            </Button>
          </div>
        </section>
      ))}
      <div class="row">
        {link(earlier, m.earlier)}
        {link(later, m.later)}
      </div>
      {snapshot.hasEarlierMonths && earlier === undefined && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </Frame>
  );
}
