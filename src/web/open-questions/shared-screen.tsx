/**
 * One question in writing: asked by one of us, answered by each, sealed until both have. Leaving it sends nothing; when
 * both have written, the two threads meet and both answers are here.
 */
import { openQuestions, type QuestionsCommand, type SharedQuestion } from '#core';
import { MeetingThreads } from '../check-in/meeting-threads.tsx';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, EmptyState, Screen as Frame, Note, toneOf, useName, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { sealedAnswer, sharedState } from './sealed-question.ts';
import '../check-in/check-in.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en).shared;
  const app = useApp();
  const name = useName('partner');
  const thing = params.thing ?? '';
  const one = thingsOf(app.snapshot.value, openQuestions).get(thing);
  if (one?.type !== 'shared') {
    // A new question has no copy of its own before its moment has passed.
    const isLeaving = app.snapshot.value.windows.some((share) => share.thing === thing);
    return (
      <Frame title={isLeaving ? m.savedTitle : m.title} back="/open-questions">
        {isLeaving ? (
          <Note icon="send" tone="ours">
            <p>{m.leaving(name)}</p>
          </Note>
        ) : (
          <EmptyState title={m.missing}>{m.missingText}</EmptyState>
        )}
      </Frame>
    );
  }
  return (
    <Frame
      title={one.question.text}
      back="/open-questions"
      kicker={
        <>
          {one.asker === 'me' ? m.youAsked : m.theyAsked(name)}, <When atMs={one.askedAtMs} />
        </>
      }
    >
      <Shared key={one.id} one={one} />
    </Frame>
  );
}

function Shared({ one }: { readonly one: SharedQuestion }) {
  const { shared: m, refusals, talk } = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<QuestionsCommand>(refusals);
  const snapshot = app.snapshot.value;
  const state = sharedState(snapshot, one);
  const { id: thing, asker, mine, theirs } = one;
  const act = (type: 'withdraw-answer' | 'withdraw-question' | 'set-aside') =>
    void run({ practice: 'open-questions', type, thing });
  const hasAnswer = mine !== null && mine.standing !== 'withdrawn';
  const isTheirsSealed =
    theirs?.standing !== 'withdrawn' && sealedAnswer(snapshot, thing, 'partner')?.state === 'waiting';
  return (
    <>
      {state === 'open' && <MeetingThreads pair={thing} />}
      <div class="reveal-sides" hidden={!theirs?.words && !hasAnswer}>
        {theirs?.words && (
          <Bubble who={name} tone={toneOf(app, 'partner')}>
            <span class="check-in-note" dir="auto">
              {theirs.words}
            </span>
          </Bubble>
        )}
        {hasAnswer && mine.words !== null && (
          <Bubble who={m.yours} tone={toneOf(app, 'me')} isMine>
            <span class="check-in-note" dir="auto">
              {mine.words}
            </span>
          </Bubble>
        )}
      </div>
      <Marks one={one} />
      {state === 'leaving' && (
        <Note icon="send" tone="ours">
          <p>{m.answerLeaving(name)}</p>
        </Note>
      )}
      {(state === 'sealed' || state === 'meeting') && (
        <Note icon="sealed" tone="ours">
          <p>{state === 'meeting' ? m.meeting(name) : m.waiting(name)}</p>
        </Note>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {state === 'open' && (
        <>
          <Note icon="empathy">
            <p>{m.open}</p>
          </Note>
          <div class="buttons">
            <Button href={`/open-questions/note?about=partner&from=${thing}`}>{talk.note}</Button>
          </div>
        </>
      )}
      {!hasAnswer && !one.isWithdrawn && state !== 'leaving' && (
        <ToAnswer one={one} isTheirsSealed={isTheirsSealed} onLeave={() => act('set-aside')} />
      )}
      {state !== 'leaving' && (
        <div class="row">
          {hasAnswer && (
            <Button kind="quiet" isSmall icon="undo" onPress={() => act('withdraw-answer')}>
              {m.withdrawAnswer}
            </Button>
          )}
          {asker === 'me' && !one.isWithdrawn && state !== 'open' && (
            <Button kind="quiet" isSmall icon="undo" onPress={() => act('withdraw-question')}>
              {m.withdrawQuestion}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** What was taken back, by whom. */
function Marks({ one }: { readonly one: SharedQuestion }) {
  const m = useMessages(en).shared;
  const name = useName('partner');
  const marks = [
    ...(one.isWithdrawn ? [one.asker === 'me' ? m.withdrawnByMe : m.withdrawn(name)] : []),
    ...(one.theirs?.standing === 'withdrawn' && !one.isWithdrawn ? [m.answerWithdrawn(name)] : []),
    ...(one.mine?.standing === 'withdrawn' ? [m.myAnswerWithdrawn] : []),
  ];
  return marks.map((text) => (
    <Note key={text} icon="undo">
      <p>{text}</p>
    </Note>
  ));
}

interface ToAnswerProps {
  readonly one: SharedQuestion;
  readonly isTheirsSealed: boolean;
  readonly onLeave: () => void;
}

function ToAnswer({ one, isTheirsSealed, onLeave }: ToAnswerProps) {
  const m = useMessages(en).shared;
  const name = useName('partner');
  const { id, asker, isSetAside } = one;
  return (
    <>
      <Note icon="sealed" tone="ours">
        <p>{isTheirsSealed ? m.sealedByThem(name) : m.toAnswer(name)}</p>
      </Note>
      <div class="buttons">
        <Button href={`/open-questions/write?from=${id}`}>{m.answer}</Button>
        <Button kind="quiet" href={`/open-questions/talk?from=${id}`}>
          {m.talkInstead}
        </Button>
        {asker === 'partner' && !isSetAside && (
          <Button kind="quiet" onPress={onLeave}>
            {m.leave}
          </Button>
        )}
      </div>
      {asker === 'partner' && <p class="note">{isSetAside ? m.left : m.leaveNote(name)}</p>}
    </>
  );
}
