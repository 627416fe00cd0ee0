/**
 * Every way in which an invitation does not lead to two: each says its sentence on both sides, and leaves both able to
 * write, and to invite again.
 */
import { en } from '../src/web/messages/en.ts';
import { dayMs, expect, hourMs, type Person, passTime, test } from './journey.ts';
import { checkInWords, writeCheckIn } from './pages/check-in.ts';
import { fourWords, invitePartner, joinPartner, pairingWords, sayTheSame } from './pages/pairing.ts';
import { field, goTo, press, see, seeTitle } from './pages/shell.ts';

const { outcomes, refusals, join } = pairingWords;

test('a link that was cut, and one that is none, say so and change nothing', async ({ person, server }) => {
  const noor = await person('Noor', { isMoved: true });
  const sam = await person('Sam', { isMoved: true });
  await noor.open();
  const link = await invitePartner(noor.page, 'Noor');

  await test.step('a letter is missing at its end', async () => {
    await sam.page.goto(link.slice(0, -1));
    await see(sam.page, refusals['wrong-link']);
  });
  await test.step('a letter is another one', async () => {
    const other = link.endsWith('A') ? 'B' : 'A';
    await field(sam.page, join.link).fill(link.slice(0, -1) + other);
    await press(sam.page, join.open);
    await see(sam.page, refusals['wrong-link']);
  });
  await test.step('it is no invitation at all', async () => {
    for (const nothing of ['hello', `${server.origin()}#invite=`, 'https://elsewhere.example/#x=1']) {
      await field(sam.page, join.link).fill(nothing);
      await press(sam.page, join.open);
      await see(sam.page, refusals['wrong-link']);
    }
  });
  await test.step('a whole link of nobody finds no invitation', async () => {
    const stranger = await person('a stranger');
    await stranger.open();
    const forgotten = await invitePartner(stranger.page, 'Robin');
    await press(stranger.page, pairingWords.partner.cancel);
    await field(sam.page, join.link).fill(forgotten);
    await press(sam.page, join.open);
    await seeTitle(sam.page, join.title);
    await press(sam.page, en.close);
  });
  await test.step('the right link still works', async () => {
    await joinPartner(sam.page, link, 'Sam');
    await sayTheSame(noor, sam);
    await seeTitle(noor.page, outcomes.paired.title('Sam'));
    await seeTitle(sam.page, outcomes.paired.title('Noor'));
  });
});

test('a link works once: whoever comes second is told, and the two who paired are not disturbed', async ({
  person,
}) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const robin = await person('Robin');
  await noor.open();
  const link = await invitePartner(noor.page, 'Noor');
  await joinPartner(sam.page, link, 'Sam');
  await fourWords(noor.page);

  await joinPartner(robin.page, link, 'Robin');
  await seeTitle(robin.page, outcomes.used.title);
  await see(robin.page, outcomes.used.text);
  await canGoOn(robin, outcomes.used.action);

  await sayTheSame(noor, sam);
  await seeTitle(noor.page, outcomes.paired.title('Sam'));
  await seeTitle(sam.page, outcomes.paired.title('Noor'));
});

test('an invitation has its time, a day, on both sides', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await noor.open();
  const link = await invitePartner(noor.page, 'Noor');
  await passTime([noor, sam], dayMs + hourMs);
  await seeTitle(noor.page, outcomes.expired.title);
  await canGoOn(noor, outcomes.expired.action);

  await joinPartner(sam.page, link, 'Sam');
  await seeTitle(sam.page, outcomes.expired.title);
  await canGoOn(sam, outcomes.expired.action);
});

for (const who of ['inviter', 'joiner'] as const) {
  test(`words that differ, said by the ${who}, end it for both with nothing shared`, async ({ person }) => {
    const noor = await person('Noor');
    const sam = await person('Sam');
    await noor.open();
    const link = await invitePartner(noor.page, 'Noor');
    await joinPartner(sam.page, link, 'Sam');
    await fourWords(noor.page);
    await fourWords(sam.page);
    const [says, hears] = who === 'inviter' ? [noor, sam] : [sam, noor];
    await press(says.page, pairingWords.compare.differ);
    await seeTitle(says.page, outcomes.differed.title);
    await seeTitle(hears.page, outcomes.differed.title);
    await see(hears.page, outcomes.differed.text);
    await canGoOn(says, outcomes.differed.action);
    await canGoOn(hears, outcomes.differed.action);
  });
}

test('one says the same, the other that they differ: nobody is connected', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await noor.open();
  const link = await invitePartner(noor.page, 'Noor');
  await joinPartner(sam.page, link, 'Sam');
  await fourWords(noor.page);
  await fourWords(sam.page);
  await press(noor.page, pairingWords.compare.same);
  await seeTitle(noor.page, pairingWords.compare.saidTitle);
  await press(sam.page, pairingWords.compare.differ);
  await seeTitle(noor.page, outcomes.differed.title);
  await seeTitle(sam.page, outcomes.differed.title);
  await canGoOn(noor, outcomes.differed.action);
  await canGoOn(sam, outcomes.differed.action);
});

test('who is invited may kindly decline, and both go on by themselves', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await noor.open();
  const link = await invitePartner(noor.page, 'Noor');
  await sam.page.goto(link);
  await seeTitle(sam.page, join.title);
  await press(sam.page, join.decline);
  await seeTitle(sam.page, outcomes['i-declined'].title);
  await seeTitle(noor.page, outcomes.declined.title);
  await see(noor.page, outcomes.declined.text);
  await canGoOn(noor, outcomes.declined.action);
  await canGoOn(sam, outcomes['i-declined'].action);
});

test('an invitation that was taken back ends for whoever opens it, before or after joining', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const robin = await person('Robin');
  await noor.open();
  const link = await invitePartner(noor.page, 'Noor');
  await joinPartner(sam.page, link, 'Sam');
  await fourWords(sam.page);
  await fourWords(noor.page);
  await noor.page.reload();
  await test.step('it goes on where it was after a reload', async () => {
    expect(await fourWords(noor.page)).toEqual(await fourWords(sam.page));
  });
  await test.step('a new one, taken back before anybody came', async () => {
    await press(noor.page, pairingWords.compare.differ);
    await canGoOn(noor, outcomes.differed.action);
    const second = await invitePartner(noor.page, 'Noor');
    await press(noor.page, pairingWords.partner.cancel);
    await seeTitle(noor.page, pairingWords.partner.introTitle);
    await joinPartner(robin.page, second, 'Robin');
    await seeTitle(robin.page, outcomes.cancelled.title);
    await canGoOn(robin, outcomes.cancelled.action);
  });
});

/** Leaves the outcome by its own action, and writes something: alone, everything still works. */
async function canGoOn({ page, name }: Person, action: string): Promise<void> {
  await press(page, action);
  await page.goto(new URL('/check-in/new', page.url()).href);
  await writeCheckIn(page, { feelings: ['calm'], note: `${name} goes on.` });
  await see(page, `${name} goes on.`);
  await see(page, checkInWords.detail.mine);
  await goTo(page, 'us');
  await seeTitle(page, en.us.aloneTitle);
}
