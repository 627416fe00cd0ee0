/**
 * Openings, on two phones and alone: mine first, shared by one act, opened without anyone being told, taken back with
 * no more than a mark; and never deeper than both have said, each sealed until the other has.
 */
import { en } from '../src/web/messages/en.ts';
import { expect, type Person, passTime, secondMs, test } from './journey.ts';
import { pressInDialog } from './pages/boundaries.ts';
import { agreeOn, openingWords, writeOpening } from './pages/openings.ts';
import { pair } from './pages/pairing.ts';
import { follow, goTo, press, see } from './pages/shell.ts';
import { readStore } from './store.ts';

const windowMs = 11 * secondMs;
const { list, detail, card } = openingWords;
const letGo = async (from: Person, both: readonly Person[]): Promise<void> => {
  await expect(from.page.getByRole('button', { name: en.window.keep }).first()).toBeVisible();
  await passTime(both, windowMs);
};
const chooseDeep = (page: Person['page']): Promise<void> =>
  page.getByRole('group', { name: list.depth }).getByRole('button', { name: 'Deep', exact: true }).click();

test('openings: alone, a depth, a skipped question, and words for oneself', async ({ person }) => {
  const { page, open } = await person('Noor');
  await open('/openings');
  await expect(page.getByText(list.agreeTitle)).toHaveCount(0);
  await chooseDeep(page);
  await see(page, 'Which part of you would you like to be seen with more care?');
  await press(page, list.another);
  await see(page, 'What do you need most when you push others away?');
  await writeOpening(page, 'A hand on my back.');
  await see(page, detail.kept);
  await press(page, detail.delete);
  await pressInDialog(page, detail.delete);
  await expect(page.getByText('A hand on my back.')).toHaveCount(0);
});

test('openings: light is shared and received; opening tells nobody; a warm word; taken back', async ({ person }) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/openings');
  await writeOpening(noor.page, 'Slow rain on the roof.');
  expect(await readStore(sam.page)).not.toContain('Slow rain');
  await press(noor.page, detail.share('Sam'));
  await letGo(noor, both);
  await see(noor.page, detail.ours('Sam'));
  await goTo(sam.page, 'today');
  await see(sam.page, card.today.shared('Noor'));
  await follow(sam.page, card.today.look);
  await see(sam.page, detail.receive);
  await expect(sam.page.getByText('Slow rain on the roof.')).toHaveCount(0);
  await press(sam.page, detail.open);
  await see(sam.page, 'Slow rain on the roof.');
  await see(noor.page, detail.ours('Sam'));
  await press(sam.page, 'I am with you.');
  await letGo(sam, both);
  await see(noor.page, detail.warmTheirs('Sam'));
  await press(noor.page, detail.withdraw);
  await pressInDialog(noor.page, detail.withdraw);
  await see(sam.page, detail.takenTheirs);
  await expect(sam.page.getByText('Slow rain on the roof.')).toHaveCount(0);
});

test('openings: never deeper than both have said; sealed, opened together, and back to light by either', async ({
  person,
}) => {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/openings');
  await chooseDeep(noor.page);
  await writeOpening(noor.page, 'That I am too much.');
  await see(noor.page, detail.tooDeep);
  await expect(noor.page.getByRole('button', { name: detail.share('Sam') })).toHaveCount(0);
  for (const [one, depth] of [
    [noor, 'Deep'],
    [sam, 'A little deeper'],
  ] as const) {
    await one.open('/openings');
    await see(one.page, list.agreeNone);
    await agreeOn(one.page, depth);
    await letGo(one, both);
    if (one === noor) await see(noor.page, list.sealed);
  }
  for (const { page } of both) await see(page, list.agreed('A little deeper'));
  await press(sam.page, list.lighter);
  for (const { page } of both) await see(page, list.agreeNone);
});
