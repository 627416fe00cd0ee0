/**
 * When Today says a quiet word about a backup file: once something has been here for a week, if there is no file or the
 * last one is old. It stands for a day, then rests for thirty; and it can be turned off. Pure.
 */
import type { BackupMoments, Snapshot } from '#device';

const dayMs = 86_400_000;
const settledMs = 7 * dayMs;
const freshMs = 90 * dayMs;
const shownMs = dayMs;
const restMs = 30 * dayMs;

export interface BackupFacts extends BackupMoments {
  readonly isReminded: boolean;
}

export function backupDue(facts: BackupFacts, snapshot: Snapshot, nowMs: number): 'none' | 'old' | null {
  const { savedAtMs, remindedAtMs, isReminded } = facts;
  if (!isReminded) return null;
  if (savedAtMs !== null && nowMs - savedAtMs < freshMs) return null;
  const restedMs = remindedAtMs === null ? null : nowMs - remindedAtMs;
  if (restedMs !== null && restedMs >= shownMs && restedMs < restMs) return null;
  if (!isSettled(snapshot, nowMs)) return null;
  return savedAtMs === null ? 'none' : 'old';
}

/** Something that I wrote a week ago or longer is worth keeping. */
function isSettled({ thingsByPractice, hasEarlierMonths }: Snapshot, nowMs: number): boolean {
  if (hasEarlierMonths) return true;
  // The id of a thing begins with its birth, so ids are in its order. (The core is not part of the first load.)
  const settled = Math.max(0, nowMs - settledMs)
    .toString(16)
    .padStart(12, '0');
  for (const things of thingsByPractice.values()) for (const thing of things.keys()) if (thing < settled) return true;
  return false;
}
