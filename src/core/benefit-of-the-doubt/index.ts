/** The front door of benefit of the doubt: what I saw, what I tell myself, what else it may be, and asking. Mine only. */
import type { Practice } from '../practice.ts';
import { type DoubtCommand, decideDoubt } from './decide.ts';
import { type DoubtEvent, doubtToBody, parseDoubt } from './events.ts';
import { type DoubtThing, foldDoubt } from './fold.ts';

export { type DoubtCommand, type DoubtRefusal, typedExplanations } from './decide.ts';
export { type DoubtDraft, type DoubtEvent, type DoubtWords, type TurnedOut, turnedOuts } from './events.ts';
export type { Doubt, DoubtThing, SeenNote, WayOut } from './fold.ts';
export { isHelpFirst } from './help-first.ts';
export { type DoubtShown, doubtsShown } from './view-model.ts';

export const benefitOfTheDoubt: Practice<DoubtEvent, DoubtThing, DoubtCommand> = {
  key: 'benefit-of-the-doubt',
  parse: parseDoubt,
  toBody: doubtToBody,
  fold: foldDoubt,
  /** Whether help comes first may not depend on which months are loaded; a mere note can rest with its own. */
  isOpen: ({ type }) => type !== 'seen',
  decide: decideDoubt,
};
