/** Saying what one would like, answering it, and telling good news. */
import type { Page } from '@playwright/test';
import { en as newsCard } from '../../src/web/good-news/card-messages.ts';
import { en as news } from '../../src/web/good-news/messages.ts';
import { en as shell } from '../../src/web/messages/en.ts';
import { en as wishCard } from '../../src/web/reaching-out/card-messages.ts';
import { en as wish } from '../../src/web/reaching-out/messages.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './shell.ts';

export const wishWords = { ...wish, card: wishCard };
export const newsWords = { ...news, card: newsCard };

export type WishKey = keyof typeof wishCard.wishes;

/** "A hug" */
export const wishLabel = (key: WishKey): string => {
  const words = wishCard.wishes[key];
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

export interface Wished {
  readonly wish: WishKey;
  readonly words?: string;
  readonly way?: string;
}

/** From Practices to the tap. */
export async function wishFor(page: Page, { wish: key, words, way }: Wished): Promise<void> {
  await goTo(page, 'practices');
  await page.getByRole('main').getByRole('link', { name: wishCard.listCard.title }).first().click();
  await follow(page, shell.practices.begin);
  await seeTitle(page, wish.make.title);
  if (way !== undefined) await choose(page, way);
  if (words !== undefined) await field(page, wish.make.words).fill(words);
  await press(page, wishLabel(key));
}

export async function openWishes(page: Page): Promise<void> {
  await goTo(page, 'me');
  await follow(page, wishCard.mine);
  await seeTitle(page, wish.list.title);
}

/** Names a time. Begins on the wish of the other. */
export async function answerAt(page: Page, time: string, partner: string): Promise<void> {
  await follow(page, wish.asked.at);
  await seeTitle(page, wish.at.title);
  await page.locator('input[type=time]').fill(time);
  await press(page, wish.at.send(partner));
}

export interface NewsTold {
  readonly happened: string;
  readonly means?: string;
}

/** Begins on the list of good news; `to` null keeps it. */
export async function tellNews(page: Page, told: NewsTold, to: string | null): Promise<void> {
  await follow(page, news.list.start);
  await seeTitle(page, news.make.title);
  await field(page, news.make.happened).fill(told.happened);
  if (told.means !== undefined) await field(page, news.make.means).fill(told.means);
  await press(page, to === null ? news.make.keep : news.make.tell(to));
  // Whoever leaves sooner leaves before it is on the disk, and the app has not said yet that it is.
  await see(page, to === null ? news.detail.mine : news.detail.leaving(to));
}

export async function openNews(page: Page): Promise<void> {
  await goTo(page, 'me');
  await follow(page, newsCard.mine);
  await seeTitle(page, news.list.title);
}
