/** The front door of noticing. */
import { coreLimits } from '../limits.ts';
import type { Practice } from '../practice.ts';
import { decideNoticing, type NoticingCommand } from './decide.ts';
import { type NoticingEvent, noticingToBody, parseNoticing } from './events.ts';
import { foldNoticing, type Noticing } from './fold.ts';

export type { NoticingAnswerTyped, NoticingCommand, NoticingRefusal } from './decide.ts';
export {
  type Answer,
  type Asked,
  type Closeness,
  type Cue,
  closenesses,
  cues,
  type Guess,
  type NoticingDraft,
  type NoticingEvent,
  type NoticingMineEvent,
  type NoticingOursEvent,
  shareOpener,
} from './events.ts';
export type { AnswerGiven, Noticing, NoticingAnswer, NoticingByMe, NoticingOfMe } from './fold.ts';

export * from './view-model.ts';

export const noticing: Practice<NoticingEvent, Noticing, NoticingCommand> = {
  key: 'noticing',
  parse: parseNoticing,
  toBody: noticingToBody,
  fold: foldNoticing,
  isOpen: (thing, nowMs) => !isDone(thing) && nowMs - movedAtMs(thing) < coreLimits.noticingOpenMsMax,
  decide: decideNoticing,
};

const movedAtMs = (thing: Noticing): number =>
  thing.side === 'asker' ? (thing.asked?.atMs ?? thing.noticedAtMs) : thing.askedAtMs;

const isDone = (thing: Noticing): boolean =>
  thing.side === 'asker'
    ? thing.isPutAway || thing.judged !== null
    : thing.isSetAside || thing.myAnswer !== null || thing.opener === null;
