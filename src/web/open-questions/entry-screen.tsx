/** One entry of a map: the words, how old they are, what stood there before; and now and then: is it still true? */
import { useSignal } from '@preact/signals';
import { isReturning, type MapEntry, openQuestions, type QuestionsCommand } from '#core';
import { limits } from '#kernel';
import { wordToLabel } from '../check-in/feelings.ts';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, EmptyState, Field, Screen as Frame, More, Note, Sheet, toneOf } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { ageInWords } from './age.ts';
import { en } from './messages.ts';
import { topicWord } from './questions-content.ts';
import '../check-in/check-in.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const entry = thingsOf(app.snapshot.value, openQuestions).get(params.thing ?? '');
  if (entry?.type !== 'entry') {
    return (
      <Frame title={m.home.maps} back="/open-questions/map">
        <EmptyState title={m.shared.missing}>{m.shared.missingText}</EmptyState>
      </Frame>
    );
  }
  return (
    <Frame title={entry.question.text} kicker={wordToLabel(topicWord(entry.topic))} back={mapOf(entry)}>
      <Entry key={entry.id} entry={entry} />
    </Frame>
  );
}

const mapOf = ({ about }: MapEntry): string => (about === 'me' ? '/open-questions/map?of=me' : '/open-questions/map');

function Entry({ entry }: { readonly entry: MapEntry }) {
  const m = useMessages(en);
  const app = useApp();
  const moment = app.moment.value;
  const { refused, run, clear } = useCommand<QuestionsCommand>(m.refusals);
  const isChanging = useSignal(false);
  const words = useSignal(entry.words);
  const { id: thing, about, earlier, isLetGo } = entry;
  const isBack = isReturning(entry, moment.nowMs);
  const act = async (type: 'still-true' | 'let-go' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'open-questions', type, thing });
    if (things !== null && type === 'forget') app.back(mapOf(entry));
  };
  const save = async (): Promise<void> => {
    const things = await run({ practice: 'open-questions', type: 'change', thing, words: words.value });
    if (things !== null) isChanging.value = false;
  };
  const age = (atMs: number): string => m.entry.noted(ageInWords(atMs, moment, m.age));
  return (
    <>
      <Bubble who={about === 'me' ? m.entry.ofMe : m.entry.ofPartner} tone={toneOf(app, about)} isMine={about === 'me'}>
        <span class="check-in-note" dir="auto">
          {entry.words}
        </span>
      </Bubble>
      <p class="note">{age(entry.wordsAtMs)}</p>
      {isLetGo && (
        <Note icon="undo">
          <p>{m.entry.gone}</p>
        </Note>
      )}
      {isBack && (
        <Note icon="later">
          <h2>{m.entry.still}</h2>
          <p>{m.entry.stillLead}</p>
        </Note>
      )}
      <div class="buttons">
        {(isBack || isLetGo) && (
          <Button onPress={() => void act('still-true')}>{isLetGo ? m.entry.back : m.entry.yes}</Button>
        )}
        <div class="row">
          <Button
            kind="quiet"
            isSmall
            icon="edit"
            onPress={() => {
              words.value = entry.words;
              isChanging.value = true;
            }}
          >
            {isBack ? m.entry.changed : m.entry.change}
          </Button>
          {!isLetGo && (
            <Button kind="quiet" isSmall onPress={() => void act('let-go')}>
              {m.entry.letGo}
            </Button>
          )}
          {about === 'partner' && (
            <Button kind="quiet" isSmall href={`/open-questions/talk?from=${thing}`}>
              {m.entry.ask}
            </Button>
          )}
          <Button kind="danger" isSmall onPress={() => void act('forget')}>
            {m.entry.delete}
          </Button>
        </div>
      </div>
      {earlier.length > 0 && (
        <More title={m.entry.earlier}>
          {earlier.toReversed().map((one) => (
            <div key={one.atMs} class="stack-tight">
              <p class="voice-small check-in-note" dir="auto">
                {one.words}
              </p>
              <p class="note">{age(one.atMs)}</p>
            </div>
          ))}
        </More>
      )}
      <Sheet isOpen={isChanging.value} onClose={() => (isChanging.value = false)} title={m.entry.words}>
        <Field
          label={m.entry.words}
          isLabelUnseen
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
        <Button onPress={() => void save()}>{m.entry.save}</Button>
      </Sheet>
    </>
  );
}
