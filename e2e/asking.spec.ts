/**
 * Asking and answering: a feeling that was shared is answered, a story of one's own comes only after a yes, and open
 * questions are asked aloud, in writing and face to face; alone, on two devices, and with the server away.
 */
import type { Page } from '@playwright/test';
import { en as empathyCard } from '../src/web/empathy/card-messages.ts';
import { hints, mayIText, starters } from '../src/web/empathy/empathy-content.ts';
import { en as empathy } from '../src/web/empathy/messages.ts';
import { en } from '../src/web/messages/en.ts';
import { en as card } from '../src/web/open-questions/card-messages.ts';
import { en as words } from '../src/web/open-questions/messages.ts';
import { deck, questionHints } from '../src/web/open-questions/questions-content.ts';
import { dayMs, expect, hasAppForOffline, minuteMs, type Person, passTime, secondMs, test } from './journey.ts';
import { checkInWords, writeCheckIn } from './pages/check-in.ts';
import { openUnderMe } from './pages/keeping.ts';
import { pair } from './pages/pairing.ts';
import { choose, field, follow, goTo, press, see, seeTitle, sendNow } from './pages/shell.ts';
import { readStore } from './store.ts';

const windowMs = 11 * secondMs;
const reconnectMs = 2 * minuteMs;

test('a shared feeling is answered, and a story of one’s own comes only after a yes', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const both = [noor, sam];
  await pair(noor, sam);

  await test.step('Sam shares a feeling', async () => {
    await follow(sam.page, checkInWords.card.start);
    await writeCheckIn(sam.page, { feelings: ['sad'], note: 'My mother forgot again.', standing: 'ours' });
    await sendNow(sam.page);
  });
  await test.step('Noor reads it, begins with advice, and finds better words', async () => {
    await goTo(noor.page, 'today');
    await follow(noor.page, checkInWords.card.today.sharedAction);
    await follow(noor.page, empathyCard.about.answer);
    await seeTitle(noor.page, empathy.answer.read('Sam'));
    await see(noor.page, 'My mother forgot again.');
    await press(noor.page, empathy.answer.continue);
    await field(noor.page, empathy.answer.field).fill('You should ring her more often.');
    await see(noor.page, hints.find(({ id }) => id === 'advice')?.text ?? '');
    const seen = starters.find(({ id }) => id === 'this-hurts');
    await press(noor.page, seen?.template.replace('{feeling}', 'sad') ?? '');
    await expect(noor.page.getByText(hints[0]?.text ?? '')).toHaveCount(0);
    await press(noor.page, empathy.answer.share('Sam'));
    await see(noor.page, empathy.about.leaving('Sam'));
    await passTime(both, windowMs);
    await see(noor.page, empathy.about.canRead('Sam'));
  });
  await test.step('Sam says, because Sam likes to, that something is missing', async () => {
    await goTo(sam.page, 'today');
    await follow(sam.page, empathyCard.today.answeredAction);
    await see(sam.page, 'I can see that this hurts. It makes sense that you feel sad.');
    await sam.page.getByText(empathy.land.title).first().click();
    await choose(sam.page, empathy.land.almost);
    await field(sam.page, empathy.land.missing).fill('That I am ashamed of being angry.');
    await press(sam.page, empathy.land.send('Noor'));
    await passTime(both, windowMs);
    await see(noor.page, empathy.land.said.almost);
    await see(noor.page, 'That I am ashamed of being angry.');
    await follow(noor.page, empathy.about.again);
  });
  await test.step('Noor asks before telling, and Sam lets it in', async () => {
    await press(noor.page, en.cancel);
    await noor.page.getByText(empathy.mayI.title).click();
    await press(noor.page, empathy.mayI.ask('Sam'));
    await see(noor.page, empathy.mayI.open('Sam'));
    await expect(noor.page.getByRole('link', { name: empathy.mayI.tell })).toHaveCount(0);
    await goTo(sam.page, 'today');
    await follow(sam.page, empathyCard.today.asksAction);
    await see(sam.page, mayIText);
    await press(sam.page, empathy.mayI.sayNotNow);
    await see(noor.page, empathy.mayI.notNow('Sam'));
    await expect(noor.page.getByRole('link', { name: empathy.mayI.tell })).toHaveCount(0);
    await press(sam.page, empathy.mayI.sayYes);
    await follow(noor.page, empathy.mayI.tell);
    await field(noor.page, empathy.story.field).fill('My uncle stopped knowing my name, one winter.');
    await press(noor.page, empathy.story.share('Sam'));
    expect(await readStore(sam.page)).not.toContain('one winter');
    await passTime(both, windowMs);
    await see(sam.page, 'My uncle stopped knowing my name, one winter.');
  });
  await test.step('an answer is taken back; a mark stays', async () => {
    await noor.page.getByRole('button', { name: empathy.about.withdraw }).first().click();
    await see(noor.page, empathy.about.withdrawn);
    await see(sam.page, empathy.about.theyWithdrew('Noor'));
    await goTo(sam.page, 'us');
    await expect(sam.page.getByText('I can see that this hurts.')).toHaveCount(0);
  });
});

test('leaving a question sends nothing, and what is kept for me stays with me', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  await pair(noor, sam);
  await follow(sam.page, checkInWords.card.start);
  await writeCheckIn(sam.page, { feelings: ['tired'], note: 'The lantern again.', standing: 'ours' });
  await sendNow(sam.page);

  await test.step('an answer for the ear alone', async () => {
    await goTo(noor.page, 'today');
    await follow(noor.page, checkInWords.card.today.sharedAction);
    await follow(noor.page, empathyCard.about.answer);
    await press(noor.page, empathy.answer.continue);
    await field(noor.page, empathy.answer.field).fill('No wonder, after that marmalade week.');
    await press(noor.page, empathy.answer.aloud);
    await see(noor.page, empathy.about.onlyYou);
    await passTime([noor, sam], windowMs);
    expect(await readStore(sam.page)).not.toContain('marmalade');
  });
  await test.step('a question that is left', async () => {
    await noor.page.getByText(empathy.mayI.title).click();
    await press(noor.page, empathy.mayI.ask('Sam'));
    await goTo(sam.page, 'today');
    await follow(sam.page, empathyCard.today.asksAction);
    await press(sam.page, empathy.mayI.leave);
    await see(sam.page, empathy.mayI.left);
    await goTo(sam.page, 'today');
    await expect(sam.page.getByText(empathyCard.today.asksAction)).toHaveCount(0);
    await see(noor.page, empathy.mayI.open('Sam'));
    expect(await readStore(noor.page)).not.toContain('set-aside');
  });
});

test('a question in writing opens when both have answered it, and what was learnt returns after months', async ({
  person,
}) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const both = [noor, sam];
  await pair(noor, sam);
  const question = await openToday(noor);

  await test.step('Noor asks, with a sealed answer', async () => {
    await wayOf(noor.page, words.home.write).click();
    await seeTitle(noor.page, question);
    await field(noor.page, words.write.field).fill('Of cinnamon, and of the old dog.');
    await press(noor.page, words.write.ask('Sam'));
    await see(noor.page, words.shared.leaving('Sam'));
    await passTime(both, windowMs);
    await see(noor.page, words.shared.waiting('Sam'));
    await see(noor.page, 'Of cinnamon, and of the old dog.');
  });
  await test.step('Sam reads the question, not the answer', async () => {
    await goTo(sam.page, 'today');
    await see(sam.page, question);
    await follow(sam.page, card.today.askedAction);
    await see(sam.page, words.shared.sealedByThem('Noor'));
    expect(await readStore(sam.page)).not.toContain('cinnamon');
    await follow(sam.page, words.shared.answer);
    await field(sam.page, words.write.field).fill('Of soup, and of rain on coats.');
    expect(await readStore(sam.page)).not.toContain('cinnamon');
    await press(sam.page, words.write.answer);
    await see(sam.page, words.shared.answerLeaving('Noor'));
    await passTime(both, windowMs);
  });
  await test.step('both open at once', async () => {
    for (const { page } of both) {
      await see(page, 'Of cinnamon, and of the old dog.');
      await see(page, 'Of soup, and of rain on coats.');
    }
    await goTo(noor.page, 'today');
    await see(noor.page, card.today.opened);
    await follow(noor.page, card.today.openedAction);
  });
  await test.step('two questions at a time do not mix: each opens with its own answers', async () => {
    const other = await openToday(sam);
    expect(other).not.toBe('');
    await press(sam.page, words.home.another);
    await expect(sam.page.getByRole('heading', { level: 1 })).not.toHaveText(other);
    await wayOf(sam.page, words.home.write).click();
    await field(sam.page, words.write.field).fill('Sealed by Sam for the second.');
    await press(sam.page, words.write.ask('Noor'));
    await sendNow(sam.page);
    await openToday(noor);
    await press(noor.page, words.home.another);
    await press(noor.page, words.home.another);
    await wayOf(noor.page, words.home.write).click();
    await field(noor.page, words.write.field).fill('Sealed by Noor for the third.');
    await press(noor.page, words.write.ask('Sam'));
    await sendNow(noor.page);
    await see(noor.page, words.shared.waiting('Sam'));
    await see(sam.page, words.shared.waiting('Noor'));
    expect(await readStore(sam.page)).not.toContain('for the third');
    expect(await readStore(noor.page)).not.toContain('for the second');
  });
  await test.step('Noor notes what she learnt, for her alone', async () => {
    await openToday(noor);
    await noor.page.getByRole('main').getByRole('link').filter({ hasText: words.home.state.open }).click();
    await follow(noor.page, words.talk.note);
    await seeTitle(noor.page, words.note.partner('Sam'));
    await field(noor.page, words.note.words).fill('Sam’s winters were wet and full of soup.');
    await press(noor.page, words.note.save);
    await see(noor.page, 'Sam’s winters were wet and full of soup.');
    expect(await readStore(sam.page)).not.toContain('full of soup.');
  });
  await test.step('it comes back after three months: is it still true?', async () => {
    await passTime([noor], 92 * dayMs);
    await goTo(noor.page, 'today');
    await see(noor.page, card.today.returnsMe);
    await follow(noor.page, card.today.returnsAction);
    await see(noor.page, 'Of cinnamon, and of the old dog.');
    await press(noor.page, words.entry.yes);
    await expect(noor.page.getByText(words.entry.still)).toHaveCount(0);
    await goTo(noor.page, 'today');
    await expect(noor.page.getByText(card.today.returnsAction)).toHaveCount(0);
    await openUnderMe(noor.page, card.mine);
    await follow(noor.page, /^Sam’s winters/);
    await see(noor.page, words.entry.still);
    await press(noor.page, words.entry.changed);
    await field(noor.page, words.entry.words).fill('Sam likes rain now.');
    await press(noor.page, words.entry.save);
    await see(noor.page, 'Sam likes rain now.');
    await expect(noor.page.getByText(words.entry.still)).toHaveCount(0);
    await noor.page.getByText(words.entry.earlier).click();
    await see(noor.page, 'Sam’s winters were wet and full of soup.');
  });
});

test('alone, with no server: a question a day, two maps, and words that I would like to hear', async ({
  person,
  server,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open();
  await hasAppForOffline([noor]);
  await server.stop();

  await test.step('from light to deep, and another one', async () => {
    const first = await openToday(noor);
    expect(depthOf(first)).toBe('light');
    await expect(page.getByRole('link').filter({ hasText: words.home.write })).toHaveCount(0);
    await press(page, words.home.another);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(first);
    await press(page, words.home.backToToday);
    await seeTitle(page, first);
    await choose(page, 'Deep');
    await expect(page.getByRole('radio', { name: 'Deep' })).toBeChecked();
    await page.reload();
    await expect(page.getByRole('radio', { name: 'Deep' })).toBeChecked();
    await choose(page, 'Light');
    await seeTitle(page, first);
  });
  await test.step('what I would answer goes on the map of myself, and the question rests for today', async () => {
    await wayOf(page, words.home.alone).click();
    await field(page, words.note.mine).fill('The bench by the canal.');
    await press(page, words.note.save);
    await see(page, 'The bench by the canal.');
    await noor.open('/open-questions/map?of=me');
    await see(page, 'The bench by the canal.');
    await goTo(page, 'today');
    await expect(page.getByText(card.today.day)).toHaveCount(0);
    await passTime([noor], dayMs);
    await see(page, card.today.day);
  });
  await test.step('a question of my own, with a hint where it is closed', async () => {
    await noor.open('/open-questions/own');
    await field(page, words.own.field).fill('Do you like me?');
    await see(page, questionHints[0]?.text ?? '');
    await field(page, words.own.field).fill('What do you like about me');
    await press(page, words.own.save);
    await expect(page.getByRole('alert')).toHaveText(words.refusals['open-questions.refusal.asks-nothing']);
    await field(page, words.own.field).fill('What do you like about me?');
    await press(page, words.own.save);
    await seeTitle(page, 'What do you like about me?');
  });
  await test.step('face to face, on one phone', async () => {
    await wayOf(page, words.home.facing).click();
    await seeTitle(page, words.talk.first);
    await see(page, 'What do you like about me?');
    await press(page, words.talk.next);
    await seeTitle(page, words.talk.second);
    await press(page, words.talk.done);
    await seeTitle(page, words.talk.after);
    await follow(page, words.talk.note);
    await field(page, words.note.words).fill('That I ask odd things.');
    await press(page, 'Closeness and love');
    await press(page, words.note.save);
    await seeTitle(page, 'What do you like about me?');
    await press(page, words.entry.letGo);
    await see(page, words.entry.gone);
    await press(page, words.entry.back);
    await expect(page.getByText(words.entry.gone)).toHaveCount(0);
  });
  await test.step('my own feeling, answered as I would like to hear it', async () => {
    await noor.open('/check-in/new');
    await writeCheckIn(page, { feelings: ['lonely'], note: 'An empty Sunday.' });
    await follow(page, empathyCard.about.hear);
    await seeTitle(page, empathy.keep.title);
    await field(page, empathy.answer.field).fill('Come and sit with us.');
    await press(page, empathy.keep.save);
    await seeTitle(page, empathy.list.title);
    await see(page, 'Come and sit with us.');
    await page.reload();
    await follow(page, /^Come and sit with us\./);
    await press(page, empathy.keep.delete);
    await expect(page.getByText('Come and sit with us.')).toHaveCount(0);
  });
});

test('answers written while the server is away open when it is back', async ({ person, server }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const both = [noor, sam];
  await pair(noor, sam);
  await openToday(noor);
  await wayOf(noor.page, words.home.write).click();
  await field(noor.page, words.write.field).fill('Noor, before the storm.');
  await press(noor.page, words.write.ask('Sam'));
  await sendNow(noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, card.today.askedAction);
  await hasAppForOffline(both);
  await server.stop();

  await follow(sam.page, card.today.askedAction);
  await follow(sam.page, words.shared.answer);
  await field(sam.page, words.write.field).fill('Sam, in the storm.');
  await press(sam.page, words.write.answer);
  await sendNow(sam.page);
  await sam.page.reload();
  await see(sam.page, 'Sam, in the storm.');
  await expect(sam.page.getByText('Noor, before the storm.')).toHaveCount(0);
  await passTime(both, reconnectMs);
  await server.start();
  await passTime(both, reconnectMs);
  for (const { page } of both) {
    await see(page, 'Sam, in the storm.');
    await see(page, 'Noor, before the storm.');
  }
});

/** Opens the practice and says which question stands there. */
async function openToday({ page, open }: Person): Promise<string> {
  await open('/open-questions');
  await see(page, words.home.ways);
  return page.getByRole('heading', { level: 1 }).innerText();
}

const wayOf = (page: Page, way: string) => page.getByRole('main').getByRole('link').filter({ hasText: way });

const depthOf = (text: string): string | undefined => deck.find((one) => one.text === text)?.depth;
