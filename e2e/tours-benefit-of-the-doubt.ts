/** The way through benefit of the doubt, alone, and both ways out of it. Passes every state that looks different. */

import { en } from '../src/web/messages/en.ts';
import { expect } from './journey.ts';
import { doubtWords, fillStep, goToStep, tellTurnedOut, writeDoubt } from './pages/benefit-of-the-doubt.ts';
import { follow, press, see, seeTitle } from './pages/shell.ts';
import { daysBefore, type Travel } from './travel.ts';

const { card, end, list, turnedOut, helpFirst, exits } = doubtWords;

export async function tourBenefitOfTheDoubt({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', daysBefore(1));
  const { page } = noor;
  await noor.open('/practices/benefit-of-the-doubt');
  await seeTitle(page, card.listCard.title);
  await look('practice-doubt', page);
  await noor.open('/benefit-of-the-doubt');
  await see(page, list.emptyTitle);
  await look('doubt-empty', page);
  for (const time of [1, 2, 3]) {
    await writeDoubt(page, `The call ended early, ${time}.`, async (step) => {
      if (time === 1) await look(`doubt-${step}`, page);
    });
    await see(page, `The call ended early, ${time}.`);
    if (time === 1) await look('doubt-kept', page);
    if (time === 3) {
      await page.getByRole('link', { name: list.tell, exact: true }).click();
      await seeTitle(page, end.title);
      await look('doubt-end', page);
      await press(page, en.cancel);
    }
    await tellTurnedOut(page, `The call ended early, ${time}.`, turnedOut['as-feared']);
  }
  await see(page, helpFirst.text);
  await look('doubt-came-true', page);
  await page.getByRole('button', { name: list.delete }).first().click();
  await look('doubt-delete', page);
  await press(page, list.keep);
  await tellTurnedOut(page, 'The call ended early, 1.', turnedOut['something-else']);
  await goToStep(page, 'others', 'A door was shut.');
  await fillStep(page, 'others', '');
  await look('doubt-others-chosen', page);
  await follow(page, exits.afraid);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.locator('summary').filter({ hasText: helpFirst.mistake }).click();
  await look('doubt-left', page);
}
