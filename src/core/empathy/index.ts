/** The front door of empathy. */
import type { Practice } from '../practice.ts';
import { decideEmpathy, type EmpathyCommand } from './decide.ts';
import { type EmpathyEvent, empathyToBody, parseEmpathy } from './events.ts';
import { type Empathy, foldEmpathy } from './fold.ts';

export type { EmpathyCommand, EmpathyRefusal } from './decide.ts';
export {
  type EmpathyDraft,
  type EmpathyEvent,
  type EmpathyMineEvent,
  type EmpathyOursEvent,
  type EmpathyWords,
  type Landing,
  landings,
  type MayIReply,
  mayIReplies,
  shareAnswer,
  shareStory,
} from './events.ts';
export type { Empathy, EmpathyAnswer, EmpathyAsking, EmpathyKept } from './fold.ts';
export {
  bornAtMs as empathyBornAtMs,
  canAnswerAnew,
  type Empathies,
  type SaidToFeeling,
  saidToFeeling,
  wordsToHear,
} from './view-model.ts';

/** A question that nobody has replied to rests with its month after this. */
const askingOpenMsMax = 14 * 24 * 3_600_000;

export const empathy: Practice<EmpathyEvent, Empathy, EmpathyCommand> = {
  key: 'empathy',
  parse: parseEmpathy,
  toBody: empathyToBody,
  fold: foldEmpathy,
  isOpen: (thing, nowMs) => {
    if (thing.type === 'kept') return true;
    if (thing.type === 'answer') return thing.standing === 'mine';
    const isOver = thing.isWithdrawn || thing.isSetAside || thing.story?.standing === 'ours';
    return !isOver && nowMs - thing.askedAtMs < askingOpenMsMax;
  },
  decide: decideEmpathy,
};
