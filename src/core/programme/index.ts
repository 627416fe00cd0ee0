/** The front door of the programme. */
import type { Practice } from '../practice.ts';
import { decideProgramme, type ProgrammeCommand } from './decide.ts';
import { type ProgrammeEvent, parseProgramme, programmeToBody } from './events.ts';
import { foldProgramme, type Programme } from './fold.ts';

export { isPathStage, type ProgrammeCommand, type ProgrammeRefusal } from './decide.ts';
export { type Chance, type Choice, drawLimits, drawOne } from './draw.ts';
export {
  type PathStage,
  type ProgrammeDraft,
  type ProgrammeEvent,
  type ProgrammeMineEvent,
  type ProgrammeOursEvent,
  pathStages,
  shareStep,
} from './events.ts';
export type { Path, PathPause, Programme, StepShared, Suggestion } from './fold.ts';
export {
  currentPath,
  type DayKind,
  dayKind,
  idsToDrawAmong,
  isWelcome,
  type PathStanding,
  type ProgrammeThings,
  pathStanding,
  sharedStepOf,
  stageAfter,
  stageBefore,
  suggestionsByDate,
  suggestionToday,
  wantsDraw,
} from './view-model.ts';

/** A suggestion of this day, or of this weekend; then it rests with its month. */
const suggestionOpenMsMax = 3 * 24 * 3_600_000;

export const programme: Practice<ProgrammeEvent, Programme, ProgrammeCommand> = {
  key: 'programme',
  parse: parseProgramme,
  toBody: programmeToBody,
  fold: foldProgramme,
  isOpen: (thing, nowMs) => {
    switch (thing.type) {
      case 'path':
        return !thing.isEnded;
      case 'suggestion':
        return nowMs - thing.atMs < suggestionOpenMsMax;
      case 'shared':
        return thing.stage !== null;
    }
  },
  decide: decideProgramme,
};
