/** The store of the app, in a real browser: it keeps the contract of stores, and from outside it looks the same whatever is in it. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Footprint, footprintOf } from './store.ts';
import type { StorePage } from './store-page/page.ts';
import { bundleStorePage, callStorePage, countOf, openStorePage } from './store-page/serve.ts';

const origin = 'https://store.example';
let script = '';

test.beforeAll(async () => {
  script = await bundleStorePage();
});

/** A browser profile of its own. */
const openPage = async (browser: Browser): Promise<Page> => openStorePage(await browser.newContext(), script, origin);

test('IndexedDB in this browser keeps the contract of stores', async ({ browser }) => {
  const page = await openPage(browser);
  expect(await countOf(page, 'caseCount')).toBeGreaterThan(5);
  expect(await callStorePage(page, 'runStoreContract')).toEqual([]);
});

test('random walks of puts, deletes and openings leave what a plain map holds', async ({ browser }) => {
  const page = await openPage(browser);
  const firstSeed = Math.floor(Math.random() * 1e9);
  console.log(`seeds from ${firstSeed}`);
  for (let seed = firstSeed; seed < firstSeed + 4; seed++) expect(await callStorePage(page, 'walk', seed, 60)).toBe(0);
});

test('a store of the first layout is brought over whole, also when the phone dies on the way', async ({ browser }) => {
  const page = await openPage(browser);
  const count = await countOf(page, 'movedCount');
  await callStorePage(page, 'fillFirstLayout', 'at-once');
  expect(await callStorePage(page, 'countMoved', 'at-once')).toBe(count);

  await callStorePage(page, 'fillFirstLayout', 'dying');
  let dead = 0;
  // It dies a little later each time, before, between and within the commits.
  for (const pages of [1, 3, 100, 150, 90, 40])
    if (!(await callStorePage(page, 'openUntilItEnds', 'dying', pages))) dead++;
  expect(dead).toBeGreaterThanOrEqual(3);
  expect(await callStorePage(page, 'countMoved', 'dying')).toBe(count);
  for (const name of ['at-once', 'dying'])
    expect((await footprintOf(page)).stores[`${name}/records`]?.keys, 'nothing is left under a name').toEqual([]);
});

const noteCounts = [0, 1, 200];
type Layout = Parameters<StorePage['writeNotes']>[2];

async function footprintsOf(browser: Browser, layout: Layout): Promise<readonly Footprint[]> {
  const all: Footprint[] = [];
  for (const count of noteCounts) {
    const page = await openPage(browser);
    await callStorePage(page, 'writeNotes', 'attune', count, layout);
    all.push(await footprintOf(page));
    await page.context().close();
  }
  return all;
}

test('no name, count or size tells 0, 1 and 200 private notes apart', async ({ browser }) => {
  const [none, one, many] = await footprintsOf(browser, 'pages');
  expect(one).toEqual(none);
  expect(many).toEqual(none);
  expect(Object.keys(none?.stores ?? {})).toEqual(['attune/own', 'attune/pages', 'attune/records']);
  expect(none?.stores['attune/own']?.keys).toEqual(['fence', 'key']);
  expect(none?.stores['attune/records']?.keys).toEqual([]);
  const { keys = [], sizes = [] } = none?.stores['attune/pages'] ?? {};
  expect(keys).toEqual(keys.map((_, index) => String(index)));
  expect(new Set(sizes).size, 'all of one size').toBe(1);
});

test('the first layout told them apart: what looks at the size can see a difference', async ({ browser }) => {
  const [none, one, many] = await footprintsOf(browser, 'first');
  expect(one).not.toEqual(none);
  expect(many).not.toEqual(one);
  expect(one?.stores['attune/records']?.keys).toContain('head/mine');
});

for (const way of ['on', 'off'] as const) {
  test(`the power goes between any two writes while the lock is turned ${way}: all is there, as before or as after`, async ({
    browser,
  }) => {
    const page = await openPage(browser);
    const { stops, before, after, broken } = await callStorePage(page, 'walkLock', way);
    console.log(`lock ${way}: the power went ${stops} times, ${before} as before, ${after} as after`);
    expect(broken).toEqual([]);
    expect(stops).toBeGreaterThan(8);
    expect(before).toBeGreaterThan(1);
    expect(after, 'after the one write that counts, and when all was done').toBeGreaterThan(1);
    await page.context().close();
  });
}
