/** The front door of own life. */
import type { Practice } from '../practice.ts';
import { decideOwnLife, type OwnLifeCommand } from './decide.ts';
import { type OwnLifeEvent, ownLifeToBody, parseOwnLife } from './events.ts';
import { foldOwnLife, type OwnLifeThing } from './fold.ts';

export type { OwnLifeCommand, OwnLifeRefusal } from './decide.ts';
export {
  type Balance,
  type BalanceField,
  type BalanceLook,
  balanceFields,
  balances,
  type OwnLifeDraft,
  type OwnLifeEvent,
  type OwnLifeSubject,
  ownLifeSubjects,
  type PartOfDay,
  partsOfDay,
  shareTime,
  type TimeWords,
} from './events.ts';
export type { OwnLifeThing, OwnLook, OwnNote, ProtectedTime } from './fold.ts';
export {
  isTimeChanged,
  type OwnLifeById,
  ownLooks,
  ownNotes,
  ownTimes,
  timesOfOther,
  wordsOfTime,
} from './view-model.ts';

/** The last look is at hand for about this long; an older one is found in its month. */
const lookOpenMsMax = 92 * 24 * 3_600_000;

export const ownLife: Practice<OwnLifeEvent, OwnLifeThing, OwnLifeCommand> = {
  key: 'own-life',
  parse: parseOwnLife,
  toBody: ownLifeToBody,
  fold: foldOwnLife,
  /** What is mine, and a time that comes round each week, is as true in a year as today. */
  isOpen: (thing, nowMs) => {
    if (thing.type === 'look') return nowMs - thing.beganAtMs < lookOpenMsMax;
    return thing.type === 'note' || thing.standing === 'ours' || thing.own !== null;
  },
  decide: decideOwnLife,
};
