/** What the server says with each page is in force in the browser, and the words of the other are only ever words. */
import type { Page } from '@playwright/test';
import { limits } from '#kernel';
import { en } from '../src/web/messages/en.ts';
import { expect, type Person, passTime, secondMs, test } from './journey.ts';
import { checkInWords, findFeeling, writeCheckIn } from './pages/check-in.ts';
import { answerQuestion, askByNoticing, noticingWords } from './pages/noticing.ts';
import { invitePartner, joinPartner, leavePaired, pair, sayTheSame } from './pages/pairing.ts';
import { beginPromise, makePromise, openPromises } from './pages/promises.ts';
import { follow, goTo, see, sendNow } from './pages/shell.ts';
import { payloads } from './payloads.ts';

const windowMs = 11 * secondMs;

test('every page comes with a policy that lets nothing foreign in', async ({ request, server }) => {
  for (const path of ['/', '/us/invite', '/check-in/anything', '/sw.js', '/manifest.webmanifest', '/nothing.js']) {
    const headers = (await request.get(server.origin() + path)).headers();
    const policy = headers['content-security-policy'] ?? '';
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]));
    expect(rules.get('default-src'), path).toBe("'none'");
    expect(rules.get('script-src'), path).toBe("'self'");
    expect(rules.get('style-src'), path).toBe("'self'");
    expect(rules.get('frame-ancestors'), path).toBe("'none'");
    expect(rules.get('base-uri'), path).toBe("'none'");
    expect(rules.get('form-action'), path).toBe("'none'");
    expect(rules.get('require-trusted-types-for'), path).toBe("'script'");
    expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['referrer-policy'], path).toBe('no-referrer');
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    expect(headers['permissions-policy'], path).toContain('geolocation=()');
    expect(Object.keys(headers)).not.toContain('set-cookie');
  }
});

test('a script that somebody put into the page does not run, and nothing can be sent elsewhere', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  // Playwright tells of a request before the policy refuses it; how it ended is looked at below.
  const ends: string[] = [];
  page.on('requestfinished', (asked) => isElsewhere(asked.url()) && ends.push('let out'));
  page.on('requestfailed', (asked) => isElsewhere(asked.url()) && ends.push(asked.failure()?.errorText ?? ''));
  noor.expectComplaint(/a request to https:\/\/elsewhere\.example/);
  noor.expectComplaint(/Content Security [Pp]olicy|'Trusted(HTML|Script|ScriptURL)' assignment/);
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '</body>',
      '<script>globalThis.planted = 1</script><img src="https://elsewhere.example/x.png" onerror="globalThis.planted = 1"></body>',
    );
    await route.fulfill({ response, body });
  });
  await noor.open();
  await expect(page.getByRole('link', { name: checkInWords.card.start })).toBeVisible();
  expect(await page.evaluate(() => document.querySelectorAll('body > script').length), 'it was put in').toBe(1);
  expect(await page.evaluate(() => 'planted' in globalThis)).toBe(false);
  expect(await page.evaluate(tryEverything)).toEqual([]);
  expect(await page.evaluate(() => 'planted' in globalThis)).toBe(false);
  expect(ends.length).toBeGreaterThan(0);
  expect(ends.filter((end) => end !== 'csp')).toEqual([]);
});

test('what the other one writes is text and nothing else', async ({ person }) => {
  const mark = (text: string) => `<img src=x onerror=globalThis.planted=1>${text}`;
  const noor = await person(mark('Noor').slice(0, limits.nameCharsMax));
  const sam = await person('Sam');
  const both = [noor, sam];
  await pair(noor, sam);
  const plain = await elementsOf(sam);

  await test.step('two hundred payloads in notes, and in words of one’s own', async () => {
    expect(payloads.length).toBeGreaterThanOrEqual(200);
    for (const note of intoNotes(payloads)) {
      await goTo(noor.page, 'today');
      await follow(noor.page, checkInWords.card.start);
      await findFeeling(noor.page, mark('own').slice(0, limits.nameCharsMax));
      await writeCheckIn(noor.page, { feelings: ['calm'], note, standing: 'ours' });
      await sendNow(noor.page);
      await openNewestCheckIn(sam.page);
      const shown = sam.page.getByRole('main').locator('blockquote').first();
      await expect(shown).toHaveText(note, { useInnerText: false });
      expect(await shown.locator('*').count()).toBe(0);
    }
    expect(await elementsOf(sam)).toEqual(plain);
  });

  await test.step('in a question and its answer', async () => {
    await goTo(noor.page, 'practices');
    await noor.page.getByRole('main').getByRole('link', { name: noticingWords.card.listCard.title }).first().click();
    await follow(noor.page, en.practices.begin);
    await askByNoticing(noor.page, { saw: mark('saw'), guess: 'sad', question: `${mark('asks')} ?` }, 'Sam');
    await passTime(both, windowMs);
    await goTo(sam.page, 'today');
    await follow(sam.page, noticingWords.card.today.askedAction);
    await see(sam.page, `${mark('asks')} ?`);
    expect(await elementsOf(sam)).toEqual(plain);
    await answerQuestion(sam.page, 'tired', mark('answers'), noor.name);
    await passTime(both, windowMs);
    await see(noor.page, mark('answers'));
  });

  await test.step('in a promise, in lists, on Us and in the list of devices', async () => {
    await beginPromise(noor.page);
    await makePromise(noor.page, { what: mark('promises'), day: await tomorrow(noor.page), to: 'Sam' });
    await passTime(both, windowMs);
    await openPromises(sam.page);
    await see(sam.page, 'promises');
    for (const place of ['us', 'me', 'today', 'practices'] as const) {
      await goTo(sam.page, place);
      expect(await elementsOf(sam)).toEqual(plain);
    }
  });
  for (const { page } of both) expect(await page.evaluate(() => 'planted' in globalThis)).toBe(false);
});

test('no address holds anything of anyone', async ({ person }) => {
  const words = ['Noor-marker', 'Sam-marker', 'kingfisher', 'unspoken'];
  const noor = await person('Noor-marker');
  const sam = await person('Sam-marker');
  const addresses: string[] = [];
  for (const { context, page } of [noor, sam]) {
    context.on('request', (request) => addresses.push(request.url(), ...Object.values(request.headers())));
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    page.on('websocket', (socket) => addresses.push(socket.url()));
  }
  await noor.open();
  const link = await invitePartner(noor.page, noor.name);
  const secret = link.split('#invite=')[1] ?? '';
  expect(secret.length).toBeGreaterThan(40);
  await joinPartner(sam.page, link, sam.name);
  await sayTheSame(noor, sam);
  await leavePaired(noor, sam.name);
  await leavePaired(sam, noor.name);
  await follow(noor.page, checkInWords.card.start);
  await findFeeling(noor.page, 'unspoken');
  await writeCheckIn(noor.page, { feelings: ['calm'], note: 'kingfisher', standing: 'ours' });
  await sendNow(noor.page);
  await openNewestCheckIn(sam.page);
  await see(sam.page, 'kingfisher');
  // The person's own opening of the link is the one place where it may stand.
  const later = addresses.filter((address) => !address.endsWith(`#invite=${secret}`));
  expect(later.length).toBeGreaterThan(20);
  for (const word of [...words, secret]) expect(later.filter((address) => address.includes(word))).toEqual([]);
  for (const { page } of [noor, sam]) {
    expect(
      await page.evaluate(() =>
        performance
          .getEntriesByType('navigation')
          .map(({ name }) => name)
          .join(),
      ),
    ).not.toContain('invite=');
  }
});

const isElsewhere = (url: string): boolean => new URL(url).hostname === 'elsewhere.example';

/** Runs in the page: what a planted script would try. Gives what was let through. */
async function tryEverything(): Promise<readonly string[]> {
  const through: string[] = [];
  const attempt = async (name: string, run: () => unknown): Promise<void> => {
    try {
      await run();
      through.push(name);
    } catch {
      // Refused: a TypeError of Trusted Types, or a fetch that the policy did not let out.
    }
  };
  await attempt('innerHTML', () => {
    document.createElement('div').innerHTML = '<img src=x onerror=planted=1>';
  });
  await attempt('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'));
  await attempt('script text', () => {
    document.createElement('script').textContent = 'globalThis.planted = 1';
  });
  await attempt('script address', () => {
    document.createElement('script').src = 'https://elsewhere.example/x.js';
  });
  await attempt('srcdoc', () => {
    document.createElement('iframe').srcdoc = '<script>parent.planted = 1</script>';
  });
  await attempt('fetch', () => fetch('https://elsewhere.example/', { mode: 'no-cors' }));
  await attempt('a worker of text', () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))));
  await attempt('a second policy', () => {
    (
      globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => object } }
    ).trustedTypes.createPolicy('mine', {});
  });
  await attempt('a handler in an attribute', () => {
    const button = document.createElement('button');
    button.setAttribute('onclick', 'globalThis.planted = 1');
    button.click();
  });
  return through;
}

/** How many elements of the kinds that load or run something the page has. */
async function elementsOf({ page }: Person): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(() =>
    Object.fromEntries(
      ['script', 'img', 'iframe', 'object', 'embed', 'video', 'audio', 'link', 'style', 'base', 'meta', 'form'].map(
        (tag) => [tag, document.body.querySelectorAll(tag).length],
      ),
    ),
  );
}

/** As many as fit into one note, and so on. */
function intoNotes(texts: readonly string[]): readonly string[] {
  const notes: string[] = [];
  let note = '';
  for (const text of texts) {
    if (note.length + text.length + 1 > limits.noteCharsMax) {
      notes.push(note);
      note = '';
    }
    note = note === '' ? text : `${note} ${text}`;
  }
  return [...notes, note];
}

async function openNewestCheckIn(page: Page): Promise<void> {
  await goTo(page, 'today');
  await follow(page, checkInWords.card.today.sharedAction);
}

const tomorrow = (page: Page): Promise<string> =>
  page.evaluate(() => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
