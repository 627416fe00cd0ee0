/**
 * Help leaves no trace (abuse case 31): no request, nothing written anywhere, no entry in the history and no address; it is
 * there offline, and the same for everybody.
 */
import { en as help } from '../src/web/help/messages.ts';
import { en } from '../src/web/messages/en.ts';
import { expect, hasAppForOffline, test } from './journey.ts';
import { pair } from './pages/pairing.ts';
import { follow, goTo } from './pages/shell.ts';
import { traces } from './traces.ts';

test('alone and offline: it opens, says where there is help, and leaves nothing', async ({ person, server }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open();
  await hasAppForOffline([noor]);
  await goTo(page, 'me');
  await server.stop();
  const before = await traces(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await follow(page, new RegExp(`^${en.help}`));
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { level: 2, name: help.title })).toBeVisible();
  const british = help.now.number('United Kingdom', '999');
  await expect(sheet.getByText(british), 'a browser set to British English').toBeVisible();
  await expect(sheet.getByText(help.now.other), 'who is elsewhere').toBeVisible();
  await expect(sheet.getByText('0808 2000 247')).toBeVisible();
  await sheet.getByText(help.lines.more, { exact: true }).click();
  const germany = sheet
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Germany' }) })
    .last();
  await expect(germany.getByText(help.lines.emergency('112'))).toBeVisible();
  expect(await sheet.getByRole('link').count(), 'nothing that dials or leads away').toBe(0);
  expect(await traces(page), 'while it is open').toBe(before);
  await sheet.getByRole('button', { name: en.close }).click();
  await expect(sheet).toBeHidden();
  expect(await traces(page), 'after it').toBe(before);
  expect(asked).toEqual([]);
});

test('with two: no frame leaves while it is read, and the address itself leaves no address', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const sent: string[] = [];
  noor.page.on('websocket', (socket) => socket.on('framesent', () => sent.push('a frame')));
  await pair(noor, sam);
  await goTo(noor.page, 'us');
  await expect.poll(() => traces(noor.page).then((now) => traces(noor.page).then((later) => now === later))).toBe(true);
  const before = await traces(noor.page);
  sent.length = 0;
  await follow(noor.page, new RegExp(`^${en.help}`));
  await expect(noor.page.getByRole('dialog').getByText(help.notThis.text)).toBeVisible();
  await noor.page.keyboard.press('Escape');
  await expect(noor.page.getByRole('dialog')).toBeHidden();
  expect(await traces(noor.page)).toBe(before);
  expect(sent).toEqual([]);

  await noor.open('/help');
  await expect(noor.page.getByRole('dialog').getByText(help.lead)).toBeVisible();
  expect(new URL(noor.page.url()).pathname).toBe('/');
  await noor.page.getByRole('dialog').getByRole('button', { name: en.exitLabel }).click();
  await expect.poll(() => new URL(noor.page.url()).pathname).toBe('/blank.html');
});
