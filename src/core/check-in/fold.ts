/**
 * Check-in: what the facts make.
 *
 * Who is the author: I am, when one of my own devices gave birth to the thing, in mine or in ours; only else the
 * partner, who shared it. So a partner who writes under the id of my check-in changes nothing on my devices. Only
 * the author shares, changes and withdraws. The later word stands, in the total order.
 *
 * When it was felt is a claim, and cannot be later than the writing of it.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type {
  CheckInEvent,
  CheckInMineEvent,
  CheckInOursEvent,
  CheckInShared,
  CheckInWords,
  CheckInWritten,
} from './events.ts';

export interface CheckIn {
  readonly id: ThingId;
  readonly author: Who;
  readonly feltAtMs: number;
  /** Minutes my clock was ahead of UTC then; null when only the shared words exist (show it in the zone of now). */
  readonly offsetMinutes: number | null;
  readonly writtenAtMs: number;
  /**
   * `mine`, `for-now`: on my devices only. `sealed`: mine, sealed, the partner cannot read it yet. `ours`: both read
   * it. `withdrawn`: it was ours; a mark stays for both.
   */
  readonly standing: 'mine' | 'for-now' | 'sealed' | 'ours' | 'withdrawn';
  /** What I may read: my own words, as long as I keep them; the partner's, while they are shared. */
  readonly words: CheckInWords | null;
  /** What both can read now. null unless `ours`. It may lag behind `words` while a change waits for its window. */
  readonly sharedWords: CheckInWords | null;
  readonly sharedAtMs: number | null;
  /** When the shared words were last changed; null: never. */
  readonly changedAtMs: number | null;
  readonly withdrawnAtMs: number | null;
  /** True while I keep a private copy: then I may change or forget it. */
  readonly hasOwnCopy: boolean;
}

type Mine = Recorded<CheckInMineEvent>;
type Ours = Recorded<CheckInOursEvent>;
type Written = Recorded<CheckInWritten>;
type Shared = Recorded<CheckInShared>;

const isMine = (recorded: Recorded<CheckInEvent>): recorded is Mine =>
  recorded.space === 'mine' &&
  recorded.who === 'me' &&
  ['check-in/written', 'check-in/rewritten', 'check-in/forgotten'].includes(recorded.event.kind);

const isOurs = (recorded: Recorded<CheckInEvent>): recorded is Ours =>
  recorded.space === 'ours' &&
  ['check-in/shared', 'check-in/changed', 'check-in/withdrawn'].includes(recorded.event.kind);

export function foldCheckIn(recorded: readonly Recorded<CheckInEvent>[]): CheckIn | null {
  const mine = recorded.filter(isMine);
  const ours = recorded.filter(isOurs);
  const written = mine.find(isWritten) ?? null;
  const isByMe = written !== null || ours.some(({ who, event }) => who === 'me' && event.kind === 'check-in/shared');
  const author: Who = isByMe ? 'me' : 'partner';
  const share = foldShare(ours.filter(({ who }) => who === author));
  const copy = written === null ? null : copyOf(written, mine);
  const born = written ?? share?.born ?? null;
  if (born === null || (share === null && copy === null)) return null;

  const standing = share === null ? (written?.event.holding ?? 'mine') : share.standing;
  const isForgotten = isByMe && mine.some(({ event }) => event.kind === 'check-in/forgotten');
  const readable = share !== null && (standing === 'ours' || (isByMe && !isForgotten)) ? share.words : null;
  return {
    id: born.thing,
    author,
    feltAtMs: Math.min(born.event.feltAtMs, born.atMs),
    offsetMinutes: written === null ? null : written.event.offsetMinutes,
    writtenAtMs: born.atMs,
    standing,
    words: copy ?? readable,
    sharedWords: standing === 'ours' && share !== null ? share.words : null,
    sharedAtMs: share?.sharedAtMs ?? null,
    changedAtMs: share?.changedAtMs ?? null,
    withdrawnAtMs: share?.withdrawnAtMs ?? null,
    hasOwnCopy: copy !== null,
  };
}

/** The words of my private copy; null once they are forgotten. */
function copyOf(written: Written, mine: readonly Mine[]): CheckInWords | null {
  let words: CheckInWords | null = wordsOf(written.event);
  for (const { event } of mine) {
    if (event.kind === 'check-in/forgotten') words = null;
    if (event.kind === 'check-in/rewritten' && words !== null) words = wordsOf(event);
  }
  return words;
}

/** What the author has said to both, in order. */
function foldShare(ours: readonly Ours[]) {
  const born = ours.find(isShared);
  if (born === undefined) return null;
  let words: CheckInWords = wordsOf(born.event);
  let standing: 'sealed' | 'ours' | 'withdrawn' = 'ours';
  let sharedAtMs = born.atMs;
  let changedAtMs: number | null = null;
  let withdrawnAtMs: number | null = null;
  for (const { event, atMs, seal } of ours) {
    if (event.kind === 'check-in/shared') {
      words = wordsOf(event);
      standing = seal === 'closed' ? 'sealed' : 'ours';
      if (withdrawnAtMs !== null) sharedAtMs = atMs;
      withdrawnAtMs = null;
    } else if (event.kind === 'check-in/changed' && standing === 'ours') {
      words = wordsOf(event);
      changedAtMs = atMs;
    } else if (event.kind === 'check-in/withdrawn') {
      standing = 'withdrawn';
      withdrawnAtMs = atMs;
    }
  }
  return { born, words, standing, sharedAtMs, changedAtMs, withdrawnAtMs };
}

const isWritten = (recorded: Mine): recorded is Written => recorded.event.kind === 'check-in/written';
const isShared = (recorded: Ours): recorded is Shared => recorded.event.kind === 'check-in/shared';

const wordsOf = ({ feelings, strength, needs, note }: CheckInWords): CheckInWords => ({
  feelings,
  strength,
  needs,
  note,
});
