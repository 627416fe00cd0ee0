/**
 * The path of six steps: begun alone, with one suggestion a day that was drawn by lot; going on, staying, going back;
 * away and welcome back; two people who each keep their own place and say so only when they like; and with the server
 * stopped.
 */
import type { Page } from '@playwright/test';
import { en as shell } from '../src/web/messages/en.ts';
import { en as card } from '../src/web/programme/card-messages.ts';
import { en } from '../src/web/programme/messages.ts';
import { choiceOf, stageWords } from '../src/web/programme/programme-content.ts';
import { dayMs, expect, hasAppForOffline, hourMs, type Person, passTime, secondMs, test } from './journey.ts';
import { arriveAt, chooseByKey, followByKey, pressByKey } from './keyboard.ts';
import { pair } from './pages/pairing.ts';
import { choose, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { readStore } from './store.ts';

const windowMs = 11 * secondMs;
const { stages } = card;
/** Monday, so that a week has its evenings and its weekend. */
const monday = new Date('2026-11-23T18:00:00Z');

test('alone: a step with its reason, one suggestion, and only I decide when to go on', async ({ person }) => {
  const noor = await person('Noor', { at: monday });
  const { page } = noor;
  await alwaysDrawFirst(noor);
  await noor.open();

  await test.step('what it asks is said before it begins', async () => {
    await openPath(page);
    await seeTitle(page, en.intro.title);
    await see(page, en.intro.asksLines[0] ?? '');
    await see(page, en.intro.honest);
    await follow(page, en.intro.begin);
    await seeTitle(page, en.begin.title);
    await press(page, en.begin.start);
    await seeTitle(page, stages.aware);
    await see(page, stageWords('aware').why);
  });
  await test.step('the suggestion says that it was drawn, and among how many', async () => {
    await see(page, titleOf('check-in'));
    await page.getByText(card.lot.why).click();
    await see(page, card.lot.among(4));
    await see(page, card.lot.equal);
    await expect(page.getByText(titleOf('ask-after-guessing'))).toHaveCount(0);
    const kept = await readStore(page);
    expect(kept).toContain('"probability":{"of":4,"weight":1}');
  });
  await test.step('it stands on Today for its day, and is taken up from there', async () => {
    await page.reload();
    await goTo(page, 'today');
    await see(page, card.today.step(stages.aware));
    await see(page, titleOf('check-in'));
    await press(page, card.today.begin);
    await expect(page).toHaveURL(/\/check-in\/new$/);
    await page.goBack();
    await goTo(page, 'today');
    await expect(page.getByText(card.today.step(stages.aware))).toHaveCount(0);
  });
  await test.step('tomorrow there is another one; left or taken up, it is the same to the path', async () => {
    await passTime([noor], dayMs);
    await goTo(page, 'today');
    await see(page, titleOf('where-do-i-feel-it'));
    await press(page, card.today.notToday);
    await expect(page.getByText(card.today.step(stages.aware))).toHaveCount(0);
    const kept = await readStore(page);
    expect(kept).toContain('programme/own-put-by');
    expect(kept).not.toMatch(/programme\/own-(done|kept|skipped|missed|taken)/);
  });
  await test.step('stay here, next step, step back', async () => {
    await openPath(page);
    await press(page, en.home.next);
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('heading', { name: en.goOn.title(stages['turn-toward']) })).toBeVisible();
    await sheet.getByRole('button', { name: en.goOn.stay }).click();
    await seeTitle(page, stages.aware);
    await press(page, en.home.next);
    await sheet.getByRole('button', { name: en.goOn.go }).click();
    await seeTitle(page, stages['turn-toward']);
    await see(page, en.home.noMore);
    await press(page, en.home.back);
    await seeTitle(page, stages.aware);
  });
  await test.step('any step can be read, and nothing is ticked off', async () => {
    await page.getByRole('navigation', { name: en.marks }).getByRole('link', { name: stages.empathy }).click();
    await seeTitle(page, stages.empathy);
    await see(page, stageWords('empathy').why);
    const current = page.getByRole('navigation', { name: en.marks }).locator('[aria-current=step]');
    await expect(current).toHaveCount(1);
    await expect(current).toHaveText(stages.aware);
    await expect(page.getByRole('button', { name: en.step.goOn })).toHaveCount(0);
  });
});

test('after the sixth step a light rhythm goes on, with free days in it', async ({ person }) => {
  const noor = await person('Noor', { at: monday });
  const { page } = noor;
  await alwaysDrawFirst(noor);
  await beginPath(noor, en.begin.alone);
  for (const next of ['turn-toward', 'tolerate', 'understand', 'non-defensive', 'empathy', 'rhythm'] as const) {
    await press(page, en.home.next);
    await page.getByRole('dialog').getByRole('button', { name: en.goOn.go }).click();
    await seeTitle(page, stages[next]);
  }
  await passTime([noor], dayMs);
  await see(page, titleOf('reaching-out'));
  await passTime([noor], dayMs);
  await see(page, en.home.free);
  await goTo(page, 'today');
  await expect(page.getByText(card.today.step(stages.rhythm))).toHaveCount(0);
  await passTime([noor], 3 * dayMs);
  await see(page, card.today.step(stages.rhythm));
  await see(page, titleOf('open-questions'));
  await passTime([noor], dayMs);
  await see(page, titleOf('open-questions'));

  await test.step('put away, it says nothing more, and may begin again', async () => {
    await openPath(page);
    await press(page, en.end.open);
    await page.getByRole('dialog').getByRole('button', { name: en.end.away }).click();
    await seeTitle(page, en.intro.title);
    await goTo(page, 'today');
    await expect(page.getByText(card.today.step(stages.rhythm))).toHaveCount(0);
  });
});

test('away and back: silence meanwhile, a welcome once, and the path where it was', async ({ person }) => {
  const noor = await person('Noor', { at: monday });
  const { page } = noor;
  await alwaysDrawFirst(noor);
  await beginPath(noor, en.begin.alone);
  await follow(page, en.home.away);
  await seeTitle(page, en.rest.awayTitle);
  await press(page, en.rest.week);
  await press(page, en.rest.awaySave);
  await see(page, en.paused.awayUntil('30 November'));

  await test.step('nothing on Today, day after day', async () => {
    for (const _ of [1, 2, 3]) {
      await goTo(page, 'today');
      await expect(page.getByText(card.today.step(stages.aware))).toHaveCount(0);
      await passTime([noor], 2 * dayMs);
    }
    const drawnFor = (await readStore(page)).matchAll(/"date":"(2026-[0-9-]+)","practice"/g);
    expect([...new Set([...drawnFor].map(([, date]) => date))]).toEqual(['2026-11-23']);
  });
  await test.step('back later than was said: welcome, and no word about it', async () => {
    await passTime([noor], 9 * dayMs);
    await page.reload();
    await see(page, card.today.welcome);
    await see(page, card.today.welcomeLine);
    await see(page, card.today.step(stages.aware));
    await expect(page.getByText(/days|missed|late|again/i)).toHaveCount(0);
    await openPath(page);
    await see(page, en.home.welcome);
  });
  await test.step('the welcome is for its day', async () => {
    await passTime([noor], dayMs);
    await goTo(page, 'today');
    await see(page, card.today.step(stages.aware));
    await expect(page.getByText(card.today.welcome)).toHaveCount(0);
  });
  await test.step('resting with no day ends when I say so', async () => {
    await openPath(page);
    await follow(page, en.home.rest);
    await press(page, en.rest.restSave);
    await see(page, en.paused.resting);
    await passTime([noor], 40 * dayMs);
    await page.reload();
    await see(page, en.paused.resting);
    await press(page, en.paused.back);
    await see(page, en.home.welcome);
    await seeTitle(page, stages.aware);
  });
});

test('two people: each with their own place, told by one clear act, walked together, taken back', async ({
  person,
}) => {
  const noor = await person('Noor', { at: monday });
  const sam = await person('Sam', { at: monday });
  const both = [noor, sam];
  await pair(noor, sam);
  await beginPath(noor, en.begin.together);
  await press(noor.page, en.home.next);
  await noor.page.getByRole('dialog').getByRole('button', { name: en.goOn.go }).click();

  await test.step('until Noor says so, Sam’s phone knows nothing', async () => {
    await passTime(both, hourMs);
    await see(noor.page, en.share.mine);
    expect(await readStore(sam.page)).not.toContain('programme/');
  });
  await test.step('told, after the window', async () => {
    await press(noor.page, en.share.tell('Sam'));
    await see(noor.page, en.share.leaving('Sam'));
    expect(await readStore(sam.page)).not.toContain('programme/');
    await passTime(both, windowMs);
    await see(noor.page, en.share.shown('Sam', stages['turn-toward']));
    await goTo(sam.page, 'today');
    await see(sam.page, card.isAt('Noor', stages['turn-toward']));
    await goTo(sam.page, 'us');
    await see(sam.page, card.isAt('Noor', stages['turn-toward']));
  });
  await test.step('Sam walks it together, and Noor’s phone learns nothing of it', async () => {
    await goTo(sam.page, 'today');
    await follow(sam.page, card.today.joinAction);
    await press(sam.page, en.share.walk);
    await seeTitle(sam.page, stages['turn-toward']);
    await passTime(both, hourMs);
    expect(await readStore(noor.page)).not.toContain('own-joined');
    await expect(noor.page.getByText(card.isAt('Sam', stages['turn-toward']))).toHaveCount(0);
  });
  await test.step('Sam rests, Noor goes on: neither is told', async () => {
    await follow(sam.page, en.home.rest);
    await press(sam.page, en.rest.restSave);
    await press(noor.page, en.home.next);
    await noor.page.getByRole('dialog').getByRole('button', { name: en.goOn.go }).click();
    await seeTitle(noor.page, stages.tolerate);
    await passTime(both, hourMs);
    await see(sam.page, card.isAt('Noor', stages['turn-toward']));
    const known = await readStore(noor.page);
    expect(known).not.toContain('programme/own-rests');
  });
  await test.step('told anew, and from another step Sam is asked before moving there', async () => {
    await press(noor.page, en.share.tellAnew('Sam'));
    await passTime(both, windowMs);
    await see(sam.page, card.isAt('Noor', stages.tolerate));
    await press(sam.page, en.share.walk);
    await sam.page.getByRole('dialog').getByRole('button', { name: en.share.walkStay }).click();
    await seeTitle(sam.page, stages['turn-toward']);
  });
  await test.step('taken back, at once', async () => {
    await press(noor.page, en.share.takeBack);
    await see(noor.page, en.share.mine);
    await see(sam.page, en.share.theirsGone('Noor'));
    await goTo(sam.page, 'us');
    await expect(sam.page.getByText(card.isAt('Noor', stages.tolerate))).toHaveCount(0);
  });
});

test('a step kept back in its window is never told', async ({ person }) => {
  const noor = await person('Noor', { at: monday });
  const sam = await person('Sam', { at: monday });
  await pair(noor, sam);
  await beginPath(noor, en.begin.alone);
  await press(noor.page, en.share.tell('Sam'));
  await press(noor.page, shell.window.keep);
  await passTime([noor, sam], hourMs);
  await see(noor.page, en.share.mine);
  expect(await readStore(sam.page)).not.toContain('programme/');
});

test('with the server stopped, after the first visit, all of it works', async ({ person, server }) => {
  const noor = await person('Noor', { at: monday });
  const { page } = noor;
  await alwaysDrawFirst(noor);
  await noor.open();
  await hasAppForOffline([noor]);
  await server.stop();
  await page.reload();
  await beginPath(noor, en.begin.alone);
  await see(page, titleOf('check-in'));
  await goTo(page, 'today');
  await see(page, titleOf('check-in'));
  await page.goto(`${server.origin()}/programme/rest`);
  await press(page, en.rest.restSave);
  await see(page, en.paused.resting);
  await press(page, en.paused.back);
  await see(page, en.home.welcome);
});

test('the whole way by keyboard alone', async ({ person }) => {
  const noor = await person('Noor', { at: monday });
  const { page } = noor;
  await alwaysDrawFirst(noor);
  await noor.open('/programme');
  await seeTitle(page, en.intro.title);
  await followByKey(page, en.intro.begin);
  await arriveAt(page, en.begin.title);
  await chooseByKey(page, new RegExp(`^${en.begin.together}`));
  await pressByKey(page, en.begin.start);
  await arriveAt(page, stages.aware);
  await pressByKey(page, en.home.next);
  await pressByKey(page, en.goOn.stay);
  await pressByKey(page, en.home.next);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await seeTitle(page, stages.aware);
  await pressByKey(page, card.today.begin);
  await expect(page).toHaveURL(/\/check-in\/new$/);
});

const titleOf = (id: string): string => {
  const choice = choiceOf(id);
  if (choice === null) throw new Error(`The content has no practice ${id}`);
  return choice.title;
};

/** Chance that a journey can foresee: every draw takes the first lot. Keys are made of other randomness. */
async function alwaysDrawFirst({ context }: Person): Promise<void> {
  await context.addInitScript(() => {
    const real = crypto.getRandomValues.bind(crypto);
    crypto.getRandomValues = (array) => {
      if (!(array instanceof Uint32Array) || array.length !== 1) return real(array);
      array[0] = 0;
      return array;
    };
  });
}

async function openPath(page: Page): Promise<void> {
  await goTo(page, 'practices');
  await page.getByRole('main').getByRole('link', { name: card.listCard.title }).first().click();
  await follow(page, shell.practices.begin);
}

async function beginPath({ page, open }: Person, company: string): Promise<void> {
  if (page.url() === 'about:blank') await open();
  await openPath(page);
  await follow(page, en.intro.begin);
  await choose(page, company);
  await press(page, en.begin.start);
  await seeTitle(page, stages.aware);
}
