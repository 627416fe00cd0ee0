/** The front door of guided practices. */
import type { Practice } from '../practice.ts';
import { decideGuided, type GuidedCommand } from './decide.ts';
import { type GuidedEvent, guidedToBody, parseGuided } from './events.ts';
import { guidedLimits } from './limits.ts';
import { foldGuided, type KeptScript, type Session } from './session.ts';

export { exchangeOfStep, type GuidedCommand, type GuidedRefusal } from './decide.ts';
export type { At, GuidedDraft, GuidedEvent, Values, Verdict } from './events.ts';
export { guidedLimits } from './limits.ts';
export * from './script.ts';
export {
  type Almost,
  actorsOf,
  answersHere,
  awaited,
  type Ending,
  type KeptScript,
  mayGo,
  openersOf,
  otherOf,
  type Place,
  placeOf,
  type Session,
  type SessionAnswer,
  scriptToPlaces,
  type Way,
} from './session.ts';

export const guided: Practice<GuidedEvent, Session | KeptScript, GuidedCommand> = {
  key: 'guided',
  parse: parseGuided,
  toBody: guidedToBody,
  fold: foldGuided,
  // What was added stays at hand for ever; a session while it goes on.
  isOpen: (thing, nowMs) =>
    thing.type === 'kept' ||
    (thing.ending === null && !thing.isSetAside && nowMs - thing.movedAtMs < guidedLimits.sessionOpenMsMax),
  decide: decideGuided,
};
