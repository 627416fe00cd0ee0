/** My pages and those of both, and a page for the counsellor to read. */
import { counsellor, counsellorPages } from '#core';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Screen as Frame, ListRow, Rows } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { useDay } from './shared-words.ts';

export function Screen() {
  const m = useMessages(en).list;
  const shell = useMessages(shellEn);
  const app = useApp();
  const day = useDay();
  const snapshot = app.snapshot.value;
  const pages = counsellorPages(thingsOf(snapshot, counsellor));
  return (
    <Frame title={m.title} lead={m.lead} back="/practices">
      <div class="buttons">
        <Button href="/counsellor/new">{m.start}</Button>
      </div>
      {pages.length > 0 && (
        <section class="stack">
          <h2>{m.pages}</h2>
          <Card>
            <Rows>
              {pages.map((page) => (
                <ListRow
                  key={page.id}
                  href={`/counsellor/${page.id}`}
                  icon={page.isShared ? 'ours' : 'lock'}
                  title={m.of(day.ofDate(page.day))}
                  note={page.isShared ? m.both : m.own}
                />
              ))}
            </Rows>
          </Card>
        </section>
      )}
      <Card>
        <Rows>
          <ListRow href="/counsellor/about" icon="info" title={m.about} note={m.aboutNote} />
        </Rows>
      </Card>
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </Frame>
  );
}
