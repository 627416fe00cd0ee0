/**
 * Reaching out: what the facts make.
 *
 * Who asks: I do, when one of my own devices kept or asked the wish; only else the partner, who asked. Only the one
 * who asks thanks and takes back; only the other one answers. An answer to a wish that never left is no answer.
 *
 * The last answer stands ("not tonight" may become "I'm here"), and shows that it was changed, until it was thanked
 * for: thanks close the exchange. Taking back counts whenever it was written; an answer that crossed it stays visible.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { ReachingOutEvent, WishAnswer, WishWords } from './events.ts';

export interface Wish {
  readonly id: ThingId;
  readonly asker: Who;
  readonly beganAtMs: number;
  /** `mine`: on my devices only. `ours`: both read it. `withdrawn`: it was ours; a mark stays for both. */
  readonly standing: 'mine' | 'ours' | 'withdrawn';
  /** null: the other one took it back, or I took it back and deleted my copy. */
  readonly said: WishWords | null;
  readonly askedAtMs: number | null;
  readonly answer: WishAnswered | null;
  /** By the one who asked. `words` may be empty: thanks without words. */
  readonly thanks: { readonly words: string; readonly atMs: number } | null;
  /** "Leave it for now": known on my devices only. */
  readonly isSetAside: boolean;
}

export interface WishAnswered {
  readonly said: WishAnswer;
  /** When it was first answered. */
  readonly atMs: number;
  /** When it was last answered anew; null: never. */
  readonly changedAtMs: number | null;
}

type One = Recorded<ReachingOutEvent>;

/** A wish that got no answer comes to rest after this, on both sides, by itself. */
export const wishRestsAfterMs = 24 * 3_600_000;

export function foldWish(recorded: readonly One[]): Wish | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const own = mine.find(({ event }) => event.kind === 'reaching-out/own-wish');
  const isByMe = own !== undefined || ours.some(({ who, event }) => who === 'me' && isAsked(event));
  const asker: Who = isByMe ? 'me' : 'partner';
  const asked = ours.find(({ who, event }) => who === asker && isAsked(event));
  const born = own ?? asked;
  if (born === undefined) return null;
  const isForgotten = mine.some(({ event }) => event.kind === 'reaching-out/own-forgotten');
  const isMineOnly = asked === undefined;
  if (isMineOnly && isForgotten) return null;

  const exchange = isMineOnly ? noExchange : foldExchange(ours, asker);
  const isHidden = exchange.isWithdrawn && (asker === 'partner' || isForgotten);
  return {
    id: born.thing,
    asker,
    beganAtMs: born.atMs,
    standing: isMineOnly ? 'mine' : exchange.isWithdrawn ? 'withdrawn' : 'ours',
    said: isHidden ? null : wordsOf((asked ?? born).event),
    askedAtMs: asked?.atMs ?? null,
    answer: exchange.answer,
    thanks: exchange.thanks,
    isSetAside: asker === 'partner' && mine.some(({ event }) => event.kind === 'reaching-out/own-set-aside'),
  };
}

type Exchange = Pick<Wish, 'answer' | 'thanks'> & { readonly isWithdrawn: boolean };
const noExchange: Exchange = { answer: null, thanks: null, isWithdrawn: false };

function foldExchange(ours: readonly One[], asker: Who): Exchange {
  let { answer, thanks, isWithdrawn } = noExchange;
  for (const { event, who, atMs } of ours) {
    if (who === asker) {
      if (event.kind === 'reaching-out/withdrawn') isWithdrawn = true;
      else if (event.kind === 'reaching-out/thanked' && answer !== null) thanks ??= { words: event.words, atMs };
    } else if (event.kind === 'reaching-out/answered' && thanks === null) {
      answer = { said: event.said, atMs: answer?.atMs ?? atMs, changedAtMs: answer === null ? null : atMs };
    }
  }
  return { answer, thanks, isWithdrawn };
}

const isAsked = (event: ReachingOutEvent): boolean => event.kind === 'reaching-out/asked';

const wordsOf = (event: ReachingOutEvent): WishWords | null =>
  event.kind === 'reaching-out/asked' || event.kind === 'reaching-out/own-wish'
    ? { wish: event.wish, words: event.words }
    : null;

/** It went out, nobody answered it, and its day is over. Nothing was written for that, on either side. */
export const isWishResting = ({ standing, answer, askedAtMs }: Wish, nowMs: number): boolean =>
  standing === 'ours' && answer === null && nowMs - (askedAtMs ?? 0) >= wishRestsAfterMs;

/** It went out, and an answer may still come. */
export const isWishWaiting = (wish: Wish, nowMs: number): boolean =>
  wish.standing === 'ours' && wish.answer === null && !isWishResting(wish, nowMs);
