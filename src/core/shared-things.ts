/**
 * What the two share, whatever practice it is of: the words of *ours* as they were written, without what either has
 * taken back or let end. It looks at the facts of *ours* alone, so nothing that stands beside them in *mine* can come
 * along (docs: a page for a counsellor).
 */
import { isJsonObject, type Json } from '#kernel';
import type { ThingId, Who } from './practice.ts';
import type { RecordedAny, State } from './state.ts';

export interface SharedEvent {
  readonly by: Who;
  readonly atMs: number;
  readonly kind: string;
  readonly body: Json;
}
export interface SharedThing {
  readonly id: ThingId;
  readonly practice: string;
  /** In their order. */
  readonly events: readonly SharedEvent[];
}

/** `state`: with all months in it. Newest thing first. `except`: practices that are left out. */
export function stateToShared(state: State, nowMs: number, except: readonly string[]): readonly SharedThing[] {
  const things: SharedThing[] = [];
  for (const kept of state.keptByMonth.values())
    for (const [id, { known }] of kept)
      for (const [practice, all] of known) {
        if (except.includes(practice)) continue;
        const raw = all.map((one) => one.raw);
        if (raw.some((one) => one.space === 'mine' && one.who === 'me' && isKind(one, 'forgotten'))) continue;
        const events = standing(
          raw.filter(({ space, seal }) => space === 'ours' && seal === 'open'),
          nowMs,
        ).map(({ who, atMs, event }) => ({ by: who, atMs, kind: event.kind, body: event.body }));
        if (events.length > 0) things.push({ id, practice, events });
      }
  return things.sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Without what its author took back, or what has ended by itself or by hand. */
function standing(ours: readonly RecordedAny[], nowMs: number): readonly RecordedAny[] {
  const [born] = ours;
  if (born === undefined) return [];
  const takers = new Set(ours.filter((one) => isKind(one, 'withdrawn')).map(({ who }) => who));
  if (takers.has(born.who)) return [];
  const left = ours.filter(({ who }) => !takers.has(who));
  // A sharing that names its end: the last one counts, and nothing of an earlier one.
  const ending = left.findLast((one) => numberIn(one, 'untilMs') !== null);
  if (ending === undefined) return left;
  const isEnded = left.some(
    (one) => one.who === ending.who && isKind(one, 'ended') && numberIn(one, 'round') === numberIn(ending, 'round'),
  );
  if (isEnded || nowMs >= (numberIn(ending, 'untilMs') ?? 0)) return [];
  return left.slice(left.indexOf(ending));
}

/** `check-in/withdrawn` and `open-questions/question-withdrawn` both end in the word. */
const isKind = ({ event }: RecordedAny, word: string): boolean => new RegExp(`[/-]${word}$`).test(event.kind);

function numberIn({ event }: RecordedAny, name: string): number | null {
  const { body } = event;
  const value = isJsonObject(body) && Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === 'number' ? value : null;
}
