/** "May I tell you something like it?", from the side of the one who would tell: asked once, told only after a yes. */
import type { EmpathyAsking, EmpathyCommand } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, More, Note, toneOf, useName } from '../shell/parts/index.ts';
import { mayIText } from './empathy-content.ts';
import { en } from './messages.ts';

interface MyAskingProps {
  readonly to: string;
  readonly askings: readonly EmpathyAsking[];
  readonly isOpen: boolean;
}

export function MyAsking({ to, askings, isOpen }: MyAskingProps) {
  const m = useMessages(en);
  const name = useName('partner');
  const { refused, run } = useCommand<EmpathyCommand>(m.refusals);
  const asking = askings.find(({ by }) => by === 'me');
  if (asking === undefined && !isOpen) return null;
  return (
    <>
      {asking === undefined ? (
        <More title={m.mayI.title}>
          <p class="soft">{m.mayI.lead}</p>
          <p class="voice-small">{mayIText}</p>
          <div class="row">
            <Button kind="quiet" isSmall onPress={() => void run({ practice: 'empathy', type: 'ask-may-i', to })}>
              {m.mayI.ask(name)}
            </Button>
          </div>
        </More>
      ) : (
        <Asked
          asking={asking}
          onWithdraw={() => void run({ practice: 'empathy', type: 'withdraw', thing: asking.id })}
        />
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
    </>
  );
}

function Asked({ asking, onWithdraw }: { readonly asking: EmpathyAsking; readonly onWithdraw: () => void }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { story, reply } = asking;
  const isLeaving = app.snapshot.value.windows.some(({ thing }) => thing === asking.id);
  const isTold = story?.standing === 'ours';
  const sentence = reply === null ? m.mayI.open(name) : reply.reply === 'yes' ? m.mayI.yes(name) : m.mayI.notNow(name);
  return (
    <section class="stack">
      {asking.isWithdrawn ? (
        <Note icon="undo">
          <p>{m.mayI.withdrawn}</p>
        </Note>
      ) : (
        <>
          <Bubble who={m.mayI.asked} tone={toneOf(app, 'me')} isMine>
            {mayIText}
          </Bubble>
          {!isTold && <p class="note">{sentence}</p>}
        </>
      )}
      {story !== null && (
        <>
          {!isTold && !isLeaving && <p class="note">{m.mayI.kept}</p>}
          <Bubble who={m.about.yours} tone={toneOf(app, 'me')} isMine>
            <span dir="auto">{story.words}</span>
          </Bubble>
        </>
      )}
      {isLeaving && (
        <Note icon="send" tone="ours">
          <p>{m.about.leaving(name)}</p>
        </Note>
      )}
      {!asking.isWithdrawn && !isLeaving && (
        <div class="row">
          {reply?.reply === 'yes' && !isTold && (
            <Button isSmall href={`/empathy/${asking.to}/story`}>
              {m.mayI.tell}
            </Button>
          )}
          <Button kind="quiet" isSmall icon="undo" onPress={onWithdraw}>
            {isTold ? m.about.withdraw : m.mayI.withdraw}
          </Button>
        </div>
      )}
    </section>
  );
}
