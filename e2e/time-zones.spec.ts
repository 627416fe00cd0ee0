/** A promise is due at the moment its maker meant, and each sees it by the clock on their own wall. */
import { expect, minuteMs, passTimeUntil, test } from './journey.ts';
import { pair } from './pages/pairing.ts';
import { beginPromise, makePromise, openPromise, promiseWords } from './pages/promises.ts';
import { press, see, sendNow } from './pages/shell.ts';

const newYork = 'America/New_York';
const berlin = 'Europe/Berlin';
const dayMs = 86_400_000;
const what = 'call before supper';

test('a promise made in New York for Friday 18:00 is due at that moment in Berlin, across a change of clocks', async ({
  person,
}) => {
  // The Saturday before the clocks change in New York; the promise is for the Friday after.
  const changeMs = nextChangeOfClocks(newYork, Date.now() + 2 * dayMs);
  const saturdayMs = Math.floor(changeMs / dayMs) * dayMs - dayMs + 15 * 3_600_000;
  const friday = new Date(saturdayMs + 6 * dayMs).toISOString().slice(0, 10);
  const dueMs = wallTimeToMs(friday, '18:00', newYork);
  expect(offsetMinutes(saturdayMs, newYork), 'the clocks change between').not.toBe(offsetMinutes(dueMs, newYork));

  const noor = await person('Noor', { timezone: newYork, at: new Date(saturdayMs) });
  const sam = await person('Sam', { timezone: berlin, at: new Date(saturdayMs) });
  await pair(noor, sam);
  await beginPromise(noor.page);
  await makePromise(noor.page, { what, day: friday, time: '18:00', to: 'Sam' });
  await sendNow(noor.page);

  await test.step('each reads it by their own clock', async () => {
    const hers = noor.page.getByRole('main').getByRole('time').first();
    await expect(hers).toHaveAttribute('datetime', new Date(dueMs).toISOString());
    await expect(hers).toHaveText(new RegExp(`${promiseWords.when.byTime('Friday', '18:00')}$`, 'i'));

    await openPromise(sam.page, 'Call before supper');
    const theirs = sam.page.getByRole('main').getByRole('time').first();
    await expect(theirs).toHaveAttribute('datetime', new Date(dueMs).toISOString());
    await expect(theirs).toContainText(wallClock(dueMs, berlin));
    await expect(theirs).toContainText(promiseWords.when.makersTheirs('Friday, 18:00', 'Noor'));
  });

  await test.step('a minute before it is still early, at the moment it is due: for both at once', async () => {
    await passTimeUntil([noor, sam], dueMs - minuteMs);
    await see(noor.page, promiseWords.detail.changeHint);
    await see(sam.page, promiseWords.detail.theirsOpen('Noor'));
    await passTimeUntil([noor, sam], dueMs);
    await see(noor.page, promiseWords.detail.wasDue);
    await see(sam.page, promiseWords.detail.talk('Noor'));
    await press(noor.page, promiseWords.detail.kept);
  });
});

// --------------------------------------------------------------------------------- reckoned by Intl, not by the app

function offsetMinutes(atMs: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(atMs);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** A moment of the first day after `fromMs` on which the clocks of the zone change. */
function nextChangeOfClocks(zone: string, fromMs: number): number {
  for (let atMs = fromMs; atMs < fromMs + 366 * dayMs; atMs += dayMs) {
    if (offsetMinutes(atMs, zone) !== offsetMinutes(atMs + dayMs, zone)) return noonOfNextSunday(atMs);
  }
  throw new Error(`The clocks of ${zone} no longer change`);
}

function noonOfNextSunday(atMs: number): number {
  const noonMs = Math.floor(atMs / dayMs) * dayMs + dayMs / 2;
  return noonMs + ((7 - new Date(noonMs).getUTCDay()) % 7) * dayMs;
}

function wallTimeToMs(date: string, time: string, zone: string): number {
  const asUtcMs = Date.parse(`${date}T${time}:00Z`);
  return asUtcMs - offsetMinutes(asUtcMs, zone) * minuteMs;
}

const wallClock = (atMs: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(atMs);
