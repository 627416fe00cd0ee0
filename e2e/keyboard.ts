/**
 * Finding one's way by keyboard alone. Nothing here looks for a thing and focuses it: Tab goes on until the thing that
 * is wanted has the focus, and says where it has been if it never comes.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { en } from '../src/web/messages/en.ts';

const stepsMax = 90;

/** Presses Tab until `wanted` has the focus, and sees that the focus can be seen there. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted.first()).toBeAttached();
  const been: string[] = [];
  for (let step = 0; step < stepsMax; step++) {
    if (await hasFocus(wanted)) return seeFocus(page);
    await page.keyboard.press(key);
    been.push(await focusedThing(page));
  }
  throw new Error(`${String(wanted)} was not reached by ${stepsMax} × ${key}. On the way: ${been.join(' | ')}`);
}

const hasFocus = async (wanted: Locator): Promise<boolean> => {
  const focused = await wanted.evaluateAll((elements) =>
    elements.some((element) => element === document.activeElement),
  );
  return focused;
};

/** A button or a link, by its name, pressed with the key that people use for it. */
export async function pressByKey(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' });
  // A step that has just come takes no press for half a second, and its title takes the focus from the button before.
  await expect(button.first()).toBeEnabled();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await tabTo(page, button);
  await page.keyboard.press('Space');
}

/** Lets go what waits for its cancel window. On a slow machine it may have left by itself before Tab came to the bar. */
export async function sendNowByKey(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: en.window.now, exact: true });
  await pressByKey(page, en.window.now).catch(async (reason: unknown) => {
    if ((await button.count()) > 0) throw reason;
  });
}

export async function followByKey(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('link', { name, exact: typeof name === 'string' }));
  await page.keyboard.press('Enter');
}

export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name, exact: true }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Tab enters a group of choices; the arrows move within it. */
export async function chooseByKey(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('radio', { name });
  const group = page.getByRole('group').filter({ has: wanted }).last();
  await tabTo(page, group.getByRole('radio'));
  for (let step = 0; step < 8 && !(await hasFocus(wanted)); step++) await page.keyboard.press('ArrowDown');
  expect(await hasFocus(wanted), `the arrows reach ${String(name)}`).toBe(true);
  await page.keyboard.press('Space');
  await expect(wanted).toBeChecked();
}

/** After a change of screen the focus stands at its title, so that the next Tab goes on from there. */
export async function arriveAt(page: Page, title: string | RegExp): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: title });
  await expect(heading).toBeVisible();
  await expect(heading).toBeFocused();
}

/** What has the focus, in words. */
const focusedThing = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing';
    const label = element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
    return `${element.tagName.toLowerCase()} ${(label ?? '').trim().slice(0, 30)}`;
  });

/** An outline on the focused thing, or on what stands for a control that is not drawn itself. */
async function seeFocus(page: Page): Promise<void> {
  const ring = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return 'nothing has the focus';
    const drawn = [element, element.closest('label'), element.nextElementSibling].filter((one) => one !== null);
    const isRing = (one: Element): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5;
    };
    return element.matches(':focus-visible') && drawn.some(isRing)
      ? ''
      : `no ring on ${element.outerHTML.slice(0, 200)}`;
  });
  expect(ring).toBe('');
}
