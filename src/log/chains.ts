/**
 * What one device knows of every device's chain in one space. Pure. It answers: is this entry new, a duplicate, or a
 * fork; is there a hole; has somebody seen entries that were never shown to us. An entry is never refused for what
 * this finds: the set of entries only grows, and its fold does not need the order. What is found is said (Notice) and
 * healed (the device offers again, or asks for, what is missing).
 */
import { bytesToHex } from '#kernel';
import { deviceToName, type Entry } from './entry.ts';

export interface Chain {
  /** Entries 1..seq are here, without a hole. */
  readonly seq: number;
  /** Hash of entry `seq`, hex; '' at 0. */
  readonly head: string;
  /** Entries beyond a hole: seq -> hash and prev, hex. */
  readonly loose: Readonly<Record<string, { readonly hash: string; readonly prev: string }>>;
  /** The highest seq that anyone has said to have seen. */
  readonly claimed: number;
  readonly isForked: boolean;
}

/** By device name (first 16 bytes of its key, hex). */
export type Chains = Readonly<Record<string, Chain>>;

export const noChain: Chain = { seq: 0, head: '', loose: {}, claimed: 0, isForked: false };

const noPrev = '0'.repeat(64);

/** Takes one entry in. `hash` hex. Entries of one chain may come in any order and twice. */
export function addToChains(chains: Chains, entry: Entry, hash: string): Chains {
  const name = deviceToName(entry.author);
  const chain = chains[name] ?? noChain;
  const next: Record<string, Chain> = { ...chains, [name]: extend(chain, entry.seq, hash, bytesToHex(entry.prev)) };
  for (const one of entry.seen) {
    const seenName = bytesToHex(one.device);
    const seenChain = next[seenName] ?? noChain;
    // The author has another entry than we have at the newest place: its writer told two people two things.
    const isOther = one.seq === seenChain.seq && one.seq > 0 && !seenChain.head.startsWith(bytesToHex(one.head));
    if (isOther || one.seq > seenChain.claimed) {
      next[seenName] = {
        ...seenChain,
        claimed: Math.max(seenChain.claimed, one.seq),
        isForked: seenChain.isForked || isOther,
      };
    }
  }
  return next;
}

function extend(chain: Chain, seq: number, hash: string, prev: string): Chain {
  if (seq <= chain.seq) {
    // Known place. The device has compared hashes with its store before; here only the newest can be compared.
    return seq === chain.seq && hash !== chain.head ? { ...chain, isForked: true } : chain;
  }
  const known = chain.loose[seq];
  if (known && known.hash !== hash) return { ...chain, isForked: true };
  const loose: Record<string, { readonly hash: string; readonly prev: string }> = {
    ...chain.loose,
    [seq]: { hash, prev },
  };
  let { seq: at, head, isForked } = chain;
  for (let next = loose[at + 1]; next; next = loose[at + 1]) {
    if (next.prev !== (at === 0 ? noPrev : head)) isForked = true;
    head = next.hash;
    at += 1;
    delete loose[at];
  }
  return { ...chain, seq: at, head, loose, isForked };
}

export const markForked = (chains: Chains, name: string): Chains => ({
  ...chains,
  [name]: { ...(chains[name] ?? noChain), isForked: true },
});

/** Entries of this device lie beyond a hole: something between was kept back. */
export const hasGap = (chain: Chain): boolean => Object.keys(chain.loose).length > 0;

/** Somebody has seen more of this chain than was ever shown to us. */
export const isWithheld = (chain: Chain): boolean => chain.claimed > chain.seq && !hasGap(chain);
