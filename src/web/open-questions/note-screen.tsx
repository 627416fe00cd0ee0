/** Noting what I learnt about the other one, or what I would answer: on my own map, for me alone. */
import { useSignal } from '@preact/signals';
import { type MapSubject, openQuestions, type QuestionsCommand } from '#core';
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
  const question = addressToQuestion(query, deck, thingsOf(app.snapshot.value, openQuestions));
  if (question === null) {
    return (
      <Frame title={m.place} back="/open-questions">
        <EmptyState title={m.shared.missing}>{m.shared.missingText}</EmptyState>
      </Frame>
    );
  }
  const about = query.get('about') === 'me' ? 'me' : 'partner';
  return <Noting key={about + question.address} question={question} about={about} />;
}

function Noting({ question, about }: { readonly question: PutQuestion; readonly about: MapSubject }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<QuestionsCommand>(m.refusals);
  const words = useSignal('');
  const topic = useSignal(question.topic ?? 'everyday');
  const isMe = about === 'me';
  const save = async (): Promise<void> => {
    const things = await run({
      practice: 'open-questions',
      type: 'note',
      about,
      topic: topic.value,
      question: question.put,
      words: words.value,
    });
    const entry = things?.at(-1);
    if (entry !== undefined) app.navigate(`/open-questions/map/${entry}`, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={isMe ? question.put.text : m.note.partner(name)}
      {...(isMe ? {} : { lead: question.put.text })}
      closeWord="cancel"
      onClose={() => app.back('/open-questions')}
      action={
        <>
          <p class="note">{`${m.note.onlyYou} ${m.note.back}`}</p>
          <Button isDisabled={words.value.trim() === ''} onPress={() => void save()}>
            {m.note.save}
          </Button>
        </>
      }
    >
      <Field
        label={isMe ? m.note.mine : m.note.words}
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
      <TopicChips value={topic.value} onChange={(value) => (topic.value = value)} />
    </Steps>
  );
}
