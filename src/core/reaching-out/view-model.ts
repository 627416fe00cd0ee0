/** Reaching out, as screens list it. Nothing here says how long somebody has waited, or how often. */
import { limits } from '#kernel';
import type { ThingId } from '../practice.ts';
import { isWishWaiting, type Wish } from './fold.ts';

export type Wishes = ReadonlyMap<ThingId, Wish>;

/** Latest first. */
export const wishesNewestFirst = (things: Wishes): readonly Wish[] =>
  [...things.values()].sort((a, b) => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1));

/** The newest wish of the other that waits for a word of mine. Older ones rest behind it: one thing at a time. */
export const wishToMe = (things: Wishes, nowMs: number): Wish | null =>
  wishesNewestFirst(things).find(
    (wish) => wish.asker === 'partner' && !wish.isSetAside && isWishWaiting(wish, nowMs),
  ) ?? null;

/** Answers to me that I have neither thanked for nor had for `newsMs`, latest first. */
export const answersToMe = (things: Wishes, nowMs: number, newsMs: number): readonly Wish[] =>
  [...things.values()]
    .filter(
      ({ asker, standing, answer, thanks }) =>
        asker === 'me' &&
        standing === 'ours' &&
        answer !== null &&
        thanks === null &&
        nowMs - movedAtMs(answer) < newsMs,
    )
    .sort((a, b) => lastWordAtMs(b) - lastWordAtMs(a) || (a.id < b.id ? 1 : -1))
    .slice(0, limits.rowsShownMax);

/** When something was last said in it. */
export const lastWordAtMs = ({ answer, thanks, askedAtMs, beganAtMs }: Wish): number =>
  thanks?.atMs ?? (answer === null ? (askedAtMs ?? beganAtMs) : movedAtMs(answer));

const movedAtMs = ({ atMs, changedAtMs }: NonNullable<Wish['answer']>): number => changedAtMs ?? atMs;
