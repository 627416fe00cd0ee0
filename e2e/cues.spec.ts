/**
 * Faces: looked at alone, at one's own pace, without anything being right or wrong; together before one screen, without
 * anything being written; by keyboard; across a reload; with the server stopped.
 */
import type { Page } from '@playwright/test';
import { en as card } from '../src/web/cues/card-messages.ts';
import { type CueCard, cards, familiarityWord, standing, truths } from '../src/web/cues/cues-content.ts';
import { en } from '../src/web/cues/messages.ts';
import { sittingCardsMax } from '../src/web/cues/sitting.ts';
import { en as shell } from '../src/web/messages/en.ts';
import { dayMs, expect, hasAppForOffline, type Person, passTime, test } from './journey.ts';
import { arriveAt, chooseByKey, followByKey, pressByKey } from './keyboard.ts';
import { pair } from './pages/pairing.ts';
import { choose, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { readStore } from './store.ts';

const face = (page: Page) => page.getByRole('img', { name: /^A drawn face: / });

test('a sitting alone: a few faces, no right and no wrong, and a true word at the end', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await openFaces(noor);

  await test.step('before the first face it is said what a face can tell', async () => {
    await see(page, en.home.lead);
    await see(page, standing);
    await see(page, en.home.private);
  });

  await test.step('a face alone, then its moment, then what it could be', async () => {
    await follow(page, en.home.start);
    await seeTitle(page, en.look.see);
    await expect(face(page)).toBeVisible();
    await see(page, standing);
    await expect(page.getByText(contextOf(0))).toHaveCount(0);
    await choose(page, 'Amused');
    await press(page, en.look.showMoment);
    await seeTitle(page, en.look.moment);
    await see(page, contextOf(0));
    await expect(page.getByRole('radio', { name: 'Amused' })).toBeChecked();
    await choose(page, en.cannotTell);
    await press(page, en.look.continue);
    await seeTitle(page, en.look.could);
    await see(page, cardAt(0).question);
    await see(page, standing);
    await expect(page.getByText(/right|wrong|correct|score/i)).toHaveCount(0);
  });

  await test.step('how familiar it is, and the next one; leaving it open is fine', async () => {
    await choose(page, familiarityWord('familiar'));
    await press(page, en.look.next);
    for (let at = 1; at < sittingCardsMax; at++) await passCard(page, at, at === 1 ? null : 'unsure');
    await seeTitle(page, en.end.title);
    await see(page, en.end.ask);
    const said = await page.getByRole('main').innerText();
    expect(truths.some(({ text }) => said.includes(text))).toBe(true);
    await press(page, en.end.done);
    await seeTitle(page, en.home.title);
  });

  await test.step('kept is which face and how familiar, and nothing of what I thought', async () => {
    const kept = await readStore(page);
    expect(kept).toContain('cues/own-reviewed');
    expect(kept).toContain(cardAt(0).id);
    expect(kept).not.toContain(`"card":"${cardAt(1).id}"`);
    expect(kept).not.toContain('amused');
    expect(kept).not.toContain('cannot-tell');
  });

  await test.step('what I looked at is listed for me, and can be deleted', async () => {
    await goTo(page, 'me');
    await page.getByRole('main').getByRole('link').filter({ hasText: card.mine }).click();
    await seeTitle(page, en.seen.title);
    await see(page, familiarityWord('familiar'));
    await face(page).last().click();
    await see(page, cardAt(0).context);
    await page.goBack();
    await press(page, en.seen.delete);
    await page.getByRole('dialog').getByRole('button', { name: en.seen.deleteAction }).click();
    await see(page, en.seen.emptyTitle);
  });
});

test('what is kept survives a reload, and Close in the middle loses nothing', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await openFaces(noor);
  await follow(page, en.home.start);
  await passCard(page, 0, 'familiar');
  await seeTitle(page, en.look.see);
  await page.reload();
  await press(page, en.look.showMoment);
  await see(page, contextOf(1));
  await press(page, shell.close);
  await seeTitle(page, en.home.title);
  await page.goto(new URL('/cues/seen', page.url()).href);
  await see(page, familiarityWord('familiar'));
  await expect(face(page)).toHaveCount(1);

  await test.step('after some days Today asks once more, quietly, and the face comes back', async () => {
    await passTime([noor], 4 * dayMs);
    await goTo(page, 'today');
    await follow(page, card.today.action);
    await follow(page, en.home.start);
    await press(page, en.look.showMoment);
    await see(page, contextOf(0));
  });
});

test('the whole way by keyboard alone', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open('/cues');
  await seeTitle(page, en.home.title);
  await followByKey(page, en.home.start);
  for (let at = 0; at < sittingCardsMax; at++) {
    await arriveAt(page, en.look.see);
    await chooseByKey(page, new RegExp(`^${en.cannotTell}`));
    await pressByKey(page, en.look.showMoment);
    await arriveAt(page, en.look.moment);
    await pressByKey(page, en.look.continue);
    await arriveAt(page, en.look.could);
    await chooseByKey(page, familiarityWord('unsure'));
    await pressByKey(page, at === sittingCardsMax - 1 ? en.look.finish : en.look.next);
  }
  await arriveAt(page, en.end.title);
  await pressByKey(page, en.end.done);
  await arriveAt(page, en.home.title);
});

test('with the server stopped, after the first visit, all of it works', async ({ person, server }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open();
  await hasAppForOffline([noor]);
  await server.stop();
  await page.reload();
  await page.goto(`${server.origin()}/cues/look`);
  await passCard(page, 0, 'familiar');
  await press(page, shell.close);
  await page.goto(`${server.origin()}/cues/seen`);
  await see(page, familiarityWord('familiar'));
});

test('two people look together, and neither that nor looking alone leaves anything with the other', async ({
  person,
}) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await pair(noor, sam);
  const { page } = noor;
  await openFaces(noor);
  const before = await readStore(page);

  await test.step('nothing is chosen, nothing is written', async () => {
    await follow(page, en.home.together);
    await seeTitle(page, en.together.see);
    await see(page, en.together.lead);
    for (const [action, title] of [
      [en.together.showMoment, en.together.moment],
      [en.together.showOther, en.together.other],
      [en.together.showReadings, en.together.could],
      [en.together.next, en.together.see],
    ] as const) {
      await expect(page.getByRole('radio')).toHaveCount(0);
      await press(page, action);
      await seeTitle(page, title);
    }
    await press(page, shell.close);
    await seeTitle(page, en.home.title);
    expect((await readStore(page)).includes('cues/')).toBe(before.includes('cues/'));
  });

  await test.step('looking alone stays with the one who looks', async () => {
    await follow(page, en.home.start);
    await passCard(page, 0, 'new');
    await passTime([noor, sam], dayMs);
    expect(await readStore(page)).toContain('cues/own-reviewed');
    expect(await readStore(sam.page)).not.toContain('cues/');
    await goTo(sam.page, 'us');
    await expect(sam.page.getByText(card.listCard.title, { exact: true })).toHaveCount(0);
  });
});

function cardAt(at: number): CueCard {
  const found = cards[at];
  if (found === undefined) throw new Error(`The content has no card ${at}`);
  return found;
}
const contextOf = (at: number): string => cardAt(at).context;

async function openFaces({ page, open }: Person): Promise<void> {
  await (page.url() === 'about:blank' ? open() : goTo(page, 'today'));
  await goTo(page, 'practices');
  await page.getByRole('main').getByRole('link', { name: card.listCard.title }).first().click();
  await follow(page, shell.practices.begin);
  await seeTitle(page, en.home.title);
}

/** One face, without a guess; `how` null leaves its last question open. */
async function passCard(page: Page, at: number, how: Parameters<typeof familiarityWord>[0] | null): Promise<void> {
  await seeTitle(page, en.look.see);
  await press(page, en.look.showMoment);
  await see(page, contextOf(at));
  await press(page, en.look.continue);
  await seeTitle(page, en.look.could);
  if (how !== null) await choose(page, familiarityWord(how));
  await press(page, at === sittingCardsMax - 1 ? en.look.finish : en.look.next);
}
