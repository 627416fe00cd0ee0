/** The front door of boundaries. */
import type { Practice } from '../practice.ts';
import { type BoundariesCommand, decideBoundaries } from './decide.ts';
import { type BoundariesEvent, boundariesToBody, parseBoundaries } from './events.ts';
import { type BoundaryThing, foldBoundaries } from './fold.ts';
import { endedAtMs, fadesAfterMs } from './view-model.ts';

export { type BoundariesCommand, type BoundariesRefusal, type ReviewDays, reviewDays } from './decide.ts';
export {
  type BoundariesDraft,
  type BoundariesEvent,
  type BoundariesMineEvent,
  type BoundariesOursEvent,
  type BoundaryWords,
  type CrossingWords,
  shareBoundary,
} from './events.ts';
export { askEveryMs, type Boundary, type BoundaryThing, type Crossing, type Sharing } from './fold.ts';
export {
  type BoundariesById,
  boundariesOf,
  canAskAbout,
  crossingsOf,
  endedAtMs,
  fadesAfterMs,
  hasQuestion,
  isDueForReview,
  isLive,
  myBoundaries,
  theirBoundaries,
} from './view-model.ts';
export { type BoundaryField, fieldThatReachesIn, type IForm, type ReachWords, reachesIn, toIForm } from './wording.ts';

export const boundaries: Practice<BoundariesEvent, BoundaryThing, BoundariesCommand> = {
  key: 'boundaries',
  parse: parseBoundaries,
  toBody: boundariesToBody,
  fold: foldBoundaries,
  /** Mine are at hand as long as I have them; the other's until their mark has faded, and a note until it has. */
  isOpen: (thing, nowMs) => {
    if (thing.type === 'crossing') return nowMs - thing.beganAtMs < fadesAfterMs;
    if (thing.author === 'me') return thing.words !== null;
    const ended = endedAtMs(thing, nowMs);
    return ended === null || nowMs - ended < fadesAfterMs;
  },
  decide: decideBoundaries,
};
