/**
 * Reaching out: what a person may do. "At 20:30" writes the answer and a promise of the answerer in one decision.
 * "I'm here" leaves at once, because somebody waits; what is taken back leaves at once too.
 */
import { assert, err, limits, ok, type Result } from '#kernel';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { draftPromise, type PromisesDraft } from '../promises/index.ts';
import { typedText } from '../text.ts';
import {
  dueToInstantMs,
  instantToWallDate,
  isWallTime,
  isZone,
  type WallDate,
  type WallTime,
  wallDatePlusDays,
} from '../time.ts';
import { type ReachingOutDraft, shareWish, type WishKey, type WishWords, wishKeys } from './events.ts';
import { isWishResting, type Wish } from './fold.ts';

export type ReachingOutCommand =
  // ---- of the one who would like something
  /** To the partner: kept for me at once, leaves after the cancel window. */
  | { readonly practice: 'reaching-out'; readonly type: 'ask'; readonly wish: WishKey; readonly words: string }
  /** For me alone. */
  | { readonly practice: 'reaching-out'; readonly type: 'keep'; readonly wish: WishKey; readonly words: string }
  /** From mine to ours, after the cancel window. */
  | { readonly practice: 'reaching-out'; readonly type: 'send'; readonly thing: ThingId }
  /** Before it is answered. A mark stays. */
  | { readonly practice: 'reaching-out'; readonly type: 'withdraw'; readonly thing: ThingId }
  /** For an answer, with words or without. */
  | { readonly practice: 'reaching-out'; readonly type: 'thank'; readonly thing: ThingId; readonly words: string }
  /** My own copy is no longer shown. Mine. */
  | { readonly practice: 'reaching-out'; readonly type: 'forget'; readonly thing: ThingId }
  // ---- of the one who is asked
  | { readonly practice: 'reaching-out'; readonly type: 'answer-here'; readonly thing: ThingId }
  /** Today or tomorrow. `what` is how the promise reads, after "I will". */
  | {
      readonly practice: 'reaching-out';
      readonly type: 'answer-at';
      readonly thing: ThingId;
      readonly date: WallDate;
      readonly time: WallTime;
      readonly what: string;
    }
  /** "Not tonight, because …, but …": each half may be empty. */
  | {
      readonly practice: 'reaching-out';
      readonly type: 'answer-not-now';
      readonly thing: ThingId;
      readonly because: string;
      readonly but: string;
    }
  /** Stays on my devices; the other sees what they see when nobody has answered. */
  | { readonly practice: 'reaching-out'; readonly type: 'set-aside'; readonly thing: ThingId };

export type ReachingOutRefusal =
  | 'reaching-out.refusal.not-there'
  | 'reaching-out.refusal.not-yours'
  | 'reaching-out.refusal.still-leaving'
  | 'reaching-out.refusal.alone'
  | 'reaching-out.refusal.no-wish'
  | 'reaching-out.refusal.words-too-long'
  | 'reaching-out.refusal.already-shared'
  | 'reaching-out.refusal.still-shared'
  | 'reaching-out.refusal.not-shared'
  | 'reaching-out.refusal.already-answered'
  | 'reaching-out.refusal.no-answer-yet'
  | 'reaching-out.refusal.already-thanked'
  | 'reaching-out.refusal.withdrawn'
  | 'reaching-out.refusal.at-rest'
  | 'reaching-out.refusal.is-promised'
  | 'reaching-out.refusal.no-time'
  | 'reaching-out.refusal.not-near'
  | 'reaching-out.refusal.already-past';

type Decision = Result<readonly (ReachingOutDraft | PromisesDraft)[], Refusal>;
type Of<Type extends ReachingOutCommand['type']> = Extract<ReachingOutCommand, { readonly type: Type }>;
const refuse = (refusal: ReachingOutRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });

const own = (thing: ThingId, said: WishWords): ReachingOutDraft => ({
  thing,
  space: 'mine',
  event: { kind: 'reaching-out/own-wish', wish: said.wish, words: said.words },
});
const asked = (thing: ThingId, said: WishWords): ReachingOutDraft => ({
  thing,
  space: 'ours',
  mode: 'window',
  event: shareWish(said),
});

export function decideReachingOut(
  things: ReadonlyMap<ThingId, Wish>,
  command: ReachingOutCommand,
  context: Context,
): Decision {
  if (command.type === 'ask' || command.type === 'keep') return begin(command, context);
  const wish = things.get(command.thing);
  if (wish === undefined) return refuse('reaching-out.refusal.not-there');
  if (context.isLeaving?.(wish.id) === true) return refuse('reaching-out.refusal.still-leaving');
  switch (command.type) {
    case 'answer-here':
    case 'answer-at':
    case 'answer-not-now':
    case 'set-aside':
      return wish.asker === 'partner' ? decideAsked(wish, command, context) : refuse('reaching-out.refusal.not-yours');
    default:
      return wish.asker === 'me' ? decideAsker(wish, command, context) : refuse('reaching-out.refusal.not-yours');
  }
}

function begin({ type, wish, words: typed }: Of<'ask' | 'keep'>, context: Context): Decision {
  if (!wishKeys.includes(wish)) return refuse('reaching-out.refusal.no-wish', 'wish');
  const words = typedText(typed);
  if (words.length > limits.lineCharsMax) return refuse('reaching-out.refusal.words-too-long', 'words');
  if (type === 'ask' && !context.isPaired) return refuse('reaching-out.refusal.alone');
  const thing = context.newId();
  const said = { wish, words };
  // My own copy is written too, so that a wish held back in its window is still mine.
  return ok(type === 'ask' ? [own(thing, said), asked(thing, said)] : [own(thing, said)]);
}

function decideAsker(wish: Wish, command: Of<'send' | 'withdraw' | 'thank' | 'forget'>, context: Context): Decision {
  const { id: thing } = wish;
  if (command.type === 'forget') {
    if (wish.standing === 'ours') return refuse('reaching-out.refusal.still-shared');
    return wish.said === null ? ok([]) : ok([{ thing, space: 'mine', event: { kind: 'reaching-out/own-forgotten' } }]);
  }
  if (!context.isPaired) return refuse('reaching-out.refusal.alone');
  if (command.type === 'send')
    return wish.standing === 'mine' && wish.said !== null
      ? ok([asked(thing, wish.said)])
      : refuse('reaching-out.refusal.already-shared');
  if (wish.standing !== 'ours') return refuse('reaching-out.refusal.not-shared');
  if (command.type === 'withdraw')
    return wish.answer === null
      ? ok([{ thing, space: 'ours', mode: 'at-once', event: { kind: 'reaching-out/withdrawn' } }])
      : refuse('reaching-out.refusal.already-answered');
  if (wish.answer === null) return refuse('reaching-out.refusal.no-answer-yet');
  if (wish.thanks !== null) return refuse('reaching-out.refusal.already-thanked');
  const words = typedText(command.words);
  if (words.length > limits.lineCharsMax) return refuse('reaching-out.refusal.words-too-long', 'words');
  return ok([{ thing, space: 'ours', mode: 'window', event: { kind: 'reaching-out/thanked', words } }]);
}

function decideAsked(
  wish: Wish,
  command: Of<'answer-here' | 'answer-at' | 'answer-not-now' | 'set-aside'>,
  context: Context,
): Decision {
  const { id: thing } = wish;
  if (command.type === 'set-aside')
    return wish.isSetAside ? ok([]) : ok([{ thing, space: 'mine', event: { kind: 'reaching-out/own-set-aside' } }]);
  if (!context.isPaired) return refuse('reaching-out.refusal.alone');
  if (wish.standing === 'withdrawn') return refuse('reaching-out.refusal.withdrawn');
  if (wish.thanks !== null) return refuse('reaching-out.refusal.already-thanked');
  if (wish.answer?.said.choice === 'at') return refuse('reaching-out.refusal.is-promised');
  if (isWishResting(wish, context.nowMs)) return refuse('reaching-out.refusal.at-rest');
  switch (command.type) {
    case 'answer-here':
      return ok([
        {
          thing,
          space: 'ours',
          mode: 'at-once',
          event: { kind: 'reaching-out/answered', said: { choice: 'here' } },
        },
      ]);
    case 'answer-at':
      return answerAt(command, context);
    case 'answer-not-now': {
      const because = typedText(command.because);
      const but = typedText(command.but);
      for (const [field, text] of Object.entries({ because, but }))
        if (text.length > limits.lineCharsMax) return refuse('reaching-out.refusal.words-too-long', field);
      const said = { choice: 'not-now', because, but } as const;
      return ok([{ thing, space: 'ours', mode: 'window', event: { kind: 'reaching-out/answered', said } }]);
    }
  }
}

/** The answer, and the promise that it is. */
function answerAt({ thing, date, time, what }: Of<'answer-at'>, context: Context): Decision {
  const zone = isZone(context.zone) ? context.zone : 'UTC';
  if (!isWallTime(time)) return refuse('reaching-out.refusal.no-time', 'time');
  const today = instantToWallDate(context.nowMs, zone);
  if (date !== today && date !== wallDatePlusDays(today, 1)) return refuse('reaching-out.refusal.not-near', 'date');
  const atMs = dueToInstantMs(date, time, zone);
  if (atMs <= context.nowMs) return refuse('reaching-out.refusal.already-past', 'time');
  const typed = { what, by: { date, time }, plan: null, certainty: null, isPlanShared: false };
  const promised = draftPromise(typed, 'partner', context);
  if (!promised.ok) return promised;
  const made = promised.value.find(({ event }) => event.kind === 'promises/made');
  assert(made !== undefined, 'a promise to the partner is made in ours');
  const answer: ReachingOutDraft = {
    thing,
    space: 'ours',
    mode: 'window',
    event: { kind: 'reaching-out/answered', said: { choice: 'at', atMs, promise: made.thing } },
  };
  return ok([answer, ...promised.value]);
}
