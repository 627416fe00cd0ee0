/** Own life, as screens list it. */
import type { ThingId } from '../practice.ts';
import type { OwnLifeSubject, TimeWords } from './events.ts';
import type { OwnLifeThing, OwnLook, OwnNote, ProtectedTime } from './fold.ts';

export type OwnLifeById = ReadonlyMap<ThingId, OwnLifeThing>;

const byBirth = (a: OwnLifeThing, b: OwnLifeThing): number =>
  a.beganAtMs - b.beganAtMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** In the order in which they came to me. */
export const ownNotes = (things: OwnLifeById, about: OwnLifeSubject): readonly OwnNote[] =>
  [...things.values()].filter((one) => one.type === 'note' && one.about === about).sort(byBirth) as OwnNote[]; // by its type

/** Latest first. */
export const ownLooks = (things: OwnLifeById): readonly OwnLook[] =>
  [...things.values()]
    .filter((one) => one.type === 'look')
    .sort(byBirth)
    .reverse();

/** My own, by the day of the week on which they begin. */
export const ownTimes = (things: OwnLifeById): readonly ProtectedTime[] =>
  times(things).filter(({ owner, own, standing }) => owner === 'me' && (own !== null || standing === 'ours'));

/** Those that the other one shared, and a mark where one was taken back. */
export const timesOfOther = (things: OwnLifeById): readonly ProtectedTime[] =>
  times(things).filter(({ owner }) => owner === 'partner');

/** As its owner has it now, or as it is shared. */
export const wordsOfTime = ({ own, shared }: ProtectedTime): TimeWords | null => own ?? shared;

/** My copy says something else than what both can read. */
export const isTimeChanged = ({ own, shared }: ProtectedTime): boolean =>
  own !== null && shared !== null && !isSameTime(own, shared);

export const isSameTime = (one: TimeWords, other: TimeWords): boolean =>
  one.part === other.part && one.words === other.words && one.days.join() === other.days.join();

function times(things: OwnLifeById): readonly ProtectedTime[] {
  const firstDay = (time: ProtectedTime): number => wordsOfTime(time)?.days[0] ?? 8;
  return [...things.values()]
    .filter((one) => one.type === 'time')
    .sort((a, b) => firstDay(a) - firstDay(b) || byBirth(a, b));
}
