/** What the page of the lock bench offers to it. */
export interface LockBench {
  /** How long each try took, and the longest time without a frame meanwhile. */
  readonly tries: (count: number) => Promise<{ readonly times: readonly number[]; readonly longestMs: number }>;
}
