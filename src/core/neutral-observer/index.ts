/** The front door of the neutral observer. */
import type { Practice } from '../practice.ts';
import { decideNeutral, type NeutralCommand } from './decide.ts';
import { type NeutralEvent, neutralToBody, parseNeutral } from './events.ts';
import { foldNeutral, type NeutralThing } from './fold.ts';
import { neutralLimits } from './limits.ts';

export type { NeutralCommand, NeutralRefusal } from './decide.ts';
export {
  type NeutralDraft,
  type NeutralEvent,
  type NeutralPart,
  type NeutralWords,
  neutralParts,
  shareNeutral,
} from './events.ts';
export type { NeutralRest, NeutralText, NeutralThing } from './fold.ts';
export { neutralLimits } from './limits.ts';
export { type NeutralById, neutralNewestFirst, neutralSuggestion } from './view-model.ts';

export const neutralObserver: Practice<NeutralEvent, NeutralThing, NeutralCommand> = {
  key: 'neutral-observer',
  parse: parseNeutral,
  toBody: neutralToBody,
  fold: foldNeutral,
  /** My own texts stay at hand, so that it is known when four months have passed; the other's rest with their month. */
  isOpen: (thing, nowMs) =>
    thing.type === 'rest' || (thing.author === 'me' && nowMs - thing.beganAtMs < neutralLimits.ownOpenMsMax),
  decide: decideNeutral,
};
