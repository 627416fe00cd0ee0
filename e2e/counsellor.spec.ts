/**
 * A page for a counsellor, on two phones and alone: only what both chose, opened together; withdrawn looks like over by
 * its date; and what is printed holds the chosen words and nothing else.
 */
import { en } from '../src/web/messages/en.ts';
import { dayMs, expect, type Person, passTime, secondMs, test } from './journey.ts';
import { giveWords, pressInDialog, writeAppreciation } from './pages/boundaries.ts';
import { beginPage, chooseAndSeal, counsellorWords, openPage, printPage } from './pages/counsellor.ts';
import { pair } from './pages/pairing.ts';
import { field, follow, press, see, seeTitle, sendNow } from './pages/shell.ts';
import { readStore } from './store.ts';

const windowMs = 11 * secondMs;
const { page: words, choose, sheet, mine, list } = counsellorWords;

const tea = 'You made me tea.';
const wait = 'You waited at the door.';
const call = 'You called my mother.';

/** Two who share three kind words, and a page of both that Noor began. */
async function twoWithPage(person: (name: string) => Promise<Person>) {
  const [noor, sam] = [await person('Noor'), await person('Sam')];
  const both = [noor, sam];
  await pair(noor, sam);
  for (const [one, other, did] of [
    [noor, 'Sam', tea],
    [noor, 'Sam', wait],
    [sam, 'Noor', call],
  ] as const) {
    await one.open('/appreciation');
    await see(one.page, giveWords.list.lead);
    await writeAppreciation(one.page, { did }, other);
    await sendNow(one.page);
    await passTime(both, windowMs);
  }
  await noor.open('/counsellor');
  await beginPage(noor.page, 'both');
  await sendNow(noor.page);
  await passTime(both, windowMs);
  await openPage(noor.page);
  await sam.open('/counsellor');
  await openPage(sam.page);
  return { noor, sam, both };
}

const sealed = async (one: Person, both: readonly Person[]): Promise<void> => {
  await sendNow(one.page);
  await passTime(both, windowMs);
};

test('counsellor: each chooses alone, both open at once, and the paper holds what both chose and nothing else', async ({
  person,
}) => {
  const { noor, sam, both } = await twoWithPage(person);
  await chooseAndSeal(noor.page, [tea, wait]);
  await see(noor.page, words.sealing);
  await sealed(noor, both);
  await see(noor.page, words.sealed);
  await test.step('the other sees the same as before', async () => {
    await see(sam.page, words.choosing);
    await expect(sam.page.getByText(words.sealed)).toHaveCount(0);
  });
  await chooseAndSeal(sam.page, [wait, call]);
  await sealed(sam, both);
  for (const { page } of both) {
    await see(page, words.open);
    await follow(page, words.look);
    await see(page, wait);
    for (const other of [tea, call]) await expect(page.getByText(other)).toHaveCount(0);
  }
  await test.step('on paper', async () => {
    await expect(noor.page).toHaveTitle(sheet.both);
    await see(noor.page, 'Noor and Sam');
    const printed = await printPage(noor.page);
    expect(printed.pages).toBe(1);
    expect(printed.title).toBe(sheet.both);
    expect(printed.text).toContain(wait);
    expect(printed.text).toContain(sheet.bothLead);
    expect(printed.text).not.toMatch(/attune|localhost|127\.0\.0\.1|\d\d?:\d\d/i);
    for (const other of [tea, call, sheet.print, 'phone', en.places.today]) expect(printed.text).not.toContain(other);
  });
  await test.step('by itself it ends for both', async () => {
    await passTime(both, 8 * dayMs);
    for (const { page } of both) await see(page, sheet.notOpen);
  });
});

test('counsellor: the other chooses nothing; one takes the yes back; both say the same as at the end', async ({
  person,
}) => {
  const { noor, sam, both } = await twoWithPage(person);
  await chooseAndSeal(noor.page, [tea]);
  await sealed(noor, both);
  await chooseAndSeal(sam.page, []);
  await sealed(sam, both);
  await follow(noor.page, words.look);
  await see(noor.page, sheet.nothing);
  await expect(noor.page.getByText(tea)).toHaveCount(0);
  await noor.page.goBack();
  await press(sam.page, words.withdraw);
  await pressInDialog(sam.page, words.withdraw);
  for (const { page } of both) {
    await see(page, words.ended);
    await expect(page.getByRole('main').getByText(/withdr|taken back|Sam (no longer|ended)/)).toHaveCount(0);
    await expect(page.getByRole('button', { name: words.withdraw })).toHaveCount(0);
  }
});

test('counsellor: the other is away: mine waits, can be taken back unseen and chosen anew', async ({ person }) => {
  const { noor, sam } = await twoWithPage(person);
  await sam.page.close();
  await chooseAndSeal(noor.page, [tea]);
  await sealed(noor, [noor]);
  await see(noor.page, words.sealed);
  await press(noor.page, words.withdraw);
  await see(noor.page, words.withdrawSealed);
  await pressInDialog(noor.page, words.withdraw);
  await see(noor.page, words.choosing);
  await follow(noor.page, words.choose);
  await expect(noor.page.getByRole('button', { name: choose.may, pressed: true })).toHaveCount(1);
});

test('counsellor: alone, a page of my own words, each put on it by one act', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open('/appreciation');
  await writeAppreciation(page, { did: 'You sang in the car.' }, null);
  await see(page, giveWords.detail.kept);
  await noor.open('/counsellor');
  await beginPage(page, null);
  await seeTitle(page, /^Session on/);
  await expect(page.getByText(words.together)).toHaveCount(0);
  await follow(page, words.mineOpen);
  await seeTitle(page, mine.title);
  await field(page, mine.field).fill('I sleep badly.');
  await press(page, mine.add);
  await expect(page.getByRole('button', { name: mine.may, pressed: true })).toHaveCount(1);
  await page.locator('summary').filter({ hasText: mine.from }).click();
  await press(page, mine.copy);
  await expect(field(page, mine.field)).toHaveValue('You sang in the car.');
  await press(page, mine.add);
  await expect(page.getByRole('button', { name: mine.may, pressed: true })).toHaveCount(2);
  await page.getByRole('button', { name: mine.may }).first().click();
  await expect(page.getByRole('button', { name: mine.may, pressed: true })).toHaveCount(1);
  await follow(page, mine.look);
  await seeTitle(page, sheet.own);
  const printed = await printPage(page);
  expect(printed.pages).toBe(1);
  expect(printed.text).toContain('You sang in the car.');
  expect(printed.text).not.toContain('I sleep badly.');
  expect(await readStore(page)).toContain('I sleep badly.');
  await test.step('black on white, also where the screen is dark', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = () =>
      page
        .locator('.paper p')
        .first()
        .evaluate((words) => [getComputedStyle(words).color, getComputedStyle(document.body).backgroundColor]);
    await expect.poll(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await page.emulateMedia({ media: null, colorScheme: null });
  });
  await noor.open('/counsellor/about');
  await seeTitle(page, list.about);
  await see(page, /each of the two alone/);
});
