/** The front door of reaching out. */
import type { Practice } from '../practice.ts';
import { decideReachingOut, type ReachingOutCommand } from './decide.ts';
import { parseReachingOut, type ReachingOutEvent, reachingOutToBody } from './events.ts';
import { foldWish, isWishWaiting, type Wish } from './fold.ts';

export type { ReachingOutCommand, ReachingOutRefusal } from './decide.ts';
export {
  type ReachingOutDraft,
  type ReachingOutEvent,
  type ReachingOutMineEvent,
  type ReachingOutOursEvent,
  shareWish,
  type WishAnswer,
  type WishKey,
  type WishWords,
  wishKeys,
} from './events.ts';
export { isWishResting, isWishWaiting, type Wish, type WishAnswered, wishRestsAfterMs } from './fold.ts';
export { answersToMe, lastWordAtMs, type Wishes, wishesNewestFirst, wishToMe } from './view-model.ts';

export const reachingOut: Practice<ReachingOutEvent, Wish, ReachingOutCommand> = {
  key: 'reaching-out',
  parse: parseReachingOut,
  toBody: reachingOutToBody,
  fold: foldWish,
  isOpen: (wish, nowMs) => !wish.isSetAside && isWishWaiting(wish, nowMs),
  decide: decideReachingOut,
};
