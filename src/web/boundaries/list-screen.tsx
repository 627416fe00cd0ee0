/** My boundaries and what the other shares with me. Nothing is counted; what has ended fades. */
import { type Boundary, boundaries, isDueForReview, isLive, myBoundaries, theirBoundaries } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, ListRow, Rows, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';

export function Screen() {
  const m = useMessages(en).list;
  const app = useApp();
  const name = useName('partner');
  const things = thingsOf(app.snapshot.value, boundaries);
  const { nowMs } = app.moment.value;
  const sections = [
    { title: m.own, all: myBoundaries(things) },
    { title: m.theirs(name), all: theirBoundaries(things, nowMs) },
  ].filter(({ all }) => all.length > 0);
  return (
    <Frame title={m.title} lead={m.lead} back="/practices">
      <div class="buttons">
        <Button href="/boundaries/new">{m.start}</Button>
      </div>
      {sections.length === 0 && <EmptyState title={m.emptyTitle}>{m.empty}</EmptyState>}
      {sections.map(({ title, all }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          <Card>
            <Rows>
              {all.map((one) => (
                <BoundaryRow key={one.id} boundary={one} />
              ))}
            </Rows>
          </Card>
        </section>
      ))}
      <Card>
        <Rows>
          <ListRow href="/boundaries/notes" icon="lock" title={m.notes} note={m.notesNote} />
        </Rows>
      </Card>
    </Frame>
  );
}

function BoundaryRow({ boundary }: { readonly boundary: Boundary }) {
  const m = useMessages(en).list;
  const app = useApp();
  const { nowMs } = app.moment.value;
  const isShared = isLive(boundary, nowMs);
  const isTheirs = boundary.author === 'partner';
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === boundary.id);
  if (isTheirs && !isShared) return <ListRow icon="boundaries" title={m.endedTitle} note={m.ended} />;
  const standing = isLeaving ? m.leaving : isDueForReview(boundary, nowMs) ? m.due : isShared ? m.shared : m.onlyMine;
  return (
    <ListRow
      href={`/boundaries/${boundary.id}`}
      icon={isShared ? 'ours' : 'lock'}
      title={<span dir="auto">{boundary.words?.about}</span>}
      note={standing}
    />
  );
}
