/**
 * Coming back: with the partner's help, and how long each of the ways takes. A person needs longer than a journey; what
 * is counted here are the acts, at an unhurried pace for each, beside the time that the app itself takes.
 */
import { en } from '../src/web/messages/en.ts';
import { expect, type Person, passTime, secondMs, test } from './journey.ts';
import { checkInWords, writeCheckIn } from './pages/check-in.ts';
import { beginRestore, keepingWords, linkOfMyDevice, makePhrase, openUnderMe } from './pages/keeping.ts';
import { leavingWords } from './pages/leaving.ts';
import { copyLink, fourWords, pair, pairingWords, sayTheSame } from './pages/pairing.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';

const { partner, back, join, compare, outcomes } = pairingWords;
const windowMs = 11 * secondMs;

async function write({ page, open }: Person, note: string, standing: 'mine' | 'ours' = 'mine'): Promise<void> {
  await open('/check-in/new');
  await writeCheckIn(page, { feelings: ['calm'], note, standing });
}

async function linkOfReturn({ page, name }: Person, other: string): Promise<string> {
  await goTo(page, 'us');
  await follow(page, new RegExp(leavingWords.back(other)));
  await seeTitle(page, back.title(other));
  await field(page, partner.nameQuestion).fill(name);
  await press(page, partner.make);
  await seeTitle(page, partner.showTitle);
  return copyLink(page, partner.copy);
}

async function openAndJoin({ page }: Person, link: string, name: string, isReturn: boolean): Promise<void> {
  await page.goto(link);
  await seeTitle(page, join.title);
  await field(page, join.nameQuestion).fill(name);
  if (isReturn) {
    await choose(page, join.back);
    await see(page, join.backHint);
  }
  await press(page, join.join);
}

test('my partner brings me back into what is ours, and never into what was mine', async ({ person }) => {
  const noor = await person('Noor');
  const lost = await person('Sam');
  const anew = await person('Sam, anew');
  await pair(noor, lost);
  await write(noor, 'Of Noor alone.');
  await write(noor, 'Noor shared this.', 'ours');
  await write(lost, 'Sam shared this.', 'ours');
  await write(lost, 'Of Sam alone.');
  await passTime([noor, lost], windowMs);
  await goTo(noor.page, 'us');
  await see(noor.page, checkInWords.card.us.shared('Sam'));
  await lost.context.close();

  await test.step('where somebody comes back, this way is said with what it cannot bring', async () => {
    await anew.open();
    await follow(anew.page, en.today.returning);
    await anew.page.getByRole('button').filter({ hasText: keepingWords.restore.partner.label }).click();
    await see(anew.page, /What was only yours is not on their device/);
    await follow(anew.page, keepingWords.restore.deviceLink);
  });
  await openAndJoin(anew, await linkOfReturn(noor, 'Sam'), 'Sam', true);
  await sayTheSame(noor, anew);
  for (const [{ page }, other] of [
    [noor, 'Sam'],
    [anew, 'Noor'],
  ] as const) {
    await seeTitle(page, outcomes.returned.title(other));
    await press(page, outcomes.returned.action);
  }
  await test.step('what was shared is there, on both sides; what was mine is not', async () => {
    await openUnderMe(anew.page, checkInWords.card.mine);
    await see(anew.page, 'Sam shared this.');
    await see(anew.page, 'Noor shared this.');
    for (const text of ['Of Sam alone.', 'Of Noor alone.']) await expect(anew.page.getByText(text)).toHaveCount(0);
    await openUnderMe(noor.page, checkInWords.card.mine);
    for (const text of ['Sam shared this.', 'Noor shared this.', 'Of Noor alone.']) await see(noor.page, text);
  });
  await test.step('and they go on', async () => {
    await write(anew, 'Here again.', 'ours');
    await passTime([noor, anew], windowMs);
    await openUnderMe(noor.page, checkInWords.card.mine);
    await see(noor.page, 'Here again.');
  });
});

test('words that differ, or a second thought, leave everything as it is', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const somebody = await person('Somebody');
  await pair(noor, sam);
  await write(sam, 'Sam shared this.', 'ours');
  await passTime([noor, sam], windowMs);
  await openAndJoin(somebody, await linkOfReturn(noor, 'Sam'), 'Sam', true);
  await fourWords(somebody.page);
  await fourWords(noor.page);
  await press(noor.page, compare.differ);
  await seeTitle(noor.page, outcomes.differed.title);
  await seeTitle(somebody.page, outcomes.differed.title);
  await press(noor.page, outcomes.differed.action);
  await goTo(noor.page, 'us');
  await see(noor.page, checkInWords.card.us.shared('Sam'));
  await somebody.open('/us');
  await see(somebody.page, en.us.aloneTitle);
  await write(sam, 'Sam goes on.', 'ours');
  await passTime([noor, sam], windowMs);
  await openUnderMe(noor.page, checkInWords.card.mine);
  await see(noor.page, 'Sam goes on.');
});

test('a new phone is in use in under three minutes, in each of the three ways', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const phones = await Promise.all(['words', 'device', 'partner'].map((way) => person(way)));
  const [byWords, byDevice, byPartner] = phones as [Person, Person, Person];
  await pair(noor, sam);
  await write(noor, 'Kept by Noor.');
  const words = await makePhrase(noor.page);

  /** Unhurried: to read and to press, to type a word, to say four words and hear them. */
  const [actSeconds, wordSeconds, sayingSeconds] = [5, 4, 20];
  const told = (way: string, acts: number, typedWords: number, sayings: number, appMs: number): void => {
    const seconds = acts * actSeconds + typedWords * wordSeconds + sayings * sayingSeconds + appMs / 1_000;
    console.log(
      `new phone by ${way}: ${acts} acts, ${typedWords} words typed, app ${appMs} ms, about ${Math.round(seconds)} s`,
    );
    expect(seconds).toBeLessThan(180);
  };

  let since = Date.now();
  await byWords.open();
  await beginRestore(byWords.page, 'phrase');
  await field(byWords.page, keepingWords.restore.words).fill(words.join(' '));
  await press(byWords.page, keepingWords.restore.bringBack);
  await seeTitle(byWords.page, keepingWords.restore.doneTitle);
  await follow(byWords.page, keepingWords.restore.toToday);
  await openUnderMe(byWords.page, checkInWords.card.mine);
  await see(byWords.page, 'Kept by Noor.');
  told('the twelve words', 7, 12, 0, Date.now() - since);

  since = Date.now();
  await byDevice.page.goto(await linkOfMyDevice(noor.page));
  await press(byDevice.page, join.joinDevice);
  await sayTheSame(noor, byDevice);
  for (const { page } of [noor, byDevice]) {
    await seeTitle(page, outcomes.linked.title);
    await press(page, outcomes.linked.action);
  }
  await openUnderMe(byDevice.page, checkInWords.card.mine);
  await see(byDevice.page, 'Kept by Noor.');
  told('my other device', 12, 0, 1, Date.now() - since);

  since = Date.now();
  await openAndJoin(byPartner, await linkOfReturn(sam, 'Noor'), 'Noor', true);
  await sayTheSame(sam, byPartner);
  for (const [{ page }, other] of [
    [sam, 'Noor'],
    [byPartner, 'Sam'],
  ] as const) {
    await seeTitle(page, outcomes.returned.title(other));
    await press(page, outcomes.returned.action);
  }
  told('the partner', 11, 2, 1, Date.now() - since);
});
