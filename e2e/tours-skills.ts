/**
 * Ways through the practices of three small skills: faces, reaching out, good news. Each passes every state that looks
 * different, alone first, then with two.
 */
import type { Page } from '@playwright/test';
import { cardsOfFace, cards as cueCards, familiarityWord } from '../src/web/cues/cues-content.ts';
import { en as cues } from '../src/web/cues/messages.ts';
import { sittingCardsMax } from '../src/web/cues/sitting.ts';
import { en } from '../src/web/messages/en.ts';
import { dayMs, expect, minuteMs, type Person, passTime } from './journey.ts';
import { pair } from './pages/pairing.ts';
import { choose, field, follow, goTo, press, see, seeTitle, sendNow } from './pages/shell.ts';
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
import { daysBefore, evening, type Travel, windowMs } from './travel.ts';

// ------------------------------------------------------------------------------------------------ faces

export async function tourCues({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', daysBefore(4));
  const { page } = noor;
  await noor.open('/practices/cues');
  await seeTitle(page, cues.home.title);
  await look('practice-cues', page);
  await noor.open('/cues/seen');
  await seeTitle(page, cues.seen.title);
  await look('cues-seen-empty', page);
  await noor.open('/cues');
  await seeTitle(page, cues.home.title);
  await look('cues-home', page);
  await page.getByText(cues.home.made).click();
  await look('cues-home-made', page);

  await follow(page, cues.home.start);
  await seeTitle(page, cues.look.see);
  await look('cues-face-alone', page);
  await choose(page, cues.cannotTell);
  await press(page, cues.look.showMoment);
  await seeTitle(page, cues.look.moment);
  await look('cues-moment', page);
  await press(page, cues.look.continue);
  await seeTitle(page, cues.look.could);
  await look('cues-could-be', page);
  await page.getByText(cues.look.twin).first().click();
  await choose(page, familiarityWord('unsure'));
  await look('cues-could-be-elsewhere', page);
  await press(page, cues.look.next);
  for (let at = 1; at < sittingCardsMax; at++) await passFace(page, at === sittingCardsMax - 1);
  await seeTitle(page, cues.end.title);
  await look('cues-end', page);
  await press(page, cues.end.done);

  await noor.open('/cues/seen');
  await see(page, familiarityWord('unsure'));
  await look('cues-seen', page);
  await press(page, cues.seen.delete);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('cues-seen-delete', page);
  const once = cueCards.find(({ face }) => cardsOfFace(face).length === 1);
  const twice = cueCards.find(({ face }) => cardsOfFace(face).length > 1);
  for (const [name, card] of Object.entries({ one: once, several: twice })) {
    await noor.open(`/cues/face/${card?.face}`);
    await seeTitle(page, name === 'one' ? cues.one.titleOne : cues.one.title);
    await look(`cues-face-${name}`, page);
  }
  await noor.open('/cues/face/none-of-that-name');
  await see(page, cues.one.missingText);
  await look('cues-face-missing', page);

  await noor.open('/cues/together');
  await seeTitle(page, cues.together.see);
  await look('cues-together', page);
  await press(page, cues.together.showMoment);
  await seeTitle(page, cues.together.moment);
  await look('cues-together-moment', page);
  await press(page, cues.together.showOther);
  await press(page, cues.together.showReadings);
  await seeTitle(page, cues.together.could);
  await look('cues-together-could-be', page);
  await press(page, cues.together.next);
  for (let face = 1; face < 3; face++) {
    await press(page, cues.together.showMoment);
    await press(page, cues.together.showOther);
    await press(page, cues.together.showReadings);
    await press(page, face === 2 ? cues.together.finish : cues.together.next);
  }
  await seeTitle(page, cues.together.end);
  await look('cues-together-end', page);
  await passTime([noor], 4 * dayMs);
  await noor.open();
  await see(page, cues.home.title);
  await look('today-cues', page);
}

async function passFace(page: Page, isLast: boolean): Promise<void> {
  await press(page, cues.look.showMoment);
  await press(page, cues.look.continue);
  await choose(page, familiarityWord('familiar'));
  await press(page, isLast ? cues.look.finish : cues.look.next);
}

// ------------------------------------------------------------------------------------------------ reaching out

export async function tourTurningTowardAlone({ person, look }: Travel): Promise<void> {
  const noor = await person('Noor', evening);
  const { page } = noor;
  await noor.open('/reaching-out');
  await see(page, wishWords.list.emptyTitle);
  await look('wishes-empty-alone', page);
  await follow(page, wishWords.list.start);
  await seeTitle(page, wishWords.make.title);
  await look('wish-aloud', page);
  await press(page, wishLabel('hug'));
  await see(page, wishWords.aloud.note);
  await look('wish-aloud-words', page);
  await press(page, wishWords.aloud.done);
  await choose(page, wishWords.make.keep);
  await field(page, wishWords.make.words).fill('By the stove, without talking.');
  await look('wish-keep', page);
  await press(page, wishLabel('quiet-company'));
  await see(page, wishWords.detail.mine);
  await look('wish-mine', page);
  await press(page, wishWords.detail.delete);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('wish-delete', page);
  await page.getByRole('dialog').getByRole('button', { name: wishWords.detail.keep }).click();
  await follow(page, wishWords.detail.aloud);
  await see(page, 'By the stove, without talking.');
  await look('wish-mine-aloud', page);
  await noor.open('/reaching-out/gone');
  await see(page, wishWords.detail.missingText);
  await look('wish-missing', page);

  const news = newsWords;
  await noor.open('/good-news');
  await see(page, news.list.emptyTitle);
  await look('news-empty-alone', page);
  await follow(page, news.list.start);
  await seeTitle(page, news.make.title);
  await look('news-write-alone', page);
  await noor.open('/good-news');
  await tellNews(page, { happened: 'The bread rose.', means: 'I can do this after all.' }, null);
  await see(page, news.detail.mine);
  await look('news-mine', page);
  await follow(page, news.detail.aloud);
  await seeTitle(page, news.aloud.title);
  await look('news-aloud', page);
  await press(page, news.aloud.done);
  await press(page, news.detail.delete);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('news-delete', page);
}

export async function tourReachingOut({ person, look }: Travel): Promise<void> {
  const { asked, at, card, detail, list, notNow } = wishWords;
  const [noor, sam] = [await person('Noor', daysBefore(2)), await person('Sam', daysBefore(2))];
  const both = [noor, sam];
  await pair(noor, sam);

  // A wish that is answered with a time.
  await noor.open('/reaching-out');
  await see(noor.page, list.emptyTwo('Sam'));
  await look('wishes-empty', noor.page);
  await follow(noor.page, list.start);
  await see(noor.page, wishWords.make.askLead('Sam'));
  await look('wish-new', noor.page);
  await field(noor.page, wishWords.make.words).fill('About the weekend, nothing heavy.');
  await press(noor.page, wishLabel('ten-minutes'));
  await see(noor.page, detail.leaving('Sam'));
  await look('wish-leaving', noor.page);
  await passTime(both, windowMs);
  await see(noor.page, detail.waiting('Sam'));
  await look('wish-waiting', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, card.wouldLike('Noor', card.wishes['ten-minutes']));
  await look('today-wish', sam.page);
  await follow(sam.page, card.today.answer);
  await see(sam.page, asked.lead);
  await look('wish-of-other', sam.page);
  await follow(sam.page, asked.at);
  await seeTitle(sam.page, at.title);
  await look('wish-at', sam.page);
  await sam.page.locator('input[type=time]').fill('05:00');
  await press(sam.page, at.send('Noor'));
  await see(sam.page, wishWords.refusals['reaching-out.refusal.already-past']);
  await look('wish-at-past', sam.page);
  await press(sam.page, en.cancel);
  await answerAt(sam.page, '20:30', 'Noor');
  await see(sam.page, detail.leaving('Noor'));
  await look('wish-answer-leaving', sam.page);
  await passTime(both, windowMs);
  await goTo(noor.page, 'today');
  await see(noor.page, card.today.answered('Sam'));
  await look('today-wish-answered', noor.page);
  await follow(noor.page, card.today.answeredAction);
  await see(noor.page, detail.thankTitle);
  await look('wish-answered-at', noor.page);
  await press(noor.page, 'I look forward to it.');
  await press(noor.page, detail.thank('Sam'));
  await letGo(noor, both);
  await see(noor.page, detail.thanked);
  await look('wish-thanked', noor.page);
  await see(sam.page, asked.thanked('Noor'));
  await look('wish-thanks-of-other', sam.page);

  // One that is answered with no, and then with yes.
  await wishFor(noor.page, { wish: 'to-be-heard' });
  await letGo(noor, both);
  await goTo(sam.page, 'today');
  await follow(sam.page, card.today.answer);
  await follow(sam.page, asked.notNow);
  await sam.page.locator('summary').filter({ hasText: notNow.becauseReady }).click();
  await press(sam.page, 'I am worn out');
  await field(sam.page, notNow.but).fill('tomorrow at breakfast');
  await look('wish-not-tonight', sam.page);
  await press(sam.page, notNow.send('Noor'));
  await letGo(sam, both);
  await sam.page.getByText(asked.again).click();
  await look('wish-not-tonight-said', sam.page);
  await see(noor.page, 'worn out');
  await look('wish-not-tonight-read', noor.page);
  await press(sam.page, asked.here);
  await see(sam.page, asked.go('Noor'));
  await look('wish-here-said', sam.page);
  await see(noor.page, detail.changed);
  await look('wish-here', noor.page);

  // One that is taken back, one that is left and comes to rest.
  await wishFor(noor.page, { wish: 'help', words: 'With the wardrobe.' });
  await letGo(noor, both);
  await goTo(sam.page, 'today');
  await follow(sam.page, card.today.answer);
  await press(noor.page, detail.withdraw);
  await see(noor.page, detail.taken);
  await look('wish-taken-back', noor.page);
  await see(sam.page, asked.taken('Noor'));
  await look('wish-taken-back-of-other', sam.page);
  await wishFor(noor.page, { wish: 'fun', words: 'The silly game?' });
  await letGo(noor, both);
  await goTo(sam.page, 'today');
  await follow(sam.page, card.today.answer);
  await press(sam.page, asked.leave);
  await see(sam.page, asked.left);
  await look('wish-left', sam.page);
  await openWishes(noor.page);
  await see(noor.page, list.past);
  await look('wishes', noor.page);
  await goTo(noor.page, 'us');
  await see(noor.page, card.youWouldLike(card.wishes.fun));
  await look('us-wishes', noor.page);
  await passTime(both, dayMs + minuteMs);
  await openWish(noor.page, 'fun');
  await see(noor.page, detail.resting);
  await look('wish-resting', noor.page);
  await openWish(sam.page, 'fun');
  await see(sam.page, asked.resting('Noor'));
  await look('wish-resting-of-other', sam.page);
}

async function openWish(page: Page, wish: Parameters<typeof wishLabel>[0]): Promise<void> {
  await openWishes(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: wishLabel(wish) })
    .click();
}

// ------------------------------------------------------------------------------------------------ good news

export async function tourGoodNews({ person, look }: Travel): Promise<void> {
  const { ask, card, detail, list, refusals } = newsWords;
  const [noor, sam] = [await person('Noor', daysBefore(1)), await person('Sam', daysBefore(1))];
  const both = [noor, sam];
  await pair(noor, sam);
  await noor.open('/good-news');
  await see(noor.page, list.emptyTwo('Sam'));
  await look('news-empty', noor.page);
  await tellNews(noor.page, { happened: 'A heron sat on our roof all morning.' }, null);
  await see(noor.page, detail.mine);
  await look('news-kept', noor.page);
  await noor.open('/good-news/new');
  await field(noor.page, newsWords.make.happened).fill('The seeds came up.');
  await field(noor.page, newsWords.make.means).fill('I had almost given up on them.');
  await look('news-write', noor.page);
  await press(noor.page, newsWords.make.tell('Sam'));
  await see(noor.page, detail.leaving('Sam'));
  await look('news-leaving', noor.page);
  await passTime(both, windowMs);
  await see(noor.page, detail.ours('Sam'));
  await look('news-ours', noor.page);
  await goTo(sam.page, 'today');
  await see(sam.page, card.told('Noor'));
  await look('today-news', sam.page);
  await follow(sam.page, card.today.toldAction);
  await see(sam.page, detail.askNote);
  await look('news-of-other', sam.page);
  await follow(sam.page, detail.ask);
  await seeTitle(sam.page, ask.title);
  await sam.page.getByRole('list', { name: ask.ready }).getByRole('button').first().click();
  await look('news-ask', sam.page);
  await field(sam.page, ask.question).fill('Tell me more.');
  await press(sam.page, ask.send('Noor'));
  await see(sam.page, refusals['good-news.refusal.asks-nothing']);
  await look('news-ask-nothing', sam.page);
  await field(sam.page, ask.question).fill('Where had you hidden them?');
  await press(sam.page, ask.send('Noor'));
  await letGo(sam, both);
  await see(sam.page, detail.waiting('Noor'));
  await look('news-asked', sam.page);
  await goTo(noor.page, 'today');
  await follow(noor.page, card.today.askedAction);
  await see(noor.page, 'Where had you hidden them?');
  await look('news-question', noor.page);
  await field(noor.page, detail.answerTitle).fill('Behind the blue pot, where it is warm.');
  await press(noor.page, detail.answer('Sam'));
  await letGo(noor, both);
  await see(sam.page, 'Behind the blue pot');
  await look('news-told-more', sam.page);
  await press(sam.page, 'I am happy for you.');
  await press(sam.page, detail.warm('Noor'));
  await letGo(sam, both);
  await see(noor.page, detail.warmTheirs('Sam'));
  await look('news-whole', noor.page);
  await see(sam.page, detail.youSaid);
  await look('news-whole-of-other', sam.page);

  await noor.open('/good-news');
  await tellNews(noor.page, { happened: 'The lamp works again.' }, 'Sam');
  await letGo(noor, both);
  await goTo(sam.page, 'today');
  await follow(sam.page, card.today.toldAction);
  await press(sam.page, detail.leave);
  await see(sam.page, detail.left);
  await look('news-left', sam.page);
  await press(noor.page, detail.withdraw);
  await expect(noor.page.getByRole('dialog')).toBeVisible();
  await look('news-withdraw', noor.page);
  await noor.page.getByRole('dialog').getByRole('button', { name: detail.withdraw }).click();
  await see(noor.page, detail.taken);
  await look('news-taken-back', noor.page);
  await see(sam.page, detail.takenTheirs('Noor'));
  await look('news-taken-back-of-other', sam.page);
  await openNews(noor.page);
  await see(noor.page, list.own);
  await look('news-list', noor.page);
  await goTo(sam.page, 'us');
  await see(sam.page, card.told('Noor'));
  await look('us-news', sam.page);
}

/** What this one has just said waits for its window; then it is let go, and the other has it. */
async function letGo({ page }: Person, both: readonly Person[]): Promise<void> {
  await sendNow(page);
  await passTime(both, windowMs);
}
