/**
 * Two people, two profiles, one server: alone at first, then together, through everything that the first three
 * practices do.
 */
import type { Page } from '@playwright/test';
import { en } from '../src/web/messages/en.ts';
import { closenessWord } from '../src/web/noticing/noticing-content.ts';
import { dayMs, expect, hourMs, minuteMs, passTime, secondMs, test } from './journey.ts';
import { checkInWords, findFeeling, writeCheckIn } from './pages/check-in.ts';
import { answerQuestion, askByNoticing, noticingWords } from './pages/noticing.ts';
import { invitePartner, joinPartner, leavePaired, pair, sayTheSame } from './pages/pairing.ts';
import { beginPromise, fillByWhen, makePromise, openPromise, ownPromise, promiseWords } from './pages/promises.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { readStore } from './store.ts';

const windowMs = 11 * secondMs;
/** What a person does in a minute, unhurried: six seconds for each press. */
const pressesOfAMinute = 10;

test('a first check-in is a few presses away from opening, with no account, no name and no server', async ({
  person,
}) => {
  const noor = await person('Noor', { isMoved: true });
  const { page } = noor;
  const pressed = await countPresses(page);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await noor.open();
  await seeTitle(page, en.today.first);
  await follow(page, checkInWords.card.start);
  await press(page, 'Tired');
  await press(page, checkInWords.write.continue);
  await press(page, checkInWords.write.continue);
  await press(page, checkInWords.write.save);
  await see(page, checkInWords.detail.mine);
  expect(await pressed()).toBeLessThanOrEqual(pressesOfAMinute);
  expect(sockets).toEqual([]);
  await goTo(page, 'today');
  await expect(page.getByText(en.today.firstNote)).toHaveCount(0);
});

test('two people begin, pair, and keep their word', async ({ person }) => {
  const noor = await person('Noor', { isMoved: true });
  const sam = await person('Sam', { isMoved: true });
  const both = [noor, sam];

  await test.step('Noor begins alone', async () => {
    await noor.open();
    await follow(noor.page, checkInWords.card.start);
    await writeCheckIn(noor.page, { feelings: ['tired', 'hopeful'], note: 'Only for me: the river at noon.' });
    await see(noor.page, 'Only for me: the river at noon.');
    await see(noor.page, checkInWords.detail.mine);
  });

  await test.step('they pair, and the four words are the same on both', async () => {
    const link = await invitePartner(noor.page, 'Noor');
    await sam.page.goto(link);
    await seeTitle(sam.page, /./);
    expect(new URL(sam.page.url()).hash).toBe('');
    expect(await sam.page.evaluate(() => location.href + history.state)).not.toContain('invite=');
    await joinPartner(sam.page, link, 'Sam');
    await sayTheSame(noor, sam);
    await leavePaired(noor, 'Sam');
    await leavePaired(sam, 'Noor');
  });

  await test.step('what was mine before stays mine', async () => {
    await goTo(sam.page, 'us');
    await see(sam.page, en.us.emptyTitle);
    expect(await readStore(sam.page)).not.toContain('river at noon');
    expect(await readStore(noor.page)).toContain('river at noon');
  });

  await test.step('sealed check-ins open for both at once', async () => {
    await follow(noor.page, checkInWords.card.start);
    await writeCheckIn(noor.page, { feelings: ['lonely'], note: 'I missed the sea-glass talk.', standing: 'sealed' });
    await see(noor.page, checkInWords.detail.sealedWaiting('Sam'));
    await goTo(sam.page, 'today');
    await see(sam.page, checkInWords.card.today.sealedByOther('Noor'));
    expect(await sam.page.content()).not.toContain('sea-glass');
    expect(await readStore(sam.page)).not.toContain('sea-glass');

    await follow(sam.page, checkInWords.card.today.sealedByOtherAction);
    await findFeeling(sam.page, 'proud');
    await press(sam.page, checkInWords.write.continue);
    await field(sam.page, checkInWords.write.note).fill('The copper kettle sang.');
    await press(sam.page, checkInWords.write.continue);
    expect(await readStore(sam.page)).not.toContain('sea-glass');
    await press(sam.page, checkInWords.write.saveSealed);

    await follow(noor.page, checkInWords.detail.reveal);
    await follow(sam.page, checkInWords.detail.reveal);
    for (const { page } of both) {
      await seeTitle(page, checkInWords.reveal.title);
      await see(page, 'I missed the sea-glass talk.');
      await see(page, 'The copper kettle sang.');
    }
    expect(await readStore(sam.page)).toContain('sea-glass');
  });

  await test.step('a guess is followed by its question, and an answer', async () => {
    await goTo(noor.page, 'practices');
    await noor.page.getByRole('main').getByRole('link', { name: noticingWords.card.listCard.title }).first().click();
    await follow(noor.page, en.practices.begin);
    const asked = { saw: 'shoulders up, few words', guess: 'worried', question: 'You seem quiet. How is it for you?' };
    await askByNoticing(noor.page, asked, 'Sam');
    await see(noor.page, noticingWords.detail.leaving('Sam'));
    await passTime(both, windowMs);
    await see(noor.page, noticingWords.detail.sent('Sam'));

    await goTo(sam.page, 'today');
    await follow(sam.page, noticingWords.card.today.askedAction);
    await see(sam.page, asked.question);
    const known = await readStore(sam.page);
    expect(known).toContain(asked.question);
    expect(known).not.toContain('shoulders up');
    await answerQuestion(sam.page, 'tired', 'Just a long day.', 'Noor');
    await passTime(both, windowMs);

    await see(noor.page, noticingWords.detail.theySaid('Sam'));
    await see(noor.page, 'Just a long day.');
    await see(noor.page, noticingWords.detail.guess);
    await see(noor.page, 'Worried');
    await choose(noor.page, closenessWord('other'));
    await expect(noor.page.getByRole('radio', { name: new RegExp(closenessWord('other'), 'i') })).toBeChecked();
    expect(await readStore(sam.page)).not.toContain('noticing/judged');
  });

  await test.step('a promise is kept, and seen', async () => {
    await goTo(sam.page, 'practices');
    await sam.page.getByRole('main').getByRole('link', { name: promiseWords.card.listCard.title }).first().click();
    await follow(sam.page, en.practices.begin);
    await makePromise(sam.page, {
      what: 'be home for supper',
      day: await dayOf(sam.page, 0),
      time: '18:00',
      to: 'Noor',
    });
    await see(sam.page, promiseWords.detail.leaving('Noor'));
    await passTime(both, windowMs);
    await openPromise(noor.page, 'Be home for supper');
    await see(noor.page, promiseWords.detail.theirsOpen('Sam'));

    await passTime(both, 6 * hourMs);
    await press(sam.page, promiseWords.detail.kept);
    await field(sam.page, promiseWords.keep.words).fill('It was good to come home.');
    await sam.page.getByRole('dialog').getByRole('button', { name: promiseWords.keep.save }).click();
    await passTime(both, windowMs);
    await see(noor.page, 'It was good to come home.');
    await press(noor.page, promiseWords.detail.see);
    await passTime(both, windowMs);
    await see(sam.page, promiseWords.detail.seen('Noor'));
  });

  await test.step('a promise is changed in time', async () => {
    await beginPromise(sam.page);
    await makePromise(sam.page, { what: 'fix the gate', day: await dayOf(sam.page, 2), to: 'Noor' });
    await passTime(both, windowMs);
    await passTime(both, dayMs);
    await follow(sam.page, promiseWords.detail.change);
    await seeTitle(sam.page, promiseWords.change.title);
    await fillByWhen(sam.page, { day: await dayOf(sam.page, 4) });
    await field(sam.page, promiseWords.change.because).fill('The hinge comes on Thursday.');
    await press(sam.page, promiseWords.change.save);
    await passTime(both, windowMs);
    await openPromise(noor.page, 'Fix the gate');
    await noor.page.getByText(promiseWords.detail.changes).click();
    await see(noor.page, promiseWords.detail.because('The hinge comes on Thursday.'));
  });

  await test.step('a promise is missed, owned, and followed by a smaller one', async () => {
    await beginPromise(sam.page);
    await makePromise(sam.page, { what: 'call the landlord', day: await dayOf(sam.page, 1), to: 'Noor' });
    await passTime(both, windowMs);
    await passTime(both, 2 * dayMs + minuteMs);
    await see(sam.page, promiseWords.detail.wasDue);
    await follow(sam.page, promiseWords.detail.own);
    await ownPromise(
      sam.page,
      {
        happened: 'I said I would call, and I did not.',
        cost: 'I think you had to wait again.',
        now: 'I write the number on my hand.',
        next: { what: 'dial the number once', day: await dayOf(sam.page, 1) },
      },
      'Noor',
    );
    await passTime(both, windowMs);
    await openPromise(noor.page, 'Call the landlord');
    await see(noor.page, 'I said I would call, and I did not.');
    await see(noor.page, 'I think you had to wait again.');
    await see(noor.page, 'Dial the number once');
    await choose(noor.page, 'Thank you for telling me.');
    await press(noor.page, promiseWords.detail.answerSend('Sam'));
    await passTime(both, windowMs);
    await see(sam.page, promiseWords.detail.answered('Noor'));
    await follow(sam.page, /^Dial the number once/);
    await seeTitle(sam.page, 'Dial the number once');
  });
});

test('what is kept within its window never leaves, and what is mine for now leaves when I release it', async ({
  person,
}) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const both = [noor, sam];
  await pair(noor, sam);

  await test.step('kept in the window', async () => {
    await follow(noor.page, checkInWords.card.start);
    await writeCheckIn(noor.page, { feelings: ['angry'], note: 'The heron, said too soon.', standing: 'ours' });
    await see(noor.page, checkInWords.detail.leaving('Sam'));
    await press(noor.page, en.window.keep);
    await expect(noor.page.getByRole('button', { name: en.window.now })).toHaveCount(0);
    await passTime(both, hourMs);
    await see(noor.page, checkInWords.detail.mine);
  });
  await test.step('mine for now, until it is released', async () => {
    await goTo(noor.page, 'today');
    await follow(noor.page, checkInWords.card.start);
    await writeCheckIn(noor.page, { feelings: ['sad'], note: 'The lantern, for later.', standing: 'later' });
    await see(noor.page, checkInWords.detail.forNow('Sam'));
    expect(await readStore(sam.page)).not.toContain('lantern');
    await press(noor.page, checkInWords.detail.release('Sam'));
    await see(noor.page, checkInWords.detail.leaving('Sam'));
    await passTime(both, windowMs);
    await follow(sam.page, checkInWords.card.today.sharedAction);
    await see(sam.page, 'The lantern, for later.');
  });
  const known = await readStore(sam.page);
  expect(known).toContain('lantern');
  expect(known).not.toContain('heron');
});

/** Counts presses of the pointer from now on, over all pages that this tab opens. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  let count = 0;
  await page.exposeFunction('pressed', () => {
    count++;
  });
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => void (globalThis as unknown as { pressed: () => void }).pressed(), true);
  });
  return async () => count;
}

/** The day on this person's clock, so many days ahead, as a date field wants it. */
function dayOf(page: Page, days: number): Promise<string> {
  return page.evaluate((ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10), days);
}
