/** Leaving: alone, offline, at once; nothing follows; the one who stays goes on; and beginning anew. Quiet, too. */
import { en } from '../src/web/messages/en.ts';
import { dayMs, expect, hasAppForOffline, type Person, passTime, secondMs, test } from './journey.ts';
import { checkInWords, writeCheckIn } from './pages/check-in.ts';
import { leaveFromUs, leavingWords as words } from './pages/leaving.ts';
import { pair } from './pages/pairing.ts';
import { follow, goTo, press, see, seeTitle } from './pages/shell.ts';

const windowMs = 11 * secondMs;

async function share(person: Person, note: string): Promise<void> {
  await person.open('/check-in/new');
  await writeCheckIn(person.page, { feelings: ['calm'], note, standing: 'ours' });
}

async function seeShared({ page }: Person, by: string, note: string): Promise<void> {
  await goTo(page, 'us');
  await follow(page, checkInWords.card.us.shared(by));
  await see(page, note);
}

test('leaving offline: my words stay, a copy of what was shared stays, nothing is sent again', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await pair(noor, sam);
  await share(noor, 'Noor shared this.');
  await share(sam, 'Sam shared this.');
  await passTime([noor, sam], windowMs);
  await seeShared(noor, 'Sam', 'Sam shared this.');
  await hasAppForOffline([noor]);

  noor.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await noor.context.setOffline(true);
  await leaveFromUs(noor.page);
  await noor.context.setOffline(false);
  let sockets = 0;
  noor.page.on('websocket', () => sockets++);

  await test.step('what stays', async () => {
    await follow(noor.page, words.goOn);
    await seeTitle(noor.page, en.us.aloneTitle);
    await expect(noor.page.getByText(/Sam/)).toHaveCount(0);
    await goTo(noor.page, 'me');
    await follow(noor.page, new RegExp(words.kept.title('Sam')));
    await see(noor.page, 'Sam shared this.');
    await see(noor.page, 'Noor shared this.');
    await noor.open('/check-in');
    await see(noor.page, 'Noor shared this.');
    await expect(noor.page.getByText('Sam shared this.')).toHaveCount(0);
  });
  await test.step('nothing is sent in thirty days', async () => {
    for (let day = 0; day < 30; day += 10) {
      await passTime([noor], 10 * dayMs);
      await noor.open('/');
      await see(noor.page, en.today.cards);
    }
    expect(sockets).toBe(0);
  });
  await test.step('the one who stays sees neither blame nor reason, keeps everything, and goes on', async () => {
    await seeShared(sam, 'Noor', 'Noor shared this.');
    await goTo(sam.page, 'us');
    await expect(sam.page.getByRole('main').getByText(/has left|is gone|no longer/i)).toHaveCount(0);
    await share(sam, 'Sam goes on.');
    await see(sam.page, 'Sam goes on.');
  });
  await test.step('the copy can be deleted', async () => {
    await goTo(noor.page, 'me');
    await follow(noor.page, new RegExp(words.kept.title('Sam')));
    await press(noor.page, words.kept.delete);
    await press(noor.page, words.kept.keep);
    await expect(noor.page.locator('dialog[open]')).toHaveCount(0);
    await press(noor.page, words.kept.delete);
    await press(noor.page, words.kept.deleteNow);
    await see(noor.page, en.me.things);
    await expect(noor.page.getByText(words.kept.title('Sam'))).toHaveCount(0);
  });
});

test('beginning anew with someone else: nothing of before reaches them', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const kim = await person('Kim');
  await pair(noor, sam);
  await share(sam, 'Sam shared this.');
  await passTime([noor, sam], windowMs);
  await leaveFromUs(noor.page);
  await pair(noor, kim);
  await share(kim, 'Kim says hello.');
  await passTime([noor, kim], windowMs);
  await seeShared(noor, 'Kim', 'Kim says hello.');
  await goTo(kim.page, 'us');
  await expect(kim.page.getByText(/Sam/)).toHaveCount(0);
  await goTo(noor.page, 'me');
  await see(noor.page, words.kept.title('Sam'));
});

test('staying after a second thought changes nothing; the second of the two may leave, too', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await pair(noor, sam);
  await share(sam, 'Sam shared this.');
  await passTime([noor, sam], windowMs);
  await noor.open('/us/leave');
  await press(noor.page, words.leave.go);
  await press(noor.page, words.sure.stay);
  await seeShared(noor, 'Sam', 'Sam shared this.');
  await leaveFromUs(sam.page);
  await leaveFromUs(noor.page);
  await goTo(noor.page, 'me');
  await see(noor.page, words.kept.title('Sam'));
});

test('quiet for a while: what is shared meanwhile waits, and goes when the quiet ends', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await pair(noor, sam);
  await noor.open('/us/leave');
  await press(noor.page, words.quiet.begin);
  await share(noor, 'Written in the quiet.');
  await passTime([noor, sam], windowMs);
  await passTime([noor, sam], dayMs);
  await sam.open('/us');
  await see(sam.page, en.us.emptyTitle);
  await goTo(noor.page, 'us');
  await press(noor.page, words.quiet.end);
  await seeShared(sam, 'Noor', 'Written in the quiet.');
});

test('one practice set aside: offered nowhere on my device; and taken up again', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await pair(noor, sam);
  await share(sam, 'Sam shared this.');
  await passTime([noor, sam], windowMs);
  const shared = checkInWords.card.us.shared('Sam');
  await goTo(noor.page, 'us');
  await see(noor.page, shared);
  await noor.open('/practices/check-in');
  await see(noor.page, en.practices.asideNote);
  await press(noor.page, en.practices.setAside);
  await see(noor.page, en.practices.isAside);
  await goTo(noor.page, 'us');
  await see(noor.page, en.us.emptyTitle);
  await goTo(noor.page, 'today');
  await expect(noor.page.getByText(checkInWords.card.today.shared('Sam'))).toHaveCount(0);
  await noor.open('/practices/check-in');
  await press(noor.page, en.practices.takeUp);
  await goTo(noor.page, 'us');
  await see(noor.page, shared);
});
