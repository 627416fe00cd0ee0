/** The front door of promises. */
import type { Practice } from '../practice.ts';
import { decidePromises, type PromisesCommand } from './decide.ts';
import { type PromisesEvent, parsePromises, promisesToBody } from './events.ts';
import { foldPledge, type Pledge } from './fold.ts';

export { type CalendarEvent, promiseToCalendar } from './calendar.ts';
export type { ByWhen, PromisesCommand, PromisesRefusal, PromiseTyped } from './decide.ts';
export { draftPromise, draftPromiseAt, instantToWhen } from './decide.ts';
export {
  type AnswerChoice,
  answerChoices,
  type Owning,
  type Plan,
  type PromisesDraft,
  type PromisesEvent,
  type PromisesMineEvent,
  type PromisesOursEvent,
  sharePromise,
  type When,
} from './events.ts';
export { canBeSeen, type Pledge, type PledgeChange } from './fold.ts';
export * from './view-model.ts';

export const promises: Practice<PromisesEvent, Pledge, PromisesCommand> = {
  key: 'promises',
  parse: parsePromises,
  toBody: promisesToBody,
  fold: foldPledge,
  isOpen: ({ standing }) => standing === 'open',
  decide: decidePromises,
};
