/** The front door of the pages for a counsellor. */
import type { Practice } from '../practice.ts';
import { type CounsellorCommand, decideCounsellor } from './decide.ts';
import { type CounsellorEvent, counsellorToBody, parseCounsellor } from './events.ts';
import { type CounsellorThing, foldCounsellor } from './fold.ts';

export { type ConsentSpan, type CounsellorCommand, type CounsellorRefusal, consentSpans } from './decide.ts';
export { type CounsellorDraft, type CounsellorEvent, counsellorLimits } from './events.ts';
export type { CounsellorConsent, CounsellorCopy, CounsellorPage, CounsellorThing } from './fold.ts';
export {
  type CounsellorThings,
  consentsTo,
  counsellorCopies,
  counsellorPages,
  liveConsents,
  onThePage,
  type PageStanding,
  pageStanding,
} from './view-model.ts';

const openMsMax = 92 * 24 * 3_600_000;

export const counsellor: Practice<CounsellorEvent, CounsellorThing, CounsellorCommand> = {
  key: 'counsellor',
  parse: parseCounsellor,
  toBody: counsellorToBody,
  fold: foldCounsellor,
  // Longer than any consent can hold: a page is never at hand without those that were given to it.
  isOpen: (thing, nowMs) => nowMs - thing.beganAtMs < openMsMax,
  decide: decideCounsellor,
};
