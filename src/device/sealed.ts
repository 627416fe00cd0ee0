/**
 * The sealed exchange: two people each seal something of the same exchange (a practice, or one step of one talk); once both sealed answers are with both,
 * each device releases the key of its own, so that neither can look first, whatever program they run. Pure.
 *
 *   mine  sealed/key      {seal, thing, practice, key, kind, body}   so that all my devices can release and show it
 *   ours  sealed/put      {seal, thing, practice, exchange, commitment, ciphertext}
 *   ours  sealed/release  {seal, counterpart, key}
 *
 * A key is released for exactly one sealed answer of the other; the pairs are made oldest first. What this cannot
 * prevent: the one whose key comes second may keep it back. The other then sees a sealed answer that never opens.
 */
import type { Json } from '#kernel';

export interface Sealed {
  /** 32 hex digits, random. */
  readonly seal: string;
  readonly thing: string;
  readonly practice: string;
  /** Those of one exchange open together. '' in records of earlier versions: the practice. */
  readonly exchange: string;
  readonly who: 'me' | 'partner';
  /** Where the put stands in the order; null until it is here. */
  readonly place: {
    readonly atMs: number;
    readonly atCount: number;
    readonly device: string;
    readonly seq: number;
    readonly entry: string;
  } | null;
  readonly commitment: string;
  readonly ciphertext: string;
  /** Hex. Of mine: from the start. Of the other's: once released and true to the commitment. */
  readonly key: string | null;
  readonly content: { readonly kind: string; readonly body: Json } | null;
  /** Of mine: that the other can read it. Of the other's: that I can. */
  readonly isReleased: boolean;
  /** Seal of the other with which it opens; '' until there is one. */
  readonly counterpart: string;
}

/** By `sealedName`: each of the two names seals of their own, so that neither can take a name of the other's. */
export type SealedTable = Readonly<Record<string, Sealed>>;

export const sealedName = (who: Sealed['who'], seal: string): string => `${who}/${seal}`;

export const noSealed = (seal: string, who: Sealed['who']): Sealed => ({
  seal,
  thing: '',
  practice: '',
  exchange: '',
  who,
  place: null,
  commitment: '',
  ciphertext: '',
  key: null,
  content: null,
  isReleased: false,
  counterpart: '',
});

/** Which of my sealed things may be released now, each for which of the other's. */
export function releasesDue(table: SealedTable): readonly { readonly mine: Sealed; readonly counterpart: Sealed }[] {
  const all = Object.values(table).filter((one) => one.place !== null);
  const taken = new Set(all.filter((one) => one.who === 'me' && one.isReleased).map((one) => one.counterpart));
  const due: { readonly mine: Sealed; readonly counterpart: Sealed }[] = [];
  for (const mine of all.filter((one) => one.who === 'me' && !one.isReleased && one.key !== null).sort(byPlace)) {
    const free = all.filter(
      (one) => one.who === 'partner' && exchangeOf(one) === exchangeOf(mine) && !taken.has(one.seal),
    );
    // The other may have released theirs for this very one already; else the oldest that is free.
    const found =
      free.find((one) => one.isReleased && one.counterpart === mine.seal) ?? free.filter(isOpenToMeet).sort(byPlace)[0];
    if (!found) continue;
    taken.add(found.seal);
    due.push({ mine, counterpart: found });
  }
  return due;
}

/** How the pair stands, for the screen. */
export function sealedState(one: Sealed, table: SealedTable): 'waiting' | 'meeting' | 'open' {
  const other = counterpartOf(one, table);
  const isBothOpen = one.isReleased && (other?.isReleased ?? false);
  if (isBothOpen) return 'open';
  return other || one.isReleased ? 'meeting' : 'waiting';
}

/** The one of the other with which it opens: named by either of the two. */
export function counterpartOf(one: Sealed, table: SealedTable): Sealed | undefined {
  const theirs = one.who === 'me' ? 'partner' : 'me';
  return (
    table[sealedName(theirs, one.counterpart)] ??
    Object.values(table)
      .filter((another) => another.who === theirs && another.counterpart === one.seal)
      .sort(byPlace)[0]
  );
}

export const exchangeOf = (one: Sealed): string => one.exchange || one.practice;

const isOpenToMeet = (one: Sealed): boolean => one.counterpart === '';

const byPlace = (a: Sealed, b: Sealed): number =>
  (a.place?.atMs ?? 0) - (b.place?.atMs ?? 0) ||
  (a.place?.atCount ?? 0) - (b.place?.atCount ?? 0) ||
  (a.seal < b.seal ? -1 : 1);
