/** The other one asks whether a story of their own is welcome. Yes, not now, and silence are all good. */
import type { EmpathyAsking, EmpathyCommand } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Note, toneOf, useName } from '../shell/parts/index.ts';
import { mayIText } from './empathy-content.ts';
import { en } from './messages.ts';

export function TheirAsking({ asking }: { readonly asking: EmpathyAsking }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<EmpathyCommand>(m.refusals);
  const { id: thing, reply, story, isSetAside } = asking;
  const say = (answer: 'yes' | 'not-now') => void run({ practice: 'empathy', type: 'reply', thing, reply: answer });
  if (asking.isWithdrawn)
    return (
      <Note icon="undo">
        <p>{m.mayI.theyWithdrew(name)}</p>
      </Note>
    );
  return (
    <section class="stack">
      <Bubble who={m.mayI.theyAsk(name)} tone={toneOf(app, 'partner')}>
        {mayIText}
      </Bubble>
      {reply !== null && story === null && (
        <p class="note">{reply.reply === 'yes' ? m.mayI.youSaidYes(name) : m.mayI.youSaidNotNow}</p>
      )}
      {story !== null && (
        <Bubble who={name} tone={toneOf(app, 'partner')}>
          <span dir="auto">{story.words}</span>
        </Bubble>
      )}
      {story === null && (
        <div class="row">
          {reply?.reply !== 'yes' && (
            <Button isSmall kind={reply === null ? 'main' : 'quiet'} onPress={() => say('yes')}>
              {m.mayI.sayYes}
            </Button>
          )}
          {reply?.reply !== 'not-now' && (
            <Button kind="quiet" isSmall onPress={() => say('not-now')}>
              {reply === null ? m.mayI.sayNotNow : m.mayI.ratherNotNow}
            </Button>
          )}
          {reply === null && !isSetAside && (
            <Button kind="quiet" isSmall onPress={() => void run({ practice: 'empathy', type: 'set-aside', thing })}>
              {m.mayI.leave}
            </Button>
          )}
        </div>
      )}
      {reply === null && <p class="note">{isSetAside ? m.mayI.left : m.mayI.leaveNote}</p>}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
    </section>
  );
}
