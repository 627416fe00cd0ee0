/** Never lose it, never be locked out: a second device, the twelve words, the backup file. */
import { readFileSync } from 'node:fs';
import { en as checkInCard } from '../src/web/check-in/card-messages.ts';
import { en } from '../src/web/messages/en.ts';
import { expect, hasAppForOffline, minuteMs, type Person, passTime, secondMs, test } from './journey.ts';
import { checkInWords, writeCheckIn } from './pages/check-in.ts';
import {
  beginRestore,
  keepingWords,
  linkOfMyDevice,
  makePhrase,
  openUnderMe,
  restoreFromFile,
} from './pages/keeping.ts';
import { pair, pairingWords, sayTheSame } from './pages/pairing.ts';
import { field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { readStore } from './store.ts';

const wide = { width: 1280, height: 800 };
const { outcomes, join } = pairingWords;

test('a second device of mine is linked by its own gesture, and both hold the same', async ({ person }) => {
  const phone = await person('Noor');
  const sam = await person('Sam');
  const laptop = await person('Noor at the laptop', { viewport: wide });
  await pair(phone, sam);
  await write(phone, 'Written on the phone.');

  const link = await linkOfMyDevice(phone.page);
  await laptop.page.goto(link);
  await seeTitle(laptop.page, join.deviceTitle);
  expect(laptop.page.url()).not.toContain('#');
  await press(laptop.page, join.joinDevice);
  await sayTheSame(phone, laptop);
  for (const { page } of [phone, laptop]) {
    await seeTitle(page, outcomes.linked.title);
    await press(page, outcomes.linked.action);
  }

  await test.step('what is mine is on both', async () => {
    await openUnderMe(laptop.page, checkInWords.card.mine);
    await see(laptop.page, 'Written on the phone.');
    await write(laptop, 'Written at the laptop.');
    await openUnderMe(phone.page, checkInWords.card.mine);
    await see(phone.page, 'Written at the laptop.');
  });
  await test.step('what is ours reaches all three', async () => {
    await goTo(sam.page, 'today');
    await follow(sam.page, checkInWords.card.start);
    await writeCheckIn(sam.page, { feelings: ['calm'], note: 'From Sam to both.', standing: 'ours' });
    await passTime([phone, sam, laptop], 11 * secondMs);
    for (const { page } of [phone, laptop]) {
      await openUnderMe(page, checkInWords.card.mine);
      await see(page, 'From Sam to both.');
    }
  });
  await test.step('it stands on the lists of both of us', async () => {
    await openUnderMe(phone.page, en.me.devices);
    await expect(phone.page.getByRole('main').getByRole('listitem')).toHaveCount(2);
    await goTo(sam.page, 'us');
    await see(sam.page, en.us.countOf(3));
  });
  await test.step('what was written from where is there for me, on both of mine, and nowhere for the other', async () => {
    const { written } = keepingWords.devices;
    for (const { page } of [phone, laptop]) {
      await openUnderMe(page, en.me.devices);
      await follow(page, written.title);
      await seeTitle(page, written.title);
      const rows = page.getByRole('main').getByRole('listitem').filter({ hasText: checkInCard.listCard.title });
      await expect(rows).toHaveCount(2);
      await expect(rows.filter({ hasText: en.devices.thisOne })).toHaveCount(1);
      await expect(page.getByRole('main')).not.toContainText('From Sam to both.');
      await expect(page.getByRole('main')).not.toContainText('Written at');
    }
    await laptop.page.getByRole('main').getByRole('listitem').filter({ hasText: en.devices.thisOne }).click();
    await see(laptop.page, 'Written at the laptop.');
    await sam.open('/us/devices');
    await seeTitle(sam.page, en.us.whoReads);
    await expect(sam.page.getByRole('link', { name: written.title })).toHaveCount(0);
    await sam.open('/me/devices/written');
    await expect(sam.page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  });
  await test.step('taken off the list, it gets nothing new, and the others go on', async () => {
    await openUnderMe(phone.page, en.me.devices);
    const takeOff = phone.page.getByRole('button', { name: new RegExp(`^${keepingWords.devices.removeOf('.+')}$`) });
    await takeOff.click();
    await press(phone.page, keepingWords.devices.keep);
    await takeOff.click();
    await press(phone.page, keepingWords.devices.removeNow);
    await see(phone.page, keepingWords.devices.removed);
    await see(phone.page, keepingWords.devices.removedMark);
    await write(phone, 'Not for the laptop.');
    await goTo(sam.page, 'today');
    await follow(sam.page, checkInWords.card.start);
    await writeCheckIn(sam.page, { feelings: ['calm'], note: 'After the laptop.', standing: 'ours' });
    await passTime([phone, sam, laptop], 11 * secondMs);
    await openUnderMe(phone.page, checkInWords.card.mine);
    await see(phone.page, 'After the laptop.');
    const known = await readStore(laptop.page);
    expect(known).toContain('From Sam to both.');
    expect(known).not.toContain('Not for the laptop.');
    expect(known).not.toContain('After the laptop.');
    // Quietly: whoever holds the device that was taken off reads nothing of it there.
    await goTo(laptop.page, 'today');
    await expect(laptop.page.getByRole('region', { name: en.notices.title })).toHaveCount(0);
  });
});

test('twelve words on paper bring everything back onto an empty device', async ({ person, server }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const anew = await person('Noor, anew');
  await pair(noor, sam);
  await write(noor, 'Before the phone was lost.');
  const words = await makePhrase(noor.page);

  await anew.open();
  await beginRestore(anew.page, 'phrase');
  await test.step('words that do not belong together say so', async () => {
    await field(anew.page, keepingWords.restore.words).fill('abandon '.repeat(12));
    await press(anew.page, keepingWords.restore.bringBack);
    await see(anew.page, keepingWords.refusals['wrong-words']);
  });
  await test.step('words of nobody find nothing', async () => {
    const nobodys = `${'abandon '.repeat(11)}about`;
    await field(anew.page, keepingWords.restore.words).fill(nobodys);
    await press(anew.page, keepingWords.restore.bringBack);
    await see(anew.page, keepingWords.refusals['nothing-found']);
  });
  await test.step('with no server to be reached they wait, and say so', async () => {
    await hasAppForOffline([noor, sam, anew]);
    await server.stop();
    // As somebody types them from paper: capitals, numbers, four letters of each.
    const typed = words.map((word, index) => `${index + 1}. ${word.slice(0, 4).toUpperCase()}`).join('\n');
    await field(anew.page, keepingWords.restore.words).fill(typed);
    await press(anew.page, keepingWords.restore.bringBack);
    await see(anew.page, keepingWords.refusals['no-connection']);
    await server.start();
    await passTime([noor, sam, anew], 2 * minuteMs);
  });
  await test.step('the right ones bring back what is mine and what is ours', async () => {
    await seeTitle(anew.page, keepingWords.restore.doneTitle);
    await follow(anew.page, keepingWords.restore.toToday);
    await openUnderMe(anew.page, checkInWords.card.mine);
    await see(anew.page, 'Before the phone was lost.');
    await goTo(anew.page, 'us');
    await see(anew.page, en.us.pairedLead('Sam'));
  });
  await test.step('and the two go on together', async () => {
    await goTo(anew.page, 'today');
    await follow(anew.page, checkInWords.card.start);
    await writeCheckIn(anew.page, { feelings: ['happy'], note: 'Here again.', standing: 'ours' });
    await passTime([anew, sam], 11 * secondMs);
    await goTo(sam.page, 'today');
    await follow(sam.page, checkInWords.card.today.sharedAction);
    await see(sam.page, 'Here again.');
  });
});

test('a backup file brings everything back where no server is, and other files say what they are', async ({
  person,
  server,
}) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const anew = await person('Noor, anew');
  await pair(noor, sam);
  await write(noor, 'Kept in a file.');
  await openUnderMe(noor.page, en.me.backup);
  await see(noor.page, keepingWords.backup.needsPhrase);
  const words = await makePhrase(noor.page);
  await openUnderMe(noor.page, en.me.backup);
  const coming = noor.page.waitForEvent('download');
  await press(noor.page, keepingWords.backup.export);
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^attune-\d{4}-\d{2}-\d{2}\.backup$/);
  const backup = readFileSync(await download.path());
  expect(backup.includes('Kept in a file')).toBe(false);

  await anew.open();
  await hasAppForOffline([noor, sam, anew]);
  await server.stop();
  await beginRestore(anew.page, 'file');
  const refusedFiles = [
    { name: 'letter.txt', buffer: Buffer.from('Dear Sam, this is a letter.'), sentence: 'not-a-backup' },
    { name: 'empty.backup', buffer: Buffer.alloc(0), sentence: 'not-a-backup' },
    { name: 'cut.backup', buffer: backup.subarray(0, backup.length - 40), sentence: 'damaged' },
    { name: 'scratched.backup', buffer: withOtherByte(backup, backup.length >> 1), sentence: 'damaged' },
  ] as const;
  for (const { name, buffer, sentence } of refusedFiles) {
    await restoreFromFile(anew.page, { name, buffer }, words);
    await expect(anew.page.getByRole('status').getByText(keepingWords.refusals[sentence]), name).toBeVisible();
  }
  await restoreFromFile(anew.page, { name: 'good.backup', buffer: backup }, words.slice(1));
  await see(anew.page, keepingWords.refusals['wrong-words']);
  await restoreFromFile(anew.page, { name: 'good.backup', buffer: backup }, words);
  await seeTitle(anew.page, keepingWords.restore.doneTitle);
  await follow(anew.page, keepingWords.restore.toToday);
  await openUnderMe(anew.page, checkInWords.card.mine);
  await see(anew.page, 'Kept in a file.');
  await anew.page.reload();
  await see(anew.page, 'Kept in a file.');
});

async function write({ page }: Person, note: string): Promise<void> {
  await goTo(page, 'today');
  await follow(page, checkInWords.card.start);
  await writeCheckIn(page, { feelings: ['tired'], note });
  await see(page, note);
}

function withOtherByte(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
}
