/** The front door of appreciation. */
import type { Practice, ThingId } from '../practice.ts';
import { type AppreciationCommand, decideAppreciation } from './decide.ts';
import { type AppreciationEvent, appreciationToBody, parseAppreciation } from './events.ts';
import { type Appreciation, foldAppreciation } from './fold.ts';

export type { AppreciationCommand, AppreciationRefusal } from './decide.ts';
export {
  type AppreciationDraft,
  type AppreciationEvent,
  type AppreciationMineEvent,
  type AppreciationOursEvent,
  type AppreciationWords,
  giveAppreciation,
  type WarmTap,
  warmTaps,
} from './events.ts';
export type { Appreciation } from './fold.ts';

/** Latest first, of both, side by side: a list is not a comparison. */
export const appreciationsNewestFirst = (things: ReadonlyMap<ThingId, Appreciation>): readonly Appreciation[] =>
  [...things.values()].sort((a, b) => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1));

/** What is kept stays at hand this long, so that a weekly meeting finds it; what is given, so that it can be answered. */
const openMsMax = 92 * 24 * 3_600_000;

export const appreciation: Practice<AppreciationEvent, Appreciation, AppreciationCommand> = {
  key: 'appreciation',
  parse: parseAppreciation,
  toBody: appreciationToBody,
  fold: foldAppreciation,
  isOpen: ({ standing, warm, beganAtMs }, nowMs) =>
    (standing === 'mine' || (standing === 'ours' && warm === null)) && nowMs - beganAtMs < openMsMax,
  decide: decideAppreciation,
};
