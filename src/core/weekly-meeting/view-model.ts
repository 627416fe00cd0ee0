/** The weekly meeting: what a screen and a decision ask of all things together. */
import type { ThingId, Who } from '../practice.ts';
import { type MeetingPart, meetingParts } from './events.ts';
import type { Meeting, MeetingNote, MeetingThing, TopicPlace } from './fold.ts';

export type MeetingThings = ReadonlyMap<ThingId, MeetingThing>;

/** A meeting that nobody came to is let go after this, and nothing is said about it. */
const waitMsMax = 14 * 24 * 3_600_000;
/** One that was begun stays at hand a little longer than the notes that it used, so that none of them comes back. */
export const noteOpenMsMax = 92 * 24 * 3_600_000;
export const meetingOpenMsMax = 100 * 24 * 3_600_000;

const meetingsOf = (things: MeetingThings): readonly Meeting[] =>
  [...things.values()].filter((one) => one.type === 'meeting');

/** Things of mine that had their turn: notes, and kept appreciations. */
export const usedNotes = (things: MeetingThings): ReadonlySet<ThingId> =>
  new Set(meetingsOf(things).flatMap(({ used }) => used));

/** My notes for the next meeting, in the order of the agenda and of their writing. */
export function notesAtHand(things: MeetingThings): readonly MeetingNote[] {
  const used = usedNotes(things);
  return [...things.values()]
    .filter((one) => one.type === 'note')
    .filter(({ id }) => !used.has(id))
    .sort(
      (a, b) =>
        meetingParts.indexOf(a.part) - meetingParts.indexOf(b.part) ||
        a.beganAtMs - b.beganAtMs ||
        (a.id < b.id ? -1 : 1),
    );
}

/**
 * The one meeting that the two of us have before us. Where both proposed one in the same moment it is the same one of them
 * on all devices, and the other one is let go with it.
 */
export function currentMeeting(things: MeetingThings, nowMs: number): Meeting | null {
  const shared = meetingsOf(things).filter(({ way }) => way === 'two-phones');
  const lastEndMs = Math.max(0, ...shared.flatMap(({ endedAtMs }) => (isPast(endedAtMs, nowMs) ? [endedAtMs] : [])));
  const live = shared.filter(
    (one) =>
      (one.standing === 'begun' || one.standing === 'waiting') &&
      nowMs - Math.max(one.beganAtMs, one.time.atMs ?? 0) < waitMsMax &&
      one.beganAtMs > lastEndMs,
  );
  const [first] = live.sort(
    (a, b) => Number(b.standing === 'begun') - Number(a.standing === 'begun') || (a.id < b.id ? -1 : 1),
  );
  return first ?? null;
}

const isPast = (atMs: number | null, nowMs: number): atMs is number => atMs !== null && atMs <= nowMs;

/** The look of my own that is under way. */
export const ownMeeting = (things: MeetingThings): Meeting | null =>
  meetingsOf(things)
    .filter(({ way, standing }) => way !== 'two-phones' && standing === 'begun')
    .sort((a, b) => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1))[0] ?? null;

export const pastMeetings = (things: MeetingThings): readonly Meeting[] =>
  meetingsOf(things)
    .filter(({ standing }) => standing === 'closed')
    .sort((a, b) => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1));

export interface AgendaItem extends TopicPlace {
  readonly words: string;
}

/** What both brought to one part; what was taken back is not there. The other's come first, to be listened to. */
export function agendaPart({ mine, theirs }: Meeting, part: MeetingPart): readonly AgendaItem[] {
  const of = (who: Who) =>
    ((who === 'me' ? mine : theirs) ?? []).flatMap((item, nth) =>
      item.part === part && item.words !== null ? [{ who, nth, words: item.words }] : [],
    );
  return [...of('partner'), ...of('me')];
}
