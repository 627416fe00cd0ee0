/** Where answering begins: feelings the other one shared, what came to mine, and the words I would like to hear. */
import { type CheckIn, checkIn, type Empathies, empathy, saidToFeeling, wordsToHear } from '#core';
import { wordsToSentence } from '../check-in/check-in-view.tsx';
import { firstLine } from '../open-questions/first-line.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, hasPartner, ListRow, Rows, useName, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import '../check-in/feelings.css';
import '../check-in/check-in.css';
import '../noticing/noticing.css';

const feelingsShownMax = 6;

export function Screen() {
  const m = useMessages(en);
  const name = useName('partner');
  const { value: snapshot } = useApp().snapshot;
  const things = thingsOf(snapshot, empathy);
  const newestFirst = [...thingsOf(snapshot, checkIn).values()].sort((a, b) => b.feltAtMs - a.feltAtMs);
  const theirs = newestFirst.filter(({ author, standing }) => author === 'partner' && standing === 'ours');
  const mine = newestFirst.filter(({ author, words }) => author === 'me' && words !== null);
  const answered = mine.filter(({ id }) => hasBeenAnswered(things, id));
  const kept = wordsToHear(things);
  const open = theirs.find(({ id }) => !isAnsweredByMe(things, id));
  return (
    <Frame
      title={m.list.title}
      lead={m.list.lead}
      back="/practices/empathy"
      {...(kept.length > 0 ? { aside: <Kept things={things} /> } : {})}
    >
      <div class="buttons">
        {open !== undefined ? (
          <Button href={`/empathy/${open.id}/answer`}>{m.list.newest(name)}</Button>
        ) : mine[0] !== undefined ? (
          <Button href={`/empathy/${mine[0].id}/keep`}>{m.list.begin}</Button>
        ) : (
          <Button href="/check-in/new">{m.list.checkIn}</Button>
        )}
      </div>
      {theirs.length + mine.length + kept.length === 0 && (
        <EmptyState title={m.list.emptyTitle}>
          {hasPartner(snapshot) ? m.list.emptyTwo(name) : m.list.emptyAlone}
        </EmptyState>
      )}
      <Feelings title={m.list.theirs(name)} feelings={theirs} things={things} />
      <Feelings title={m.list.mine} feelings={answered} things={things} />
      <Feelings title={m.list.practise} lead={m.list.practiseLead} feelings={mine} path="/keep" />
    </Frame>
  );
}

interface FeelingsProps {
  readonly title: string;
  readonly lead?: string;
  readonly feelings: readonly CheckIn[];
  /** With it, each row says what I have said to that feeling. */
  readonly things?: Empathies;
  readonly path?: string;
}

function Feelings({ title, lead, feelings, things, path = '' }: FeelingsProps) {
  const m = useMessages(en).list;
  const { locale } = useApp().moment.value;
  const stateOf = (one: CheckIn): string | null => {
    const mine = things === undefined ? [] : saidToFeeling(things, one.id).answers.filter(({ by }) => by === 'me');
    if (mine.some(({ standing }) => standing === 'ours')) return m.answered;
    return mine.some(({ standing }) => standing === 'mine') ? m.written : null;
  };
  if (feelings.length === 0) return null;
  return (
    <section class="stack">
      <div class="stack-tight">
        <h2>{title}</h2>
        {lead !== undefined && <p class="note">{lead}</p>}
      </div>
      <div class="card">
        <Rows label={title}>
          {feelings.slice(0, feelingsShownMax).map((one) => (
            <ListRow
              key={one.id}
              href={`/empathy/${one.id}${path}`}
              title={
                <span class="noticing-title" dir="auto">
                  {one.words !== null && wordsToSentence(one.words, locale)}
                </span>
              }
              note={<FeelingNote atMs={one.feltAtMs} state={stateOf(one)} />}
            />
          ))}
        </Rows>
      </div>
    </section>
  );
}

function FeelingNote({ atMs, state }: { readonly atMs: number; readonly state: string | null }) {
  return (
    <>
      <When atMs={atMs} hasTime />
      {state !== null && `. ${state}`}
    </>
  );
}

/** Words I would like to hear: for a day on which nobody knows what to say. */
function Kept({ things }: { readonly things: Empathies }) {
  const m = useMessages(en).list;
  return (
    <section class="stack">
      <div class="stack-tight">
        <h2>{m.kept}</h2>
        <p class="note">{m.keptNote}</p>
      </div>
      <div class="card">
        <Rows label={m.kept}>
          {wordsToHear(things).map(({ id, to, words, keptAtMs }) => (
            <ListRow
              key={id}
              href={`/empathy/${to}/keep?of=${id}`}
              title={
                <span class="noticing-title" dir="auto">
                  {firstLine(words)}
                </span>
              }
              note={<When atMs={keptAtMs} />}
            />
          ))}
        </Rows>
      </div>
    </section>
  );
}

const isAnsweredByMe = (things: Empathies, to: string): boolean =>
  saidToFeeling(things, to).answers.some(({ by, standing }) => by === 'me' && standing !== 'withdrawn');

function hasBeenAnswered(things: Empathies, to: string): boolean {
  const { answers, askings } = saidToFeeling(things, to);
  return [...answers, ...askings].some(({ by }) => by === 'partner');
}
