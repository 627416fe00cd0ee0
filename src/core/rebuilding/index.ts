/** The front door of rebuilding. */
import type { Practice } from '../practice.ts';
import { decideRebuilding, type RebuildingCommand } from './decide.ts';
import { parseRebuilding, type RebuildingEvent, rebuildingToBody } from './events.ts';
import { foldRebuilding, type RebuildingThing } from './fold.ts';
import { endedShownMs, hourEndMs, pathMsMax } from './view-model.ts';

export {
  type HourMinutes,
  hourMinutes,
  type OpenDays,
  openDays,
  type RebuildingCommand,
  type RebuildingRefusal,
} from './decide.ts';
export {
  otherRole,
  type RebuildingDraft,
  type RebuildingEvent,
  type RebuildingRole,
  rebuildingRoles,
  type SideWords,
} from './events.ts';
export type {
  KeptQuestion,
  OpenItem,
  QuestionHour,
  RebuildingPath,
  RebuildingSide,
  RebuildingThing,
  Ritual,
} from './fold.ts';
export {
  agreedHours,
  canRenew,
  hourEndMs,
  isItemAsked,
  isItemLive,
  isPathLive,
  isSideRead,
  keptQuestions,
  livePath,
  myProposal,
  mySides,
  offeredHour,
  openItems,
  type RebuildingThings,
  restingPath,
  ritualsOf,
  theirProposal,
  theirSides,
  theirTakenSides,
} from './view-model.ts';
export { firstExcuse, isNoOpenness } from './wording.ts';

export const rebuilding: Practice<RebuildingEvent, RebuildingThing, RebuildingCommand> = {
  key: 'rebuilding',
  parse: parseRebuilding,
  toBody: rebuildingToBody,
  fold: foldRebuilding,
  /** What I wrote is at hand as long as I have it; what belongs to a path, as long as one can last. */
  isOpen: (thing, nowMs) => {
    if (thing.type === 'hour') return nowMs < hourEndMs(thing) + endedShownMs;
    if (thing.author === 'me' && (thing.type === 'side' || thing.type === 'question')) return true;
    return nowMs - thing.beganAtMs < pathMsMax + endedShownMs;
  },
  decide: decideRebuilding,
};
