/** Plans, obstacles, repair steps and ready words. A module of its own, so that the first load does not carry it. */
import content from '#content/promises/en.json' with { type: 'json' };
import type { AnswerChoice } from '#core';

interface Line {
  readonly id: string;
  readonly text: string;
}

export interface ReadyPlan {
  readonly id: string;
  readonly obstacles: readonly string[];
  /** Follows "If". */
  readonly trigger: string;
  /** Follows "then". */
  readonly action: string;
}

export interface RepairStep {
  readonly title: string;
  readonly prompt: string;
  readonly hint: string;
  readonly starter: string;
}

export const certaintyWords: readonly string[] = content.certainties.map(({ word }) => word);
export const certaintyHints: readonly string[] = content.certainties.map(({ hint }) => hint);
export const obstacles: readonly Line[] = content.obstacles;
export const plans: readonly ReadyPlan[] = content.plans;
export const smaller: readonly Line[] = content.smaller;
export const sawThat: readonly Line[] = content.sawThat;
export const thankYouForTelling: readonly Line[] = content.thankYouForTelling;

export const answerText = (choice: AnswerChoice): string => content.answers.find(({ id }) => id === choice)?.text ?? '';

const noStep: RepairStep = { title: '', prompt: '', hint: '', starter: '' };
export const repairStep = (id: 'happened' | 'cost' | 'now' | 'next'): RepairStep =>
  content.repair.find((step) => step.id === id) ?? noStep;
