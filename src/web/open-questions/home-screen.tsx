/**
 * One question, large; how deep it may go; and the ways to ask it. The same question all day, on each of my devices,
 * until another one is wanted. Beside it: my maps, and the questions that were asked in writing.
 */
import {
  deckState,
  instantToWallDate,
  openQuestions,
  type QuestionDepth,
  type QuestionsCommand,
  questionDepths,
  usesByToday,
} from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Card,
  Choice,
  Screen as Frame,
  hasPartner,
  type IconName,
  ListRow,
  Rows,
  useName,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { HomeAside } from './home-aside.tsx';
import { en } from './messages.ts';
import { addressToQuestion, cardToQuestion, type PutQuestion, todaysQuestion } from './put-question.ts';
import { deck, depthWords, topicWord } from './questions-content.ts';

export function Screen({ query }: ScreenProps) {
  const m = useMessages(en).home;
  const app = useApp();
  const { nowMs, zone } = app.moment.value;
  const things = thingsOf(app.snapshot.value, openQuestions);
  const state = deckState(things);
  const step = Math.max(0, Number.parseInt(query.get('other') ?? '0', 10) || 0);
  const chosen = addressToQuestion(query, deck, things);
  const usedBefore = usesByToday(state.uses, nowMs, zone).before;
  const card =
    chosen === null
      ? todaysQuestion(deck, { date: instantToWallDate(nowMs, zone), depth: state.depth, usedBefore, step })
      : (deck.find(({ id }) => id === chosen.put.id) ?? null);
  const question = chosen ?? (card === null ? null : cardToQuestion(card));
  if (question === null) return null;
  const kicker = chosen === null ? (step === 0 ? m.today : m.other) : chosen.put.id === null ? m.own : m.other;
  return (
    <Frame
      title={question.put.text}
      kicker={kicker}
      back="/practices/open-questions"
      aside={<HomeAside things={things} />}
      {...(card === null ? {} : { lead: wordToLabel(m.line(topicWord(card.topic), depthWords(card.depth).word)) })}
    >
      <div class="row">
        <Button
          kind="quiet"
          isSmall
          onPress={() => app.navigate(`/open-questions?other=${step + 1}`, { isReplacing: true })}
        >
          {m.another}
        </Button>
        <Button kind="quiet" isSmall href="/open-questions/own">
          {m.ownQuestion}
        </Button>
        {(chosen !== null || step > 0) && (
          <Button kind="plain" onPress={() => app.navigate('/open-questions', { isReplacing: true })}>
            {m.backToToday}
          </Button>
        )}
      </div>
      <Ways question={question} />
      {chosen === null && <Depth depth={state.depth} />}
    </Frame>
  );
}

function Ways({ question }: { readonly question: PutQuestion }) {
  const m = useMessages(en).home;
  const name = useName('partner');
  const isTwo = hasPartner(useApp().snapshot.value);
  const ways: readonly {
    readonly icon: IconName;
    readonly title: string;
    readonly note: string;
    readonly path: string;
  }[] = [
    { icon: 'talk', title: m.aloud, note: m.aloudHint, path: 'talk?' },
    { icon: 'phone', title: m.facing, note: m.facingHint, path: 'talk?way=facing&' },
    ...(isTwo ? [{ icon: 'sealed' as const, title: m.write, note: m.writeHint(name), path: 'write?' }] : []),
    { icon: 'me', title: m.alone, note: m.aloneHint, path: 'note?about=me&' },
  ];
  return (
    <Card title={m.ways}>
      <Rows label={m.ways}>
        {ways.map(({ icon, title, note, path }) => (
          <ListRow
            key={path}
            icon={icon}
            title={title}
            note={note}
            href={`/open-questions/${path}${question.address}`}
          />
        ))}
      </Rows>
    </Card>
  );
}

/** Kept in mine: never deeper than chosen, on each of my devices. */
function Depth({ depth }: { readonly depth: QuestionDepth }) {
  const m = useMessages(en);
  const { run } = useCommand<QuestionsCommand>(m.refusals);
  return (
    <div class="stack">
      <Choice
        label={m.home.depth}
        value={depth}
        options={questionDepths.map((value) => ({ value, label: wordToLabel(depthWords(value).word) }))}
        onChange={(value) => void run({ practice: 'open-questions', type: 'choose-depth', depth: value })}
      />
      <p class="note" aria-live="polite">
        {depthWords(depth).hint}
      </p>
    </div>
  );
}
