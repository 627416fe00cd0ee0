/**
 * Good news: what the facts make.
 *
 * Who tells: I do, when one of my own devices wrote or told it; only else the partner, who told it. Only the one who
 * tells answers and takes back; only the other one asks and closes. News that never left can be asked nothing.
 *
 * The first question stands: there is one, and it is not changed under the one who reads it. The first answer to it
 * and the first warm line after it stand as well. Once taken back, a mark is all that both see.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { GoodNewsEvent, GoodNewsWords } from './events.ts';

export interface GoodNews {
  readonly id: ThingId;
  readonly teller: Who;
  readonly beganAtMs: number;
  /** `mine`: a good thing on my own devices. `ours`: both read it. `withdrawn`: it was ours; a mark stays for both. */
  readonly standing: 'mine' | 'ours' | 'withdrawn';
  /** null: the other one took it back, or I took it back and keep no copy. */
  readonly words: GoodNewsWords | null;
  readonly toldAtMs: number | null;
  readonly question: { readonly text: string; readonly atMs: number } | null;
  readonly answer: GoodNewsLine | null;
  /** The warm line with which the one who asked closes, if they like. */
  readonly warm: GoodNewsLine | null;
  /** "Leave it for now": known on my devices only. */
  readonly isSetAside: boolean;
}

export interface GoodNewsLine {
  readonly words: string;
  readonly atMs: number;
}

type One = Recorded<GoodNewsEvent>;

export function foldGoodNews(recorded: readonly One[]): GoodNews | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const own = mine.find(({ event }) => event.kind === 'good-news/own-told');
  const isByMe = own !== undefined || ours.some(({ who, event }) => who === 'me' && event.kind === 'good-news/told');
  const teller: Who = isByMe ? 'me' : 'partner';
  const told = ours.find(({ who, event }) => who === teller && event.kind === 'good-news/told');
  const born = own ?? told;
  if (born === undefined) return null;
  const copy = copyOf(mine);
  if (told === undefined && copy === null) return null;

  const isWithdrawn =
    told !== undefined && ours.some(({ who, event }) => who === teller && event.kind === 'good-news/withdrawn');
  const isOurs = told !== undefined && !isWithdrawn;
  return {
    id: born.thing,
    teller,
    beganAtMs: born.atMs,
    standing: told === undefined ? 'mine' : isWithdrawn ? 'withdrawn' : 'ours',
    words: isOurs ? wordsOf(told.event) : copy,
    toldAtMs: told?.atMs ?? null,
    ...(isOurs ? foldTalk(ours, teller) : noTalk),
    isSetAside: teller === 'partner' && mine.some(({ event }) => event.kind === 'good-news/own-set-aside'),
  };
}

/** My private copy as last put; null once it is forgotten, or when there never was one. */
function copyOf(mine: readonly One[]): GoodNewsWords | null {
  const isForgotten = mine.some(({ event }) => event.kind === 'good-news/own-forgotten');
  const last = mine.findLast(({ event }) => event.kind === 'good-news/own-told');
  return isForgotten || last === undefined ? null : wordsOf(last.event);
}

type Talk = Pick<GoodNews, 'question' | 'answer' | 'warm'>;
const noTalk: Talk = { question: null, answer: null, warm: null };

function foldTalk(ours: readonly One[], teller: Who): Talk {
  let { question, answer, warm } = noTalk;
  for (const { event, who, atMs } of ours) {
    if (who !== teller && event.kind === 'good-news/asked') question ??= { text: event.question, atMs };
    else if (question === null) continue;
    else if (who === teller && event.kind === 'good-news/answered') answer ??= { words: event.words, atMs };
    else if (who !== teller && event.kind === 'good-news/closed') warm ??= { words: event.words, atMs };
  }
  return { question, answer, warm };
}

const wordsOf = (event: GoodNewsEvent): GoodNewsWords | null =>
  event.kind === 'good-news/told' || event.kind === 'good-news/own-told'
    ? { happened: event.happened, means: event.means }
    : null;
