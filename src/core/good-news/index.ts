/** The front door of good news. */
import type { Practice } from '../practice.ts';
import { decideGoodNews, type GoodNewsCommand } from './decide.ts';
import { type GoodNewsEvent, goodNewsToBody, parseGoodNews } from './events.ts';
import { foldGoodNews, type GoodNews } from './fold.ts';
import { lastSaidAtMs } from './view-model.ts';

export type { GoodNewsCommand, GoodNewsRefusal } from './decide.ts';
export {
  type GoodNewsDraft,
  type GoodNewsEvent,
  type GoodNewsMineEvent,
  type GoodNewsOursEvent,
  type GoodNewsWords,
  shareGoodNews,
} from './events.ts';
export type { GoodNews, GoodNewsLine } from './fold.ts';
export {
  asksMe,
  canBeAskedAbout,
  canBeClosed,
  type GoodNewsById,
  goodNewsNewestFirst,
  lastSaidAtMs,
  questionsFor,
} from './view-model.ts';

/** A talk about it that nobody goes on with rests with its month after this. */
const goodNewsOpenMsMax = 14 * 24 * 3_600_000;

export const goodNews: Practice<GoodNewsEvent, GoodNews, GoodNewsCommand> = {
  key: 'good-news',
  parse: parseGoodNews,
  toBody: goodNewsToBody,
  fold: foldGoodNews,
  isOpen: (news, nowMs) =>
    news.standing === 'ours' &&
    news.warm === null &&
    !news.isSetAside &&
    nowMs - lastSaidAtMs(news) < goodNewsOpenMsMax,
  decide: decideGoodNews,
};
