/**
 * One promise: what was said, how it stands, and the ways on. The maker keeps it, says early that it changes, owns it,
 * or offers to let it go; the other one says "I saw that", answers what was owned, or agrees to let go.
 */
import { type Pledge, promises } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Bubble,
  EmptyState,
  Screen as Frame,
  hasPartner,
  More,
  Note,
  toneOf,
  useName,
  When,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { byDue } from './due.ts';
import { MakerActions } from './maker-actions.tsx';
import { en } from './messages.ts';
import { OtherActions } from './other-actions.tsx';
import { Due, PromiseMark, PromiseRow, useDueSentence } from './promise-view.tsx';
import { answerText, certaintyWords } from './promises-content.ts';
import './promises.css';

const othersShownMax = 8;

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const snapshot = app.snapshot.value;
  const things = thingsOf(snapshot, promises);
  const thing = params.thing ?? '';
  const pledge = things.get(thing);
  if (pledge === undefined) {
    const isLeaving = snapshot.windows.some((share) => share.thing === thing);
    return (
      <Frame title={isLeaving ? m.detail.leavingTitle : m.list.title} back="/promises">
        {isLeaving ? (
          <Note icon="send" tone="ours">
            <p>{m.detail.leaving(name)}</p>
          </Note>
        ) : (
          <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
        )}
      </Frame>
    );
  }
  const others = [...things.values()]
    .filter(({ standing }) => standing === 'open')
    .sort(byDue)
    .slice(0, othersShownMax);
  const byWhom =
    pledge.maker === 'partner'
      ? m.detail.byThem(name)
      : pledge.to === 'partner'
        ? m.detail.byMe(name)
        : m.detail.byMyself;
  return (
    <Frame
      title={wordToLabel(pledge.what)}
      kicker={byWhom}
      back="/promises"
      {...(others.length > 1 ? { aside: <Others pledges={others} current={thing} /> } : {})}
    >
      <Detail key={pledge.id} pledge={pledge} />
    </Frame>
  );
}

/** Beside the detail where there is room: what else is open. */
function Others({ pledges, current }: { readonly pledges: readonly Pledge[]; readonly current: string }) {
  const m = useMessages(en);
  return (
    <section class="stack promise-others">
      <h2>{m.list.title}</h2>
      <ul class="card rows promise-rows">
        {pledges.map((pledge) => (
          <PromiseRow key={pledge.id} pledge={pledge} isCurrent={pledge.id === current} />
        ))}
      </ul>
    </section>
  );
}

function Detail({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const snapshot = app.snapshot.value;
  const isLeaving = snapshot.windows.some((share) => share.thing === pledge.id);
  const canAct = !isLeaving && (pledge.to === 'myself' || hasPartner(snapshot));
  return (
    <>
      <p class="promise-standing">
        <PromiseMark pledge={pledge} />
        <span>
          {pledge.standing === 'open' ? <Due pledge={pledge} /> : m.standing[pledge.standing]}
          {pledge.closedAtMs !== null && (
            <>
              , <When atMs={pledge.closedAtMs} />
            </>
          )}
        </span>
      </p>
      <Plan pledge={pledge} />
      <Said pledge={pledge} />
      {isLeaving && (
        <Note icon="send" tone="ours">
          <p>{m.detail.leaving(name)}</p>
        </Note>
      )}
      {canAct && (pledge.maker === 'me' ? <MakerActions pledge={pledge} /> : <OtherActions pledge={pledge} />)}
      <Changes pledge={pledge} />
      <Links pledge={pledge} />
    </>
  );
}

function Plan({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en).detail;
  const { plan, certainty } = pledge;
  if (plan === null && certainty === null) return null;
  return (
    <section class="card">
      <h2>{m.plan}</h2>
      {plan !== null && <p class="voice-small">{m.planWords(plan.trigger, plan.action)}</p>}
      {certainty !== null && <p class="note">{m.certainty(certaintyWords[certainty - 1] ?? '')}</p>}
      {pledge.isPlanMine && pledge.to === 'partner' && <p class="note">{m.planMine}</p>}
    </section>
  );
}

/** What either has said when it closed. */
function Said({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en).detail;
  const app = useApp();
  const name = useName('partner');
  const isMine = pledge.maker === 'me';
  const makerTone = toneOf(app, pledge.maker);
  const otherTone = toneOf(app, isMine ? 'partner' : 'me');
  const labels = isMine ? m.owned : m.ownedTheirs;
  const { owning, seen, answer } = pledge;
  const isKept = pledge.standing === 'kept';
  return (
    <>
      {pledge.keptWords !== '' && (
        <Bubble who={isMine ? m.keptByMe : m.keptWords(name)} tone={makerTone} isMine={isMine}>
          {pledge.keptWords}
        </Bubble>
      )}
      {seen !== null && (
        <Bubble
          who={isMine ? (isKept ? m.seen(name) : m.answered(name)) : isKept ? m.seenByMe : m.answeredByMe}
          tone={otherTone}
          isMine={!isMine}
        >
          {seen.words !== '' ? seen.words : pledge.standing === 'kept' ? m.see : m.thank}
        </Bubble>
      )}
      {owning !== null && (
        <section class={`bubble promise-owning ${makerTone}`}>
          {(['happened', 'cost', 'now'] as const).map(
            (part) =>
              owning[part] !== '' && (
                <div key={part} class="stack-tight">
                  <h2>{labels[part]}</h2>
                  <p class="voice-small promise-said" dir="auto">
                    {owning[part]}
                  </p>
                </div>
              ),
          )}
        </section>
      )}
      {answer !== null && (
        <Bubble who={isMine ? m.answered(name) : m.answeredByMe} tone={otherTone} isMine={!isMine}>
          {answer.choice === 'own-words' ? answer.words : [answerText(answer.choice), answer.words].join(' ').trim()}
        </Bubble>
      )}
    </>
  );
}

function Changes({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en).detail;
  const dueOf = useDueSentence();
  if (pledge.changes.length === 0) return null;
  return (
    <More title={m.changes}>
      <ul class="plain-list">
        {pledge.changes.map((change) => (
          <li key={change.atMs}>
            {m.changeRow(change.what, dueOf(change.when))}
            {change.because !== '' && <p class="note">{m.because(change.because)}</p>}
          </li>
        ))}
      </ul>
    </More>
  );
}

function Links({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en).detail;
  const things = thingsOf(useApp().snapshot.value, promises);
  const linked = [
    { title: m.next, pledge: things.get(pledge.owning?.next ?? '') },
    { title: m.previous, pledge: things.get(pledge.previous ?? '') },
  ];
  return (
    <>
      {linked.map(
        ({ title, pledge: other }) =>
          other !== undefined && (
            <section key={title} class="stack">
              <h2>{title}</h2>
              <ul class="card rows promise-rows">
                <PromiseRow pledge={other} />
              </ul>
            </section>
          ),
      )}
    </>
  );
}
