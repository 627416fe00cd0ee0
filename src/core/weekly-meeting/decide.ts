/** The weekly meeting: what a person may do. Either puts it off or lets it rest, and nothing asks why. */
import { err, ok, type Result } from '#kernel';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId, Who } from '../practice.ts';
import type { PromisesDraft } from '../promises/index.ts';
import { typedText } from '../text.ts';
import {
  bringNotes,
  type ChosenNote,
  type MeetingDraft,
  type MeetingMineEvent,
  type MeetingOursEvent,
  type MeetingPart,
  meetingLimits,
  type OwnWay,
} from './events.ts';
import type { Meeting, MeetingThing } from './fold.ts';
import { promiseAgreed, promiseMoved, promiseOffered } from './promise.ts';
import { agendaPart, currentMeeting } from './view-model.ts';

interface OnMeeting<Type extends string> {
  readonly practice: 'weekly-meeting';
  readonly type: Type;
  readonly thing: ThingId;
}

export type WeeklyMeetingCommand =
  /** For me (`thing` null: a new one), or the same put differently. */
  | {
      readonly practice: 'weekly-meeting';
      readonly type: 'note';
      readonly thing: ThingId | null;
      readonly part: MeetingPart;
      readonly words: string;
    }
  /** A note, or a look of my own. */
  | OnMeeting<'forget'>
  /** `atMs` null: now. Leaves after the cancel window. */
  | { readonly practice: 'weekly-meeting'; readonly type: 'propose'; readonly atMs: number | null }
  /** `what`: how the promise to come reads, after "I will". */
  | (OnMeeting<'move'> & { readonly atMs: number | null; readonly what: string })
  /** To the time that stands, which becomes a promise of mine. Leaves after the cancel window. */
  | (OnMeeting<'agree'> & { readonly what: string })
  | OnMeeting<'not-this-week'>
  /** The notes that I choose, sealed after the cancel window until both have brought theirs. May be none. */
  | (OnMeeting<'bring'> & { readonly notes: readonly ChosenNote[] })
  /** One of those that I brought, before the meeting or after it began. */
  | (OnMeeting<'take-back'> & { readonly nth: number })
  | (OnMeeting<'topic'> & { readonly who: Who; readonly nth: number })
  /** With thanks. */
  | OnMeeting<'close'>
  /** A look of my own: alone, or with the other beside me. Mine. */
  | {
      readonly practice: 'weekly-meeting';
      readonly type: 'begin-own';
      readonly way: OwnWay;
      readonly notes: readonly ChosenNote[];
    };

export type WeeklyMeetingRefusal =
  | 'weekly-meeting.refusal.not-there'
  | 'weekly-meeting.refusal.still-leaving'
  | 'weekly-meeting.refusal.alone'
  | 'weekly-meeting.refusal.no-words'
  | 'weekly-meeting.refusal.words-too-long'
  | 'weekly-meeting.refusal.too-many'
  | 'weekly-meeting.refusal.already-proposed'
  | 'weekly-meeting.refusal.not-near'
  | 'weekly-meeting.refusal.not-waiting'
  | 'weekly-meeting.refusal.already-brought'
  | 'weekly-meeting.refusal.not-begun';

type Things = ReadonlyMap<ThingId, MeetingThing>;
type Decision = Result<readonly (MeetingDraft | PromisesDraft)[], Refusal>;
type Of<Type extends WeeklyMeetingCommand['type']> = Extract<WeeklyMeetingCommand, { readonly type: Type }>;
const refuse = (refusal: WeeklyMeetingRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });
const mine = (thing: ThingId, event: MeetingMineEvent): MeetingDraft => ({ thing, space: 'mine', event });
const ours = (thing: ThingId, event: MeetingOursEvent, mode: 'at-once' | 'window' = 'at-once'): MeetingDraft => ({
  ...{ thing, space: 'ours', mode, event },
});

export function decideMeeting(things: Things, command: WeeklyMeetingCommand, context: Context): Decision {
  switch (command.type) {
    case 'note':
      return note(things, command, context);
    case 'forget': {
      const one = things.get(command.thing);
      return one?.type === 'note' || (one?.type === 'meeting' && one.way !== 'two-phones')
        ? ok([mine(one.id, { kind: 'weekly-meeting/own-forgotten' })])
        : refuse('weekly-meeting.refusal.not-there');
    }
    case 'propose': {
      if (!context.isPaired) return refuse('weekly-meeting.refusal.alone');
      if (currentMeeting(things, context.nowMs) !== null) return refuse('weekly-meeting.refusal.already-proposed');
      if (!isNear(command.atMs, context.nowMs)) return refuse('weekly-meeting.refusal.not-near', 'at');
      const event = { kind: 'weekly-meeting/proposed', atMs: command.atMs } as const;
      return ok([ours(context.newId(), event, 'window')]);
    }
    case 'begin-own': {
      const notes = chosenNotes(things, command.notes);
      if (!notes.ok) return notes;
      const event = { kind: 'weekly-meeting/own-began', way: command.way, notes: notes.value } as const;
      return ok([mine(context.newId(), event)]);
    }
    default: {
      const one = things.get(command.thing);
      if (one?.type !== 'meeting') return refuse('weekly-meeting.refusal.not-there');
      if (one.way !== 'two-phones') return decideOnOwn(one, command);
      if (context.isLeaving?.(one.id) === true) return refuse('weekly-meeting.refusal.still-leaving');
      return context.isPaired ? decideOnOne(things, one, command, context) : refuse('weekly-meeting.refusal.alone');
    }
  }
}

type OnOne = Of<'move' | 'agree' | 'not-this-week' | 'bring' | 'take-back' | 'topic' | 'close'>;

function decideOnOwn(one: Meeting, command: OnOne): Decision {
  if (command.type !== 'topic' && command.type !== 'close') return refuse('weekly-meeting.refusal.not-there');
  if (one.standing !== 'begun') return refuse('weekly-meeting.refusal.not-begun');
  if (command.type === 'close') return ok([mine(one.id, { kind: 'weekly-meeting/own-closed' })]);
  return isTopic(one, command)
    ? ok([mine(one.id, { kind: 'weekly-meeting/own-topic', nth: command.nth })])
    : refuse('weekly-meeting.refusal.not-there');
}

function decideOnOne(things: Things, one: Meeting, command: OnOne, context: Context): Decision {
  const { id: thing, standing } = one;
  switch (command.type) {
    case 'move':
      if (standing !== 'waiting') return refuse('weekly-meeting.refusal.not-waiting');
      if (!isNear(command.atMs, context.nowMs)) return refuse('weekly-meeting.refusal.not-near', 'at');
      return ok([
        ours(thing, { kind: 'weekly-meeting/moved', atMs: command.atMs }),
        ...promiseMoved(one, command.atMs, command.what, context),
      ]);
    case 'agree':
      if (standing !== 'waiting' || one.time.by === 'me') return refuse('weekly-meeting.refusal.not-waiting');
      return one.isAgreed ? ok([]) : agree(one, command.what, context);
    case 'not-this-week':
      if (standing === 'rest') return ok([]);
      if (standing !== 'waiting') return refuse('weekly-meeting.refusal.not-waiting');
      return ok([ours(thing, { kind: 'weekly-meeting/not-this-week' }), ...promiseOffered(one, context)]);
    case 'bring': {
      if (standing !== 'waiting') return refuse('weekly-meeting.refusal.not-waiting');
      if (one.mine !== null) return refuse('weekly-meeting.refusal.already-brought');
      const notes = chosenNotes(things, command.notes);
      if (!notes.ok) return notes;
      return ok(brought(thing, notes.value, 'sealed'));
    }
    case 'take-back':
      return takeBack(one, command.nth);
    case 'topic': {
      if (standing !== 'begun') return refuse('weekly-meeting.refusal.not-begun');
      if (!isTopic(one, command)) return refuse('weekly-meeting.refusal.not-there');
      const whose = command.who === 'me' ? 'mine' : 'yours';
      return ok([ours(thing, { kind: 'weekly-meeting/topic', whose, nth: command.nth })]);
    }
    case 'close':
      if (standing === 'closed') return ok([]);
      if (standing !== 'begun') return refuse('weekly-meeting.refusal.not-begun');
      return ok([ours(thing, { kind: 'weekly-meeting/thanked' })]);
  }
}

const brought = (thing: ThingId, notes: readonly ChosenNote[], mode: 'sealed' | 'sealed-at-once'): MeetingDraft[] => [
  mine(thing, {
    kind: 'weekly-meeting/own-brought',
    notes: notes.every(({ note }) => note !== '') ? notes.map(({ note }) => note) : [],
  }),
  { thing, space: 'ours', mode, exchange: `weekly-meeting/${thing}`, event: bringNotes(notes) },
];

/** While it is sealed, the whole of it is withdrawn, so that no key of it is ever given, and the rest is sealed anew. */
function takeBack({ id: thing, mine: items, mineFrom, isSealed }: Meeting, nth: number): Decision {
  if (items?.[nth]?.words == null) return refuse('weekly-meeting.refusal.not-there');
  if (!isSealed) return ok([ours(thing, { kind: 'weekly-meeting/taken-back', nth })]);
  const left = items.flatMap(({ part, words }, at) =>
    at === nth || words === null ? [] : [{ note: mineFrom[at] ?? '', part, words }],
  );
  return ok([ours(thing, { kind: 'weekly-meeting/withdrawn', nth }), ...brought(thing, left, 'sealed-at-once')]);
}

/** Yes, and the promise that it is: both leave together. */
function agree(one: Meeting, what: string, context: Context): Decision {
  const promised = promiseAgreed(one, what, context);
  if (!promised.ok) return promised;
  const promise = promised.value.find(({ space }) => space === 'ours')?.thing ?? null;
  const { atMs } = one.time;
  return ok([ours(one.id, { kind: 'weekly-meeting/agreed', atMs, promise }, 'window'), ...promised.value]);
}

const isTopic = (one: Meeting, { who, nth }: Of<'topic'>): boolean =>
  agendaPart(one, 'topic').some((item) => item.who === who && item.nth === nth);

const isNear = (atMs: number | null, nowMs: number): boolean =>
  atMs === null || (Number.isSafeInteger(atMs) && atMs > nowMs && atMs <= nowMs + meetingLimits.aheadMsMax);

function note(things: Things, command: Of<'note'>, context: Context): Decision {
  const old = command.thing === null ? null : things.get(command.thing);
  if (old !== null && old?.type !== 'note') return refuse('weekly-meeting.refusal.not-there');
  const words = typedText(command.words);
  if (words === '') return refuse('weekly-meeting.refusal.no-words', 'words');
  if (words.length > coreLimits.paragraphCharsMax) return refuse('weekly-meeting.refusal.words-too-long', 'words');
  return ok([mine(old?.id ?? context.newId(), { kind: 'weekly-meeting/own-noted', part: command.part, words })]);
}

/** A note of mine is brought as it stands in my notes; words of another practice can only be an appreciation. */
function chosenNotes(things: Things, chosen: readonly ChosenNote[]): Result<readonly ChosenNote[], Refusal> {
  const notes: ChosenNote[] = [];
  for (const each of chosen) {
    const own = things.get(each.note);
    if (
      own?.type !== 'note' &&
      (own !== undefined || each.part !== 'appreciation' || !/^[0-9a-f]{32}$/.test(each.note))
    )
      return refuse('weekly-meeting.refusal.not-there');
    const words = own?.type === 'note' ? own.words : typedText(each.words);
    if (words === '') return refuse('weekly-meeting.refusal.no-words');
    if (words.length > meetingLimits.broughtCharsMax) return refuse('weekly-meeting.refusal.words-too-long');
    if (!notes.some((one) => one.note === each.note))
      notes.push({ note: each.note, part: own?.type === 'note' ? own.part : 'appreciation', words });
  }
  const chars = notes.reduce((sum, { words }) => sum + words.length, 0);
  return notes.length <= meetingLimits.notesBroughtMax && chars <= meetingLimits.allCharsMax
    ? ok(notes)
    : refuse('weekly-meeting.refusal.too-many');
}
