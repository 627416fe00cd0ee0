/** The page as it is printed: of both, or mine. Names as they were given, days, words; no signature, no device, no time. */
import { useEffect } from 'preact/hooks';
import { counsellor, counsellorCopies, onThePage, pageStanding } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { SaidWords } from './said-words.tsx';
import { sharedToReadable, useDay, useShared, useTitles } from './shared-words.ts';
import './counsellor.css';

export function Screen({ params, query }: ScreenProps) {
  const m = useMessages(en).sheet;
  const app = useApp();
  const snapshot = app.snapshot.value;
  const things = thingsOf(snapshot, counsellor);
  const page = things.get(params.thing ?? '');
  const isOwn = query.get('of') === 'mine';
  const title = isOwn ? m.own : m.both;
  const { nowMs } = app.moment.value;
  const day = useDay();
  useEffect(() => {
    // Browsers print it, and name the file by it.
    document.title = title;
  }, [title]);
  const isThere = page?.type === 'page' && !page.isForgotten;
  if (!isThere || (!isOwn && pageStanding(things, page.id, nowMs) !== 'open'))
    return (
      <Frame title={title} back={`/counsellor/${params.thing ?? ''}`}>
        <EmptyState title={m.notOpen}>{m.notOpenText}</EmptyState>
      </Frame>
    );
  const [me, partner] = [snapshot.me.name, snapshot.partner?.name ?? null];
  const names = isOwn || me === null || partner === null ? me : m.names(me, partner);
  return (
    <Frame
      title={title}
      kicker={[names, day.ofDate(page.day)].filter((part) => part !== null).join(' · ')}
      lead={isOwn ? m.ownLead : m.bothLead}
      back={`/counsellor/${page.id}`}
    >
      <div class="paper stack-wide">{isOwn ? <Own page={page.id} /> : <OfBoth page={page.id} />}</div>
      <div class="buttons">
        <Button icon="paper" onPress={() => window.print()}>
          {m.print}
        </Button>
      </div>
      <p class="note">{m.printNote}</p>
    </Frame>
  );
}

function Own({ page }: { readonly page: string }) {
  const m = useMessages(en).sheet;
  const all = counsellorCopies(thingsOf(useApp().snapshot.value, counsellor), page).filter(({ isShown }) => isShown);
  if (all.length === 0) return <p>{m.nothingOwn}</p>;
  return (
    <>
      {all.map(({ id, words }) => (
        <article key={id}>
          <p dir="auto">{words}</p>
        </article>
      ))}
    </>
  );
}

function OfBoth({ page }: { readonly page: string }) {
  const m = useMessages(en).sheet;
  const app = useApp();
  const shared = useShared();
  const titleOf = useTitles();
  if (shared === null) return null;
  const things = thingsOf(app.snapshot.value, counsellor);
  const chosen = sharedToReadable(onThePage(things, page, shared, app.moment.value.nowMs));
  if (chosen.length === 0) return <p>{m.nothing}</p>;
  return (
    <>
      {chosen.map(({ id, practice, said }) => (
        <article key={id} class="stack-tight">
          <h2>{titleOf(practice)}</h2>
          <SaidWords said={said} {...(app.snapshot.value.me.name === null ? {} : { me: app.snapshot.value.me.name })} />
        </article>
      ))}
    </>
  );
}
