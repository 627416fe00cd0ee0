/**
 * Promises: what the facts make.
 *
 * Who is the maker: I am, when one of my own devices made it, in mine or in ours; only else the partner. Only the
 * maker changes it, says that it was kept, owns that it was not, or opens it again. Only the other one sees and
 * answers. Either offers to let go; only the one to whom it was offered agrees.
 *
 * Precedence when two phones spoke at once: facts count in the total order, and the first closing word (kept, owned,
 * let go) stands. A closing or changing word after it does not count, until the maker opens the promise again.
 * A change counts only when it was said before the promise was due; a cancel window may have held it a little.
 */
import { limits } from '#kernel';
import type { Certainty } from '../feelings.ts';
import { coreLimits } from '../limits.ts';
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { AnswerChoice, Owning, Plan, PromisesEvent, PromiseWords, When } from './events.ts';

/** A promise, as a thing. (`Promise` is taken.) */
export interface Pledge {
  readonly id: ThingId;
  readonly maker: Who;
  readonly to: 'partner' | 'myself';
  readonly what: string;
  readonly when: When;
  /** IANA zone in which the maker meant `when`; null: known only to the maker. */
  readonly zone: string | null;
  readonly plan: Plan | null;
  readonly certainty: Certainty | null;
  /** Plan and certainty are on my devices only. */
  readonly isPlanMine: boolean;
  readonly madeAtMs: number;
  /** What it was before each change that was told in time, oldest first. */
  readonly changes: readonly PledgeChange[];
  readonly standing: 'open' | 'kept' | 'owned' | 'let-go';
  readonly closedAtMs: number | null;
  /** What the maker said on keeping it. */
  readonly keptWords: string;
  /** By the other: "I saw that" to a kept one, or a thank-you for telling early to one that was changed. The latest word. */
  readonly seen: { readonly words: string; readonly atMs: number } | null;
  readonly owning: Owning | null;
  /** By the other, to an owned one. */
  readonly answer: { readonly choice: AnswerChoice; readonly words: string; readonly atMs: number } | null;
  /** An offer to let go that still stands. */
  readonly offer: { readonly by: Who; readonly words: string; readonly atMs: number } | null;
  /** When the maker last opened it again after having closed it; null: never. */
  readonly reopenedAtMs: number | null;
  readonly previous: ThingId | null;
}

export interface PledgeChange {
  readonly what: string;
  readonly when: When;
  readonly because: string;
  readonly atMs: number;
}

type One = Recorded<PromisesEvent>;
type MadeEvent = Extract<PromisesEvent, { kind: 'promises/made' | 'promises/own-made' }>;

export function foldPledge(recorded: readonly One[]): Pledge | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const madeByMe = ours.find((one) => one.who === 'me' && one.event.kind === 'promises/made');
  if (madeByMe !== undefined) return foldOurs(madeByMe, 'me', ours, mine);
  const own = mine.find(({ event }) => event.kind === 'promises/own-made');
  if (own !== undefined) return foldOwn(own, mine);
  const theirs = ours.find((one) => one.who === 'partner' && one.event.kind === 'promises/made');
  return theirs === undefined ? null : foldOurs(theirs, 'partner', ours, []);
}

/** A promise to the partner, or of the partner to me. */
function foldOurs(made: One, maker: Who, ours: readonly One[], mine: readonly One[]): Pledge | null {
  const born = pledgeOf(made, maker);
  if (born === null) return null;
  let pledge = born;
  for (const one of ours) pledge = one.who === maker ? byMaker(pledge, one) : byOther(pledge, one);
  const planned = mine.findLast(({ event }) => event.kind === 'promises/own-planned')?.event;
  if (planned?.kind !== 'promises/own-planned') return pledge;
  return { ...pledge, plan: planned.plan, certainty: planned.certainty, isPlanMine: true };
}

function foldOwn(made: One, mine: readonly One[]): Pledge | null {
  let pledge = pledgeOf(made, 'me');
  for (const one of mine) {
    if (pledge === null || one.event.kind === 'promises/own-forgotten') return null;
    pledge = byMyself(pledge, one);
  }
  return pledge;
}

function pledgeOf({ thing, event, atMs }: One, maker: Who): Pledge | null {
  if (!isMade(event)) return null;
  const words: PromiseWords = event;
  return {
    id: thing,
    maker,
    to: event.kind === 'promises/made' ? 'partner' : 'myself',
    what: words.what,
    when: words.when,
    zone: event.kind === 'promises/made' ? null : event.zone,
    plan: words.plan,
    certainty: words.certainty,
    isPlanMine: event.kind === 'promises/own-made',
    madeAtMs: atMs,
    changes: [],
    standing: 'open',
    closedAtMs: null,
    keptWords: '',
    seen: null,
    owning: null,
    answer: null,
    offer: null,
    reopenedAtMs: null,
    previous: event.previous,
  };
}

const isMade = (event: PromisesEvent): event is MadeEvent =>
  event.kind === 'promises/made' || event.kind === 'promises/own-made';

function byMaker(pledge: Pledge, { event, atMs }: One): Pledge {
  const isOpen = pledge.standing === 'open';
  switch (event.kind) {
    case 'promises/changed':
      return changed(pledge, event, null, atMs);
    case 'promises/kept':
      return isOpen ? closed(pledge, { standing: 'kept', keptWords: event.words }, atMs) : pledge;
    case 'promises/owned':
      return isOpen ? closed(pledge, { standing: 'owned', owning: owningOf(event) }, atMs) : pledge;
    case 'promises/reopened':
      return reopened(pledge, atMs);
    default:
      return byEither(pledge, event, pledge.maker, atMs);
  }
}

function byOther(pledge: Pledge, { event, who, atMs }: One): Pledge {
  switch (event.kind) {
    case 'promises/seen':
      return canBeSeen(pledge) ? { ...pledge, seen: { words: event.words, atMs } } : pledge;
    case 'promises/answered':
      return pledge.standing === 'owned'
        ? { ...pledge, answer: { choice: event.choice, words: event.words, atMs } }
        : pledge;
    default:
      return byEither(pledge, event, who, atMs);
  }
}

/** Kept, or changed in time and still open: both are ways of keeping one's word, and both can be noticed. */
export const canBeSeen = ({ standing, changes }: Pick<Pledge, 'standing' | 'changes'>): boolean =>
  standing === 'kept' || (standing === 'open' && changes.length > 0);

/** Letting go, which takes both. */
function byEither(pledge: Pledge, event: PromisesEvent, who: Who, atMs: number): Pledge {
  if (pledge.standing !== 'open') return pledge;
  switch (event.kind) {
    case 'promises/letting-go-offered':
      // An offer that already stands is the first; the other agrees to it rather than offering too.
      return pledge.offer === null ? { ...pledge, offer: { by: who, words: event.words, atMs } } : pledge;
    case 'promises/letting-go-taken-back':
      return pledge.offer?.by === who ? { ...pledge, offer: null } : pledge;
    case 'promises/letting-go-agreed':
      return pledge.offer !== null && pledge.offer.by !== who ? closed(pledge, { standing: 'let-go' }, atMs) : pledge;
    default:
      return pledge;
  }
}

function byMyself(pledge: Pledge, { event, atMs }: One): Pledge {
  const isOpen = pledge.standing === 'open';
  switch (event.kind) {
    case 'promises/own-changed':
      return changed(pledge, event, event.zone, atMs);
    case 'promises/own-kept':
      return isOpen ? closed(pledge, { standing: 'kept', keptWords: event.words }, atMs) : pledge;
    case 'promises/own-owned':
      return isOpen ? closed(pledge, { standing: 'owned', owning: owningOf(event) }, atMs) : pledge;
    case 'promises/own-let-go':
      return isOpen ? closed(pledge, { standing: 'let-go' }, atMs) : pledge;
    case 'promises/own-reopened':
      return reopened(pledge, atMs);
    default:
      return pledge;
  }
}

type Change = { readonly what: string; readonly when: When; readonly because: string };

function changed(pledge: Pledge, event: Change, zone: string | null, atMs: number): Pledge {
  const isInTime = atMs < pledge.when.dueAtMs + limits.cancelWindowMsMax;
  if (pledge.standing !== 'open' || !isInTime) return pledge;
  const before: PledgeChange = { what: pledge.what, when: pledge.when, because: event.because, atMs };
  const changes = [...pledge.changes, before].slice(-coreLimits.changesKeptMax);
  return { ...pledge, what: event.what, when: event.when, zone, changes, seen: null };
}

const closed = (
  pledge: Pledge,
  close: Pick<Pledge, 'standing'> & Partial<Pick<Pledge, 'keptWords' | 'owning'>>,
  atMs: number,
): Pledge => ({ ...pledge, ...close, closedAtMs: atMs, offer: null, seen: null });

/** The maker's own word is taken back by the maker; letting go was the word of both, and stays. */
const reopened = (pledge: Pledge, atMs: number): Pledge =>
  pledge.standing === 'kept' || pledge.standing === 'owned'
    ? {
        ...pledge,
        standing: 'open',
        closedAtMs: null,
        keptWords: '',
        seen: null,
        owning: null,
        answer: null,
        reopenedAtMs: atMs,
      }
    : pledge;

const owningOf = ({ happened, cost, now, next }: Owning): Owning => ({ happened, cost, now, next });
