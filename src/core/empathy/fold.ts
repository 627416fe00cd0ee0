/**
 * Empathy: what the facts make. Three kinds of things: an answer to a feeling, the question "may I tell you something
 * like it?" with the story that may follow, and words that I would like to hear myself.
 *
 * Whose it is: mine, when one of my own devices wrote the birth; only else the partner's. The one who answers or asks
 * may take it back; only the other one says whether it landed, or whether a story is welcome. An answer that was
 * shared is not changed under the one who reads it.
 *
 * A story counts only where the last word before it, in the total order, was yes. So a story that nobody let in is no
 * story, on either side.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { EmpathyEvent, Landing, MayIReply } from './events.ts';

export type Empathy = EmpathyAnswer | EmpathyAsking | EmpathyKept;

export interface EmpathyAnswer {
  readonly id: ThingId;
  readonly type: 'answer';
  readonly by: Who;
  /** The check-in that it answers. */
  readonly to: ThingId;
  /** What I may read: my own, as long as I keep them; the other's, while they are shared. */
  readonly words: string | null;
  /** `mine`: written, and on my devices only. `withdrawn`: it was ours; a mark stays for both. */
  readonly standing: 'mine' | 'ours' | 'withdrawn';
  readonly writtenAtMs: number;
  readonly sharedAtMs: number | null;
  /** By the one who shared the feeling, if they liked. The last word. */
  readonly landed: { readonly landing: Landing; readonly words: string; readonly atMs: number } | null;
}

export interface EmpathyAsking {
  readonly id: ThingId;
  readonly type: 'asking';
  readonly by: Who;
  readonly to: ThingId;
  readonly askedAtMs: number;
  readonly isWithdrawn: boolean;
  readonly reply: { readonly reply: MayIReply; readonly atMs: number } | null;
  /** `mine`: my copy alone, which has not gone or did not count. `ours`: both read it. */
  readonly story: { readonly words: string; readonly standing: 'mine' | 'ours'; readonly atMs: number } | null;
  /** I left the question for now: known on my devices only. */
  readonly isSetAside: boolean;
}

/** What I would like to hear when I feel like that. On my devices only. */
export interface EmpathyKept {
  readonly id: ThingId;
  readonly type: 'kept';
  readonly to: ThingId;
  readonly words: string;
  readonly keptAtMs: number;
}

type One = Recorded<EmpathyEvent>;
type Birth<Kind extends EmpathyEvent['kind']> = Recorded<Extract<EmpathyEvent, { readonly kind: Kind }>>;

const isKind =
  <Kind extends EmpathyEvent['kind']>(kind: Kind) =>
  (one: One): one is Birth<Kind> =>
    one.event.kind === kind;

export function foldEmpathy(recorded: readonly One[]): Empathy | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const byMe = ours.filter(({ who }) => who === 'me');
  const byPartner = ours.filter(({ who }) => who === 'partner');
  const isForgotten = mine.some(isKind('empathy/own-forgotten'));
  const kept = isForgotten ? [] : mine;

  if (mine.some(isKind('empathy/own-written')) || byMe.some(isKind('empathy/answered')))
    return foldAnswer('me', ours, kept);
  if (mine.some(isKind('empathy/own-kept'))) return foldKept(kept);
  if (byMe.some(isKind('empathy/may-i'))) return foldAsking('me', ours, kept);
  if (byPartner.some(isKind('empathy/answered'))) return foldAnswer('partner', ours, []);
  return byPartner.some(isKind('empathy/may-i')) ? foldAsking('partner', ours, mine) : null;
}

function foldAnswer(by: Who, ours: readonly One[], mine: readonly One[]): EmpathyAnswer | null {
  const copy = mine.findLast(isKind('empathy/own-written')) ?? null;
  let shared: Birth<'empathy/answered'> | null = null;
  let isWithdrawn = false;
  let landed: EmpathyAnswer['landed'] = null;
  for (const one of ours) {
    const { event, who, atMs } = one;
    if (who === by) {
      if (shared === null && isKind('empathy/answered')(one)) shared = one;
      else if (shared !== null && event.kind === 'empathy/withdrawn') isWithdrawn = true;
    } else if (shared !== null && !isWithdrawn && event.kind === 'empathy/landed')
      landed = { landing: event.landing, words: event.words, atMs };
  }
  const birth = shared ?? copy;
  if (birth === null) return null;
  const readable = shared !== null && !isWithdrawn ? shared.event.words : (copy?.event.words ?? null);
  return {
    id: birth.thing,
    type: 'answer',
    by,
    to: birth.event.to,
    words: readable,
    standing: shared === null ? 'mine' : isWithdrawn ? 'withdrawn' : 'ours',
    writtenAtMs: (copy ?? birth).atMs,
    sharedAtMs: shared?.atMs ?? null,
    landed,
  };
}

function foldAsking(by: Who, ours: readonly One[], mine: readonly One[]): EmpathyAsking | null {
  let born: Birth<'empathy/may-i'> | null = null;
  let isWithdrawn = false;
  let reply: EmpathyAsking['reply'] = null;
  let told: EmpathyAsking['story'] = null;
  for (const one of ours) {
    const { event, who, atMs } = one;
    if (who !== by) {
      if (born !== null && !isWithdrawn && event.kind === 'empathy/you-may') reply = { reply: event.reply, atMs };
    } else if (isKind('empathy/may-i')(one)) born ??= one;
    else if (born === null) continue;
    else if (event.kind === 'empathy/withdrawn') {
      isWithdrawn = true;
      told = null;
    } else if (event.kind === 'empathy/told' && told === null && !isWithdrawn && reply?.reply === 'yes')
      told = { words: event.words, standing: 'ours', atMs };
  }
  if (born === null) return null;
  const copy = mine.findLast(isKind('empathy/own-story'));
  const own: EmpathyAsking['story'] =
    by === 'me' && copy !== undefined ? { words: copy.event.words, standing: 'mine', atMs: copy.atMs } : null;
  return {
    id: born.thing,
    type: 'asking',
    by,
    to: born.event.to,
    askedAtMs: born.atMs,
    isWithdrawn,
    reply,
    story: told ?? own,
    isSetAside: by === 'partner' && mine.some(isKind('empathy/own-set-aside')),
  };
}

/** The last words stand. */
function foldKept(mine: readonly One[]): EmpathyKept | null {
  const first = mine.find(isKind('empathy/own-kept'));
  const last = mine.findLast(isKind('empathy/own-kept'));
  if (first === undefined || last === undefined) return null;
  const { to, words } = last.event;
  return { id: first.thing, type: 'kept', to, words, keptAtMs: first.atMs };
}
