/** What the other one answered to my feeling. Whether it landed I say if I like; nothing asks me to. */
import { useSignal } from '@preact/signals';
import { coreLimits, type EmpathyAnswer, type EmpathyCommand, type Landing } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Choice, Field, More, Note, toneOf, useName } from '../shell/parts/index.ts';
import { LandedWords } from './landed-words.tsx';
import { en } from './messages.ts';

export function TheirAnswers({ answers }: { readonly answers: readonly EmpathyAnswer[] }) {
  return answers.map((answer) => answer.by === 'partner' && <TheirAnswer key={answer.id} answer={answer} />);
}

function TheirAnswer({ answer }: { readonly answer: EmpathyAnswer }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const isLeaving = app.snapshot.value.windows.some(({ thing }) => thing === answer.id);
  const { landed, words } = answer;
  if (words === null)
    return (
      <Note icon="undo">
        <p>{m.about.theyWithdrew(name)}</p>
      </Note>
    );
  return (
    <section class="stack">
      <Bubble who={name} tone={toneOf(app, 'partner')}>
        <span dir="auto">{words}</span>
      </Bubble>
      {landed !== null && (
        <Bubble who={m.about.yours} tone={toneOf(app, 'me')} isMine>
          <LandedWords landed={landed} />
        </Bubble>
      )}
      {isLeaving ? (
        <Note icon="send" tone="ours">
          <p>{m.about.leaving(name)}</p>
        </Note>
      ) : (
        <More key={landed?.atMs ?? 0} title={landed === null ? m.land.title : m.land.change}>
          <HowItLanded answer={answer} />
        </More>
      )}
    </section>
  );
}

function HowItLanded({ answer }: { readonly answer: EmpathyAnswer }) {
  const m = useMessages(en);
  const name = useName('partner');
  const { refused, run, clear } = useCommand<EmpathyCommand>(m.refusals);
  const landing = useSignal<Landing | null>(null);
  const missing = useSignal('');
  const send = (chosen: Landing) =>
    void run({
      practice: 'empathy',
      type: 'say-landed',
      thing: answer.id,
      landing: chosen,
      words: chosen === 'almost' ? missing.value : '',
    });
  return (
    <>
      <p class="soft">{m.land.lead(name)}</p>
      <Choice
        label={m.land.title}
        isLabelUnseen
        value={landing.value}
        options={[
          { value: 'yes', label: m.land.yes },
          { value: 'almost', label: m.land.almost },
        ]}
        onChange={(value) => {
          clear();
          landing.value = value;
        }}
      />
      {landing.value === 'almost' && (
        <Field
          label={m.land.missing}
          hint={m.land.missingHint}
          isLong
          isVoice
          charsMax={coreLimits.paragraphCharsMax}
          value={missing.value}
          onInput={(text) => {
            clear();
            missing.value = text;
          }}
        />
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {landing.value !== null && (
        <div class="row">
          <Button kind="quiet" isSmall onPress={() => landing.value !== null && send(landing.value)}>
            {m.land.send(name)}
          </Button>
        </div>
      )}
    </>
  );
}
