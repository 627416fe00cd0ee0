/**
 * Somebody looks into the browser of an unlocked phone, to see whether there are private notes: with the app as it is
 * used, by hand and by many, everything that is stored for it has the same names, counts and sizes.
 */
import { expect, test } from './journey.ts';
import { writeEntry } from './pages/own-life.ts';
import { goTo } from './pages/shell.ts';
import { footprintOf, readStore } from './store.ts';
import { bundleStorePage, callStorePage, openStorePage } from './store-page/serve.ts';

const at = new Date('2026-11-26T08:40:00Z');

test('what the browser keeps looks the same with no private note, with one and with two hundred', async ({
  person,
  server,
}) => {
  const script = await bundleStorePage();
  const noor = await person('Noor', { at });
  const sam = await person('Sam', { at });
  const mila = await person('Mila', { at });
  const notes = await openStorePage(mila.context, script, server.origin());
  await callStorePage(notes, 'writeNotes', 'attune', 199, 'pages');
  await notes.close();

  const people = [noor, sam, mila];
  for (const { open, page } of people) {
    await open('/journal');
    if (page !== noor.page) await writeEntry(page, 'The marmalade secret.');
    await goTo(page, 'today');
    await page.evaluate('navigator.serviceWorker.ready.then(() => null)');
  }
  await expect(readStore(noor.page)).rejects.toThrow(/empty/);
  expect(await readStore(sam.page)).toContain('The marmalade secret.');
  expect(await readStore(mila.page)).toContain('Marmalade 198.');
  const [none, one, many] = await Promise.all(people.map(({ page }) => footprintOf(page)));
  expect(none?.cached.length).toBeGreaterThan(20);
  expect(one).toEqual(none);
  expect(many).toEqual(none);
});
