/** The other's wish: here, at a certain time, or not tonight. Leaving it sends nothing. */
import { isWishResting, type ReachingOutCommand, type Wish } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, More, Note, toneOf, useName, When } from '../shell/parts/index.ts';
import { isLate } from './answer-words.ts';
import { en } from './messages.ts';
import { PromisedRow } from './promised-row.tsx';
import { plainThanks } from './reaching-out-content.ts';
import { AnswerBubble } from './wish-view.tsx';

export function AskedDetail({ wish }: { readonly wish: Wish }) {
  const m = useMessages(en).asked;
  const detail = useMessages(en).detail;
  const refusals = useMessages(en).refusals;
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<ReachingOutCommand>(refusals);
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === wish.id);
  const { answer } = wish;
  const isResting = isWishResting(wish, app.moment.value.nowMs);
  const canAnswer =
    !isLeaving && wish.standing === 'ours' && wish.thanks === null && answer?.said.choice !== 'at' && !isResting;
  const act = (type: 'answer-here' | 'set-aside') => void run({ practice: 'reaching-out', type, thing: wish.id });
  return (
    <>
      {wish.said !== null && wish.said.words !== '' && (
        <Bubble who={name} tone={toneOf(app, 'partner')}>
          {wish.said.words}
        </Bubble>
      )}
      {wish.said !== null && (
        <p class="note">
          <span class="day">
            <When atMs={wish.askedAtMs ?? wish.beganAtMs} hasTime />
          </span>
        </p>
      )}
      {wish.standing === 'withdrawn' && (
        <Note icon="undo">
          <p>{m.taken(name)}</p>
        </Note>
      )}
      <AnswerBubble wish={wish} by="me" title={m.yourAnswer} />
      {answer?.said.choice === 'here' && wish.thanks === null && <p class="voice-small">{m.go(name)}</p>}
      {answer?.said.choice === 'at' && (
        <>
          <PromisedRow thing={answer.said.promise} title={detail.promised} />
          <p class="note">{m.promised}</p>
        </>
      )}
      {wish.thanks !== null && (
        <Bubble who={m.thanked(name)} tone={toneOf(app, 'partner')}>
          {wish.thanks.words === '' ? plainThanks : wish.thanks.words}
        </Bubble>
      )}
      {isLeaving && (
        <Note icon="send" tone="ours">
          <p>{detail.leaving(name)}</p>
        </Note>
      )}
      {isResting && (
        <Note icon="info">
          <p>{m.resting(name)}</p>
        </Note>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {canAnswer && answer === null && (
        <>
          <p class="soft">{m.lead}</p>
          <Ways wish={wish} onHere={() => act('answer-here')} isFirst />
          {wish.isSetAside ? (
            <p class="note">{m.left}</p>
          ) : (
            <div class="stack-tight">
              <div>
                <Button kind="plain" onPress={() => act('set-aside')}>
                  {m.leave}
                </Button>
              </div>
              <p class="note">{m.leaveNote(name)}</p>
            </div>
          )}
        </>
      )}
      {canAnswer && answer !== null && (
        <More title={m.again}>
          <Ways wish={wish} onHere={() => act('answer-here')} isFirst={false} />
        </More>
      )}
    </>
  );
}

function Ways(props: { readonly wish: Wish; readonly onHere: () => void; readonly isFirst: boolean }) {
  const m = useMessages(en).asked;
  const name = useName('partner');
  const { nowMs, zone } = useApp().moment.value;
  const { wish } = props;
  const isHere = wish.answer?.said.choice === 'here';
  return (
    <div class="stack">
      <div class="buttons">
        {!isHere && (
          <Button kind={props.isFirst ? 'main' : 'quiet'} onPress={props.onHere}>
            {m.here}
          </Button>
        )}
        <Button kind="quiet" icon="later" href={`/reaching-out/${wish.id}/at`}>
          {m.at}
        </Button>
        <Button kind="quiet" href={`/reaching-out/${wish.id}/not-now`}>
          {isLate(nowMs, zone) ? m.notNow : m.notNowDay}
        </Button>
      </div>
      {!isHere && <p class="note">{m.hereNote(name)}</p>}
    </div>
  );
}
