/** What was said in a session, for reading: beside a step that shows it, and as a whole afterwards. Pure. */
import type { Almost, Place, Session, SessionAnswer } from '#core';

/** One answer, with the step that it belongs to. */
export interface Said {
  readonly place: Place;
  readonly answer: SessionAnswer;
}

export interface Line {
  readonly ask: string;
  readonly kind: 'words' | 'choice' | 'date';
  readonly text: string;
}

/** What was filled in, in the order in which it was asked. A choice is shown in its words. */
export const answerToLines = ({ place, answer }: Said): readonly Line[] =>
  place.step.asks.flatMap(({ id, kind, label, options }) => {
    const value = answer.values[id];
    if (value === undefined || value === '') return [];
    const text = kind === 'choice' ? (options.find((option) => option.id === value)?.label ?? value) : value;
    return [{ ask: label, kind, text }];
  });

/**
 * What the step where the session stands shows of earlier ones: the latest words of each. Within a turn, those of the
 * same turn.
 */
export function shownHere(session: Session): readonly Said[] {
  const here = session.places[session.place];
  if (here === undefined) return [];
  return here.step.shows.flatMap((id) =>
    session.places.flatMap((place, index) => {
      const isOtherTurn = place.step.part === 'turn' && here.step.part === 'turn' && place.turn !== here.turn;
      return place.step.id !== id || isOtherTurn ? [] : latestOfEach(session, place, index);
    }),
  );
}

function latestOfEach(session: Session, place: Place, index: number): readonly Said[] {
  const latest = new Map<string, Said>();
  for (const answer of session.answers) if (answer.place === index) latest.set(answer.by, { place, answer });
  return [...latest.values()].filter((said) => answerToLines(said).length > 0);
}

/** The speaker's "almost" that has led to the step where the session stands now. */
export const almostBefore = ({ almosts, visit }: Session): Almost | null =>
  almosts.find((almost) => almost.visit === visit - 1) ?? null;

export interface Visit {
  readonly place: Place;
  readonly visit: number;
  readonly said: readonly Said[];
  readonly almost: Almost | null;
}

/** The whole of it, visit by visit; without those that left no words. */
export function transcriptOf(session: Session): readonly Visit[] {
  const visits = new Map<number, { place: number; said: Said[]; almost: Almost | null }>();
  const at = (place: number, visit: number) => {
    // A late word may name a step at which the session never stood: it is kept with the visit that it names.
    const key = visit * session.places.length + place;
    const found = visits.get(key) ?? { place, said: [], almost: null };
    visits.set(key, found);
    return found;
  };
  for (const answer of session.answers) {
    const place = session.places[answer.place];
    if (place !== undefined) at(answer.place, answer.visit).said.push({ place, answer });
  }
  for (const almost of session.almosts) at(almost.place, almost.visit).almost = almost;
  return [...visits.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, { place: index, said, almost }]) => {
      const place = session.places[index];
      const hasWords = (one: Said): boolean => answerToLines(one).length > 0;
      const isEmpty = almost === null && !said.some(hasWords);
      const shown = said.filter((one) => hasWords(one) || one.answer.isClosed);
      const visit = Math.floor(key / session.places.length);
      return place === undefined || isEmpty ? [] : [{ place, visit, said: shown, almost }];
    });
}
