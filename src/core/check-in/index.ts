/** The front door of check-in. */
import { coreLimits } from '../limits.ts';
import type { Practice } from '../practice.ts';
import { type CheckInCommand, decideCheckIn } from './decide.ts';
import { type CheckInEvent, checkInToBody, parseCheckIn } from './events.ts';
import { type CheckIn, foldCheckIn } from './fold.ts';

export type { CheckInCommand, CheckInRefusal, CheckInTyped, Visibility } from './decide.ts';
export {
  type CheckInChanged,
  type CheckInDraft,
  type CheckInEvent,
  type CheckInMineEvent,
  type CheckInOursEvent,
  type CheckInShared,
  type CheckInWords,
  type CheckInWritten,
  type Holding,
  type Need,
  needs,
  shareCheckIn,
} from './events.ts';
export type { CheckIn } from './fold.ts';

export * from './view-model.ts';

export const checkIn: Practice<CheckInEvent, CheckIn, CheckInCommand> = {
  key: 'check-in',
  parse: parseCheckIn,
  toBody: checkInToBody,
  fold: foldCheckIn,
  /** What is sealed or kept for now still waits for someone; what is kept for very long rests with its month. */
  isOpen: ({ standing, writtenAtMs }, nowMs) =>
    standing === 'sealed' || (standing === 'for-now' && nowMs - writtenAtMs < coreLimits.forNowOpenMsMax),
  decide: decideCheckIn,
};
