/** The front door of the pause. */
import type { Practice } from '../practice.ts';
import { decidePause, type PauseCommand } from './decide.ts';
import { type PauseEvent, parsePause, pauseToBody } from './events.ts';
import { foldPause, type Pause } from './fold.ts';
import { isPauseOpen } from './view-model.ts';

export { type ClockStanding, clockCorrectionMs, clockStanding, toWholeMinute } from './clock.ts';
export type { PauseCommand, PauseRefusal } from './decide.ts';
export {
  type PauseDraft,
  type PauseEvent,
  type PauseMineEvent,
  type PauseOursEvent,
  type PauseSpan,
  sharePause,
} from './events.ts';
export type { Pause, PauseEnding, PauseExtension } from './fold.ts';
export { pauseLimits } from './limits.ts';
export {
  isInTime,
  isPauseOpen,
  openPauses,
  type PauseAction,
  type Pauses,
  type PauseWhole,
  pauseActions,
  pausesGoingOn,
  pausesOfSession,
  pauseWholeOf,
  pauseWholes,
} from './view-model.ts';

export const pause: Practice<PauseEvent, Pause, PauseCommand> = {
  key: 'pause',
  parse: parsePause,
  toBody: pauseToBody,
  fold: foldPause,
  isOpen: isPauseOpen,
  decide: decidePause,
};
