/** Check-in: what a person may do, and the sentence (by key) that says why not. */
import { err, limits, ok, type Result } from '#kernel';
import { type FeelingNamed, strengths, typedFeelings } from '../feelings.ts';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import { zoneOffsetMinutes } from '../time.ts';
import { type CheckInDraft, type CheckInWords, type CheckInWritten, type Need, needs, shareCheckIn } from './events.ts';
import type { CheckIn } from './fold.ts';

/** The four ways to write one. `sealed` opens for both once both have sealed one. */
export type Visibility = 'mine' | 'for-now' | 'sealed' | 'ours';

export type CheckInCommand =
  /** A new one. `feltAtMs` null: now. `ours`: kept for me at once, leaves after the cancel window. */
  | ({
      readonly practice: 'check-in';
      readonly type: 'write';
      readonly visibility: Visibility;
      readonly feltAtMs: number | null;
    } & CheckInTyped)
  /** Says it in other words. What is shared changes too, after the window, and shows "changed on". */
  | ({ readonly practice: 'check-in'; readonly type: 'rewrite'; readonly thing: ThingId } & CheckInTyped)
  /** From mine, or mine for now, to ours; also once more after a withdrawal. */
  | { readonly practice: 'check-in'; readonly type: 'share'; readonly thing: ThingId }
  /** Takes a shared or sealed one back. A mark stays with both. */
  | { readonly practice: 'check-in'; readonly type: 'withdraw'; readonly thing: ThingId }
  /** My private one is no longer shown. What is shared must be withdrawn first. */
  | { readonly practice: 'check-in'; readonly type: 'forget'; readonly thing: ThingId };

/** As it comes from the screen. */
export interface CheckInTyped {
  readonly feelings: readonly FeelingNamed[];
  readonly strength: CheckInWords['strength'];
  readonly needs: readonly Need[];
  readonly note: string;
}

export type CheckInRefusal =
  | 'check-in.refusal.no-feeling'
  | 'check-in.refusal.too-many-feelings'
  | 'check-in.refusal.feeling-too-long'
  | 'check-in.refusal.no-strength'
  | 'check-in.refusal.note-too-long'
  | 'check-in.refusal.felt-later'
  | 'check-in.refusal.felt-too-long-ago'
  | 'check-in.refusal.alone'
  | 'check-in.refusal.not-there'
  | 'check-in.refusal.not-yours'
  | 'check-in.refusal.still-leaving'
  | 'check-in.refusal.already-shared'
  | 'check-in.refusal.sealed'
  | 'check-in.refusal.not-shared'
  | 'check-in.refusal.still-shared';

type Decision = Result<readonly CheckInDraft[], Refusal>;
const refuse = (refusal: CheckInRefusal, field?: string) => err(field === undefined ? { refusal } : { refusal, field });

export function decideCheckIn(
  things: ReadonlyMap<ThingId, CheckIn>,
  command: CheckInCommand,
  context: Context,
): Decision {
  if (command.type === 'write') return write(command, context);
  const { thing } = command;
  const checkIn = things.get(thing);
  if (checkIn === undefined) return refuse('check-in.refusal.not-there');
  if (checkIn.author !== 'me') return refuse('check-in.refusal.not-yours');
  if (context.isLeaving?.(thing) === true) return refuse('check-in.refusal.still-leaving');
  switch (command.type) {
    case 'rewrite':
      return rewrite(checkIn, command);
    case 'share':
      return share(checkIn, context);
    case 'withdraw':
      return checkIn.standing === 'ours' || checkIn.standing === 'sealed'
        ? ok([{ thing, space: 'ours', mode: 'at-once', event: { kind: 'check-in/withdrawn' } }])
        : refuse('check-in.refusal.not-shared');
    case 'forget':
      if (checkIn.standing === 'ours' || checkIn.standing === 'sealed') return refuse('check-in.refusal.still-shared');
      return checkIn.words === null ? ok([]) : ok([{ thing, space: 'mine', event: { kind: 'check-in/forgotten' } }]);
  }
}

function write(command: Extract<CheckInCommand, { type: 'write' }>, context: Context): Decision {
  const { visibility } = command;
  const words = typedWords(command);
  if (!words.ok) return words;
  const feltAtMs = command.feltAtMs ?? context.nowMs;
  if (!(feltAtMs <= context.nowMs)) return refuse('check-in.refusal.felt-later', 'feltAtMs');
  if (feltAtMs < context.nowMs - coreLimits.feltBackMsMax)
    return refuse('check-in.refusal.felt-too-long-ago', 'feltAtMs');
  if ((visibility === 'ours' || visibility === 'sealed') && !context.isPaired)
    return refuse('check-in.refusal.alone', 'visibility');

  const thing = context.newId();
  const felt = { ...words.value, feltAtMs: Math.trunc(feltAtMs) };
  if (visibility === 'sealed') return ok([{ thing, space: 'ours', mode: 'sealed', event: shareCheckIn(felt) }]);
  const written: CheckInWritten = {
    kind: 'check-in/written',
    ...felt,
    offsetMinutes: zoneOffsetMinutes(feltAtMs, context.zone),
    holding: visibility === 'for-now' ? 'for-now' : 'mine',
  };
  const kept: CheckInDraft = { thing, space: 'mine', event: written };
  return visibility === 'ours'
    ? ok([kept, { thing, space: 'ours', mode: 'window', event: shareCheckIn(written) }])
    : ok([kept]);
}

function rewrite(checkIn: CheckIn, command: Extract<CheckInCommand, { type: 'rewrite' }>): Decision {
  const words = typedWords(command);
  if (!words.ok) return words;
  if (checkIn.standing === 'sealed') return refuse('check-in.refusal.sealed');
  if (checkIn.standing !== 'ours' && !checkIn.hasOwnCopy) return refuse('check-in.refusal.not-there');
  const drafts: CheckInDraft[] = [];
  const { id: thing } = checkIn;
  if (checkIn.hasOwnCopy) drafts.push({ thing, space: 'mine', event: { kind: 'check-in/rewritten', ...words.value } });
  if (checkIn.standing === 'ours')
    drafts.push({ thing, space: 'ours', mode: 'window', event: { kind: 'check-in/changed', ...words.value } });
  return ok(drafts);
}

function share(checkIn: CheckIn, context: Context): Decision {
  if (!context.isPaired) return refuse('check-in.refusal.alone');
  if (checkIn.standing === 'ours') return refuse('check-in.refusal.already-shared');
  if (checkIn.standing === 'sealed') return refuse('check-in.refusal.sealed');
  if (checkIn.words === null) return refuse('check-in.refusal.not-there');
  const event = shareCheckIn({ ...checkIn.words, feltAtMs: checkIn.feltAtMs });
  return ok([{ thing: checkIn.id, space: 'ours', mode: 'window', event }]);
}

function typedWords(typed: CheckInTyped): Result<CheckInWords, Refusal> {
  const feelings = typedFeelings(typed.feelings);
  if (feelings === null) return refuse('check-in.refusal.feeling-too-long', 'feelings');
  if (feelings.length === 0) return refuse('check-in.refusal.no-feeling', 'feelings');
  if (feelings.length > limits.feelingsPerCheckInMax) return refuse('check-in.refusal.too-many-feelings', 'feelings');
  if (!strengths.includes(typed.strength)) return refuse('check-in.refusal.no-strength', 'strength');
  const note = typedText(typed.note);
  if (note.length > limits.noteCharsMax) return refuse('check-in.refusal.note-too-long', 'note');
  return ok({ feelings, strength: typed.strength, needs: needs.filter((need) => typed.needs.includes(need)), note });
}
