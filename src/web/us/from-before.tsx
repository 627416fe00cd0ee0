/** What was shared with people whom I have left. It stands under Me: Us is a place that two may look at together. */
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Card, ListRow, Rows } from '../shell/parts/index.ts';
import { leaveEn } from './leave-messages.ts';

export function FromBefore() {
  const shell = useMessages(en);
  const m = useMessages(leaveEn).kept;
  const app = useApp();
  const { partings } = app.snapshot.value;
  const { zone, locale } = app.moment.value;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone });
  if (partings.length === 0) return null;
  return (
    <Card title={m.listTitle}>
      <Rows>
        {partings.map(({ space, name, leftAtMs }) => (
          <ListRow
            key={space}
            icon="lock"
            title={m.title(name || shell.theOther)}
            note={m.until(day.format(leftAtMs))}
            href={`/me/kept/${space}`}
          />
        ))}
      </Rows>
    </Card>
  );
}
