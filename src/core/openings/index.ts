/** The front door of openings. */
import { coreLimits } from '../limits.ts';
import type { Practice } from '../practice.ts';
import { decideOpenings, type OpeningsCommand } from './decide.ts';
import { type OpeningsEvent, openingsToBody, parseOpenings } from './events.ts';
import { foldOpenings, type OpeningThing } from './fold.ts';

export type { OpeningsCommand, OpeningsRefusal } from './decide.ts';
export {
  type OpeningDepth,
  type OpeningsDraft,
  type OpeningsEvent,
  type OpeningWarm,
  openingDepths,
  openingLevel,
  openingWarms,
} from './events.ts';
export type { Opening, OpeningReach, OpeningThing } from './fold.ts';
export { agreedDepth, canShareDepth, chosenDepth, latestReach, openingsNewestFirst, whoseTurn } from './view-model.ts';

export const openings: Practice<OpeningsEvent, OpeningThing, OpeningsCommand> = {
  key: 'openings',
  parse: parseOpenings,
  toBody: openingsToBody,
  fold: foldOpenings,
  // How far each would go stays at hand for ever: were a "lighter" to rest, an older word would seem to hold again.
  // So does the mark of one that was taken back, for as long: else the one before would seem to be the last.
  isOpen: (thing, nowMs) =>
    thing.type !== 'opening' || nowMs - (thing.sharedAtMs ?? thing.beganAtMs) < coreLimits.openingOpenMsMax,
  decide: decideOpenings,
};
