/**
 * Every screen and state of the tours is held to axe (WCAG 2.2 AA and its best practices) in light and dark and in both
 * directions, and to what axe cannot see: at 360 px, with text at 200 %, in both directions nothing is cut off and
 * nothing needs scrolling sideways; in forced colours axe still finds nothing; with reduced motion nothing moves for
 * longer than a fade. And no field for words lets a keyboard, an autofill or a spelling service learn them.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { tours } from './all-tours.ts';
import { expect, test } from './journey.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];
const fadeMsMax = 120;
const roundsMax = 100;
const phone = { width: 360, height: 740 };

test.describe.configure({ timeout: 900_000 });
test.use({ actionTimeout: 60_000 });

for (const [name, tour] of Object.entries(tours)) {
  test(`nothing stands in anybody's way: ${name}`, async ({ person }) => {
    const found: string[] = [];
    let stops = 0;
    await tour({
      person: async (who, at) => {
        const made = await person(who, { at });
        await made.page.emulateMedia({ reducedMotion: 'reduce' });
        return made;
      },
      look: async (state, page) => {
        stops += 1;
        for (const sentence of await examine(page)) found.push(`${state}: ${sentence}`);
      },
    });
    console.log(`${name}: ${stops} states`);
    expect(found).toEqual([]);
  });
}

async function examine(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  await expect(page.locator('h1').first()).toBeVisible();
  await showWhole(page);
  const longest = await page.evaluate(() =>
    Math.max(0, ...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0))),
  );
  if (longest > fadeMsMax) found.push(`reduced motion: something moves for ${longest} ms`);
  found.push(...(await page.evaluate(findTalkativeFields)));
  for (const direction of ['ltr', 'rtl'] as const) {
    await setDirection(page, direction);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const isFirst = direction === 'ltr' && colorScheme === 'light';
      for (const sentence of await askAxe(page, isFirst ? 'all' : 'looks'))
        found.push(`${colorScheme} ${direction}: ${sentence}`);
    }
    for (const sentence of await page.evaluate(findCut)) found.push(`${direction}: ${sentence}`);
    await setTextSize(page, '200%');
    for (const sentence of await page.evaluate(findCut)) found.push(`${direction}, text at 200 %: ${sentence}`);
    await setTextSize(page, '');
  }
  await setDirection(page, 'ltr');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  for (const sentence of await askAxe(page, 'looks')) found.push(`forced colours: ${sentence}`);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize(phone);
  return found;
}

/** As high as the screen is long: what stands at the bottom covers nothing then, as for somebody who scrolls. */
async function showWhole(page: Page): Promise<void> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: phone.width, height: Math.max(phone.height, whole) });
  await page.evaluate(() => window.scrollTo(0, 0));
}

/**
 * `looks`: the rules whose answer can change with colours or direction; names, roles and order cannot. Without frames
 * of other origins axe needs no page of its own ("legacy"), which would take longer than the questions.
 */
async function askAxe(page: Page, which: 'all' | 'looks'): Promise<readonly string[]> {
  await finishMoving(page);
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (which === 'all' ? axe.withTags(tags) : axe.withRules(rulesOfLooks)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/**
 * A colour on its way to another is no colour of ours. To wait for it would take most of the time of a tour. What is
 * inherited sets out when its parent has arrived, so it takes some rounds; two with nothing on its way are the end.
 */
async function finishMoving(page: Page): Promise<void> {
  let still = 0;
  for (let round = 0; round < roundsMax && still < 2; round++) {
    const isStill = await page.evaluate(() => {
      const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
      for (const animation of moving) animation.finish();
      return moving.length === 0;
    });
    still = isStill ? still + 1 : 0;
  }
  expect(still, 'all that moves comes to its end').toBe(2);
}

const setDirection = (page: Page, direction: 'ltr' | 'rtl'): Promise<void> =>
  page.evaluate((dir) => {
    document.documentElement.dir = dir;
  }, direction);

const setTextSize = (page: Page, size: string): Promise<void> =>
  page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, size);

/** Runs in the page: fields for words that a keyboard, an autofill or a spelling service could learn from. */
function findTalkativeFields(): readonly string[] {
  const fields = document.querySelectorAll<HTMLElement>(
    'textarea, input:not([type]), input[type=text], input[type=search], input[type=url], [contenteditable]',
  );
  const attributes = ['autocomplete', 'spellcheck', 'autocapitalize'] as const;
  return [...fields].flatMap((field) => {
    const [completes, checks, capitals] = attributes.map((name) => field.getAttribute(name));
    const isQuiet = completes === 'off' && checks === 'false' && capitals !== null;
    return isQuiet ? [] : [`a field that others could learn from: ${field.outerHTML.slice(0, 120)}`];
  });
}

/** Runs in the page: what is wider than the screen, and texts that their own box cuts off. */
function findCut(): readonly string[] {
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}${[...element.classList].map((name) => `.${name}`).join('')} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  if (scrollWidth > clientWidth) {
    const widest = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    found.push(`the page is ${scrollWidth - clientWidth} px wider than the screen: ${widest.map(nameOf).at(-1) ?? ''}`);
  }
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const style = getComputedStyle(element);
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
    );
    if (style.visibility === 'hidden' || element.closest('.unseen, .skip, .veil, [hidden]') !== null) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    if (hasText && (box.right > clientWidth + 1 || box.left < -1) && !isInsideScroller(element))
      found.push(`${nameOf(element)} leaves the screen`);
    // A preview is short on purpose: the whole stands behind its link.
    if (style.webkitLineClamp !== 'none') continue;
    const isClipping = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (!isClipping || (element.textContent ?? '').trim() === '') continue;
    if (style.overflowX !== 'auto' && style.overflowX !== 'scroll' && element.scrollWidth > element.clientWidth + 1)
      found.push(`${nameOf(element)} is cut off at its side`);
    if (style.overflowY !== 'auto' && style.overflowY !== 'scroll' && element.scrollHeight > element.clientHeight + 1)
      found.push(`${nameOf(element)} is cut off at its end`);
  }
  return found;

  function isInsideScroller(element: Element): boolean {
    for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
      const { overflowX } = getComputedStyle(at);
      if (overflowX === 'auto' || overflowX === 'scroll') return true;
    }
    return false;
  }
}
