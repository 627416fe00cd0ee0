/** The front door of cues. */
import type { Practice } from '../practice.ts';
import { type CuesCommand, decideCues } from './decide.ts';
import { type CuesEvent, cuesLimits, cuesToBody, parseCues } from './events.ts';
import { type CardLooks, foldCues } from './fold.ts';

export type { CuesCommand, CuesRefusal } from './decide.ts';
export { type CuesDraft, type CuesEvent, cuesLimits, type Familiarity, familiarities } from './events.ts';
export type { CardLook, CardLooks } from './fold.ts';
export * from './view-model.ts';

/** `cues` is taken: noticing calls the kinds of what was seen so. */
export const cuePractice: Practice<CuesEvent, CardLooks, CuesCommand> = {
  key: 'cues',
  parse: parseCues,
  toBody: cuesToBody,
  fold: foldCues,
  // What has room stays at hand, since it says when a card comes back.
  isOpen: ({ looks, lastAtMs }, nowMs) =>
    looks.length < cuesLimits.looksPerThingMax || nowMs - lastAtMs < cuesLimits.fullOpenMsMax,
  decide: decideCues,
};
