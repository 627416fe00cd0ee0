/**
 * Benefit of the doubt, for me alone: a way to help in sight on every step, and no kinder story for somebody who took it,
 * or whose fears keep coming true. With two, nothing of it is ever with the other.
 */
import type { Page } from '@playwright/test';
import { en as help } from '../src/web/help/messages.ts';
import { en } from '../src/web/messages/en.ts';
import { expect, hourMs, type Person, passTime, test } from './journey.ts';
import { arriveAt, chooseByKey, followByKey, pressByKey, typeInto } from './keyboard.ts';
import {
  type DoubtStep,
  doubtSteps,
  doubtWords,
  firstIdea,
  gentleQuestion,
  goToStep,
  secondIdea,
  tellTurnedOut,
  writeDoubt,
} from './pages/benefit-of-the-doubt.ts';
import { pair } from './pages/pairing.ts';
import { field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { readStore } from './store.ts';

const { card, end, exits, list, turnedOut, helpFirst, others, saw, story, ask } = doubtWords;
const home = '/benefit-of-the-doubt';

const [wide, small, phone] = [
  { width: 1_280, height: 600 },
  { width: 360, height: 560 },
  { width: 360, height: 740 },
];
const seeExits = async (page: Page, names: readonly string[]): Promise<void> => {
  for (const name of names) await expect(page.getByRole('link', { name, exact: true })).toBeInViewport({ ratio: 1 });
};
const seeHelpAndClose = async (page: Page): Promise<void> => {
  await expect(page.getByRole('dialog').getByText(help.lead)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
};
/** Facts, the journal, help, and not one word of another explanation. */
const seeHelpFirst = async (page: Page): Promise<void> => {
  await see(page, helpFirst.text);
  await seeExits(page, [exits.help, exits.journal]);
  for (const name of [exits.pattern, exits.afraid, list.start])
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  for (const words of [firstIdea, secondIdea, gentleQuestion, story.field, list.more])
    await expect(page.getByText(words, { exact: true })).toHaveCount(0);
};

test('alone: what I saw, the story, two others, a question to take along, and how it turned out', async ({
  person,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open(`/practices${home}`);
  await seeTitle(page, card.listCard.title);
  await noor.open(home);
  await see(page, list.emptyTitle);
  await goToStep(page, 'others', 'The door closed at nine.');
  const next = page.getByRole('button', { name: doubtWords.next, exact: true });
  await press(page, firstIdea);
  await expect(next, 'one other is not enough').toBeDisabled();
  await field(page, others.first).fill(firstIdea);
  await expect(next, 'and the same one twice is one').toBeDisabled();
  await field(page, others.first).fill('A long day at work.');
  await press(page, doubtWords.next);
  await field(page, ask.field).fill('You never say goodnight.');
  await press(page, doubtWords.save);
  await expect(page.getByText(doubtWords.refusals['benefit-of-the-doubt.refusal.not-a-question'])).toBeVisible();
  await press(page, gentleQuestion);
  await press(page, doubtWords.save);
  await seeTitle(page, list.title);
  await page.reload();
  await see(page, 'The door closed at nine.');
  await page.locator('summary').filter({ hasText: list.more }).click();
  await see(page, /A long day at work\./);
  await press(page, list.copy);
  await expect(page.getByText(list.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(gentleQuestion);
  await follow(page, list.reach);
  await expect(page).toHaveURL(/\/reaching-out\/new$/);
  await page.goBack();
  await passTime([noor], 30 * hourMs);
  await goTo(page, 'today');
  await expect(page.getByText('The door closed at nine.')).toHaveCount(0);
  await noor.open(home);
  await tellTurnedOut(page, 'The door closed at nine.', turnedOut['something-else']);
  await see(page, turnedOut['something-else']);
  await press(page, list.delete);
  await page.getByRole('dialog').getByRole('button', { name: list.delete, exact: true }).click();
  await see(page, list.emptyTitle);
});

test('with two: both ways out stand in sight on every step, and nothing of any of it is with the other', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const { page } = noor;
  await pair(noor, sam);
  await noor.open(home);
  await see(page, list.emptyTitle);
  await seeExits(page, [exits.pattern, exits.afraid]);
  const been: DoubtStep[] = [];
  await writeDoubt(page, 'The door closed at nine.', async (step) => {
    been.push(step);
    for (const size of [wide, small, phone]) {
      await page.setViewportSize(size);
      await seeExits(page, [exits.pattern, exits.afraid]);
    }
  });
  expect(been).toEqual(doubtSteps);
  await follow(page, list.tell);
  await seeTitle(page, end.title);
  await seeExits(page, [exits.pattern, exits.afraid]);
  await follow(page, exits.afraid);
  await seeHelpAndClose(page);
  await seeExits(page, [exits.help, exits.journal]);
  await press(page, en.cancel);
  await seeHelpFirst(page);
  for (const one of [noor, sam]) await expect(one.page.getByRole('button', { name: en.window.keep })).toHaveCount(0);
  await passTime([noor, sam], hourMs);
  expect(await readStore(page)).toContain('door closed');
  const sams = await readStore(sam.page);
  for (const trace of ['door closed', 'benefit-of-the-doubt']) expect(sams).not.toContain(trace);
  for (const place of ['today', 'us'] as const) {
    await goTo(page, place);
    await expect(page.getByText('door closed')).toHaveCount(0);
  }
});

for (const [name, step] of [
  ['pattern', 'others'],
  ['afraid', 'saw'],
] as const) {
  test(`the way out, "${name}": help at once, then only what I saw, the journal and help`, async ({ person }) => {
    const noor = await person('Noor');
    const { page } = noor;
    await noor.open(home);
    await writeDoubt(page, 'The bus was late.');
    await goToStep(page, step, 'The key was taken.');
    if (step === 'saw') await field(page, saw.field).fill('The key was taken.');
    await follow(page, exits[name]);
    await seeHelpAndClose(page);

    await test.step('what I had written stands, and can be kept as it is', async () => {
      await seeTitle(page, helpFirst.seenTitle);
      await seeHelpFirst(page);
      await expect(field(page, saw.field)).toHaveValue('The key was taken.');
      await press(page, doubtWords.save);
      await see(page, 'The key was taken.');
      await see(page, 'The bus was late.');
      await seeHelpFirst(page);
    });
    await test.step('which way it was is kept nowhere, and the end of it outlasts a reload', async () => {
      const store = await readStore(page);
      for (const trace of [exits.pattern, exits.afraid, 'afraid', '"pattern"']) expect(store).not.toContain(trace);
      await noor.open(`${home}/new`);
      await seeHelpFirst(page);
      await follow(page, exits.help);
      await seeHelpAndClose(page);
      await follow(page, exits.journal);
      await expect(page).toHaveURL(/\/journal\/new$/);
    });
    await test.step('by mistake: taken back by hand, and everything is there again', async () => {
      await noor.open(home);
      await page.locator('summary').filter({ hasText: helpFirst.mistake }).click();
      await press(page, helpFirst.again);
      await seeExits(page, [exits.pattern, exits.afraid]);
      await expect(page.getByText(helpFirst.text)).toHaveCount(0);
      await see(page, gentleQuestion);
    });
  });
}

test('three fears that came true: no other explanation is shown or taken, and a slip can be mended', async ({
  person,
}) => {
  const noor: Person = await person('Noor');
  const { page } = noor;
  await noor.open(home);
  for (const time of ['Time one.', 'Time two.', 'Time three.']) {
    await expect(page.getByText(helpFirst.text)).toHaveCount(0);
    await writeDoubt(page, time);
    await tellTurnedOut(page, time, turnedOut['as-feared']);
  }
  await seeHelpFirst(page);
  await see(page, 'Time two.');
  await page.locator('summary').filter({ hasText: helpFirst.mistake }).click();
  await see(page, helpFirst.mend);
  await expect(page.getByRole('button', { name: helpFirst.again })).toHaveCount(0);
  await follow(page, list.note);
  await seeHelpFirst(page);
  await field(page, saw.field).fill('Time four.');
  await press(page, doubtWords.save);
  await see(page, 'Time four.');
  await tellTurnedOut(page, 'Time one.', turnedOut['not-talked']);
  await expect(page.getByText(helpFirst.text)).toHaveCount(0);
  await seeExits(page, [exits.pattern, exits.afraid]);
});

test('by keyboard alone: a doubt from end to end, and the way out', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open(home);
  await followByKey(page, list.start);
  await arriveAt(page, saw.title);
  await typeInto(page, saw.field, 'A plate broke.');
  await pressByKey(page, doubtWords.next);
  await arriveAt(page, story.title);
  await typeInto(page, story.field, 'Anger.');
  await pressByKey(page, doubtWords.next);
  await arriveAt(page, others.title);
  await pressByKey(page, firstIdea);
  await typeInto(page, others.first, 'Wet hands.');
  await pressByKey(page, doubtWords.next);
  await arriveAt(page, ask.title);
  await pressByKey(page, gentleQuestion);
  await pressByKey(page, doubtWords.save);
  await arriveAt(page, list.title);
  await followByKey(page, list.tell);
  await arriveAt(page, end.title);
  await chooseByKey(page, turnedOut['something-else']);
  await pressByKey(page, doubtWords.save);
  await arriveAt(page, list.title);
  await followByKey(page, list.start);
  await arriveAt(page, saw.title);
  await typeInto(page, saw.field, 'It was thrown.');
  await followByKey(page, exits.afraid);
  await seeHelpAndClose(page);
  await expect(page.getByRole('link', { name: exits.journal }), 'the focus has come back').toBeFocused();
  await pressByKey(page, doubtWords.save);
  await arriveAt(page, list.title);
  await see(page, 'It was thrown.');
  await see(page, helpFirst.text);
});
