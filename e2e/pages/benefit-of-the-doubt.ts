/** Writing down a doubt, step by step. */
import type { Page } from '@playwright/test';
import { en as card } from '../../src/web/benefit-of-the-doubt/card-messages.ts';
import { gentleQuestions, otherIdeas } from '../../src/web/benefit-of-the-doubt/doubt-content.ts';
import { en as words } from '../../src/web/benefit-of-the-doubt/messages.ts';
import { choose, field, follow, press, seeTitle } from './shell.ts';

export const doubtWords = { ...words, card };
export const [firstIdea = '', secondIdea = ''] = otherIdeas.map(({ text }) => text);
export const gentleQuestion = gentleQuestions[0]?.text ?? '';
export const doubtSteps = ['saw', 'story', 'others', 'ask'] as const;
export type DoubtStep = (typeof doubtSteps)[number];

/** From the list to the step of that name; what comes before it is filled in. */
export async function goToStep(page: Page, wanted: DoubtStep, saw: string): Promise<void> {
  await follow(page, words.list.start);
  for (const step of doubtSteps) {
    await seeTitle(page, words[step].title);
    if (step === wanted) return;
    await fillStep(page, step, saw);
    await press(page, words.next);
  }
}

export async function fillStep(page: Page, step: DoubtStep, saw: string): Promise<void> {
  if (step === 'saw') await field(page, words.saw.field).fill(saw);
  if (step === 'story') await field(page, words.story.field).fill('That I do not matter.');
  if (step === 'others') for (const idea of [firstIdea, secondIdea]) await press(page, idea);
  if (step === 'ask') await press(page, gentleQuestion);
}

/** Begins and ends on the list; `onStep` sees every step as it comes. */
export async function writeDoubt(
  page: Page,
  saw: string,
  onStep: (step: DoubtStep) => Promise<void> = async () => {},
): Promise<void> {
  await follow(page, words.list.start);
  for (const step of doubtSteps) {
    await seeTitle(page, words[step].title);
    await onStep(step);
    await fillStep(page, step, saw);
    await press(page, step === 'ask' ? words.save : words.next);
  }
  await seeTitle(page, words.list.title);
}

/** Begins and ends on the list. */
export async function tellTurnedOut(page: Page, saw: string, how: string): Promise<void> {
  const own = page.locator('section').filter({ hasText: saw });
  await own.getByRole('link', { name: new RegExp(`^(${words.list.tell}|${words.list.change})$`) }).click();
  await seeTitle(page, words.end.title);
  await choose(page, how);
  await press(page, words.save);
  await seeTitle(page, words.list.title);
}
