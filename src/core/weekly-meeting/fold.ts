/**
 * The weekly meeting: what the facts make. A note of mine; a meeting of both; or a look of my own, alone or on one phone.
 *
 * A meeting begins when what both brought is open to both, and not before. It is closed when either has given thanks
 * after that. "Not this week" from either lets it rest whatever else was pressed at the same time, and nothing shows who
 * said it: what was brought is then shown to nobody.
 */
import { comparePlaced } from '#log';
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { MeetingEvent, MeetingPart, OwnWay } from './events.ts';

export interface MeetingNote {
  readonly type: 'note';
  readonly id: ThingId;
  readonly beganAtMs: number;
  readonly part: MeetingPart;
  readonly words: string;
}
export interface MeetingItem {
  readonly part: MeetingPart;
  /** null: taken back. */
  readonly words: string | null;
}
export interface TopicPlace {
  readonly who: Who;
  readonly nth: number;
}
export interface Meeting {
  readonly type: 'meeting';
  readonly id: ThingId;
  readonly way: 'two-phones' | OwnWay;
  readonly beganAtMs: number;
  /** `atMs` null: now. `by`: who named this time last. */
  readonly time: { readonly atMs: number | null; readonly by: Who };
  /** The other one has said yes to this very time. */
  readonly isAgreed: boolean;
  /** What the last yes that was one has become: a promise of whoever said it, and the moment that it is for. */
  readonly promise: { readonly thing: ThingId; readonly by: Who; readonly atMs: number } | null;
  readonly standing: 'waiting' | 'begun' | 'closed' | 'rest';
  /** What I brought; null: nothing yet. Before it begins only I can read it. */
  readonly mine: readonly MeetingItem[] | null;
  /** Which things of mine they were, in the same order; fewer, when another device of mine has not told yet. */
  readonly mineFrom: readonly ThingId[];
  /** No key of it has been given: what I take back now, the other can never open. */
  readonly isSealed: boolean;
  /** null until it begins. */
  readonly theirs: readonly MeetingItem[] | null;
  readonly picks: { readonly [who in Who]: TopicPlace | null };
  /** The one topic: when there is only one, or when both have chosen the same. */
  readonly topic: TopicPlace | null;
  /** What had its turn: these things of mine are not offered again. */
  readonly used: readonly ThingId[];
  readonly endedAtMs: number | null;
}
export type MeetingThing = MeetingNote | Meeting;

type One = Recorded<MeetingEvent>;
type Of<Kind extends MeetingEvent['kind']> = Extract<MeetingEvent, { readonly kind: Kind }>;
type Found<Kind extends MeetingEvent['kind']> = Recorded<Of<Kind>>;

const allOf = <Kind extends MeetingEvent['kind']>(recorded: readonly One[], kind: Kind): readonly Found<Kind>[] =>
  recorded.filter((one): one is Found<Kind> => one.event.kind === kind);

export function foldMeeting(recorded: readonly One[]): MeetingThing | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const isForgotten = allOf(mine, 'weekly-meeting/own-forgotten').length > 0;
  const noted = allOf(mine, 'weekly-meeting/own-noted');
  const [first, last] = [noted[0], noted.at(-1)];
  if (first !== undefined && last !== undefined) {
    if (isForgotten) return null;
    const { part, words } = last.event;
    return { type: 'note', id: first.thing, beganAtMs: first.atMs, part, words };
  }
  const began = allOf(mine, 'weekly-meeting/own-began')[0];
  if (began !== undefined) return isForgotten ? null : foldOwn(began, mine);
  return foldShared(mine, ours);
}

function foldOwn(began: Found<'weekly-meeting/own-began'>, own: readonly One[]): Meeting {
  const { way, notes } = began.event;
  const closed = allOf(own, 'weekly-meeting/own-closed')[0];
  const nth = allOf(own, 'weekly-meeting/own-topic').at(-1)?.event.nth;
  const pick: TopicPlace | null = nth === undefined ? null : { who: 'me', nth };
  const topic = theTopic(notes, [], [pick, pick]);
  return {
    type: 'meeting',
    id: began.thing,
    way,
    beganAtMs: began.atMs,
    time: { atMs: null, by: 'me' },
    isAgreed: false,
    promise: null,
    standing: closed === undefined ? 'begun' : 'closed',
    mine: notes.map(({ part, words }) => ({ part, words })),
    mineFrom: notes.map(({ note }) => note),
    isSealed: false,
    theirs: null,
    picks: { me: pick, partner: null },
    topic,
    used:
      closed === undefined
        ? []
        : usedOf(
            notes,
            notes.map(({ note }) => note),
            topic,
          ),
    endedAtMs: closed?.atMs ?? null,
  };
}

function foldShared(own: readonly One[], ours: readonly One[]): Meeting | null {
  const born = ours.find(({ event }) => event.kind === 'weekly-meeting/proposed');
  if (born === undefined) return null;
  const [broughtByMe, broughtByThem] = [broughtOf(ours, 'me'), broughtOf(ours, 'partner')];
  const hasBegun = broughtByMe?.put.seal === 'open' && broughtByThem?.put.seal === 'open';
  const thanked = allOf(ours, 'weekly-meeting/thanked')[0];
  const rest = allOf(ours, 'weekly-meeting/not-this-week')[0];
  const standing =
    hasBegun && thanked !== undefined ? 'closed' : rest !== undefined ? 'rest' : hasBegun ? 'begun' : 'waiting';
  const isShown = standing === 'begun' || standing === 'closed';
  const mine = broughtByMe === null || standing === 'rest' ? null : broughtByMe.items;
  const mineFrom = mine === null ? [] : idsOf(own, broughtByMe?.put);
  const theirs = broughtByThem === null || !isShown ? null : broughtByThem.items;
  const picks = { me: pickOf(ours, 'me'), partner: pickOf(ours, 'partner') };
  const topic = isShown ? theTopic(mine ?? [], theirs ?? [], [picks.me, picks.partner]) : null;
  const ended = standing === 'closed' ? thanked : standing === 'rest' ? rest : undefined;
  return {
    type: 'meeting',
    id: born.thing,
    way: 'two-phones',
    beganAtMs: born.atMs,
    ...timeOf(ours, born),
    standing,
    mine,
    mineFrom,
    isSealed: mine !== null && broughtByMe?.put.seal === 'closed',
    theirs,
    picks,
    topic,
    used: standing === 'closed' ? usedOf(mine ?? [], mineFrom, topic) : [],
    endedAtMs: ended?.atMs ?? null,
  };
}

function timeOf(ours: readonly One[], born: One): Pick<Meeting, 'time' | 'isAgreed' | 'promise'> {
  let time: Meeting['time'] = { atMs: null, by: born.who };
  let isAgreed = false;
  let promise = null as Meeting['promise'];
  for (const { event, who, atMs } of ours)
    if (event.kind === 'weekly-meeting/proposed' || event.kind === 'weekly-meeting/moved') {
      time = { atMs: event.atMs, by: who };
      isAgreed = false;
      // Whoever moves what they promised tells early.
      if (promise?.by === who && event.atMs !== null && atMs < promise.atMs) promise = { ...promise, atMs: event.atMs };
    } else if (event.kind === 'weekly-meeting/agreed' && who !== time.by) {
      if (event.atMs !== null && event.atMs !== time.atMs) continue; // another time was named meanwhile
      isAgreed = true;
      if (event.promise !== null && time.atMs !== null) promise = { thing: event.promise, by: who, atMs: time.atMs };
    }
  return { time, isAgreed, promise };
}

interface Brought {
  readonly put: Found<'weekly-meeting/brought'>;
  readonly items: readonly MeetingItem[];
}

/**
 * The last that is open stands; else what was brought since the last withdrawal. Of two devices of one person that bring at
 * the same time, the first that is open.
 */
function broughtOf(ours: readonly One[], who: Who): Brought | null {
  const begin = () => ({ puts: [] as Brought['put'][], taken: new Set<number>() });
  let now = begin();
  const all = [now];
  for (const one of ours) {
    if (one.who !== who) continue;
    if (one.event.kind === 'weekly-meeting/brought') now.puts.push(one as Brought['put']);
    if (one.event.kind === 'weekly-meeting/taken-back' || one.event.kind === 'weekly-meeting/withdrawn')
      now.taken.add(one.event.nth);
    if (one.event.kind !== 'weekly-meeting/withdrawn') continue;
    now = begin();
    all.push(now);
  }
  const { puts, taken } = all.findLast((one) => one.puts.some(({ seal }) => seal === 'open')) ?? now;
  const put = puts.find(({ seal }) => seal === 'open') ?? puts[0];
  if (put === undefined) return null;
  const items = put.event.notes.map(({ part, words }, nth) => ({ part, words: taken.has(nth) ? null : words }));
  return { put, items };
}

/** Which things of mine they were: written by the device that brought them, before it did. */
function idsOf(own: readonly One[], put: Brought['put'] | undefined): readonly ThingId[] {
  const told = allOf(own, 'weekly-meeting/own-brought').findLast(
    (one) => put !== undefined && one.device === put.device && comparePlaced(one, put) < 0,
  );
  return told?.event.notes ?? [];
}

function pickOf(ours: readonly One[], who: Who): TopicPlace | null {
  const said = allOf(ours, 'weekly-meeting/topic').findLast((one) => one.who === who)?.event;
  if (said === undefined) return null;
  const other: Who = who === 'me' ? 'partner' : 'me';
  return { who: said.whose === 'mine' ? who : other, nth: said.nth };
}

function theTopic(
  mine: readonly MeetingItem[],
  theirs: readonly MeetingItem[],
  [one, two]: readonly [TopicPlace | null, TopicPlace | null],
): TopicPlace | null {
  const all = [...topicsOf(mine, 'me'), ...topicsOf(theirs, 'partner')];
  if (all.length === 1) return all[0] ?? null;
  if (one?.who !== two?.who || one?.nth !== two?.nth) return null;
  return all.find(({ who, nth }) => who === one?.who && nth === one.nth) ?? null;
}

const topicsOf = (items: readonly MeetingItem[], who: Who): readonly TopicPlace[] =>
  items.flatMap(({ part, words }, nth) => (part === 'topic' && words !== null ? [{ who, nth }] : []));

/** All but what was taken back, and the topics that did not have their turn: those go back among the notes. */
const usedOf = (items: readonly MeetingItem[], ids: readonly ThingId[], topic: TopicPlace | null): readonly ThingId[] =>
  ids.filter((_, nth) => {
    const item = items[nth];
    if (item === undefined || item.words === null) return false;
    return item.part !== 'topic' || (topic?.who === 'me' && topic.nth === nth);
  });
