/**
 * One check-in: what it says, who can read it, and what I may do with it. One clear act each: share, release, edit,
 * take back, delete. What was shared stays marked for both when it is taken back.
 */
import { useSignal } from '@preact/signals';
import { type CheckIn, type CheckInCommand, checkIn } from '#core';
import { AboutLinks } from '../shell/about-links.tsx';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, hasPartner, Note, Sheet, useName, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { clockTime, isoDay, relativeDay } from '../shell/time.ts';
import { CheckInRow, CheckInVoice, StandingTag } from './check-in-view.tsx';
import { wordToLabel } from './feelings.ts';
import { en } from './messages.ts';
import { sealedOf } from './sealed.ts';
import { useCommand } from './use-command.ts';
import './feelings.css';
import './check-in.css';

const othersShownMax = 8;

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const things = thingsOf(app.snapshot.value, checkIn);
  const one = things.get(params.thing ?? '');
  const partner = useName('partner');
  const { nowMs, zone, locale } = app.moment.value;
  if (one === undefined) {
    // A sealed one has no copy outside its seal, and is not sealed before its moment has passed.
    const isLeaving = app.snapshot.value.windows.some(({ thing }) => thing === params.thing);
    return (
      <Frame title={isLeaving ? m.detail.leavingTitle : m.list.title} back="/check-in">
        {isLeaving ? (
          <Note icon="send" tone="ours">
            <p>{m.detail.leaving(partner)}</p>
          </Note>
        ) : (
          <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
        )}
      </Frame>
    );
  }
  const day = wordToLabel(relativeDay(one.feltAtMs, nowMs, zone, locale));
  return (
    <Frame
      title={`${day}, ${clockTime(one.feltAtMs, zone, locale)}`}
      kicker={<StandingTag checkIn={one} />}
      back="/check-in"
      aside={<Others checkIns={things} current={one} />}
    >
      <Detail key={one.id} checkIn={one} />
    </Frame>
  );
}

/** Beside the detail where there is room: the others of the same days. */
function Others({ checkIns, current }: { readonly checkIns: ReadonlyMap<string, CheckIn>; readonly current: CheckIn }) {
  const m = useMessages(en);
  const { zone } = useApp().moment.value;
  const distance = (one: CheckIn): number => Math.abs(one.feltAtMs - current.feltAtMs);
  const others = [...checkIns.values()]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, othersShownMax)
    .sort((a, b) => b.feltAtMs - a.feltAtMs);
  if (others.length < 2) return null;
  const isOneDay = new Set(others.map(({ feltAtMs }) => isoDay(feltAtMs, zone))).size === 1;
  return (
    <section class="stack check-in-others">
      <h2>{m.list.others}</h2>
      <ul class="card rows check-in-rows">
        {others.map((one) => (
          <CheckInRow key={one.id} checkIn={one} isCurrent={one.id === current.id} hasDay={!isOneDay} />
        ))}
      </ul>
    </section>
  );
}

function Detail({ checkIn: one }: { readonly checkIn: CheckIn }) {
  const m = useMessages(en);
  const name = useName('partner');
  const words = one.words ?? one.sharedWords;
  return (
    <>
      {words !== null && <CheckInVoice checkIn={one} words={words} />}
      {one.changedAtMs !== null && one.standing === 'ours' && <Changed atMs={one.changedAtMs} />}
      {one.author === 'me' ? <Mine checkIn={one} /> : <Theirs checkIn={one} name={name} text={m.detail} />}
      <AboutLinks practice="check-in" thing={one.id} />
    </>
  );
}

function Changed({ atMs }: { readonly atMs: number }) {
  const m = useMessages(en);
  const { nowMs, zone, locale } = useApp().moment.value;
  const day = relativeDay(atMs, nowMs, zone, locale);
  return <p class="note">{m.detail.changed(`${day}, ${clockTime(atMs, zone, locale)}`)}</p>;
}

function Theirs({
  checkIn: one,
  name,
  text,
}: {
  readonly checkIn: CheckIn;
  readonly name: string;
  readonly text: typeof en.detail;
}) {
  if (one.standing === 'withdrawn')
    return (
      <Note icon="undo">
        <p>{text.withdrawnByOther(name)}</p>
      </Note>
    );
  return (
    <Note icon="talk">
      <h2>{text.answerTitle}</h2>
      <p>{text.answer(name)}</p>
    </Note>
  );
}

function Mine({ checkIn: one }: { readonly checkIn: CheckIn }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<CheckInCommand>(m.refusals);
  const asks = useSignal<'withdraw' | 'delete' | null>(null);
  const snapshot = app.snapshot.value;
  const isTwo = hasPartner(snapshot);
  const isLeaving = snapshot.windows.some((share) => share.thing === one.id);
  const isShared = one.standing === 'ours' || one.standing === 'sealed';
  const canShare = isTwo && !isShared && !isLeaving && one.words !== null;
  const canEdit = !isLeaving && one.standing !== 'sealed' && one.words !== null;
  const close = (): void => {
    asks.value = null;
  };
  const act = async (type: 'share' | 'withdraw' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'check-in', type, thing: one.id });
    close();
    if (things !== null && type === 'forget' && one.sharedAtMs === null) app.back('/check-in');
  };
  return (
    <>
      <Standing checkIn={one} isLeaving={isLeaving} />
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <div class="buttons">
        {canShare && (
          <Button onPress={() => void act('share')}>
            {one.standing === 'for-now' ? m.detail.release(name) : m.detail.share(name)}
          </Button>
        )}
        <div class="row">
          {canEdit && (
            <Button kind="quiet" isSmall icon="edit" href={`/check-in/${one.id}/edit`}>
              {m.detail.edit}
            </Button>
          )}
          {isShared && !isLeaving && (
            <Button
              kind="quiet"
              isSmall
              icon="undo"
              onPress={() => {
                asks.value = 'withdraw';
              }}
            >
              {m.detail.withdraw}
            </Button>
          )}
          {!isShared && !isLeaving && one.words !== null && (
            <Button
              kind="danger"
              isSmall
              onPress={() => {
                asks.value = 'delete';
              }}
            >
              {m.detail.delete}
            </Button>
          )}
        </div>
      </div>
      <Sheet isOpen={asks.value === 'withdraw'} onClose={close} title={m.detail.withdrawTitle}>
        <p>{one.standing === 'sealed' ? m.detail.withdrawSealedText(name) : m.detail.withdrawText(name)}</p>
        <div class="buttons">
          <Button onPress={() => void act('withdraw')}>{m.detail.withdrawAction}</Button>
          <Button kind="quiet" onPress={close}>
            {m.detail.keep}
          </Button>
        </div>
      </Sheet>
      <Sheet isOpen={asks.value === 'delete'} onClose={close} title={m.detail.deleteTitle}>
        <p>{m.detail.deleteText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void act('forget')}>
            {m.detail.deleteAction}
          </Button>
          <Button kind="quiet" onPress={close}>
            {m.detail.keep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

/** Who can read it now, in one sentence; for a sealed one, what it waits for. */
function Standing({ checkIn: one, isLeaving }: { readonly checkIn: CheckIn; readonly isLeaving: boolean }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const snapshot = app.snapshot.value;
  const sealed = sealedOf(snapshot, one.id);
  if (isLeaving && one.standing === 'ours')
    return (
      <Note icon="later" tone="ours">
        <p>{m.detail.oldWords(name)}</p>
      </Note>
    );
  if (isLeaving)
    return (
      <Note icon="send" tone="ours">
        <p>{m.detail.leaving(name)}</p>
      </Note>
    );
  switch (one.standing) {
    case 'mine':
      return (
        <Note icon="lock">
          <p>{m.detail.mine}</p>
        </Note>
      );
    case 'for-now':
      return (
        <Note icon="later">
          <p>{hasPartner(snapshot) ? m.detail.forNow(name) : m.detail.forNowAlone}</p>
        </Note>
      );
    case 'sealed':
      return (
        <Note icon="sealed" tone="ours">
          <p>{sealed?.state === 'meeting' ? m.detail.sealedMeeting(name) : m.detail.sealedWaiting(name)}</p>
        </Note>
      );
    case 'ours':
      return (
        <>
          <Note icon="ours" tone="ours">
            <p>{m.detail.ours(name)}</p>
          </Note>
          {sealed?.state === 'open' && (
            <Button kind="quiet" href={`/check-in/${one.id}/both`}>
              {m.detail.reveal}
            </Button>
          )}
        </>
      );
    case 'withdrawn':
      return (
        <Note icon="undo">
          <p>
            {m.detail.withdrawnByMe} {one.withdrawnAtMs !== null && <When atMs={one.withdrawnAtMs} hasTime />}
          </p>
          {one.hasOwnCopy && <p>{m.detail.keptCopy}</p>}
        </Note>
      );
  }
}
