/** A page for a counsellor: what a person may do. Each chooses alone; not choosing is never asked about. */
import { err, ok, type Result } from '#kernel';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import { dueToInstantMs, instantToWallDate, isWallDate, type WallDate, wallDatePlusDays } from '../time.ts';
import { type CounsellorDraft, type CounsellorMineEvent, consentTo, counsellorLimits } from './events.ts';
import type { CounsellorPage, CounsellorThing } from './fold.ts';
import { liveConsents, pageStanding } from './view-model.ts';

/** How long a yes holds: until the end of today, of the day of the session, or a week after it. */
export const consentSpans = ['today', 'session', 'week'] as const;
export type ConsentSpan = (typeof consentSpans)[number];

interface OnThing<Type extends string> {
  readonly practice: 'counsellor';
  readonly type: Type;
  readonly thing: ThingId;
}

export type CounsellorCommand =
  | {
      readonly practice: 'counsellor';
      readonly type: 'begin';
      readonly day: WallDate;
      readonly isShared: boolean;
    }
  /** What I would say yes to, for me alone. */
  | (OnThing<'choose'> & { readonly items: readonly ThingId[] })
  /** The same, sealed until the other has said theirs. `seenUntilMs`: the last moment of what was on my screen. */
  | (OnThing<'consent'> & {
      readonly items: readonly ThingId[];
      readonly seenUntilMs: number;
      readonly span: ConsentSpan;
    })
  | OnThing<'withdraw'>
  /** A text for my own page. */
  | (OnThing<'copy'> & { readonly words: string })
  /** Of a copy: whether it may go on my page. */
  | (OnThing<'show'> & { readonly isShown: boolean })
  /** A page, or a copy: my devices no longer show it. */
  | OnThing<'forget'>;

export type CounsellorRefusal =
  | 'counsellor.refusal.not-there'
  | 'counsellor.refusal.alone'
  | 'counsellor.refusal.still-leaving'
  | 'counsellor.refusal.day'
  | 'counsellor.refusal.too-many'
  | 'counsellor.refusal.own-only'
  | 'counsellor.refusal.already-said'
  | 'counsellor.refusal.over'
  | 'counsellor.refusal.nothing-given'
  | 'counsellor.refusal.still-given'
  | 'counsellor.refusal.no-words'
  | 'counsellor.refusal.words-too-long';

type Things = ReadonlyMap<ThingId, CounsellorThing>;
type Decision = Result<readonly CounsellorDraft[], Refusal>;
type Of<Type extends CounsellorCommand['type']> = Extract<CounsellorCommand, { readonly type: Type }>;
const refuse = (refusal: CounsellorRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });
const mine = (thing: ThingId, event: CounsellorMineEvent): CounsellorDraft => ({ thing, space: 'mine', event });

export function decideCounsellor(things: Things, command: CounsellorCommand, context: Context): Decision {
  if (command.type === 'begin') return begin(command, context);
  const one = things.get(command.thing);
  if (one === undefined || one.type === 'consent') return refuse('counsellor.refusal.not-there');
  if (context.isLeaving?.(one.id) === true) return refuse('counsellor.refusal.still-leaving');
  if (command.type === 'forget') {
    if (one.type === 'page' && liveConsents(things, one.id, context.nowMs).length > 0)
      return refuse('counsellor.refusal.still-given');
    return ok([mine(one.id, { kind: 'counsellor/own-forgotten' })]);
  }
  if (command.type === 'show') {
    if (one.type !== 'copy') return refuse('counsellor.refusal.not-there');
    return ok([mine(one.id, { kind: 'counsellor/own-shown', isShown: command.isShown })]);
  }
  if (one.type !== 'page' || one.isForgotten) return refuse('counsellor.refusal.not-there');
  if (command.type === 'copy') return copy(one, command.words, context);
  if (!one.isShared) return refuse('counsellor.refusal.own-only');
  if (command.type === 'withdraw') return withdraw(things, one, context);
  const items = [...new Set(command.items)];
  if (items.length > counsellorLimits.itemsMax) return refuse('counsellor.refusal.too-many');
  const chosen = mine(one.id, { kind: 'counsellor/own-chosen', items });
  if (command.type === 'choose') return ok([chosen]);
  return consent(things, one, { ...command, items }, chosen, context);
}

function begin({ day, isShared }: Of<'begin'>, { nowMs, zone, isPaired, newId }: Context): Decision {
  if (isShared && !isPaired) return refuse('counsellor.refusal.alone');
  const today = instantToWallDate(nowMs, zone);
  const last = wallDatePlusDays(today, counsellorLimits.sessionAheadDaysMax);
  if (!isWallDate(day) || day < today || day > last) return refuse('counsellor.refusal.day', 'day');
  const thing = newId();
  return ok([
    isShared
      ? { thing, space: 'ours', mode: 'window', event: { kind: 'counsellor/begun', day } }
      : mine(thing, { kind: 'counsellor/own-begun', day }),
  ]);
}

function consent(
  things: Things,
  page: CounsellorPage,
  { items, seenUntilMs, span }: Of<'consent'>,
  chosen: CounsellorDraft,
  { nowMs, zone, isPaired, newId }: Context,
): Decision {
  if (!isPaired) return refuse('counsellor.refusal.alone');
  const standing = pageStanding(things, page.id, nowMs);
  if (standing === 'ended') return refuse('counsellor.refusal.over');
  if (standing !== 'choosing') return refuse('counsellor.refusal.already-said');
  const lastDay =
    span === 'today' ? instantToWallDate(nowMs, zone) : wallDatePlusDays(page.day, span === 'week' ? 7 : 0);
  const untilMs = Math.min(dueToInstantMs(lastDay, null, zone), nowMs + counsellorLimits.consentMsMax);
  if (untilMs <= nowMs) return refuse('counsellor.refusal.over');
  return ok([
    chosen,
    {
      thing: newId(),
      space: 'ours',
      mode: 'sealed',
      exchange: `counsellor/${page.id}`,
      event: consentTo(page.id, items, seenUntilMs, untilMs),
    },
  ]);
}

/** Before both have opened it takes back what was sealed; after, it ends the page. To the other it looks like its date. */
function withdraw(things: Things, page: CounsellorPage, { nowMs, isPaired }: Context): Decision {
  const given = liveConsents(things, page.id, nowMs);
  if (given.length === 0) return refuse('counsellor.refusal.nothing-given');
  if (!isPaired) return refuse('counsellor.refusal.alone');
  return ok(
    given.map(({ id: thing }) => ({
      thing,
      space: 'ours',
      mode: 'at-once',
      event: { kind: 'counsellor/withdrawn' },
    })),
  );
}

function copy(page: CounsellorPage, typed: string, { newId }: Context): Decision {
  const words = typedText(typed);
  if (words === '') return refuse('counsellor.refusal.no-words', 'words');
  if (words.length > counsellorLimits.copyCharsMax) return refuse('counsellor.refusal.words-too-long', 'words');
  const copied = mine(newId(), { kind: 'counsellor/own-copied', page: page.id, words });
  return ok(page.isKept ? [copied] : [copied, mine(page.id, { kind: 'counsellor/own-kept', day: page.day })]);
}
