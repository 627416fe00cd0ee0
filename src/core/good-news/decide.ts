/** Good news: what a person may do. One question to one piece of news, and it ends as a question. */
import { err, limits, ok, type Result } from '#kernel';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { isQuestion, typedText } from '../text.ts';
import { type GoodNewsDraft, type GoodNewsOursEvent, type GoodNewsWords, shareGoodNews } from './events.ts';
import type { GoodNews } from './fold.ts';

export type GoodNewsCommand =
  // ---- of the one who tells
  /** A good thing for me alone (`thing` null), or the same put differently while it is mine. */
  | ({ readonly practice: 'good-news'; readonly type: 'keep'; readonly thing: ThingId | null } & GoodNewsWords)
  /** A new one, kept for me at once; leaves after the cancel window. */
  | ({ readonly practice: 'good-news'; readonly type: 'tell' } & GoodNewsWords)
  /** From mine to ours, after the cancel window. */
  | { readonly practice: 'good-news'; readonly type: 'share'; readonly thing: ThingId }
  /** To the question. */
  | { readonly practice: 'good-news'; readonly type: 'answer'; readonly thing: ThingId; readonly words: string }
  /** A mark stays. */
  | { readonly practice: 'good-news'; readonly type: 'withdraw'; readonly thing: ThingId }
  /** My own copy is no longer shown. What is shared must be taken back first. Mine. */
  | { readonly practice: 'good-news'; readonly type: 'forget'; readonly thing: ThingId }
  // ---- of the one who hears it
  | { readonly practice: 'good-news'; readonly type: 'ask'; readonly thing: ThingId; readonly question: string }
  /** One warm line, after my question. */
  | { readonly practice: 'good-news'; readonly type: 'close'; readonly thing: ThingId; readonly words: string }
  /** Stays on my devices; the other sees what they see when nobody has asked. */
  | { readonly practice: 'good-news'; readonly type: 'set-aside'; readonly thing: ThingId };

export type GoodNewsRefusal =
  | 'good-news.refusal.not-there'
  | 'good-news.refusal.not-yours'
  | 'good-news.refusal.still-leaving'
  | 'good-news.refusal.alone'
  | 'good-news.refusal.nothing-happened'
  | 'good-news.refusal.words-too-long'
  | 'good-news.refusal.already-shared'
  | 'good-news.refusal.still-shared'
  | 'good-news.refusal.not-shared'
  | 'good-news.refusal.withdrawn'
  | 'good-news.refusal.asks-nothing'
  | 'good-news.refusal.question-too-long'
  | 'good-news.refusal.already-asked'
  | 'good-news.refusal.no-question-yet'
  | 'good-news.refusal.no-words'
  | 'good-news.refusal.already-answered'
  | 'good-news.refusal.already-closed';

type Decision = Result<readonly GoodNewsDraft[], Refusal>;
type Of<Type extends GoodNewsCommand['type']> = Extract<GoodNewsCommand, { readonly type: Type }>;
const refuse = (refusal: GoodNewsRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });

const own = (thing: ThingId, words: GoodNewsWords): GoodNewsDraft => ({
  thing,
  space: 'mine',
  event: { kind: 'good-news/own-told', ...words },
});
const ours = (thing: ThingId, event: GoodNewsOursEvent): GoodNewsDraft => ({
  thing,
  space: 'ours',
  mode: 'window',
  event,
});

export function decideGoodNews(
  things: ReadonlyMap<ThingId, GoodNews>,
  command: GoodNewsCommand,
  context: Context,
): Decision {
  if (command.type === 'tell' || (command.type === 'keep' && command.thing === null)) return begin(command, context);
  const news = command.thing === null ? undefined : things.get(command.thing);
  if (news === undefined) return refuse('good-news.refusal.not-there');
  if (context.isLeaving?.(news.id) === true) return refuse('good-news.refusal.still-leaving');
  switch (command.type) {
    case 'ask':
    case 'close':
    case 'set-aside':
      return news.teller === 'partner' ? decideHearer(news, command, context) : refuse('good-news.refusal.not-yours');
    default:
      return news.teller === 'me' ? decideTeller(news, command, context) : refuse('good-news.refusal.not-yours');
  }
}

function begin(command: Of<'keep' | 'tell'>, context: Context): Decision {
  const words = typedWords(command);
  if (!words.ok) return words;
  if (command.type === 'tell' && !context.isPaired) return refuse('good-news.refusal.alone');
  const thing = context.newId();
  // My own copy is written too, so that news held back in its window is still mine.
  const kept = own(thing, words.value);
  return ok(command.type === 'tell' ? [kept, ours(thing, shareGoodNews(words.value))] : [kept]);
}

function decideTeller(
  news: GoodNews,
  command: Of<'keep' | 'share' | 'answer' | 'withdraw' | 'forget'>,
  context: Context,
): Decision {
  const { id: thing, standing } = news;
  switch (command.type) {
    case 'keep': {
      if (standing !== 'mine') return refuse('good-news.refusal.already-shared');
      const words = typedWords(command);
      return words.ok ? ok([own(thing, words.value)]) : words;
    }
    case 'forget':
      if (standing === 'ours') return refuse('good-news.refusal.still-shared');
      return news.words === null ? ok([]) : ok([{ thing, space: 'mine', event: { kind: 'good-news/own-forgotten' } }]);
    case 'share':
      if (!context.isPaired) return refuse('good-news.refusal.alone');
      return standing === 'mine' && news.words !== null
        ? ok([ours(thing, shareGoodNews(news.words))])
        : refuse('good-news.refusal.already-shared');
    case 'withdraw':
      if (!context.isPaired) return refuse('good-news.refusal.alone');
      return standing === 'ours'
        ? ok([{ thing, space: 'ours', mode: 'at-once', event: { kind: 'good-news/withdrawn' } }])
        : refuse('good-news.refusal.not-shared');
    case 'answer': {
      if (!context.isPaired) return refuse('good-news.refusal.alone');
      if (standing !== 'ours') return refuse('good-news.refusal.not-shared');
      if (news.question === null) return refuse('good-news.refusal.no-question-yet');
      if (news.answer !== null) return refuse('good-news.refusal.already-answered');
      const words = typedLine(command.words);
      return words.ok ? ok([ours(thing, { kind: 'good-news/answered', words: words.value })]) : words;
    }
  }
}

function decideHearer(news: GoodNews, command: Of<'ask' | 'close' | 'set-aside'>, context: Context): Decision {
  const { id: thing } = news;
  if (command.type === 'set-aside')
    return news.isSetAside ? ok([]) : ok([{ thing, space: 'mine', event: { kind: 'good-news/own-set-aside' } }]);
  if (!context.isPaired) return refuse('good-news.refusal.alone');
  if (news.standing === 'withdrawn') return refuse('good-news.refusal.withdrawn');
  if (command.type === 'ask') {
    if (news.question !== null) return refuse('good-news.refusal.already-asked');
    const question = typedText(command.question);
    if (question.length > limits.lineCharsMax) return refuse('good-news.refusal.question-too-long', 'question');
    if (!isQuestion(question)) return refuse('good-news.refusal.asks-nothing', 'question');
    return ok([ours(thing, { kind: 'good-news/asked', question })]);
  }
  if (news.question === null) return refuse('good-news.refusal.no-question-yet');
  if (news.warm !== null) return refuse('good-news.refusal.already-closed');
  const words = typedLine(command.words);
  return words.ok ? ok([ours(thing, { kind: 'good-news/closed', words: words.value })]) : words;
}

function typedWords(typed: GoodNewsWords): Result<GoodNewsWords, Refusal> {
  const happened = typedText(typed.happened);
  const means = typedText(typed.means);
  if (happened === '') return refuse('good-news.refusal.nothing-happened', 'happened');
  for (const [field, text] of Object.entries({ happened, means }))
    if (text.length > coreLimits.paragraphCharsMax) return refuse('good-news.refusal.words-too-long', field);
  return ok({ happened, means });
}

function typedLine(typed: string): Result<string, Refusal> {
  const words = typedText(typed);
  if (words === '') return refuse('good-news.refusal.no-words', 'words');
  return words.length > coreLimits.paragraphCharsMax ? refuse('good-news.refusal.words-too-long', 'words') : ok(words);
}
