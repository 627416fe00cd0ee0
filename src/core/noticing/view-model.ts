/** Noticing, as screens list it: which step comes next, and how close a guess was as far as the words alone tell. */
import { limits } from '#kernel';
import { type FeelingNamed, type FeelingPlaces, feelingKey } from '../feelings.ts';
import { coreLimits } from '../limits.ts';
import type { ThingId } from '../practice.ts';
import type { Closeness } from './events.ts';
import type { Noticing, NoticingByMe, NoticingOfMe } from './fold.ts';

export type Noticings = ReadonlyMap<ThingId, Noticing>;

/** What there is to do next: never a must. `rest`: nothing. */
export type NoticingStep = 'guess' | 'ask' | 'answer' | 'judge' | 'rest';

export function noticingStep({ guess, asked, answer, judged, isPutAway }: NoticingByMe): NoticingStep {
  if (isPutAway || judged !== null) return 'rest';
  if (answer !== null) return answer.said === null ? 'rest' : 'judge';
  if (guess === null) return 'guess';
  // Asked: the other may answer, or I write down what I heard. Nothing says how long it has been.
  return asked === null ? 'ask' : 'answer';
}

/** Mine, latest first. */
export const noticingsByMe = (things: Noticings): readonly NoticingByMe[] =>
  [...things.values()]
    .filter((thing) => thing.side === 'asker')
    .sort((a, b) => b.noticedAtMs - a.noticedAtMs || (a.id < b.id ? 1 : -1))
    .slice(0, limits.rowsShownMax);

/** Questions to me that I neither answered nor put aside, latest first. After two weeks they rest. */
export const questionsToMe = (things: Noticings, nowMs: number): readonly NoticingOfMe[] =>
  [...things.values()]
    .filter((thing) => thing.side === 'asked')
    .filter(({ askedAtMs, opener, myAnswer, isSetAside }) => {
      const isRecent = nowMs - askedAtMs < coreLimits.noticingOpenMsMax;
      return opener !== null && myAnswer === null && !isSetAside && isRecent;
    })
    .sort((a, b) => b.askedAtMs - a.askedAtMs || (a.id < b.id ? 1 : -1))
    .slice(0, limits.rowsShownMax);

/**
 * `same`: a feeling in common. `near`: one of the same family. `other`: neither. null when the words cannot tell,
 * because one side has only words of one's own. The person's own judgement stands before this.
 */
export function closenessOf(
  guessed: readonly FeelingNamed[],
  answered: readonly FeelingNamed[],
  places: FeelingPlaces,
): Closeness | null {
  const keys = new Set(answered.map(feelingKey));
  if (guessed.some((feeling) => keys.has(feelingKey(feeling)))) return 'same';
  const families = familiesOf(answered, places);
  const guessedFamilies = familiesOf(guessed, places);
  if (families.size === 0 || guessedFamilies.size === 0) return null;
  return [...guessedFamilies].some((family) => families.has(family)) ? 'near' : 'other';
}

const familiesOf = (feelings: readonly FeelingNamed[], places: FeelingPlaces): ReadonlySet<string> =>
  new Set(
    feelings.flatMap((feeling) => {
      const place = feeling.type === 'known' ? places.get(feeling.id) : undefined;
      return place === undefined ? [] : [place.family];
    }),
  );

/** How close it was: my own word, else what the feelings tell, else null. */
export function noticingCloseness({ guess, answer, judged }: NoticingByMe, places: FeelingPlaces): Closeness | null {
  if (judged !== null) return judged.closeness;
  const said = answer?.said ?? null;
  return guess === null || said === null ? null : closenessOf(guess.feelings, said.feelings, places);
}
