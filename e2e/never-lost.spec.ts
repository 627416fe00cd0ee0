/** Never lost: the card with the words and its drill, slips of the pen, and the quiet word about a backup file. */
import { en } from '../src/web/messages/en.ts';
import { dayMs, expect, type Person, passTime, test } from './journey.ts';
import { checkInWords, writeCheckIn } from './pages/check-in.ts';
import { beginRestore, keepingWords, makePhrase, openUnderMe } from './pages/keeping.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';

const { phrase, trial, restore, refusals, backup } = keepingWords;

test('a card is printed that names nothing, and the drill tells whether it would work', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open();
  await write(noor, 'Before the card.');
  const words = await makePhrase(page);

  await test.step('on paper stand the words, what they are for, and no name', async () => {
    await openUnderMe(page, en.me.phrase);
    await press(page, phrase.again);
    await press(page, phrase.print);
    await seeTitle(page, phrase.card.title);
    await expect(page).toHaveTitle(phrase.card.title);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('listitem')).toHaveText([...words]);
    await expect(page.getByRole('button', { name: phrase.card.now })).toBeHidden();
    expect(await page.locator('body').innerText()).not.toMatch(/attune|partner|localhost|127\.0\.0\.1/i);
    await page.emulateMedia({ media: null });
    await choose(page, phrase.card.wheres.address);
    await see(page, new URL(page.url()).origin);
    await press(page, 'Close');
  });

  await openUnderMe(page, en.me.phrase);
  await page.getByRole('button').filter({ hasText: phrase.tryWhole }).click();
  await seeTitle(page, phrase.wholeTitle);
  const card = field(page, restore.words);
  const tryWith = async (said: readonly string[]) => {
    await card.fill(said.join(' '));
    await press(page, phrase.tryNow);
  };
  await test.step('the card works', async () => {
    await tryWith(words);
    await see(page, trial.works);
  });
  await test.step('a word is lost, cannot be read, is another one', async () => {
    await tryWith(words.slice(1));
    await see(page, trial.count(11));
    await see(page, trial.stillHere);
    await tryWith(words.map((word, at) => (at === 6 ? 'x' : word)));
    await see(page, trial.unknown(7, 'x'));
    await see(page, trial.unreadable);
    await tryWith(words.map((word, at) => (at === 2 ? (word === 'zebra' ? 'zoo' : 'zebra') : word)));
    await see(page, trial.differs('3'));
  });
  await test.step('a slip of the pen is put right by the word that was meant', async () => {
    const slip = `${words[4]}q`;
    await tryWith(words.map((word, at) => (at === 4 ? slip : word)));
    await see(page, trial.unknown(5, slip));
    await page
      .getByRole('main')
      .getByRole('button', { name: words[4] ?? '', exact: true })
      .click();
    await see(page, trial.works);
  });
  await test.step('a card that works is done with, and nothing has changed by it', async () => {
    await expect(page.getByRole('button', { name: phrase.tryNow })).toHaveCount(0);
    await press(page, phrase.hide);
    await openUnderMe(page, checkInWords.card.mine);
    await see(page, 'Before the card.');
  });

  await test.step('and who comes back with a slip is helped too', async () => {
    const anew = await person('Noor, anew');
    await anew.open();
    await beginRestore(anew.page, 'phrase');
    await field(anew.page, restore.words).fill(`${words.slice(0, 11).join(' ')} absrb`);
    await press(anew.page, restore.bringBack);
    await see(anew.page, refusals['wrong-words']);
    await see(anew.page, trial.unknown(12, 'absrb'));
    await press(anew.page, 'absorb');
    await expect(field(anew.page, restore.words)).toHaveValue(`${words.slice(0, 11).join(' ')} absorb`);
  });
});

test('Today speaks of a backup file once in a while, rests after it, and can be told not to', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  const word = page.getByRole('main').getByText(en.today.backup.none);
  await noor.open();
  await write(noor, 'A first day.');
  await goTo(page, 'today');
  await expect(word).toHaveCount(0);
  await passTime([noor], 8 * dayMs);
  await noor.open();
  await expect(word).toBeVisible();

  await test.step('not now: it rests for weeks', async () => {
    await press(page, en.today.backup.later);
    await expect(word).toHaveCount(0);
    await passTime([noor], 20 * dayMs);
    await noor.open();
    await seeTitle(page, /./);
    await expect(page.getByRole('link', { name: en.today.begin })).toBeVisible();
    await expect(word).toHaveCount(0);
    await passTime([noor], 11 * dayMs);
    await noor.open();
    await expect(word).toBeVisible();
  });
  await test.step('a file is saved: nothing more is said until it is old', async () => {
    await makePhrase(page);
    await openUnderMe(page, en.me.backup);
    const coming = page.waitForEvent('download');
    await press(page, backup.export);
    await coming;
    await goTo(page, 'today');
    await expect(word).toHaveCount(0);
    await passTime([noor], 91 * dayMs);
    await noor.open();
    await see(page, en.today.backup.old);
  });
  await test.step('turned off it stays so, and can be turned on again', async () => {
    await press(page, en.today.backup.never);
    await passTime([noor], 60 * dayMs);
    await noor.open();
    await seeTitle(page, /./);
    await expect(page.getByText(en.today.backup.old)).toHaveCount(0);
    await openUnderMe(page, en.me.backup);
    await choose(page, backup.reminds.on);
    await goTo(page, 'today');
    await see(page, en.today.backup.old);
  });
  await test.step('and none of these moments lies in the clear', async () => {
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept, 'the search reads what is kept there').toContain('isBackupReminded');
    expect(kept).not.toMatch(/\d{9}/);
  });
});

async function write({ page }: Person, note: string): Promise<void> {
  await goTo(page, 'today');
  await follow(page, checkInWords.card.start);
  await writeCheckIn(page, { feelings: ['tired'], note });
  await see(page, note);
}
