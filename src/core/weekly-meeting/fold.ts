/**
 * The weekly meeting: what the facts make. A note of mine; a meeting of both; or a look of my own, alone or on one phone.
 *
 * A meeting begins when what both brought is open to both, and not before. It is closed when either has given thanks
 * after that. "Not this week" from either lets it rest whatever else was pressed at the same time, and nothing shows who
 * said it: what was brought is then shown to nobody.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { BroughtNote, MeetingEvent, MeetingPart, OwnWay } from './events.ts';

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
  readonly standing: 'waiting' | 'begun' | 'closed' | 'rest';
  /** What I brought; null: nothing yet. Before it begins only I can read it. */
  readonly mine: readonly MeetingItem[] | null;
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
    standing: closed === undefined ? 'begun' : 'closed',
    mine: notes.map(({ part, words }) => ({ part, words })),
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
  const hasBegun = broughtByMe?.seal === 'open' && broughtByThem?.seal === 'open';
  const thanked = allOf(ours, 'weekly-meeting/thanked')[0];
  const rest = allOf(ours, 'weekly-meeting/not-this-week')[0];
  const standing =
    hasBegun && thanked !== undefined ? 'closed' : rest !== undefined ? 'rest' : hasBegun ? 'begun' : 'waiting';
  const isShown = standing === 'begun' || standing === 'closed';
  const mine = broughtByMe === null || standing === 'rest' ? null : itemsOf(ours, broughtByMe);
  const theirs = broughtByThem === null || !isShown ? null : itemsOf(ours, broughtByThem);
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
    theirs,
    picks,
    topic,
    used: standing === 'closed' ? usedOf(mine ?? [], idsOf(own, broughtByMe), topic) : [],
    endedAtMs: ended?.atMs ?? null,
  };
}

function timeOf(ours: readonly One[], born: One): Pick<Meeting, 'time' | 'isAgreed'> {
  let time: Meeting['time'] = { atMs: null, by: born.who };
  let isAgreed = false;
  for (const { event, who } of ours)
    if (event.kind === 'weekly-meeting/proposed' || event.kind === 'weekly-meeting/moved') {
      time = { atMs: event.atMs, by: who };
      isAgreed = false;
    } else if (event.kind === 'weekly-meeting/agreed' && who !== time.by) isAgreed = true;
  return { time, isAgreed };
}

/** The first that is open stands, so that two devices of one person cannot make two of it. */
function broughtOf(ours: readonly One[], who: Who): Found<'weekly-meeting/brought'> | null {
  const all = allOf(ours, 'weekly-meeting/brought').filter((one) => one.who === who);
  return all.find(({ seal }) => seal === 'open') ?? all[0] ?? null;
}

function itemsOf(ours: readonly One[], { who, event }: Found<'weekly-meeting/brought'>): readonly MeetingItem[] {
  const taken = new Set(
    allOf(ours, 'weekly-meeting/taken-back')
      .filter((one) => one.who === who)
      .map((one) => one.event.nth),
  );
  return event.notes.map(({ part, words }: BroughtNote, nth) => ({ part, words: taken.has(nth) ? null : words }));
}

/** Which things of mine they were: written by the device that brought them. */
function idsOf(own: readonly One[], brought: Found<'weekly-meeting/brought'> | null): readonly ThingId[] {
  const all = allOf(own, 'weekly-meeting/own-brought').filter(({ device }) => device === brought?.device);
  return all.at(-1)?.event.notes ?? [];
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
