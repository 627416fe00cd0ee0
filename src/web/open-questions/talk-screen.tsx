/**
 * Asking aloud, or face to face with one phone between the two. The question is large, the app is quiet, and no answer
 * is written down. At the end one may note what one learnt.
 */
import { useSignal } from '@preact/signals';
import { openQuestions, type QuestionsCommand } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, More, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { addressToQuestion, type PutQuestion } from './put-question.ts';
import { deck, further, listening } from './questions-content.ts';
import './open-questions.css';

export function Screen({ query }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const question = addressToQuestion(query, deck, thingsOf(app.snapshot.value, openQuestions));
  if (question === null) {
    return (
      <Frame title={m.place} back="/open-questions">
        <EmptyState title={m.shared.missing}>{m.shared.missingText}</EmptyState>
      </Frame>
    );
  }
  return <Talking question={question} isFacing={query.get('way') === 'facing'} />;
}

function Talking({ question, isFacing }: { readonly question: PutQuestion; readonly isFacing: boolean }) {
  const m = useMessages(en);
  const app = useApp();
  const { run } = useCommand<QuestionsCommand>(m.refusals);
  const step = useSignal(0);
  const lastStep = isFacing ? 2 : 1;
  const { put, address } = question;
  const go = (to: number): void => {
    step.value = to;
    window.scrollTo(0, 0);
  };
  const talked = async (): Promise<void> => {
    if (put.id !== null) await run({ practice: 'open-questions', type: 'use', question: put.id });
    go(lastStep);
  };
  const frame = {
    place: m.place,
    onClose: () => app.back('/open-questions'),
    ...(step.value > 0 ? { onBack: () => go(step.value - 1) } : {}),
  };

  if (step.value === lastStep) {
    return (
      <Steps
        {...frame}
        title={m.talk.after}
        lead={m.talk.afterLead}
        action={
          <>
            <Button href={`/open-questions/note?about=partner&${address}`}>{m.talk.note}</Button>
            <Button kind="quiet" onPress={() => app.back('/open-questions')}>
              {m.talk.nothing}
            </Button>
          </>
        }
      >
        <p class="voice-small soft" dir="auto">
          {put.text}
        </p>
      </Steps>
    );
  }
  if (isFacing) {
    const isFirst = step.value === 0;
    return (
      <Steps
        {...frame}
        title={isFirst ? m.talk.first : m.talk.second}
        lead={isFirst ? m.talk.firstLead : m.talk.secondLead}
        action={
          isFirst ? (
            <Button onPress={() => go(1)}>{m.talk.next}</Button>
          ) : (
            <Button onPress={() => void talked()}>{m.talk.done}</Button>
          )
        }
      >
        <p class="question-large" dir="auto">
          {put.text}
        </p>
      </Steps>
    );
  }
  return (
    <Steps {...frame} title={put.text} action={<Button onPress={() => void talked()}>{m.talk.done}</Button>}>
      <Note icon="empathy">
        {listening.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </Note>
      <More title={m.talk.further}>
        <ul class="plain-list">
          {further.map(({ id, text }) => (
            <li key={id} class="voice-small">
              {text}
            </li>
          ))}
        </ul>
      </More>
    </Steps>
  );
}
