/** A boundary of the other: I may say that I understood, or ask one question, or do nothing. */
import { useSignal } from '@preact/signals';
import { type BoundariesCommand, type Boundary, canAskAbout, isLive } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Chip, Chips, Field, More, Note, toneOf, useName } from '../shell/parts/index.ts';
import { readyQuestions } from './boundaries-content.ts';
import { en } from './messages.ts';

export function OtherDetail({ boundary }: { readonly boundary: Boundary }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<BoundariesCommand>(m.refusals);
  const question = useSignal('');
  const { id: thing, sharing } = boundary;
  const { nowMs } = app.moment.value;
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === thing);
  if (sharing === null || !isLive(boundary, nowMs))
    return (
      <Note icon="boundaries">
        <p>{m.detail.ended}</p>
      </Note>
    );
  const put = (text: string): void => {
    clear();
    question.value = text;
  };
  const ask = async (): Promise<void> => {
    const things = await run({ practice: 'boundaries', type: 'ask', thing, question: question.value });
    if (things !== null) question.value = '';
  };
  return (
    <>
      {sharing.question !== null && (
        <Bubble who={m.detail.youAsked} tone={toneOf(app, 'me')} isMine>
          {sharing.question.text}
        </Bubble>
      )}
      {sharing.answer !== null && (
        <Bubble who={m.detail.answered(name)} tone={toneOf(app, 'partner')}>
          {sharing.answer.words}
        </Bubble>
      )}
      {sharing.question !== null && sharing.answer === null && <p class="soft">{m.detail.mayAnswer(name)}</p>}
      {isLeaving && (
        <Note icon="send" tone="ours">
          <p>{m.detail.leavingOther(name)}</p>
        </Note>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {sharing.isUnderstood
        ? !isLeaving && <p class="soft">{m.detail.understood}</p>
        : !isLeaving && (
            <div class="stack-tight">
              <div class="buttons">
                <Button onPress={() => void run({ practice: 'boundaries', type: 'understand', thing })}>
                  {m.detail.understand}
                </Button>
              </div>
              <p class="note">{m.detail.understandNote}</p>
            </div>
          )}
      {!isLeaving && canAskAbout(boundary, nowMs) && (
        <More title={m.detail.askTitle}>
          <Chips label={m.detail.askReady}>
            {readyQuestions.map(({ id, text }) => (
              <Chip key={id} isOn={question.value === text} onToggle={(isOn) => put(isOn ? text : '')}>
                {text}
              </Chip>
            ))}
          </Chips>
          <Field
            label={m.detail.askField}
            isLong
            isVoice
            charsMax={limits.lineCharsMax}
            value={question.value}
            onInput={put}
          />
          <div class="buttons">
            <Button
              kind={sharing.isUnderstood ? 'main' : 'quiet'}
              isDisabled={question.value.trim() === ''}
              onPress={() => void ask()}
            >
              {m.detail.send(name)}
            </Button>
          </div>
        </More>
      )}
    </>
  );
}
