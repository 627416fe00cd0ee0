/**
 * What is the same on every screen. Journeys find things by role and name, and take the names from the app's own
 * messages: a sentence that is polished stays one sentence, and one that is gone does not compile.
 */
import { expect, type Page } from '@playwright/test';
import { en } from '../../src/web/messages/en.ts';

export type Place = keyof typeof en.places;

export async function goTo(page: Page, place: Place): Promise<void> {
  const navigation = page.getByRole('navigation', { name: en.navigation });
  await navigation.getByRole('link', { name: en.places[place], exact: true }).click();
}

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export const follow = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('link', { name, exact: typeof name === 'string' }).click();

export const seeTitle = (page: Page, title: string | RegExp): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

export const see = (page: Page, text: string | RegExp): Promise<void> =>
  expect(page.getByRole('main').getByText(text).first()).toBeVisible();

/** Lets go what waits for its cancel window, by the bar's own button. */
export async function sendNow(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: en.window.now });
  await button.first().click();
  await expect(button).toHaveCount(0);
}

/** One of a list of choices, by the words that stand beside its mark. */
export const choose = (page: Page, label: string): Promise<void> =>
  page.getByRole('main').locator('label').filter({ hasText: label }).first().click();

export const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
