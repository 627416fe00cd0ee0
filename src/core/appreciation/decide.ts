/** Appreciation: what a person may do. It is given now, or kept; nothing asks for it, and nothing counts it. */
import { err, ok, type Result } from '#kernel';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import { type AppreciationDraft, type AppreciationWords, giveAppreciation, type WarmTap } from './events.ts';
import type { Appreciation } from './fold.ts';

export type AppreciationCommand =
  /** Kept until I give it (`thing` null), or the same put differently while it is mine. */
  | ({ readonly practice: 'appreciation'; readonly type: 'keep'; readonly thing: ThingId | null } & AppreciationWords)
  /** Given at once (after the cancel window). My own copy is written too. */
  | ({ readonly practice: 'appreciation'; readonly type: 'say' } & AppreciationWords)
  /** What I kept, from mine to ours, after the cancel window. */
  | { readonly practice: 'appreciation'; readonly type: 'give'; readonly thing: ThingId }
  /** A mark stays. */
  | { readonly practice: 'appreciation'; readonly type: 'withdraw'; readonly thing: ThingId }
  /** My own copy is no longer shown. What is given must be taken back first. Mine. */
  | { readonly practice: 'appreciation'; readonly type: 'forget'; readonly thing: ThingId }
  /** Of the one who got it: one warm tap. */
  | { readonly practice: 'appreciation'; readonly type: 'warm'; readonly thing: ThingId; readonly tap: WarmTap };

export type AppreciationRefusal =
  | 'appreciation.refusal.not-there'
  | 'appreciation.refusal.not-yours'
  | 'appreciation.refusal.still-leaving'
  | 'appreciation.refusal.alone'
  | 'appreciation.refusal.nothing-named'
  | 'appreciation.refusal.words-too-long'
  | 'appreciation.refusal.already-given'
  | 'appreciation.refusal.still-given'
  | 'appreciation.refusal.not-given'
  | 'appreciation.refusal.already-warmed';

type Decision = Result<readonly AppreciationDraft[], Refusal>;
type Of<Type extends AppreciationCommand['type']> = Extract<AppreciationCommand, { readonly type: Type }>;
const refuse = (refusal: AppreciationRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });

const kept = (thing: ThingId, words: AppreciationWords): AppreciationDraft => ({
  thing,
  space: 'mine',
  event: { kind: 'appreciation/kept', ...words },
});
const given = (thing: ThingId, words: AppreciationWords): AppreciationDraft => ({
  thing,
  space: 'ours',
  mode: 'window',
  event: giveAppreciation(words),
});

export function decideAppreciation(
  things: ReadonlyMap<ThingId, Appreciation>,
  command: AppreciationCommand,
  context: Context,
): Decision {
  if (command.type === 'say' || (command.type === 'keep' && command.thing === null)) return begin(command, context);
  const one = command.thing === null ? undefined : things.get(command.thing);
  if (one === undefined) return refuse('appreciation.refusal.not-there');
  if (context.isLeaving?.(one.id) === true) return refuse('appreciation.refusal.still-leaving');
  if (one.author !== (command.type === 'warm' ? 'partner' : 'me')) return refuse('appreciation.refusal.not-yours');
  const { id: thing, standing, words } = one;
  switch (command.type) {
    case 'keep': {
      if (standing !== 'mine') return refuse('appreciation.refusal.already-given');
      const typed = typedWords(command);
      return typed.ok ? ok([kept(thing, typed.value)]) : typed;
    }
    case 'give':
      if (!context.isPaired) return refuse('appreciation.refusal.alone');
      return standing === 'mine' && words !== null
        ? ok([given(thing, words)])
        : refuse('appreciation.refusal.already-given');
    case 'withdraw':
      if (!context.isPaired) return refuse('appreciation.refusal.alone');
      return standing === 'ours'
        ? ok([{ thing, space: 'ours', mode: 'at-once', event: { kind: 'appreciation/withdrawn' } }])
        : refuse('appreciation.refusal.not-given');
    case 'forget':
      if (standing === 'ours') return refuse('appreciation.refusal.still-given');
      return words === null ? ok([]) : ok([{ thing, space: 'mine', event: { kind: 'appreciation/own-forgotten' } }]);
    case 'warm':
      if (!context.isPaired) return refuse('appreciation.refusal.alone');
      if (standing !== 'ours') return refuse('appreciation.refusal.not-given');
      if (one.warm !== null) return refuse('appreciation.refusal.already-warmed');
      return ok([{ thing, space: 'ours', mode: 'window', event: { kind: 'appreciation/warmed', tap: command.tap } }]);
  }
}

function begin(command: Of<'keep' | 'say'>, context: Context): Decision {
  const words = typedWords(command);
  if (!words.ok) return words;
  if (command.type === 'say' && !context.isPaired) return refuse('appreciation.refusal.alone');
  const thing = context.newId();
  const own = kept(thing, words.value);
  return ok(command.type === 'say' ? [own, given(thing, words.value)] : [own]);
}

function typedWords(typed: AppreciationWords): Result<AppreciationWords, Refusal> {
  const words = { did: typedText(typed.did), meant: typedText(typed.meant) };
  if (words.did === '') return refuse('appreciation.refusal.nothing-named', 'did');
  for (const [field, text] of Object.entries(words))
    if (text.length > coreLimits.paragraphCharsMax) return refuse('appreciation.refusal.words-too-long', field);
  return ok(words);
}
