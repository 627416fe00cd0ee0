/**
 * Hybrid logical clock (Kulkarni et al. 2014): physical milliseconds and a count. An entry is later than all that its
 * author had seen, even where clocks disagree; a time far ahead is a claim that does not move our own clock.
 */
import { limits } from '#kernel';

export interface HybridTime {
  readonly ms: number;
  readonly count: number;
}

export const noTime: HybridTime = { ms: 0, count: 0 };

export const compareTimes = (a: HybridTime, b: HybridTime): number => a.ms - b.ms || a.count - b.count;

/** True when the time lies further ahead of this clock than we believe anyone's clock can honestly be. */
export const isAhead = (time: HybridTime, nowMs: number): boolean => time.ms > nowMs + limits.clockAheadMsMax;

/**
 * The time for a new entry: after `last` and not before now. If `last` lies absurdly ahead (this clock was wrong and
 * has been put right) it is let go, so that one bad hour does not push all later entries into the future.
 */
export function nextTime(last: HybridTime, nowMs: number): HybridTime {
  const ms = Math.max(0, Math.floor(nowMs));
  if (last.ms < ms || isAhead(last, ms)) return { ms, count: 0 };
  if (last.count < limits.hybridClockCountMax) return { ms: last.ms, count: last.count + 1 };
  return { ms: last.ms + 1, count: 0 };
}

/** What we remember after seeing another's time: the later one, unless it lies ahead of belief. */
export function seenTime(last: HybridTime, theirs: HybridTime, nowMs: number): HybridTime {
  return isAhead(theirs, nowMs) || compareTimes(last, theirs) >= 0 ? last : theirs;
}
