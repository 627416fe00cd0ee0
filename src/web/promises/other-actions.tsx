/** What the other one may do with a promise: see that it was kept or changed in time, answer what was owned, let go together. */
import { useSignal } from '@preact/signals';
import { type AnswerChoice, answerChoices, canBeSeen, type Pledge, type PromisesCommand } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Chip, Chips, Choice, Field, Note, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { OfferSheet, OfferView } from './offer.tsx';
import { answerText, sawThat, thankYouForTelling } from './promises-content.ts';

export function OtherActions({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en);
  const name = useName('partner');
  const command = useCommand<PromisesCommand>(m.refusals);
  const isOffering = useSignal(false);
  const isDue = useApp().moment.value.nowMs >= pledge.when.dueAtMs;
  const close = (): void => {
    isOffering.value = false;
  };
  return (
    <>
      {canBeSeen(pledge) && pledge.seen === null && <See pledge={pledge} run={command.run} />}
      {pledge.standing === 'owned' && pledge.answer === null && <Answer pledge={pledge} run={command.run} />}
      {pledge.standing === 'open' && (
        <>
          <OfferView pledge={pledge} run={command.run} />
          <Note icon={isDue ? 'talk' : 'info'}>
            <p>{isDue ? m.detail.talk(name) : m.detail.theirsOpen(name)}</p>
          </Note>
          {pledge.offer === null && (
            <div class="row">
              <Button kind="quiet" isSmall onPress={() => (isOffering.value = true)}>
                {m.detail.offer}
              </Button>
            </div>
          )}
          <OfferSheet
            isOpen={isOffering.value}
            onClose={close}
            onOffer={(words) =>
              void command
                .run({ practice: 'promises', type: 'offer-letting-go', thing: pledge.id, words })
                .then((things) => things !== null && close())
            }
          />
        </>
      )}
      {command.refused && (
        <Note isNews icon="info">
          <p>{command.refused.sentence}</p>
        </Note>
      )}
    </>
  );
}

type Run = ReturnType<typeof useCommand<PromisesCommand>>['run'];

function See({ pledge, run }: { readonly pledge: Pledge; readonly run: Run }) {
  const m = useMessages(en).detail;
  const words = useSignal('');
  const isKept = pledge.standing === 'kept';
  const title = isKept ? m.seenTitle : m.thankTitle;
  const lines = isKept ? sawThat : thankYouForTelling;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <Chips label={title}>
        {lines.map(({ id, text }) => (
          <Chip key={id} isOn={words.value === text} onToggle={(isOn) => (words.value = isOn ? text : '')}>
            {text}
          </Chip>
        ))}
      </Chips>
      <Field
        label={m.seeWords}
        isVoice
        charsMax={limits.lineCharsMax}
        value={words.value}
        onInput={(text) => {
          words.value = text;
        }}
      />
      <Button onPress={() => void run({ practice: 'promises', type: 'see', thing: pledge.id, words: words.value })}>
        {isKept ? m.see : m.thank}
      </Button>
    </section>
  );
}

function Answer({ pledge, run }: { readonly pledge: Pledge; readonly run: Run }) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  const choice = useSignal<AnswerChoice | null>(null);
  const words = useSignal('');
  const send = (): void => {
    if (choice.value === null) return;
    const said = choice.value === 'own-words' ? words.value : '';
    void run({ practice: 'promises', type: 'answer', thing: pledge.id, choice: choice.value, words: said });
  };
  return (
    <section class="stack">
      <Choice
        look="list"
        label={m.answerTitle}
        value={choice.value}
        options={answerChoices.map((value) => ({ value, label: answerText(value) }))}
        onChange={(value) => {
          choice.value = value;
        }}
      />
      {choice.value === 'own-words' && (
        <Field
          label={answerText('own-words')}
          isLabelUnseen
          isLong
          isVoice
          charsMax={limits.lineCharsMax}
          value={words.value}
          onInput={(text) => {
            words.value = text;
          }}
        />
      )}
      {choice.value !== null && <Button onPress={send}>{m.answerSend(name)}</Button>}
    </section>
  );
}
