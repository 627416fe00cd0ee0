/**
 * Answering in writing: a new question goes to both with my answer sealed, or I answer one that is there. Neither can
 * read the other's before both have written. Cancel leaves no trace.
 */
import { useSignal } from '@preact/signals';
import { openQuestions, type QuestionsCommand } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Field, Screen as Frame, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { addressToQuestion, type PutQuestion } from './put-question.ts';
import { deck } from './questions-content.ts';
import { TopicChips } from './topic-chips.tsx';

export function Screen({ query }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const things = thingsOf(app.snapshot.value, openQuestions);
  const question = addressToQuestion(query, deck, things);
  if (question === null) {
    return (
      <Frame title={m.place} back="/open-questions">
        <EmptyState title={m.shared.missing}>{m.shared.missingText}</EmptyState>
      </Frame>
    );
  }
  const from = things.get(query.get('from') ?? '');
  return <Writing key={question.address} question={question} answering={from?.type === 'shared' ? from.id : null} />;
}

interface WritingProps {
  readonly question: PutQuestion;
  /** The shared question that this answers; null: it is asked anew. */
  readonly answering: string | null;
}

function Writing({ question, answering }: WritingProps) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<QuestionsCommand>(m.refusals);
  const words = useSignal('');
  const topic = useSignal(question.topic ?? 'everyday');
  const home = answering === null ? '/open-questions' : `/open-questions/${answering}`;
  const save = async (): Promise<void> => {
    const things = await run(
      answering === null
        ? { practice: 'open-questions', type: 'ask', topic: topic.value, question: question.put, words: words.value }
        : { practice: 'open-questions', type: 'answer', thing: answering, words: words.value },
    );
    if (things === null) return;
    // A new question has left a copy on my map, and waits in its window under the id of its own.
    const waiting = app.snapshot.peek().windows.find(({ thing }) => things.includes(thing))?.thing;
    app.navigate(waiting === undefined ? home : `/open-questions/${waiting}`, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={question.put.text}
      lead={m.write.lead(name)}
      closeWord="cancel"
      onClose={() => app.back(home)}
      action={
        <>
          <p class="note">{m.write.copy}</p>
          <Button isDisabled={words.value.trim() === ''} onPress={() => void save()}>
            {answering === null ? m.write.ask(name) : m.write.answer}
          </Button>
        </>
      }
    >
      <Field
        label={m.write.field}
        isLong
        isVoice
        charsMax={limits.noteCharsMax}
        value={words.value}
        error={refused?.sentence ?? null}
        onInput={(text) => {
          clear();
          words.value = text;
        }}
      />
      {question.topic === null && <TopicChips value={topic.value} onChange={(value) => (topic.value = value)} />}
    </Steps>
  );
}
