/**
 * Pauses, as screens see them. Two people in one room may each begin the same pause on their own phone, both offline.
 * Then there are two things, and one pause: the one that began first in the total order counts, and what was said in
 * the other (longer, back, left) is said in it. The other one is shown nowhere. Both phones derive the same.
 */
import { comparePlaced } from '#log';
import type { ThingId, Who } from '../practice.ts';
import type { Pause, PauseEnding, PauseExtension } from './fold.ts';
import { pauseLimits } from './limits.ts';

export type Pauses = ReadonlyMap<ThingId, Pause>;

/** One pause as it counts, and the things of which it is made: itself, and those that stand behind it. */
export interface PauseWhole {
  readonly pause: Pause;
  readonly parts: readonly Pause[];
}

/** Every pause that counts, in their order. */
export function pauseWholes(things: Pauses): readonly PauseWhole[] {
  const wholes: PauseWhole[] = [];
  const lastByGroup = new Map<string, number>();
  for (const pause of [...things.values()].sort((a, b) => comparePlaced(a.place, b.place))) {
    const group = groupOf(pause);
    const at = lastByGroup.get(group);
    const last = at === undefined ? undefined : wholes[at];
    if (at !== undefined && last !== undefined && isSame(last.pause, pause)) {
      wholes[at] = { pause: joined(last.pause, pause), parts: [...last.parts, pause] };
    } else {
      lastByGroup.set(group, wholes.length);
      wholes.push({ pause, parts: [pause] });
    }
  }
  return wholes;
}

/** The whole to which a thing belongs. */
export const pauseWholeOf = (things: Pauses, thing: ThingId): PauseWhole | null =>
  pauseWholes(things).find(({ parts }) => parts.some(({ id }) => id === thing)) ?? null;

/** Those of one session (null: of none), in their order. */
export const pausesOfSession = (things: Pauses, session: ThingId | null): readonly Pause[] =>
  pauseWholes(things)
    .map(({ pause }) => pause)
    .filter((pause) => pause.session === session);

/** Nobody has ended it, and it has not come to rest by itself. Its time may have come. */
export const isPauseOpen = ({ ending, untilMs }: Pause, nowMs: number): boolean =>
  ending === null && nowMs < untilMs + pauseLimits.restsAfterMs;

/** What goes on just now: in each session at most one for both and one of mine, the last. Newest first. */
export function openPauses(things: Pauses, nowMs: number): readonly Pause[] {
  const last = new Map<string, Pause>();
  for (const { pause } of pauseWholes(things)) last.set(groupOf(pause), pause);
  return [...last.values()]
    .filter((pause) => isPauseOpen(pause, nowMs))
    .sort((one, other) => comparePlaced(other.place, one.place));
}

/**
 * What a new pause in this session (null: in none) would only double: its time has not come, or has just come. One that
 * was forgotten hours ago stands in nobody's way.
 */
export const pausesGoingOn = (things: Pauses, session: ThingId | null, nowMs: number): readonly Pause[] =>
  openPauses(things, nowMs).filter((pause) => pause.session === session && isInTime(pause, nowMs));

export type PauseAction = 'extend' | 'return' | 'leave';

/** What I can do with it now. */
export function pauseActions(pause: Pause, nowMs: number): readonly PauseAction[] {
  const { ending, back } = pause;
  if (ending?.how === 'left' || back.includes('me')) return [];
  if (ending !== null) return ['return', 'leave'];
  return canExtend(pause, nowMs) ? ['return', 'extend', 'leave'] : ['return', 'leave'];
}

/** Once, and before its time or a little after: a bell that has just rung is when people know. */
export const canExtend = ({ ending, isExtended, untilMs }: Pause, nowMs: number): boolean =>
  ending === null && !isExtended && nowMs <= untilMs + pauseLimits.graceMs;

/** Whether coming back now is coming back as it was said. */
export const isInTime = ({ untilMs }: Pause, nowMs: number): boolean => nowMs <= untilMs + pauseLimits.graceMs;

/** The promises of one person that hang on a pause, with what they say. */
export const promisesOf = ({ parts }: PauseWhole, by: Who): readonly Pick<Pause, 'promise' | 'what'>[] =>
  parts.filter((part) => part.by === by && part.promise !== null);

// ------------------------------------------------------------------------------------------------ two that are one

/** Only a pause of the same session, and for the same eyes, can be the same pause. */
const groupOf = ({ isShared, session }: Pause): string => `${isShared ? 'ours' : 'mine'} ${session ?? ''}`;

/** The later one began while the first was going on, and before anybody had ended it. */
const isSame = (first: Pause, later: Pause): boolean =>
  later.beganAtMs < first.untilMs && (first.ending === null || comparePlaced(later.place, first.ending.place) < 0);

function joined(first: Pause, later: Pause): Pause {
  const extension = firstOf(first.extension, isLonger(first, later.extension) ? later.extension : null);
  return {
    ...first,
    extension,
    isExtended: extension !== null,
    untilMs: extension?.untilMs ?? first.untilMs,
    back: [...new Set([...first.back, ...later.back])],
    ending: endingOf(first, later),
  };
}

const isLonger = (first: Pause, extension: PauseExtension | null): boolean =>
  extension !== null && (first.isExtended || extension.untilMs > first.untilMs);

/** The first word ends it; leaving it counts more than coming back, but for who came back themselves. */
function endingOf(first: Pause, later: Pause): PauseEnding | null {
  const [one, other] = [first.ending, later.ending];
  if (one === null || other === null || one.how === other.how) return firstOf(one, other);
  const [left, returnedTo] = one.how === 'left' ? [one, later] : [other, first];
  return returnedTo.back.includes(left.by) ? returnedTo.ending : left;
}

function firstOf<T extends { readonly place: Pause['place'] }>(one: T | null, other: T | null): T | null {
  if (one === null || other === null) return one ?? other;
  return comparePlaced(one.place, other.place) <= 0 ? one : other;
}
