/** All of the way of two people by keyboard alone: Tab, Shift+Tab, arrows, Enter, Space, and typing. */
import type { Page } from '@playwright/test';
import { en } from '../src/web/messages/en.ts';
import { closenessWord } from '../src/web/noticing/noticing-content.ts';
import { repairStep } from '../src/web/promises/promises-content.ts';
import { hourMs, minuteMs, passTime, secondMs, test } from './journey.ts';
import { arriveAt, chooseByKey, followByKey, pressByKey, sendNowByKey, tabTo, typeInto } from './keyboard.ts';
import { checkInWords } from './pages/check-in.ts';
import { noticingWords } from './pages/noticing.ts';
import { fourWords, pairingWords } from './pages/pairing.ts';
import { promiseWords } from './pages/promises.ts';
import { see } from './pages/shell.ts';

const windowMs = 11 * secondMs;
const dayMs = 24 * hourMs;

test('two people go the whole way by keyboard alone', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const both = [noor, sam];

  await test.step('a first check-in, alone, from the field of feelings', async () => {
    const { page } = noor;
    await noor.open();
    await followByKey(page, checkInWords.card.start);
    await arriveAt(page, checkInWords.write.feelings);
    await tabTo(page, page.getByRole('option'));
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
    await page.keyboard.press('Space');
    await pressByKey(page, checkInWords.write.continue);
    await arriveAt(page, checkInWords.write.more);
    await tabTo(page, page.getByRole('slider', { name: checkInWords.write.strength }));
    await page.keyboard.press('ArrowRight');
    await typeInto(page, checkInWords.write.note, 'By keyboard, for me.');
    await pressByKey(page, checkInWords.write.continue);
    await pressByKey(page, checkInWords.write.save);
    await see(page, 'By keyboard, for me.');
  });

  await test.step('they pair', async () => {
    await toPlace(noor.page, en.places.us);
    await arriveAt(noor.page, en.us.aloneTitle);
    await followByKey(noor.page, en.us.invite);
    await arriveAt(noor.page, pairingWords.partner.introTitle);
    await typeInto(noor.page, pairingWords.partner.nameQuestion, 'Noor');
    await pressByKey(noor.page, pairingWords.partner.make);
    await arriveAt(noor.page, pairingWords.partner.showTitle);
    await pressByKey(noor.page, pairingWords.partner.copy);
    await see(noor.page, pairingWords.partner.copied);
    await sam.page.goto(await noor.page.evaluate(() => navigator.clipboard.readText()));
    await typeInto(sam.page, pairingWords.join.nameQuestion, 'Sam');
    await pressByKey(sam.page, pairingWords.join.join);
    for (const { page } of both) {
      await fourWords(page);
      await arriveAt(page, pairingWords.compare.title);
      await pressByKey(page, pairingWords.compare.same);
    }
    for (const [{ page }, other] of [
      [noor, 'Sam'],
      [sam, 'Noor'],
    ] as const) {
      await arriveAt(page, pairingWords.outcomes.paired.title(other));
      await pressByKey(page, pairingWords.outcomes.paired.action);
      await tabTo(page, page.getByRole('link', { name: checkInWords.card.start }));
    }
  });

  await test.step('sealed check-ins open for both', async () => {
    for (const { page, name } of both) {
      await tabTo(page, page.getByRole('link', { name: checkInWords.card.start }), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await arriveAt(page, checkInWords.write.feelings);
      await typeInto(page, checkInWords.field.search, 'calm');
      await page.keyboard.press('Enter');
      await pressByKey(page, checkInWords.write.continue);
      await typeInto(page, checkInWords.write.note, `${name} has sealed this.`);
      await pressByKey(page, checkInWords.write.continue);
      await chooseByKey(page, new RegExp(`^${en.visibility.sealed.label}`));
      await pressByKey(page, checkInWords.write.saveSealed);
    }
    for (const { page } of both) {
      await followByKey(page, checkInWords.detail.reveal);
      await arriveAt(page, checkInWords.reveal.title);
      await see(page, 'Noor has sealed this.');
      await see(page, 'Sam has sealed this.');
    }
  });

  await test.step('a guess, its question, an answer', async () => {
    await toPlace(noor.page, en.places.practices);
    await arriveAt(noor.page, en.practices.title);
    await followByKey(noor.page, new RegExp(`^${noticingWords.card.listCard.title}`));
    await arriveAt(noor.page, noticingWords.card.listCard.title);
    await followByKey(noor.page, en.practices.begin);
    await arriveAt(noor.page, noticingWords.steps.noticed);
    await typeInto(noor.page, noticingWords.steps.ownWords, 'A long look out of the window.');
    await pressByKey(noor.page, noticingWords.steps.continue);
    await arriveAt(noor.page, noticingWords.steps.guess);
    await typeInto(noor.page, checkInWords.field.search, 'worried');
    await noor.page.keyboard.press('Enter');
    await pressByKey(noor.page, noticingWords.steps.continue);
    await arriveAt(noor.page, noticingWords.steps.sure);
    await tabTo(noor.page, noor.page.getByRole('slider', { name: noticingWords.steps.certainty }));
    await noor.page.keyboard.press('ArrowLeft');
    await pressByKey(noor.page, noticingWords.steps.continue);
    await arriveAt(noor.page, noticingWords.steps.opener);
    await typeInto(noor.page, noticingWords.steps.openerField, 'Where were you just now?');
    await pressByKey(noor.page, noticingWords.steps.send('Sam'));
    await sendNowByKey(noor.page);

    await toPlace(sam.page, en.places.today);
    await followByKey(sam.page, noticingWords.card.today.askedAction);
    await arriveAt(sam.page, noticingWords.asked.title('Noor'));
    await followByKey(sam.page, noticingWords.asked.answer);
    await arriveAt(sam.page, noticingWords.asked.whichTitle);
    await pressByKey(sam.page, noticingWords.asked.skip);
    await arriveAt(sam.page, noticingWords.asked.wordsTitle);
    await typeInto(sam.page, noticingWords.asked.wordsTitle, 'With my mother, in my head.');
    await pressByKey(sam.page, noticingWords.asked.send('Noor'));
    await passTime(both, windowMs);
    await see(noor.page, 'With my mother, in my head.');
    await chooseByKey(noor.page, new RegExp(closenessWord('near'), 'i'));
  });

  await test.step('a promise is kept, and seen', async () => {
    await makeByKey(sam.page, 'water the plants', promiseWords.make.tomorrow);
    await passTime(both, windowMs);
    await pressByKey(sam.page, promiseWords.detail.kept);
    await tabTo(sam.page, sam.page.getByRole('dialog').getByRole('button', { name: promiseWords.keep.save }));
    await sam.page.keyboard.press('Space');
    await passTime(both, windowMs);
    await openByKey(noor.page, 'Water the plants');
    await pressByKey(noor.page, promiseWords.detail.see);
    await passTime(both, windowMs);
    await see(sam.page, promiseWords.detail.seen('Noor'));
  });

  await test.step('a promise is changed in time', async () => {
    await makeByKey(sam.page, 'read the letter', promiseWords.make.tomorrow);
    await passTime(both, windowMs);
    await followByKey(sam.page, promiseWords.detail.change);
    await arriveAt(sam.page, promiseWords.change.title);
    await pressByKey(sam.page, promiseWords.make.week);
    await typeInto(sam.page, promiseWords.change.because, 'It has not come yet.');
    await pressByKey(sam.page, promiseWords.change.save);
    await passTime(both, windowMs);
    await openByKey(noor.page, 'Read the letter');
    await tabTo(noor.page, noor.page.getByText(promiseWords.detail.changes));
    await noor.page.keyboard.press('Enter');
    await see(noor.page, promiseWords.detail.because('It has not come yet.'));
  });

  await test.step('a promise is missed, owned, and followed by a smaller one', async () => {
    await makeByKey(sam.page, 'paint the door', promiseWords.make.tomorrow);
    await passTime(both, windowMs);
    await passTime(both, 2 * dayMs + minuteMs);
    await followByKey(sam.page, promiseWords.detail.own);
    for (const part of ['happened', 'cost', 'now'] as const) {
      await arriveAt(sam.page, repairStep(part).prompt);
      await typeInto(sam.page, repairStep(part).title, `What I say of ${part}.`);
      await pressByKey(sam.page, promiseWords.own.continue);
    }
    await arriveAt(sam.page, repairStep('next').prompt);
    await typeInto(sam.page, promiseWords.make.whatField, 'sand one board');
    await pressByKey(sam.page, promiseWords.own.save('Noor'));
    await passTime(both, windowMs);
    await openByKey(noor.page, 'Paint the door');
    await see(noor.page, 'What I say of happened.');
    await see(noor.page, 'Sand one board');
  });
});

/** To one of the four places, from wherever the focus is. */
async function toPlace(page: Page, place: string): Promise<void> {
  await followByKey(page, place);
}

async function makeByKey(page: Page, what: string, day: string): Promise<void> {
  await toPlace(page, en.places.practices);
  await arriveAt(page, en.practices.title);
  await followByKey(page, new RegExp(`^${promiseWords.card.listCard.title}`));
  await arriveAt(page, promiseWords.card.listCard.title);
  await followByKey(page, en.practices.begin);
  await arriveAt(page, promiseWords.make.what);
  await typeInto(page, promiseWords.make.whatField, what);
  await pressByKey(page, promiseWords.make.continue);
  await arriveAt(page, promiseWords.make.by);
  await pressByKey(page, day);
  await pressByKey(page, promiseWords.make.continue);
  await arriveAt(page, promiseWords.make.plan);
  await pressByKey(page, promiseWords.make.save('Noor'));
}

async function openByKey(page: Page, what: string): Promise<void> {
  await toPlace(page, en.places.me);
  await followByKey(page, promiseWords.card.mine);
  await arriveAt(page, promiseWords.list.title);
  await followByKey(page, new RegExp(`^${what}`));
  await arriveAt(page, what);
}
