/**
 * When may expired boxes be deleted? A clock that is wrong by ten years must lose nothing, and nobody can tell a
 * wrong clock from a long sleep by looking once. So a sweep trusts a day only if it follows the last trusted one, or
 * if the clock has stood by its jump for another day. Hiding expired boxes needs no such care: it can be undone.
 */
export interface SweepDays {
  /** The newest day that was trusted; 0: none yet. */
  readonly trusted: number;
  /** A day that the clock jumped to and that has to be confirmed by the day after it; 0: none. */
  readonly waiting: number;
}

export const noSweepDays: SweepDays = { trusted: 0, waiting: 0 };

export function trustDay(days: SweepDays, today: number): { readonly days: SweepDays; readonly isTrusted: boolean } {
  if (days.trusted === 0 || today === days.trusted || today === days.trusted + 1)
    return { days: { trusted: today, waiting: 0 }, isTrusted: true };
  if (days.waiting !== 0 && today === days.waiting + 1)
    return { days: { trusted: today, waiting: 0 }, isTrusted: true };
  return { days: { trusted: days.trusted, waiting: today }, isTrusted: false };
}
