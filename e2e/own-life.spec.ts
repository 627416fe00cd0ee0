/**
 * A life of one's own: the journal, the neutral observer, and what is mine with time that can be cheered. Alone, with
 * two, with the other one taking back or leaving it, and with the server away.
 */
import { en } from '../src/web/messages/en.ts';
import { en as pauseWords } from '../src/web/pause/messages.ts';
import { dayMs, expect, hasAppForOffline, hourMs, minuteMs, type Person, passTime, secondMs, test } from './journey.ts';
import {
  journalWords,
  keepTime,
  neutralWords,
  ownWords,
  seePrivateFields,
  writeEntry,
  writeFromOutside,
} from './pages/own-life.ts';
import { pair } from './pages/pairing.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import { readStore } from './store.ts';

const windowMs = 11 * secondMs;
const reconnectMs = 2 * minuteMs;
/** A Thursday. */
const thursday = new Date('2026-11-26T08:40:00Z');
const text = {
  about: 'the broken kettle.',
  seen: 'Both were tired and wanted a calm evening.',
  hard: 'I hear my father in it.',
  keep: 'wait one breath at the door.',
};

test('the journal alone: write, begin with a question, read a month, change, delete, and bring back within a week', async ({
  person,
}) => {
  const noor = await person('Noor', { at: thursday });
  const { page } = noor;
  await noor.open('/practices/journal');
  await follow(page, en.practices.begin);
  await seeTitle(page, journalWords.write.title);

  await test.step('with a question to begin with', async () => {
    await seePrivateFields(page);
    await page.locator('summary').filter({ hasText: journalWords.write.prompts }).click();
    const first = page.getByRole('list', { name: journalWords.write.promptsList }).getByRole('button').first();
    const question = await first.innerText();
    await first.click();
    await field(page, journalWords.write.words).fill('Whether to learn the cello.');
    await press(page, journalWords.write.save);
    await see(page, question);
    await see(page, 'Whether to learn the cello.');
    await see(page, journalWords.entry.mine);
  });
  await test.step('read by month', async () => {
    await noor.open('/journal');
    await writeEntry(page, 'A second page.');
    await noor.open('/journal');
    await follow(page, journalWords.list.read('November 2026'));
    await seeTitle(page, 'November 2026');
    await see(page, 'Whether to learn the cello.');
    await see(page, 'A second page.');
  });
  await test.step('a new version takes the place of the old one', async () => {
    await page.getByRole('link', { name: journalWords.month.open, exact: true }).first().click();
    await follow(page, journalWords.entry.edit);
    await seeTitle(page, journalWords.write.titleEdit);
    await seePrivateFields(page);
    await field(page, journalWords.write.words).fill('I will learn the cello.');
    await press(page, journalWords.write.saveEdit);
    await see(page, 'I will learn the cello.');
    await expect(page.getByText('Whether to learn')).toHaveCount(0);
  });
  await test.step('deleted, brought back, and after seven days gone', async () => {
    await press(page, journalWords.entry.delete);
    await expect(page.getByText('I will learn the cello.')).toHaveCount(0);
    await noor.open('/journal');
    await page.locator('summary').filter({ hasText: journalWords.list.deleted }).click();
    await page.getByRole('main').getByRole('link', { name: /cello/ }).click();
    await press(page, journalWords.entry.restore);
    await see(page, 'I will learn the cello.');
    await press(page, journalWords.entry.delete);
    await passTime([noor], 7 * dayMs + minuteMs);
    await see(page, journalWords.entry.missing);
    await noor.open('/journal');
    await see(page, 'A second page.');
    await expect(page.locator('summary').filter({ hasText: journalWords.list.deleted })).toHaveCount(0);
  });
});

test('with a partner nothing on any screen shares an entry, and nothing of it is on the other phone', async ({
  person,
}) => {
  const noor = await person('Noor', { at: thursday });
  const sam = await person('Sam', { at: thursday });
  await pair(noor, sam);
  await noor.open('/journal');
  await writeEntry(noor.page, 'The marmalade secret.');
  for (const one of [noor, sam]) await expect(one.page.getByRole('button', { name: en.window.keep })).toHaveCount(0);
  const names = await noor.page
    .getByRole('main')
    .getByRole('button')
    .or(noor.page.getByRole('main').getByRole('link'))
    .allInnerTexts();
  expect(names.map((name) => name.trim())).toEqual([en.back, journalWords.entry.edit, journalWords.entry.delete]);
  await passTime([noor, sam], hourMs);
  for (const place of ['today', 'us'] as const) {
    await goTo(noor.page, place);
    await expect(noor.page.getByText('marmalade')).toHaveCount(0);
  }
  expect(await readStore(noor.page)).toContain('marmalade');
  expect(await readStore(sam.page)).not.toContain('marmalade');
  expect(await readStore(sam.page)).not.toContain('journal/');
});

test('the neutral observer alone: three questions, a clock that ends nothing, and nothing is lost on the way', async ({
  person,
}) => {
  const noor = await person('Noor', { at: thursday });
  const { page } = noor;
  const { about, write, list, detail, questions } = neutralWords;
  await noor.open('/practices/neutral-observer');
  await follow(page, en.practices.begin);
  await see(page, about.afraid);
  await seePrivateFields(page);
  await field(page, about.label).fill(text.about);
  await press(page, about.begin);

  await test.step('the seven minutes pass, and I write on', async () => {
    await seeTitle(page, questions[0]?.title ?? '');
    await see(page, write.timer);
    await expect(page.getByRole('timer')).toHaveText(/7 min/);
    await field(page, questions[0]?.label ?? '').fill('Both were');
    await passTime([noor], 8 * minuteMs);
    await expect(page.getByRole('timer')).not.toHaveText(/min/);
    await field(page, questions[0]?.label ?? '').fill(text.seen);
    await press(page, write.continue);
  });
  await test.step('stopped on the way, it waits where it was left', async () => {
    await seeTitle(page, questions[1]?.title ?? '');
    await field(page, questions[1]?.label ?? '').fill(text.hard);
    await press(page, en.pause);
    await seeTitle(page, list.title);
    await noor.open('/neutral-observer');
    await page
      .getByRole('main')
      .getByRole('link', { name: /kettle/ })
      .click();
    await see(page, text.hard);
    await see(page, detail.mine);
    await expect(page.getByRole('link', { name: detail.share })).toHaveCount(0);
    await follow(page, detail.edit);
    await writeFromOutside(page, text);
    await see(page, text.keep);
  });
  await test.step('after four months it is offered once, and "not now" is the end of it', async () => {
    await passTime([noor], 119 * dayMs);
    await noor.open();
    await expect(page.getByRole('navigation', { name: en.navigation })).toBeVisible();
    await expect(page.getByText(neutralWords.card.today['four-months'])).toHaveCount(0);
    await passTime([noor], 2 * dayMs);
    await noor.open();
    await see(page, neutralWords.card.today['four-months']);
    await page
      .locator('.card')
      .filter({ hasText: neutralWords.card.today['four-months'] })
      .getByRole('button', { name: neutralWords.card.today.rest })
      .click();
    await expect(page.getByText(neutralWords.card.today['four-months'])).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('navigation', { name: en.navigation })).toBeVisible();
    await expect(page.getByText(neutralWords.card.today['four-months'])).toHaveCount(0);
  });
  await test.step('deleted', async () => {
    await noor.open('/neutral-observer');
    await page
      .getByRole('main')
      .getByRole('link', { name: /kettle/ })
      .click();
    await press(page, detail.delete);
    await page.getByRole('dialog').getByRole('button', { name: detail.delete }).click();
    await see(page, list.emptyTitle);
  });
});

test('a part of a look from outside is shared by one act, kept back, and taken back', async ({ person }) => {
  const noor = await person('Noor', { at: thursday });
  const sam = await person('Sam', { at: thursday });
  const both = [noor, sam];
  const { detail, list, share, questions, card } = neutralWords;
  await pair(noor, sam);
  await noor.open('/neutral-observer');
  await follow(noor.page, list.start);
  await writeFromOutside(noor.page, text);

  await test.step('kept back in its window it is still mine', async () => {
    await follow(noor.page, detail.share);
    await press(noor.page, questions[0]?.name ?? '');
    await see(noor.page, share.preview('Sam'));
    await expect(noor.page.getByText(text.hard)).toHaveCount(0);
    await press(noor.page, share.share('Sam'));
    await see(noor.page, detail.leaving('Sam'));
    await press(noor.page, en.window.keep);
    await see(noor.page, detail.mine);
    await passTime(both, hourMs);
    expect(await readStore(sam.page)).not.toContain('calm evening');
  });
  await test.step('shared, the other reads the part and no more', async () => {
    await follow(noor.page, detail.share);
    await press(noor.page, questions[0]?.name ?? '');
    await press(noor.page, questions[2]?.name ?? '');
    await press(noor.page, share.share('Sam'));
    await letGo(noor, both);
    await goTo(sam.page, 'today');
    await see(sam.page, card.today.shared('Noor'));
    await follow(sam.page, card.today.sharedAction);
    await see(sam.page, text.seen);
    await see(sam.page, text.keep);
    await see(sam.page, detail.ofOther('Noor'));
    const store = await readStore(sam.page);
    expect(store).not.toContain('my father');
    expect(store).not.toContain('kettle');
  });
  await test.step('what I change stays mine, and taking it back leaves a mark', async () => {
    await follow(noor.page, detail.edit);
    await writeFromOutside(noor.page, { ...text, seen: 'Put differently.' });
    await see(noor.page, detail.shared('Sam'));
    await press(noor.page, detail.withdraw);
    await noor.page.getByRole('dialog').getByRole('button', { name: detail.withdraw }).click();
    await see(noor.page, detail.taken);
    await see(noor.page, 'Put differently.');
    await see(sam.page, detail.takenTheirs('Noor'));
    await expect(sam.page.getByText(text.seen)).toHaveCount(0);
    expect(await readStore(sam.page)).not.toContain('Put differently');
  });
});

test('after a pause, once it has cooled, a look from outside is offered to me alone', async ({ person }) => {
  const noor = await person('Noor', { at: thursday });
  const sam = await person('Sam', { at: thursday });
  await pair(noor, sam);
  await pauseAlone(noor);
  const why = neutralWords.card.today['after-talk'];
  await passTime([noor, sam], 8 * hourMs);
  await noor.open();
  await see(noor.page, why);
  await goTo(sam.page, 'today');
  await expect(sam.page.getByText(why)).toHaveCount(0);
  await follow(noor.page, neutralWords.card.today.write);
  await writeFromOutside(noor.page, text);
  await goTo(noor.page, 'today');
  await expect(noor.page.getByText(why)).toHaveCount(0);
});

test('what is mine stays mine; a time is shared, cheered with one tap, changed and taken back', async ({ person }) => {
  const noor = await person('Noor', { at: thursday });
  const sam = await person('Sam', { at: thursday });
  const both = [noor, sam];
  const { home, note, time, card, form } = ownWords;
  await pair(noor, sam);
  await noor.open('/own-life');

  await test.step('somebody of my own', async () => {
    await follow(noor.page, home.add);
    await seePrivateFields(noor.page);
    await field(noor.page, note.words).fill('Ilse, on Sundays');
    await press(noor.page, note.save);
    await see(noor.page, 'Ilse, on Sundays');
  });
  await test.step('a time of my own, which Today knows', async () => {
    await keepTime(noor.page, { days: [4], part: 'evening', words: 'choir' });
    await see(noor.page, 'Thursday evening: choir');
    await see(noor.page, time.mine);
    await goTo(noor.page, 'today');
    await see(noor.page, card.today.mine.evening);
    await follow(noor.page, card.today.mineAction);
    expect(await readStore(sam.page)).not.toContain('choir');
  });
  await test.step('shared; the other can cheer, and there is nothing else to press', async () => {
    await press(noor.page, time.share('Sam'));
    await see(noor.page, time.leaving('Sam'));
    await letGo(noor, both);
    await goTo(sam.page, 'today');
    await see(sam.page, card.today.shared('Noor'));
    await follow(sam.page, card.today.sharedAction);
    await see(sam.page, 'Thursday evening: choir');
    await expect(sam.page.getByRole('main').getByRole('textbox')).toHaveCount(0);
    await press(sam.page, 'That suits you so well.');
    await letGo(sam, both);
    await see(noor.page, time.cheered('Sam'));
    await see(noor.page, 'That suits you so well.');
    expect(await readStore(sam.page)).not.toContain('Ilse');
  });
  await test.step('a change is mine until it is shared anew', async () => {
    await follow(noor.page, time.edit);
    await press(noor.page, card.day(4));
    await press(noor.page, card.day(3));
    await press(noor.page, form.save);
    await see(noor.page, time.changed('Sam', 'Thursday evening: choir'));
    await see(sam.page, 'Thursday evening: choir');
    await press(noor.page, time.shareChange('Sam'));
    await letGo(noor, both);
    await see(sam.page, 'Wednesday evening: choir');
  });
  await test.step('taken back, a mark stays', async () => {
    await press(noor.page, time.withdraw);
    await see(noor.page, time.taken);
    await see(sam.page, time.takenTheirs('Noor'));
    await expect(sam.page.getByText('choir')).toHaveCount(0);
    await expect(sam.page.getByRole('button', { name: 'Enjoy it.' })).toHaveCount(0);
  });
});

test('the balance is said in words, for me alone, and can be deleted', async ({ person }) => {
  const noor = await person('Noor', { at: thursday });
  const { page } = noor;
  const { balance, home } = ownWords;
  await noor.open('/practices/own-life');
  await follow(page, en.practices.begin);
  await follow(page, new RegExp(home.balance));
  await seeTitle(page, balance.title);
  await seePrivateFields(page);
  for (const [name, said] of Object.entries({
    people: 'more',
    interests: 'right',
    alone: 'more',
    together: 'right',
  } as const))
    await page
      .getByRole('group', { name: balance.fields[name as keyof typeof balance.fields] })
      .getByRole('radio', { name: balance.words[said], exact: true })
      .check();
  await field(page, balance.wish).fill('Lunch with Ilse.');
  await press(page, balance.save);
  await seeTitle(page, home.title);
  await follow(page, new RegExp(home.balance));
  await page.locator('summary').filter({ hasText: balance.earlier }).click();
  await see(page, balance.sentence.more(balance.fields.alone));
  await see(page, /Lunch with Ilse/);
  expect(await page.getByRole('main').innerText()).not.toMatch(/\d\s*(%|of|\/)|score/i);
  await press(page, balance.delete);
  await expect(page.getByText(/Lunch with Ilse/)).toHaveCount(0);
});

test('with the server away all of it goes on, and a shared time arrives when it is back', async ({
  person,
  server,
}) => {
  const noor = await person('Noor', { at: thursday });
  const sam = await person('Sam', { at: thursday });
  const both = [noor, sam];
  await pair(noor, sam);
  await hasAppForOffline(both);
  await server.stop();
  await noor.open('/journal');
  await writeEntry(noor.page, 'Written on the train.');
  await noor.open('/own-life');
  await keepTime(noor.page, { days: [6], part: 'morning', words: 'the market' });
  await press(noor.page, ownWords.time.share('Sam'));
  await letGo(noor, both);
  await noor.page.reload();
  await see(noor.page, 'Saturday morning: the market');
  await server.start();
  await passTime(both, reconnectMs);
  await goTo(sam.page, 'today');
  await see(sam.page, 'Saturday morning: the market');
  expect(await readStore(sam.page)).not.toContain('train');
});

/** A pause for my own eyes, from the breath to its beginning. */
async function pauseAlone(who: Person): Promise<void> {
  const { page } = who;
  await who.open('/pause/new');
  await seeTitle(page, pauseWords.breath.title);
  await passTime([who], 5 * secondMs);
  await press(page, pauseWords.choice.longer);
  await choose(page, pauseWords.length.me);
  await press(page, pauseWords.length.begin);
  await see(page, pauseWords.running.mine);
}

/** What this one has just said waits for its window on the screen; then the window passes for both. */
async function letGo({ page }: Person, both: readonly Person[]): Promise<void> {
  await expect(page.getByRole('button', { name: en.window.keep }).first()).toBeVisible();
  await passTime(both, windowMs);
}
