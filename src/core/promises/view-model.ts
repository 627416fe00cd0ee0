/**
 * Promises, as screens list them. No list ever gathers what the other did not keep: of theirs there are the open
 * ones, and the closed ones of the last thirty days together, in the order in which they were closed. Time alone
 * turns no promise into a missed one: it "was due", and its three ways on stay open.
 */
import { limits } from '#kernel';
import { coreLimits } from '../limits.ts';
import type { ThingId } from '../practice.ts';
import { canBeSeen, type Pledge } from './fold.ts';

export type Pledges = ReadonlyMap<ThingId, Pledge>;

/** The word for how it stands. `changed`: open, and its maker told in time that it would be different. */
export type PledgeState = 'open' | 'changed' | 'was-due' | 'kept' | 'owned' | 'let-go';

export function pledgeState(pledge: Pledge, nowMs: number): PledgeState {
  if (pledge.standing !== 'open') return pledge.standing;
  if (nowMs >= pledge.when.dueAtMs) return 'was-due';
  return pledge.changes.length > 0 ? 'changed' : 'open';
}

/** What I can do with it now, in the order in which it is offered. */
export type PledgeAction =
  | 'keep'
  | 'change'
  | 'own'
  | 'let-go'
  | 'offer-letting-go'
  | 'agree-letting-go'
  | 'take-back-letting-go'
  | 'see'
  | 'answer'
  | 'reopen';

export function pledgeActions(pledge: Pledge, nowMs: number): readonly PledgeAction[] {
  const isMine = pledge.maker === 'me';
  if (pledge.standing === 'let-go') return [];
  if (pledge.standing !== 'open') {
    if (isMine) return ['reopen'];
    if (pledge.standing === 'kept') return pledge.seen === null ? ['see'] : [];
    return pledge.answer === null ? ['answer'] : [];
  }
  const ways: readonly PledgeAction[] = nowMs < pledge.when.dueAtMs ? ['keep', 'change'] : ['keep', 'own'];
  const isNews = !isMine && canBeSeen(pledge) && pledge.seen === null;
  return [...(isMine ? ways : []), ...(isNews ? (['see'] as const) : []), lettingGo(pledge)];
}

function lettingGo({ to, offer }: Pledge): PledgeAction {
  if (to === 'myself') return 'let-go';
  if (offer === null) return 'offer-letting-go';
  return offer.by === 'me' ? 'take-back-letting-go' : 'agree-letting-go';
}

export interface OpenPledges {
  /** By me to the partner, and by me to myself; what is due first comes first. */
  readonly mine: readonly Pledge[];
  readonly theirs: readonly Pledge[];
}

export function openPledges(things: Pledges): OpenPledges {
  const open = [...things.values()]
    .filter(({ standing }) => standing === 'open')
    .sort((a, b) => a.when.dueAtMs - b.when.dueAtMs || (a.id < b.id ? -1 : 1));
  return {
    mine: open.filter(({ maker }) => maker === 'me').slice(0, limits.rowsShownMax),
    theirs: open.filter(({ maker }) => maker === 'partner').slice(0, limits.rowsShownMax),
  };
}

/** My own closed ones, latest first. */
export const myClosedPledges = (things: Pledges): readonly Pledge[] =>
  closedPledges(things)
    .filter(({ maker }) => maker === 'me')
    .slice(0, limits.rowsShownMax);

/** Theirs, of the last thirty days; then they rest. */
export const theirClosedPledges = (things: Pledges, nowMs: number): readonly Pledge[] =>
  closedPledges(things)
    .filter(({ maker, closedAtMs }) => maker === 'partner' && nowMs - (closedAtMs ?? 0) < coreLimits.otherClosedMsMax)
    .slice(0, limits.rowsShownMax);

const closedPledges = (things: Pledges): readonly Pledge[] =>
  [...things.values()]
    .filter(({ standing }) => standing !== 'open')
    .sort((a, b) => (b.closedAtMs ?? 0) - (a.closedAtMs ?? 0) || (a.id < b.id ? 1 : -1));
