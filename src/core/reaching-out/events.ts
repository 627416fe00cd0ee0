/**
 * Reaching out: the facts.
 *
 * Ours: `reaching-out/asked` (birth), `thanked`, `withdrawn`, all by the one who asks; `answered` by the other.
 * Mine, of the one who asks: `reaching-out/own-wish` (birth; a wish may stay there for ever), `own-forgotten`.
 * Mine, of the one who is asked: `reaching-out/own-set-aside` ("leave it for now": it sends nothing).
 *
 * No fact says that a wish was seen, and none that it came to rest: rest follows from the time.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, readMoment, readOneOf, readText, readThing } from '../body.ts';
import type { DraftOf, ThingId } from '../practice.ts';

export type WishKey = 'ten-minutes' | 'hug' | 'to-be-heard' | 'help' | 'fun' | 'quiet-company';
export const wishKeys: readonly WishKey[] = ['ten-minutes', 'hug', 'to-be-heard', 'help', 'fun', 'quiet-company'];

export interface WishWords {
  readonly wish: WishKey;
  /** A line of one's own, or empty. */
  readonly words: string;
}

/** All three are good answers. */
export type WishAnswer =
  | { readonly choice: 'here' }
  /** The instant that was meant, and the promise of the answerer that says it too. */
  | { readonly choice: 'at'; readonly atMs: number; readonly promise: ThingId }
  /** Each line may be empty. */
  | { readonly choice: 'not-now'; readonly because: string; readonly but: string };

export interface WishAsked extends WishWords {
  readonly kind: 'reaching-out/asked';
}
export interface WishAnsweredEvent {
  readonly kind: 'reaching-out/answered';
  readonly said: WishAnswer;
}
export interface WishThanked {
  readonly kind: 'reaching-out/thanked';
  readonly words: string;
}
export interface WishWithdrawn {
  readonly kind: 'reaching-out/withdrawn';
}
export type ReachingOutOursEvent = WishAsked | WishAnsweredEvent | WishThanked | WishWithdrawn;

export interface OwnWish extends WishWords {
  readonly kind: 'reaching-out/own-wish';
}
export interface WishMark {
  readonly kind: 'reaching-out/own-forgotten' | 'reaching-out/own-set-aside';
}
export type ReachingOutMineEvent = OwnWish | WishMark;

export type ReachingOutEvent = ReachingOutMineEvent | ReachingOutOursEvent;
export type ReachingOutDraft = DraftOf<ReachingOutMineEvent, ReachingOutOursEvent>;

/** The one way from mine to ours. */
export const shareWish = ({ wish, words }: WishWords): WishAsked => ({ kind: 'reaching-out/asked', wish, words });

const markKinds = [
  'reaching-out/withdrawn',
  'reaching-out/own-forgotten',
  'reaching-out/own-set-aside',
] as const satisfies readonly ReachingOutEvent['kind'][];
const wishKinds = ['reaching-out/asked', 'reaching-out/own-wish'] as const;

const readLine = readText(limits.lineCharsMax);
const readWish = readOneOf(wishKeys);

export function parseReachingOut(kind: string, body: Json): ReachingOutEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const field = (name: string) => bodyField(fields, name);

  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };

  const wishKind = wishKinds.find((known) => known === kind);
  if (wishKind !== undefined) {
    const wish = readWish(field('wish'));
    const words = readLine(field('words'));
    return wish === null || words === null ? null : { kind: wishKind, wish, words };
  }

  if (kind === 'reaching-out/thanked') {
    const words = readLine(field('words'));
    return words === null ? null : { kind, words };
  }
  if (kind !== 'reaching-out/answered') return null;
  switch (field('choice')) {
    case 'here':
      return { kind, said: { choice: 'here' } };
    case 'at': {
      const atMs = readMoment(field('atMs'));
      const promise = readThing(field('promise'));
      return atMs === null || promise === null ? null : { kind, said: { choice: 'at', atMs, promise } };
    }
    case 'not-now': {
      const because = readLine(field('because'));
      const but = readLine(field('but'));
      return because === null || but === null ? null : { kind, said: { choice: 'not-now', because, but } };
    }
    default:
      return null;
  }
}

export function reachingOutToBody(event: ReachingOutEvent): Json {
  switch (event.kind) {
    case 'reaching-out/asked':
    case 'reaching-out/own-wish':
      return { wish: event.wish, words: event.words };
    case 'reaching-out/answered':
      return { ...event.said };
    case 'reaching-out/thanked':
      return { words: event.words };
    default:
      return {};
  }
}
