/** Making a promise, and the ways it can go. */
import type { Page } from '@playwright/test';
import { en as card } from '../../src/web/promises/card-messages.ts';
import { en } from '../../src/web/promises/messages.ts';
import { repairStep } from '../../src/web/promises/promises-content.ts';
import { field, follow, goTo, press, seeTitle } from './shell.ts';

export const promiseWords = { ...en, card };

export interface PromiseMade {
  readonly what: string;
  /** `2026-11-22` */
  readonly day: string;
  /** `18:00`; without it, until the day is over. */
  readonly time?: string;
  readonly to: string | 'myself';
}

/** From the first step to the last press. Begins on the first step. */
export async function makePromise(page: Page, promised: PromiseMade): Promise<void> {
  await seeTitle(page, en.make.what);
  await field(page, en.make.whatField).fill(promised.what);
  if (promised.to === 'myself') await page.getByRole('radio', { name: en.make.toMyself }).check();
  await press(page, en.make.continue);
  await seeTitle(page, en.make.by);
  await fillByWhen(page, promised);
  await press(page, en.make.continue);
  await seeTitle(page, en.make.plan);
  await press(page, promised.to === 'myself' ? en.make.saveMyself : en.make.save(promised.to));
}

export async function fillByWhen(page: Page, { day, time }: Pick<PromiseMade, 'day' | 'time'>): Promise<void> {
  await page.locator('input[type=date]').fill(day);
  if (time !== undefined) await page.locator('input[type=time]').fill(time);
}

/** The list of all promises, by way of Me. */
export async function openPromises(page: Page): Promise<void> {
  await goTo(page, 'me');
  await follow(page, card.mine);
  await seeTitle(page, en.list.title);
}

export async function beginPromise(page: Page): Promise<void> {
  await openPromises(page);
  await follow(page, en.list.start);
}

/** One promise, from the list. */
export async function openPromise(page: Page, what: string): Promise<void> {
  await openPromises(page);
  await page.getByRole('main').getByRole('link').filter({ hasText: what }).first().click();
  await seeTitle(page, what);
}

export interface Owned {
  readonly happened: string;
  readonly cost: string;
  readonly now: string;
  readonly next: { readonly what: string; readonly day: string };
}

/** Owning it in four steps, with a smaller next one. Begins on the first step. */
export async function ownPromise(page: Page, owned: Owned, partner: string): Promise<void> {
  for (const part of ['happened', 'cost', 'now'] as const) {
    const words = repairStep(part);
    await seeTitle(page, words.prompt);
    await field(page, words.title).fill(owned[part]);
    await press(page, en.own.continue);
  }
  await seeTitle(page, repairStep('next').prompt);
  await field(page, en.make.whatField).fill(owned.next.what);
  await fillByWhen(page, owned.next);
  await press(page, en.own.save(partner));
}
