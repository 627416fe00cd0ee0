/**
 * The pause, on two phones, on one, and alone: one breath, a break whose return time both see and which is a promise,
 * a bell, longer once, back softly, or left for today; offline on both; and with a clock that is ten minutes off.
 */
import type { Page } from '@playwright/test';
import { en } from '../src/web/messages/en.ts';
import { en as card } from '../src/web/pause/card-messages.ts';
import { en as words } from '../src/web/pause/messages.ts';
import {
  expect,
  hasAppForOffline,
  hourMs,
  minuteMs,
  type Person,
  passTime,
  passTimeUntil,
  secondMs,
  test,
} from './journey.ts';
import { pair } from './pages/pairing.ts';
import { openPromise, promiseWords } from './pages/promises.ts';
import { choose, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { readStore } from './store.ts';

const breathMs = 5 * secondMs;
const reconnectMs = 2 * minuteMs;
const { breath, choice, length, running, due, extend, wayBack, left, leave, ready } = words;

test('one breath is often enough, and it leaves nothing', async ({ person }) => {
  const noor = await person('Noor', { isMoved: true });
  const { page } = noor;
  await noor.open('/practices/pause');
  await follow(page, en.practices.begin);
  await seeTitle(page, breath.title);
  await expect(page.getByRole('button', { name: choice.goOn })).toHaveCount(0);
  await passTime([noor], breathMs);
  await seeTitle(page, choice.title);
  await see(page, choice.sentence);
  await press(page, choice.goOn);
  await seeTitle(page, card.listCard.title);
  await expect(readStore(page)).rejects.toThrow(/empty/);
});

test('a break on two phones: one time on both, a promise, a bell, and softly back in', async ({ person }) => {
  const noor = await person('Noor', { isMoved: true });
  const sam = await person('Sam', { isMoved: true, timezone: 'America/New_York' });
  const both = [noor, sam];
  for (const one of both) await hearBell(one.page);
  await pair(noor, sam);
  const at = await test.step('what will stand on the other phone is said before', async () => {
    await toLength(noor);
    await see(noor.page, length.preview('Sam'));
    await press(noor.page, length.minutes(30));
    await press(noor.page, length.minutes(20));
    const said = await noor.page.getByText(/^Noor takes a break/).innerText();
    await press(noor.page, length.begin);
    const untilMs = await returnOf(noor, 20);
    // Between reading and pressing a minute may have begun.
    expect([0, 1].map((ago) => card.takes('Noor', atOf(untilMs - ago * minuteMs, 'Europe/London')))).toContain(said);
    return untilMs;
  });
  const [hers, theirs] = [atOf(at, 'Europe/London'), atOf(at, 'America/New_York')];
  await test.step('it is on both at once, each by their own wall', async () => {
    await seeTitle(noor.page, running.title(hers));
    await see(noor.page, running.same('Sam'));
    await goTo(sam.page, 'today');
    await see(sam.page, card.takes('Noor', theirs));
    await goTo(sam.page, 'us');
    await see(sam.page, card.takes('Noor', theirs));
    await expect(sam.page.getByText('Come back to our talk'), 'one card speaks of it').toHaveCount(0);
    await goTo(sam.page, 'today');
    await follow(sam.page, card.today.untilAction);
    await seeTitle(sam.page, running.title(theirs));
  });
  await test.step('the bell is set for that moment on both, on the clock of the sound', async () => {
    for (const { page } of both) await expect.poll(() => bellIsOff(page, at)).toBeLessThan(secondMs);
    await press(sam.page, running.bell);
    await expect.poll(() => bellsSet(sam.page)).toBe(0);
    await press(sam.page, running.bell);
    await expect.poll(() => bellsSet(sam.page)).toBeGreaterThan(0);
  });
  await test.step('something that calms, and something else', async () => {
    await see(noor.page, words.meanwhile);
    const first = await noor.page.getByRole('main').locator('.card .voice').innerText();
    await press(noor.page, words.another);
    await expect(noor.page.getByRole('main').locator('.card .voice')).not.toHaveText(first);
  });
  await test.step('when the time has come, both screens say so at that moment', async () => {
    await passTimeUntil(both, at - 40 * secondMs);
    await seeTitle(noor.page, running.title(hers));
    await passTimeUntil(both, at + secondMs);
    for (const { page } of both) await seeTitle(page, due.title);
    await see(noor.page, due.said(hers));
  });
  await test.step('back, and softly in; the promise is kept', async () => {
    await press(noor.page, running.back);
    await seeTitle(noor.page, wayBack.title);
    const sentences = noor.page.getByRole('list', { name: wayBack.sentences }).getByRole('listitem');
    await expect(sentences).toHaveCount(3);
    const before = await sentences.first().innerText();
    await press(noor.page, wayBack.others);
    await expect(sentences.first()).not.toHaveText(before);
    await expect(noor.page.getByRole('link', { name: wayBack.steps })).toHaveAttribute(
      'href',
      '/guided/attune-non-defensive/back-after-a-pause',
    );
    await expect(noor.page.getByText(wayBack.late)).toHaveCount(0);
    await seeTitle(sam.page, ready.title('Noor'));
    await press(sam.page, ready.back);
    await seeTitle(sam.page, wayBack.title);
    await press(sam.page, wayBack.done);
    await openPromise(sam.page, 'Come back to our talk');
    await see(sam.page, promiseWords.standing.kept);
  });
});

test('longer, once, by either, and left for today by either', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const both = [noor, sam];
  await pair(noor, sam);
  const untilMs = await takeBreak(noor, 10);
  await goTo(sam.page, 'today');
  await follow(sam.page, card.today.untilAction);

  await test.step('longer', async () => {
    await press(noor.page, running.longer);
    await press(noor.page, length.minutes(20));
    const later = atOf(untilMs + 20 * minuteMs, 'Europe/London');
    await see(noor.page, extend.thenOn(later));
    await press(noor.page, extend.save('Sam'));
    for (const { page } of both) {
      await seeTitle(page, running.title(later));
      await see(page, running.wasLonger);
      await expect(page.getByRole('button', { name: running.longer })).toHaveCount(0);
    }
  });
  await test.step('the promise has changed with it', async () => {
    await sam.open('/promises');
    await sam.page
      .getByRole('main')
      .getByRole('link', { name: /Come back to our talk/ })
      .click();
    await see(sam.page, promiseWords.detail.changes);
  });
  await test.step('left for today', async () => {
    await press(noor.page, running.leave);
    await see(noor.page, leave.text);
    await noor.page.getByRole('dialog').getByRole('button', { name: leave.save }).click();
    await seeTitle(noor.page, left.title);
    await see(noor.page, left.byMe);
    await sam.open('/');
    await see(sam.page, card.today.left('Noor'));
    await follow(sam.page, card.today.leftAction);
    await see(sam.page, left.byThem('Noor'));
    await press(sam.page, left.done);
    await see(sam.page, promiseWords.card.today.offer('Noor'));
  });
});

test('both phones offline in one room: each begins it, one counts, and it keeps its word', async ({
  person,
  server,
}) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const both = [noor, sam];
  for (const one of both) await hearBell(one.page);
  await pair(noor, sam);
  await hasAppForOffline(both);
  await server.stop();
  const first = await takeBreak(noor, 20);
  await passTime([sam], 2 * minuteMs);
  const second = await takeBreak(sam, 20);
  expect(second).toBeGreaterThan(first);
  await expect.poll(() => bellsSet(noor.page)).toBeGreaterThan(0);
  await expect.poll(() => bellsSet(sam.page)).toBeGreaterThan(0);
  await passTime([noor], 2 * minuteMs);

  await test.step('closed and opened again, with no server, Today knows it', async () => {
    await noor.open('/');
    await see(noor.page, card.youTake(atOf(first, 'Europe/London')));
  });
  await server.start();
  await passTime(both, reconnectMs);
  await test.step('after they meet, the one that began first stands on both', async () => {
    await seeTitle(sam.page, running.title(atOf(first, 'Europe/London')));
    await see(sam.page, card.takes('Noor', atOf(first, 'Europe/London')));
    await follow(noor.page, card.today.untilAction);
    await seeTitle(noor.page, running.title(atOf(first, 'Europe/London')));
    for (const { page } of both) await expect.poll(() => bellIsOff(page, first)).toBeLessThan(secondMs);
  });
  await test.step('the app was closed at that moment: Today says that it is time', async () => {
    await noor.open('/');
    await passTime(both, 20 * minuteMs);
    await see(noor.page, card.today.due);
    await follow(noor.page, card.today.dueAction);
    await press(noor.page, running.back);
    await seeTitle(sam.page, ready.title('Noor'));
    await press(sam.page, ready.back);
    await seeTitle(sam.page, wayBack.title);
  });
  await test.step('both promises are kept', async () => {
    await sam.open('/promises');
    const rows = sam.page.getByRole('main').getByRole('link', { name: /Come back to our talk/ });
    await expect(rows).toHaveCount(2);
    for (const row of await rows.all()) await expect(row).toContainText(promiseWords.standing.kept);
  });
});

test('a phone whose clock is ten minutes off shows the right time, says so, and rings when it is meant', async ({
  person,
}) => {
  // The clock of the server, and one that is ahead of it.
  const noor = await person('Noor', { at: new Date() });
  const sam = await person('Sam', { at: new Date(Date.now() + 10 * minuteMs) });
  for (const one of [noor, sam]) await hearBell(one.page);
  await pair(noor, sam);

  await test.step('a break of the phone that is right', async () => {
    const untilMs = await takeBreak(noor, 20);
    const at = atOf(untilMs, 'Europe/London');
    await goTo(sam.page, 'today');
    await follow(sam.page, card.today.untilAction);
    await seeTitle(sam.page, running.title(at));
    await see(sam.page, words.clock.reckoned('10 minutes'));
    await expect(noor.page.getByText(/clock of this device/)).toHaveCount(0);
    // By its own clock that is ten minutes later. (How far it is off is known to some seconds.)
    await expect.poll(() => bellIsOff(sam.page, untilMs + 10 * minuteMs)).toBeLessThan(10 * secondMs);
    await press(sam.page, running.back);
    await press(noor.page, ready.back);
  });
  await test.step('a break of the phone that is off', async () => {
    await press(sam.page, wayBack.done);
    await toLength(sam);
    await see(sam.page, words.clock.reckoned('10 minutes'));
    await press(sam.page, length.minutes(20));
    const sentence = await sam.page.getByText(/Sam takes a break and is back at/).innerText();
    await press(sam.page, length.begin);
    await seeTitle(sam.page, /You two go on/);
    await noor.open('/');
    await see(noor.page, sentence);
    const minutes = await noor.page.evaluate((said) => {
      const [, hour = '', minute = ''] = /(\d?\d):(\d\d)/.exec(said) ?? [];
      const now = new Date();
      const until = new Date(now);
      until.setHours(Number(hour), Number(minute), 0, 0);
      return (until.getTime() - now.getTime()) / 60_000;
    }, sentence);
    expect((minutes + 1440) % 1440).toBeGreaterThan(18);
    expect((minutes + 1440) % 1440).toBeLessThan(22);
  });
});

test('alone: until a time of my own, for my eyes, and back later than I said', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open();
  await toLength(noor);
  await expect(page.getByText(length.who)).toHaveCount(0);
  await press(page, length.own);
  await expect(page.getByRole('button', { name: length.begin })).toBeDisabled();
  await page.locator('input[type=time]').fill('09:03');
  await press(page, length.begin);
  await see(page, words.refusals['pause.refusal.too-short']);
  await page.locator('input[type=time]').fill('09:45');
  await see(page, card.youTake('at 9:45'));
  await press(page, length.begin);
  await seeTitle(page, running.titleMine('at 9:45'));
  await see(page, running.mine);
  await passTime([noor], hourMs);
  await seeTitle(page, due.title);
  await expect(page.getByRole('button', { name: running.longer })).toHaveCount(0);
  await press(page, running.back);
  await seeTitle(page, wayBack.title);
  await expect(page.getByText(wayBack.late)).toHaveCount(0);
});

test('with two, a break may still be mine alone: the other phone knows nothing of it', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await pair(noor, sam);
  const before = await readStore(sam.page);
  await toLength(noor);
  await choose(noor.page, length.me);
  await see(noor.page, length.previewMine);
  await press(noor.page, length.begin);
  await seeTitle(noor.page, /You go on/);
  await passTime([noor, sam], minuteMs);
  expect(await readStore(sam.page)).toEqual(before);
});

// ------------------------------------------------------------------------------------------------ ways and clocks

/** From anywhere to the question how long. */
async function toLength(who: Person): Promise<void> {
  await who.open('/pause/new');
  await seeTitle(who.page, breath.title);
  await passTime([who], breathMs);
  await press(who.page, choice.longer);
  await seeTitle(who.page, length.title);
}

/** @returns the moment that both screens show. */
async function takeBreak(who: Person, minutes: number): Promise<number> {
  await toLength(who);
  await press(who.page, length.minutes(minutes));
  await press(who.page, length.begin);
  return returnOf(who, minutes);
}

/** The moment that the title names, which was some seconds ago so many minutes ahead. */
async function returnOf(who: Person, minutes: number): Promise<number> {
  await seeTitle(who.page, /You two go on/);
  const untilMs = wholeMinute((await nowOf(who)) + minutes * minuteMs);
  const title = await who.page.getByRole('heading', { level: 1 }).innerText();
  const shownMs = [untilMs, untilMs - minuteMs].find((atMs) => title === running.title(atOf(atMs, 'Europe/London')));
  expect(shownMs, title).toBeDefined();
  return shownMs ?? untilMs;
}

const nowOf = ({ page }: Person): Promise<number> => page.evaluate(() => Date.now());

const wholeMinute = (atMs: number): number => Math.ceil(atMs / minuteMs) * minuteMs;

const atOf = (atMs: number, zone: string): string =>
  card.at(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(atMs));

interface Heard {
  /** Strokes that were set and not taken back, by the clock of the page. */
  readonly heard: Set<{ readonly atMs: number }>;
}

/** Listens to what is set on the audio clock from now on. The sound itself is real. */
async function hearBell(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: Heard['heard'] = new Set();
    Object.assign(globalThis, { heard });
    const { start, disconnect } = OscillatorNode.prototype;
    const strokes = new WeakMap<AudioNode, { readonly atMs: number }>();
    OscillatorNode.prototype.start = function (atS = 0) {
      const stroke = { atMs: Date.now() + 1000 * (atS - this.context.currentTime) };
      strokes.set(this, stroke);
      heard.add(stroke);
      start.call(this, atS);
    };
    OscillatorNode.prototype.disconnect = function () {
      const stroke = strokes.get(this);
      if (stroke !== undefined) heard.delete(stroke);
      (disconnect as () => void).call(this);
    };
  });
}

const bellsSet = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as Heard).heard.size);

/** By how much the first stroke misses a moment. */
const bellIsOff = (page: Page, atMs: number): Promise<number> =>
  page.evaluate(
    (meantMs) => Math.abs(Math.min(...[...(globalThis as unknown as Heard).heard].map((one) => one.atMs)) - meantMs),
    atMs,
  );
