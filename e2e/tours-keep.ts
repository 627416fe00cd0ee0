/** A way through what keeps things safe beyond the devices: my copy, the card with the words, and the file. */

import { en } from '../src/web/messages/en.ts';
import { exportEn } from '../src/web/settings/export-messages.ts';
import { dayMs, passTime } from './journey.ts';
import { writeCheckIn } from './pages/check-in.ts';
import { keepingWords, makePhrase, openUnderMe } from './pages/keeping.ts';
import { field, press, see, seeTitle } from './pages/shell.ts';
import { daysBefore, type Travel } from './travel.ts';

const { phrase, trial, restore, backup } = keepingWords;

export async function tourKeep({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', daysBefore(8));
  const { page } = noor;
  await noor.open('/check-in/new');
  await writeCheckIn(page, { feelings: ['calm'], note: 'A quiet evening.' });
  await noor.open('/settings/export');
  await seeTitle(page, exportEn.title);
  await page.getByText(exportEn.what, { exact: true }).click();
  await look('export', page);
  const coming = page.waitForEvent('download');
  await press(page, exportEn.page);
  await coming;
  const buffer = Buffer.from('Dear Sam');
  await page.locator('input[type=file]').setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer });
  await press(page, exportEn.bring);
  await see(page, exportEn.refusals['not-a-copy']);
  await look('export-not-a-copy', page);

  await passTime([noor], 8 * dayMs);
  await noor.open();
  await see(page, en.today.backup.none);
  await look('today-backup', page);

  const words = await makePhrase(page);
  await openUnderMe(page, en.me.phrase);
  await look('phrase-set', page);
  await press(page, phrase.again);
  await press(page, phrase.print);
  await seeTitle(page, phrase.card.title);
  await look('phrase-card', page);
  await noor.open('/me/phrase');
  await page.getByRole('button').filter({ hasText: phrase.tryWhole }).click();
  await field(page, restore.words).fill(words.map((word, at) => (at === 3 ? 'absrb' : word)).join(' '));
  await press(page, phrase.tryNow);
  await see(page, trial.unknown(4, 'absrb'));
  await look('phrase-whole-slip', page);
  await field(page, restore.words).fill(words.join(' '));
  await press(page, phrase.tryNow);
  await see(page, trial.works);
  await look('phrase-whole-works', page);
  await noor.open('/me/backup');
  await see(page, backup.remind);
  await look('backup-with-phrase', page);
}
