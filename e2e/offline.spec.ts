/** The server may go away: after the first visit everything works without it, and nothing is lost when it comes back. */
import { en } from '../src/web/messages/en.ts';
import { settingsEn } from '../src/web/settings/messages.ts';
import { expect, hasAppForOffline, minuteMs, type Person, passTime, test } from './journey.ts';
import { createOtherBuild, nextVersion, thisVersion } from './other-build.ts';
import { checkInWords, type Standing, writeCheckIn } from './pages/check-in.ts';
import { openUnderMe } from './pages/keeping.ts';
import { pair } from './pages/pairing.ts';
import { follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { createServer } from './server.ts';

/** Longer than the longest pause between two attempts to reach the relay. */
const reconnectMs = 2 * minuteMs;

test('after the first visit the app opens, keeps and finds what I write with the server stopped', async ({
  person,
  server,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open();
  await hasAppForOffline([noor]);
  await server.stop();
  await page.reload();
  await seeTitle(page, en.today.first);
  await write(noor, 'Written with no server.', 'mine');
  await page.reload();
  await see(page, 'Written with no server.');

  await test.step('every place opens, also those never seen before', async () => {
    for (const path of ['/', '/practices', '/practices/promises', '/us', '/us/invite', '/me', '/settings', '/server']) {
      await page.goto(server.origin() + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('heading', { name: en.notHere.title })).toHaveCount(0);
    }
  });
  await test.step('an address that is none says so', async () => {
    await page.goto(`${server.origin()}/nowhere/at/all`);
    await seeTitle(page, en.notFound.title);
  });
});

test('both write while the server is away, and both have everything when it is back', async ({ person, server }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const both = [noor, sam];
  await pair(noor, sam);
  await hasAppForOffline(both);
  await server.stop();

  const notesOf = ({ name }: Person) => [1, 2, 3].map((count) => `${name} writes, the ${count}. time.`);
  for (const one of both) {
    for (const note of notesOf(one)) {
      await write(one, note, 'ours');
      await press(one.page, en.window.now);
    }
    await goTo(one.page, 'today');
    await see(one.page, en.offline.some(3));
  }
  await noor.page.reload();
  await passTime(both, reconnectMs);
  await server.start();
  await passTime(both, reconnectMs);

  for (const { page } of both) {
    await openUnderMe(page, checkInWords.card.mine);
    for (const note of both.flatMap(notesOf)) await see(page, note);
    await goTo(page, 'today');
    await expect(page.getByText(en.offline.some(1))).toHaveCount(0);
    await expect(page.getByText(en.offline.some(3))).toHaveCount(0);
    await expect(page.getByRole('region', { name: en.notices.title })).toHaveCount(0);
  }
});

test('a second tab takes over calmly, and the first can take it back', async ({ person }) => {
  const noor = await person('Noor');
  const first = noor.page;
  await noor.open();
  await write(noor, 'In the first tab.', 'mine');

  const second = await noor.context.newPage();
  await second.goto(first.url());
  await seeTitle(first, en.elsewhere.title);
  await see(first, en.elsewhere.text);
  await see(second, 'In the first tab.');
  await goTo(second, 'today');
  await follow(second, checkInWords.card.start);
  await writeCheckIn(second, { feelings: ['calm'], note: 'In the second tab.' });

  await press(first, en.elsewhere.here);
  await seeTitle(second, en.elsewhere.title);
  await openUnderMe(first, checkInWords.card.mine);
  await see(first, 'In the first tab.');
  await see(first, 'In the second tab.');
  await write(noor, 'In the first tab again.', 'mine');
});

test('a new version waits for consent, and loses nothing', async ({ personAt }) => {
  const build = createOtherBuild();
  const server = createServer(build.folder);
  await server.start();
  try {
    const noor = await personAt(server, 'Noor');
    const { page } = noor;
    await noor.open();
    await hasAppForOffline([noor]);
    await write(noor, 'Before the update.', 'mine');
    build.renew();
    await page.reload();
    await expect(page.getByText(en.update.ready)).toBeVisible();

    await test.step('until then the old one runs, as often as it is opened', async () => {
      await press(page, en.update.later);
      await expect(page.getByText(en.update.ready)).toHaveCount(0);
      await seeVersion(noor, thisVersion);
      await page.reload();
      await expect(page.getByText(en.update.ready)).toBeVisible();
      await see(page, settingsEn.version(thisVersion));
    });
    await test.step('it never comes in the middle of a guided step', async () => {
      await goTo(page, 'today');
      await follow(page, checkInWords.card.start);
      await seeTitle(page, checkInWords.write.feelings);
      await expect(page.getByText(en.update.ready)).toHaveCount(0);
      await writeCheckIn(page, { feelings: ['calm'], note: 'While one was waiting.' });
    });
    await test.step('with consent the new one opens where I was', async () => {
      const address = page.url();
      await press(page, en.update.now);
      await expect(page.getByText(en.update.ready)).toHaveCount(0);
      expect(page.url()).toBe(address);
      await see(page, 'While one was waiting.');
      await seeVersion(noor, nextVersion);
      await openUnderMe(page, checkInWords.card.mine);
      await see(page, 'Before the update.');
      await see(page, 'While one was waiting.');
    });
    await test.step('and it, too, needs no server', async () => {
      await server.stop();
      await page.reload();
      await see(page, 'Before the update.');
    });
  } finally {
    await server.remove();
    build.remove();
  }
});

async function seeVersion({ page }: Person, version: string): Promise<void> {
  await openUnderMe(page, en.me.settings);
  await see(page, settingsEn.version(version));
}

async function write({ page }: Person, note: string, standing: Standing): Promise<void> {
  await goTo(page, 'today');
  await follow(page, checkInWords.card.start);
  await writeCheckIn(page, { feelings: ['tired'], note, standing });
  await see(page, note);
}
