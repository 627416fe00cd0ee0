/** Empathy: what a person may do, and the sentence (by key) that says why not and what else. */
import { err, limits, ok, type Result } from '#kernel';
import { readThing } from '../body.ts';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import {
  type EmpathyDraft,
  type EmpathyMineEvent,
  type EmpathyWords,
  type Landing,
  landings,
  type MayIReply,
  mayIReplies,
  shareAnswer,
  shareStory,
} from './events.ts';
import type { Empathy, EmpathyAnswer, EmpathyAsking } from './fold.ts';
import { canAnswerAnew, saidToFeeling } from './view-model.ts';

export type EmpathyCommand =
  // ---- of the one who answers
  /** Keeps an answer as it is so far, to be said aloud or shared later (`thing` null: a new one). Mine. */
  | EmpathyTyped<'write'>
  /** Writes it and shares it, after the cancel window. */
  | EmpathyTyped<'answer'>
  /** "Something like this happened to me; may I tell you?" Once a feeling. */
  | { readonly practice: 'empathy'; readonly type: 'ask-may-i'; readonly to: ThingId }
  /** The story, only after a yes. Leaves after the cancel window; a copy is mine at once. */
  | { readonly practice: 'empathy'; readonly type: 'tell'; readonly thing: ThingId; readonly words: string }
  /** Takes back a shared answer, or the question with its story. A mark stays. */
  | { readonly practice: 'empathy'; readonly type: 'withdraw'; readonly thing: ThingId }
  // ---- of the one who shared the feeling
  /** Whether an answer landed; `words` may say what is missing. */
  | {
      readonly practice: 'empathy';
      readonly type: 'say-landed';
      readonly thing: ThingId;
      readonly landing: Landing;
      readonly words: string;
    }
  | { readonly practice: 'empathy'; readonly type: 'reply'; readonly thing: ThingId; readonly reply: MayIReply }
  /** Leaves the question for now. Stays on my devices; the other sees what they see when nobody has replied. */
  | { readonly practice: 'empathy'; readonly type: 'set-aside'; readonly thing: ThingId }
  // ---- alone
  /** What I would like to hear myself (`thing` null: new). Mine. */
  | EmpathyTyped<'keep'>
  /** My private words are no longer shown. What is shared must be taken back first. */
  | { readonly practice: 'empathy'; readonly type: 'forget'; readonly thing: ThingId };

interface EmpathyTyped<Type extends string> extends EmpathyWords {
  readonly practice: 'empathy';
  readonly type: Type;
  readonly thing: ThingId | null;
}

export type EmpathyRefusal =
  | 'empathy.refusal.not-there'
  | 'empathy.refusal.not-yours'
  | 'empathy.refusal.still-leaving'
  | 'empathy.refusal.alone'
  | 'empathy.refusal.no-words'
  | 'empathy.refusal.words-too-long'
  | 'empathy.refusal.already-shared'
  | 'empathy.refusal.already-answered'
  | 'empathy.refusal.already-asked'
  | 'empathy.refusal.not-shared'
  | 'empathy.refusal.still-shared'
  | 'empathy.refusal.no-yes'
  | 'empathy.refusal.already-told'
  | 'empathy.refusal.no-landing'
  | 'empathy.refusal.taken-back';

type Things = ReadonlyMap<ThingId, Empathy>;
type Decision = Result<readonly EmpathyDraft[], Refusal>;
type Of<Type extends EmpathyCommand['type']> = Extract<EmpathyCommand, { readonly type: Type }>;
const refuse = (refusal: EmpathyRefusal, field?: string) => err(field === undefined ? { refusal } : { refusal, field });
const mine = (thing: ThingId, event: EmpathyMineEvent): EmpathyDraft => ({ thing, space: 'mine', event });

export function decideEmpathy(things: Things, command: EmpathyCommand, context: Context): Decision {
  switch (command.type) {
    case 'write':
    case 'answer':
      return decideAnswer(things, command, context);
    case 'keep':
      return keep(things, command, context);
    case 'ask-may-i':
      return askMayI(things, command, context);
    default:
      return decideOnThing(things, command, context);
  }
}

function decideOnThing(
  things: Things,
  command: Exclude<EmpathyCommand, Of<'write' | 'answer' | 'keep' | 'ask-may-i'>>,
  context: Context,
): Decision {
  const one = things.get(command.thing);
  if (one === undefined) return refuse('empathy.refusal.not-there');
  if (context.isLeaving?.(one.id) === true) return refuse('empathy.refusal.still-leaving');
  switch (command.type) {
    case 'forget':
      return forget(one);
    case 'withdraw':
      return withdraw(one);
    case 'tell':
      return one.type === 'asking' && one.by === 'me'
        ? tell(one, command, context)
        : refuse('empathy.refusal.not-yours');
    case 'say-landed':
      return one.type === 'answer' && one.by === 'partner'
        ? sayLanded(one, command, context)
        : refuse('empathy.refusal.not-yours');
    default:
      return one.type === 'asking' && one.by === 'partner'
        ? replyTo(one, command, context)
        : refuse('empathy.refusal.not-yours');
  }
}

function decideAnswer(things: Things, command: Of<'write' | 'answer'>, context: Context): Decision {
  const old = command.thing === null ? null : things.get(command.thing);
  if (old === undefined) return refuse('empathy.refusal.not-there');
  if (old !== null && (old.type !== 'answer' || old.by !== 'me')) return refuse('empathy.refusal.not-yours');
  if (old !== null && context.isLeaving?.(old.id) === true) return refuse('empathy.refusal.still-leaving');
  if (old !== null && old.standing !== 'mine') return refuse('empathy.refusal.already-shared');
  const typed = typedAnswer({ to: old?.to ?? command.to, words: command.words });
  if (!typed.ok) return typed;
  const thing = old?.id ?? context.newId();
  const written = mine(thing, { kind: 'empathy/own-written', ...typed.value });
  if (command.type === 'write') return ok([written]);
  if (!context.isPaired) return refuse('empathy.refusal.alone');
  if (saidToFeeling(things, typed.value.to).answers.some(({ id }) => context.isLeaving?.(id) === true))
    return refuse('empathy.refusal.still-leaving');
  if (!canAnswerAnew(things, typed.value.to)) return refuse('empathy.refusal.already-answered');
  return ok([written, { thing, space: 'ours', mode: 'window', event: shareAnswer(typed.value) }]);
}

function keep(things: Things, command: Of<'keep'>, context: Context): Decision {
  const old = command.thing === null ? null : things.get(command.thing);
  if (old === undefined) return refuse('empathy.refusal.not-there');
  if (old !== null && old.type !== 'kept') return refuse('empathy.refusal.not-yours');
  const typed = typedAnswer({ to: old?.to ?? command.to, words: command.words });
  if (!typed.ok) return typed;
  return ok([mine(old?.id ?? context.newId(), { kind: 'empathy/own-kept', ...typed.value })]);
}

/** A yes to one feeling is no yes to the next; a question that was left or refused is not put again. */
function askMayI(things: Things, { to }: Of<'ask-may-i'>, context: Context): Decision {
  if (!context.isPaired) return refuse('empathy.refusal.alone');
  if (readThing(to) === null) return refuse('empathy.refusal.not-there');
  const isAsked = [...things.values()].some((one) => one.type === 'asking' && one.by === 'me' && one.to === to);
  if (isAsked) return refuse('empathy.refusal.already-asked');
  return ok([{ thing: context.newId(), space: 'ours', mode: 'at-once', event: { kind: 'empathy/may-i', to } }]);
}

function tell(one: EmpathyAsking, command: Of<'tell'>, context: Context): Decision {
  if (!context.isPaired) return refuse('empathy.refusal.alone');
  if (one.isWithdrawn) return refuse('empathy.refusal.taken-back');
  if (one.reply?.reply !== 'yes') return refuse('empathy.refusal.no-yes');
  if (one.story?.standing === 'ours') return refuse('empathy.refusal.already-told');
  const words = typedText(command.words);
  if (words === '') return refuse('empathy.refusal.no-words', 'words');
  if (words.length > limits.noteCharsMax) return refuse('empathy.refusal.words-too-long', 'words');
  return ok([
    mine(one.id, { kind: 'empathy/own-story', words }),
    { thing: one.id, space: 'ours', mode: 'window', event: shareStory({ words }) },
  ]);
}

function withdraw(one: Empathy): Decision {
  if (one.type === 'kept') return refuse('empathy.refusal.not-shared');
  if (one.by !== 'me') return refuse('empathy.refusal.not-yours');
  const isShared = one.type === 'answer' ? one.standing === 'ours' : !one.isWithdrawn;
  if (!isShared) return refuse('empathy.refusal.not-shared');
  return ok([{ thing: one.id, space: 'ours', mode: 'at-once', event: { kind: 'empathy/withdrawn' } }]);
}

function sayLanded(one: EmpathyAnswer, command: Of<'say-landed'>, context: Context): Decision {
  if (!context.isPaired) return refuse('empathy.refusal.alone');
  if (one.standing !== 'ours') return refuse('empathy.refusal.taken-back');
  const { landing } = command;
  if (!landings.includes(landing)) return refuse('empathy.refusal.no-landing');
  const words = typedText(command.words);
  if (words.length > coreLimits.paragraphCharsMax) return refuse('empathy.refusal.words-too-long', 'words');
  return ok([{ thing: one.id, space: 'ours', mode: 'window', event: { kind: 'empathy/landed', landing, words } }]);
}

function replyTo(one: EmpathyAsking, command: Of<'reply' | 'set-aside'>, context: Context): Decision {
  if (command.type === 'set-aside') return ok(one.isSetAside ? [] : [mine(one.id, { kind: 'empathy/own-set-aside' })]);
  if (!context.isPaired) return refuse('empathy.refusal.alone');
  if (one.isWithdrawn) return refuse('empathy.refusal.taken-back');
  if (one.story !== null) return refuse('empathy.refusal.already-told');
  const { reply } = command;
  if (!mayIReplies.includes(reply)) return refuse('empathy.refusal.not-there');
  return ok([{ thing: one.id, space: 'ours', mode: 'at-once', event: { kind: 'empathy/you-may', reply } }]);
}

function forget(one: Empathy): Decision {
  const isMineAlone = one.type === 'kept' || (one.type === 'answer' && one.by === 'me' && one.standing !== 'ours');
  if (!isMineAlone) return refuse('empathy.refusal.still-shared');
  return ok([mine(one.id, { kind: 'empathy/own-forgotten' })]);
}

function typedAnswer({ to, words: typed }: EmpathyWords): Result<EmpathyWords, Refusal> {
  if (readThing(to) === null) return refuse('empathy.refusal.not-there');
  const words = typedText(typed);
  if (words === '') return refuse('empathy.refusal.no-words', 'words');
  return words.length > coreLimits.paragraphCharsMax
    ? refuse('empathy.refusal.words-too-long', 'words')
    : ok({ to, words });
}
