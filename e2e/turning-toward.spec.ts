/**
 * Reaching out and good news, on two phones and on one: a wish and its three good answers, taking it back, letting it
 * rest; news, one question, an answer and a warm word; and each of them alone, and with the server away.
 */
import { en } from '../src/web/messages/en.ts';
import { dayMs, expect, hasAppForOffline, hourMs, minuteMs, type Person, passTime, secondMs, test } from './journey.ts';
import { pair } from './pages/pairing.ts';
import { openPromise } from './pages/promises.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';
import {
  answerAt,
  newsWords,
  openNews,
  openWishes,
  tellNews,
  wishFor,
  wishLabel,
  wishWords,
} from './pages/turning-toward.ts';
import { readStore } from './store.ts';

const windowMs = 11 * secondMs;
const reconnectMs = 2 * minuteMs;
const evening = new Date('2026-11-22T18:40:00Z');
const { card, make, detail, asked } = wishWords;
const { answer } = card;
const news = newsWords;

test('a wish is answered with a time, which is a promise on both phones', async ({ person }) => {
  const noor = await person('Noor', { isMoved: true });
  const sam = await person('Sam', { isMoved: true });
  const both = [noor, sam];
  await pair(noor, sam);

  await test.step('one tap asks, and until it goes the other knows nothing', async () => {
    await wishFor(noor.page, { wish: 'hug', words: 'The kite got away.' });
    await seeTitle(noor.page, wishLabel('hug'));
    await see(noor.page, detail.leaving('Sam'));
    expect(await readStore(sam.page)).not.toContain('kite');
    await letGo(noor, both);
    await see(noor.page, detail.waiting('Sam'));
  });
  await test.step('the other answers with a time', async () => {
    await goTo(sam.page, 'today');
    await see(sam.page, card.wouldLike('Noor', card.wishes.hug));
    await see(sam.page, 'The kite got away.');
    await follow(sam.page, card.today.answer);
    await seeTitle(sam.page, card.wouldLike('Noor', card.wishes.hug));
    await answerAt(sam.page, '20:30', 'Noor');
    await see(sam.page, detail.leaving('Noor'));
    await expect(sam.page.getByRole('button', { name: en.window.keep })).toHaveCount(1);
    await letGo(sam, both);
    await see(sam.page, answer.at('Today', '20:30'));
    await see(sam.page, asked.promised);
  });
  await test.step('it stands on Today, leads to the promise, and can be thanked for', async () => {
    await goTo(noor.page, 'today');
    await see(noor.page, card.today.answered('Sam'));
    await see(noor.page, answer.at('Today', '20:30'));
    await follow(noor.page, card.today.answeredAction);
    await see(noor.page, 'Come for a hug');
    await press(noor.page, 'I look forward to it.');
    await press(noor.page, detail.thank('Sam'));
    await letGo(noor, both);
    await see(sam.page, asked.thanked('Noor'));
    await see(sam.page, 'I look forward to it.');
  });
  await test.step('both phones hold the promise', async () => {
    for (const { page } of both) {
      await openPromise(page, 'Come for a hug');
      await see(page, 'By today, 20:30');
    }
    await goTo(noor.page, 'us');
    await see(noor.page, card.youWouldLike(card.wishes.hug));
  });
});

test('“I’m here” goes at once, and “not tonight” may say why and offer something', async ({ person }) => {
  const noor = await person('Noor', { at: evening });
  const sam = await person('Sam', { at: evening });
  const both = [noor, sam];
  await pair(noor, sam);
  await wishFor(noor.page, { wish: 'to-be-heard' });
  await letGo(noor, both);
  await goTo(sam.page, 'today');
  await follow(sam.page, card.today.answer);

  await test.step('not tonight', async () => {
    await follow(sam.page, asked.notNow);
    await seeTitle(sam.page, asked.notNow);
    await sam.page.locator('summary').filter({ hasText: wishWords.notNow.becauseReady }).click();
    await press(sam.page, 'I am worn out');
    await field(sam.page, wishWords.notNow.but).fill('tomorrow at breakfast.');
    const sentence = answer.both(answer.notNow.evening, 'I am worn out', 'tomorrow at breakfast');
    await see(sam.page, sentence);
    await press(sam.page, wishWords.notNow.send('Noor'));
    await letGo(sam, both);
    await see(noor.page, sentence);
    await see(noor.page, detail.answered('Sam'));
  });
  await test.step('and here after all, with no window', async () => {
    await sam.page.getByText(asked.again).click();
    await press(sam.page, asked.here);
    await see(sam.page, asked.go('Noor'));
    await see(noor.page, answer.here);
    await see(noor.page, detail.changed);
    await expect(noor.page.getByText('worn out')).toHaveCount(0);
  });
});

test('a wish is taken back, left, or comes to rest, and nobody is told what the other did', async ({ person }) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const both = [noor, sam];
  await pair(noor, sam);

  await test.step('kept back in the window it is still mine', async () => {
    await wishFor(noor.page, { wish: 'help', words: 'With the wardrobe.' });
    await press(noor.page, en.window.keep);
    await see(noor.page, detail.mine);
    await passTime(both, hourMs);
    expect(await readStore(sam.page)).not.toContain('wardrobe');
  });
  await test.step('taken back before an answer', async () => {
    await press(noor.page, detail.send('Sam'));
    await letGo(noor, both);
    await goTo(sam.page, 'today');
    await follow(sam.page, card.today.answer);
    await see(sam.page, 'With the wardrobe.');
    await press(noor.page, detail.withdraw);
    await see(noor.page, detail.taken);
    await see(sam.page, asked.taken('Noor'));
    await expect(sam.page.getByText('With the wardrobe.')).toHaveCount(0);
  });
  await test.step('left for now', async () => {
    await wishFor(noor.page, { wish: 'fun' });
    await letGo(noor, both);
    await goTo(sam.page, 'today');
    await follow(sam.page, card.today.answer);
    await press(sam.page, asked.leave);
    await see(sam.page, asked.left);
    await goTo(sam.page, 'today');
    await expect(sam.page.getByText(card.wouldLike('Noor', card.wishes.fun))).toHaveCount(0);
    await see(noor.page, detail.waiting('Sam'));
    expect(await readStore(noor.page)).not.toContain('set-aside');
  });
  await test.step('after a day it rests on both phones', async () => {
    await passTime(both, dayMs + minuteMs);
    await see(noor.page, detail.resting);
    await openWishes(sam.page);
    await sam.page
      .getByRole('main')
      .getByRole('link', { name: wishLabel('fun') })
      .click();
    await see(sam.page, asked.resting('Noor'));
    await expect(sam.page.getByRole('button', { name: asked.here })).toHaveCount(0);
  });
});

test('alone: words to say aloud, which write nothing, and wishes and good things that are kept', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open('/practices/reaching-out');
  await follow(page, en.practices.begin);
  await seeTitle(page, make.title);

  await test.step('words to say or to show', async () => {
    await press(page, wishLabel('ten-minutes'));
    await seeTitle(page, 'Could I have ten minutes with you, now or some time today?');
    await press(page, wishWords.aloud.another);
    await seeTitle(page, /Nothing big/);
    await press(page, wishWords.aloud.done);
    await seeTitle(page, make.title);
    await noor.open('/reaching-out');
    await see(page, wishWords.list.emptyTitle);
  });
  await test.step('a wish of my own', async () => {
    await follow(page, wishWords.list.start);
    await choose(page, make.keep);
    await field(page, make.words).fill('By the stove.');
    await press(page, wishLabel('quiet-company'));
    await see(page, detail.mine);
    await follow(page, detail.aloud);
    await see(page, 'By the stove.');
    await press(page, wishWords.aloud.done);
    await press(page, detail.delete);
    await page.getByRole('dialog').getByRole('button', { name: detail.delete }).click();
    await seeTitle(page, wishWords.list.title);
    await see(page, wishWords.list.emptyTitle);
  });
  await test.step('a good thing of my own', async () => {
    await noor.open('/good-news');
    await tellNews(page, { happened: 'The bread rose.', means: 'I can do this.' }, null);
    await see(page, news.detail.mine);
    await follow(page, news.detail.edit);
    await field(page, news.make.happened).fill('Both breads rose.');
    await press(page, news.make.save);
    await see(page, 'Both breads rose.');
    await follow(page, news.detail.aloud);
    await seeTitle(page, news.aloud.title);
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3);
    await press(page, news.aloud.done);
    await openNews(page);
    await see(page, news.list.own);
    await see(page, 'Both breads rose.');
    await goTo(page, 'us');
    await expect(page.getByText('Both breads rose.')).toHaveCount(0);
  });
});

test('good news: one question, an answer, a warm word; what was kept is shared by one act', async ({ person }) => {
  const noor = await person('Noor', { isMoved: true });
  const sam = await person('Sam', { isMoved: true });
  const both = [noor, sam];
  await noor.open('/good-news');
  await tellNews(noor.page, { happened: 'The seeds came up.', means: 'I had almost given up.' }, null);
  await pair(noor, sam);
  expect(await readStore(sam.page)).not.toContain('seeds');

  await test.step('from mine to ours', async () => {
    await openNews(noor.page);
    await noor.page
      .getByRole('main')
      .getByRole('link', { name: /The seeds/ })
      .click();
    await press(noor.page, news.detail.share('Sam'));
    await see(noor.page, news.detail.leaving('Sam'));
    await letGo(noor, both);
    await see(noor.page, news.detail.ours('Sam'));
  });
  await test.step('one question', async () => {
    await goTo(sam.page, 'today');
    await see(sam.page, news.card.told('Noor'));
    await follow(sam.page, news.card.today.toldAction);
    await see(sam.page, 'I had almost given up.');
    await follow(sam.page, news.detail.ask);
    await seeTitle(sam.page, news.ask.title);
    const ready = sam.page.getByRole('list', { name: news.ask.ready }).getByRole('button');
    await expect(ready).toHaveCount(3);
    await ready.first().click();
    await field(sam.page, news.ask.question).fill('Tell me more.');
    await press(sam.page, news.ask.send('Noor'));
    await see(sam.page, news.refusals['good-news.refusal.asks-nothing']);
    await field(sam.page, news.ask.question).fill('Where did you find them?');
    await press(sam.page, news.ask.send('Noor'));
    await letGo(sam, both);
    await see(sam.page, news.detail.waiting('Noor'));
  });
  await test.step('an answer, and a warm word', async () => {
    await goTo(noor.page, 'today');
    await see(noor.page, news.card.today.asked('Sam'));
    await follow(noor.page, news.card.today.askedAction);
    await see(noor.page, 'Where did you find them?');
    await field(noor.page, news.detail.answerTitle).fill('Behind the blue pot.');
    await press(noor.page, news.detail.answer('Sam'));
    await letGo(noor, both);
    await see(sam.page, 'Behind the blue pot.');
    await press(sam.page, 'I am happy for you.');
    await press(sam.page, news.detail.warm('Noor'));
    await letGo(sam, both);
    await see(noor.page, news.detail.warmTheirs('Sam'));
    await see(noor.page, 'I am happy for you.');
  });
  await test.step('read to each other on one phone, nothing is written', async () => {
    await noor.open('/good-news');
    await tellNews(noor.page, { happened: 'A heron on the roof.' }, 'Sam');
    await letGo(noor, both);
    await goTo(sam.page, 'today');
    await follow(sam.page, news.card.today.toldAction);
    const before = await readStore(sam.page);
    await follow(sam.page, news.detail.aloud);
    await see(sam.page, 'A heron on the roof.');
    await expect(sam.page.getByRole('main').getByRole('listitem')).toHaveCount(3);
    await press(sam.page, news.aloud.done);
    expect(await readStore(sam.page)).toEqual(before);
  });
  await test.step('taken back, a mark stays', async () => {
    await press(noor.page, news.detail.withdraw);
    await noor.page.getByRole('dialog').getByRole('button', { name: news.detail.withdraw }).click();
    await see(noor.page, news.detail.taken);
    await see(sam.page, news.detail.takenTheirs('Noor'));
    await expect(sam.page.getByText('A heron on the roof.')).toHaveCount(0);
  });
});

test('with the server away all of it goes on, and arrives when it is back', async ({ person, server }) => {
  const noor = await person('Noor', { at: evening });
  const sam = await person('Sam', { at: evening });
  const both: readonly Person[] = [noor, sam];
  await pair(noor, sam);
  await wishFor(noor.page, { wish: 'ten-minutes', words: 'On the stairs.' });
  await letGo(noor, both);
  await goTo(sam.page, 'today');
  await see(sam.page, 'On the stairs.');
  await hasAppForOffline(both);
  await server.stop();

  await follow(sam.page, card.today.answer);
  await answerAt(sam.page, '20:30', 'Noor');
  await letGo(sam, both);
  await see(sam.page, answer.at('Today', '20:30'));
  await noor.open('/good-news');
  await tellNews(noor.page, { happened: 'The lamp works again.' }, 'Sam');
  await letGo(noor, both);
  await noor.page.reload();
  await see(noor.page, 'The lamp works again.');

  await server.start();
  await passTime(both, reconnectMs);
  await goTo(noor.page, 'today');
  await see(noor.page, answer.at('Today', '20:30'));
  await openPromise(noor.page, 'Be there for ten minutes');
  await goTo(sam.page, 'today');
  await see(sam.page, 'The lamp works again.');
});

/** What this one has just said waits for its window on the screen; then the window passes for both. */
async function letGo({ page }: Person, both: readonly Person[]): Promise<void> {
  await expect(page.getByRole('button', { name: en.window.keep }).first()).toBeVisible();
  await passTime(both, windowMs);
}
