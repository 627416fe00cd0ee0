/** A way through what keeps things safe beyond the devices: my copy, the card with the words, and the file. */
import { exportEn } from '../src/web/settings/export-messages.ts';
import { writeCheckIn } from './pages/check-in.ts';
import { press, see, seeTitle } from './pages/shell.ts';
import { evening, type Travel } from './travel.ts';

export async function tourKeep({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', evening);
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
}
