/** The front door of the insights: small private statistics, each for one person alone. */
export type { Interval } from './beta.ts';
export {
  type GroupReading,
  noticingsToPairs,
  pairsToReading,
  type Reading,
  type ReadingPair,
  readingLimits,
  type StrengthReading,
} from './reading.ts';
