/** Questions of the gate, ready sentences and lists of words. A module of its own, so that the first load does not carry it. */
import content from '#content/rebuilding/en.json' with { type: 'json' };
import type { ReachWords } from '#core';
import { reachFor } from '../boundaries/boundaries-content.ts';

interface Line {
  readonly id: string;
  readonly text: string;
}
export type GateAnswer = 'yes' | 'no' | 'unsure';
export interface GateQuestion extends Line {
  readonly hint: string;
  /** The one answer with which the path is offered. */
  readonly fits: string;
}

export const gateQuestions: readonly GateQuestion[] = content.gate;
export const excuses = content.excuses;
export const amends: readonly Line[] = content.amends;
export const items: readonly Line[] = content.items;
export const rituals: readonly Line[] = content.rituals;
export const setbacks: readonly Line[] = content.setbacks;
export const reachReason = content.reach.reasons.join(' ');

/** What asks for a way into the other's life, as in boundaries; and what offers one into my own. */
export function reachLists(name: string): readonly ReachWords[] {
  const asks = reachFor(name);
  return [asks, { ...asks, ...content.reach.match }];
}
