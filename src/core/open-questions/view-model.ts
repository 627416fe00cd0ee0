/**
 * Open questions, as screens list them: my two maps, what returns to be looked at, the state of my deck. Nothing is
 * counted, and a map is never finished.
 */
import { limits } from '#kernel';
import type { ThingId } from '../practice.ts';
import { instantToWallDate } from '../time.ts';
import { type MapSubject, type QuestionDepth, type QuestionTopic, questionTopics } from './events.ts';
import type { MapEntry, OpenQuestion, OwnQuestion, QuestionUse, SharedQuestion } from './fold.ts';

export type OpenQuestions = ReadonlyMap<ThingId, OpenQuestion>;

export interface MapGroup {
  readonly topic: QuestionTopic;
  /** Newest first. */
  readonly entries: readonly MapEntry[];
}

/** The entries of one map by topic; the topic with the newest words comes first. */
export function mapGroups(things: OpenQuestions, about: MapSubject): readonly MapGroup[] {
  const entries = mapEntries(things, about).filter(({ isLetGo }) => !isLetGo);
  return questionTopics
    .map((topic) => ({ topic, entries: entries.filter((entry) => entry.topic === topic) }))
    .filter((group) => group.entries.length > 0)
    .sort((a, b) => (b.entries[0]?.wordsAtMs ?? 0) - (a.entries[0]?.wordsAtMs ?? 0));
}

/** What is no longer so, newest first. */
export const letGoEntries = (things: OpenQuestions, about: MapSubject): readonly MapEntry[] =>
  mapEntries(things, about).filter(({ isLetGo }) => isLetGo);

const mapEntries = (things: OpenQuestions, about: MapSubject): readonly MapEntry[] =>
  [...things.values()]
    .filter((thing) => thing.type === 'entry')
    .filter((entry) => entry.about === about)
    .sort((a, b) => b.wordsAtMs - a.wordsAtMs || (a.id < b.id ? 1 : -1))
    .slice(0, limits.rowsShownMax);

const dayMs = 24 * 3_600_000;
/** Three months, six, a year, and then every year. */
const returnsAfterDays = [91, 182, 365] as const;
const yearDays = 365;

/** The last moment, up to now, at which these words came back to be looked at; null: not yet. */
export function returnedAtMs(wordsAtMs: number, nowMs: number): number | null {
  const days = Math.floor((nowMs - wordsAtMs) / dayMs);
  const years = Math.floor(days / yearDays);
  const passed = years > 1 ? years * yearDays : returnsAfterDays.findLast((after) => after <= days);
  return passed === undefined ? null : wordsAtMs + passed * dayMs;
}

/** "Still true?": it has come back, and has not been looked at since. */
export function isReturning({ wordsAtMs, lookedAtMs, isLetGo }: MapEntry, nowMs: number): boolean {
  const backAtMs = returnedAtMs(wordsAtMs, nowMs);
  return !isLetGo && backAtMs !== null && lookedAtMs < backAtMs;
}

/** The one entry that asks to be looked at: the one that has been back for longest, and at most one a day. */
export function returningEntry(things: OpenQuestions, nowMs: number, zone: string): MapEntry | null {
  const today = instantToWallDate(nowMs, zone);
  const entries = [...things.values()].filter((thing) => thing.type === 'entry');
  const isLookedAtToday = ({ lookedAtMs, wordsAtMs, earlier }: MapEntry): boolean =>
    (lookedAtMs > wordsAtMs || earlier.length > 0) && instantToWallDate(lookedAtMs, zone) === today;
  if (entries.some(isLookedAtToday)) return null;
  const backAtMs = (entry: MapEntry): number => returnedAtMs(entry.wordsAtMs, nowMs) ?? 0;
  const returning = entries.filter((entry) => isReturning(entry, nowMs));
  return returning.sort((a, b) => backAtMs(a) - backAtMs(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** Questions for both, newest first. */
export const sharedQuestions = (things: OpenQuestions): readonly SharedQuestion[] =>
  [...things.values()]
    .filter((thing) => thing.type === 'shared')
    .sort((a, b) => b.askedAtMs - a.askedAtMs || (a.id < b.id ? 1 : -1));

/** Questions of my own, newest first. */
export const ownQuestions = (things: OpenQuestions): readonly OwnQuestion[] =>
  [...things.values()]
    .filter((thing) => thing.type === 'own')
    .sort((a, b) => b.keptAtMs - a.keptAtMs || (a.id < b.id ? 1 : -1))
    .slice(0, limits.rowsShownMax);

export interface DeckState {
  /** The newest, to be written to within its month. */
  readonly id: ThingId | null;
  readonly depth: QuestionDepth;
  readonly uses: readonly QuestionUse[];
}

/**
 * Each month has a deck of its own, so that what is written stays small, and devices that were offline may have begun
 * one each: all are read as one. Light, until something is chosen.
 */
export function deckState(things: OpenQuestions): DeckState {
  const decks = [...things.values()].filter((thing) => thing.type === 'deck').sort((a, b) => (a.id < b.id ? 1 : -1));
  const chosen = decks.flatMap(({ depth }) => depth ?? []).sort((a, b) => b.atMs - a.atMs)[0];
  return {
    id: decks[0]?.id ?? null,
    depth: chosen?.depth ?? 'light',
    uses: decks.flatMap(({ uses }) => uses).sort((a, b) => a.atMs - b.atMs),
  };
}

/** What had been asked before the day of now began, and whether something has been asked since. */
export function usesByToday(
  uses: readonly QuestionUse[],
  nowMs: number,
  zone: string,
): { readonly before: readonly QuestionUse[]; readonly today: readonly QuestionUse[] } {
  const date = instantToWallDate(nowMs, zone);
  const isToday = ({ atMs }: QuestionUse): boolean => instantToWallDate(atMs, zone) === date;
  return { before: uses.filter((use) => !isToday(use)), today: uses.filter(isToday) };
}
