/** The other side: my partner asks me something. I may answer here, in person, or leave it, which sends nothing. */
import type { NoticingCommand, NoticingOfMe } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Note, toneOf, useName, When } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { AnswerView } from './noticing-view.tsx';

export function AskedDetail({ one }: { readonly one: NoticingOfMe }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<NoticingCommand>(m.refusals);
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === one.id);
  const act = (type: 'set-aside' | 'withdraw-answer') => void run({ practice: 'noticing', type, thing: one.id });
  if (one.opener === null)
    return (
      <Note icon="undo">
        <p>{m.asked.taken(name)}</p>
      </Note>
    );
  const said = one.myAnswer?.said ?? null;
  return (
    <>
      <Bubble who={name} tone={toneOf(app, 'partner')}>
        {one.opener}
      </Bubble>
      <p class="note noticing-when">
        <When atMs={one.askedAtMs} hasTime />
      </p>
      {said !== null && <AnswerView answer={said} who="me" title={m.asked.yourAnswer} />}
      {one.myAnswer !== null && said === null && (
        <Note icon="undo">
          <p>{m.asked.yourAnswerTaken}</p>
        </Note>
      )}
      {isLeaving && (
        <Note icon="send" tone="ours">
          <p>{m.detail.leaving(name)}</p>
        </Note>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {!isLeaving && said === null && (
        <div class="buttons">
          <Button href={`/noticing/${one.id}/answer`}>{m.asked.answer}</Button>
          {!one.isSetAside && (
            <Button kind="quiet" onPress={() => act('set-aside')}>
              {m.asked.leave}
            </Button>
          )}
          <p class="note">{one.isSetAside ? m.asked.left : m.asked.leaveNote(name)}</p>
        </div>
      )}
      {!isLeaving && said !== null && (
        <div class="row">
          <Button kind="quiet" isSmall icon="edit" href={`/noticing/${one.id}/answer`}>
            {m.asked.again}
          </Button>
          <Button kind="quiet" isSmall icon="undo" onPress={() => act('withdraw-answer')}>
            {m.asked.withdraw}
          </Button>
        </div>
      )}
      <Note icon="talk">
        <p>{m.asked.inPerson}</p>
      </Note>
    </>
  );
}
