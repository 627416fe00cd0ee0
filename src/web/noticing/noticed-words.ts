/**
 * What was noticed, between chips on a screen and the one line that is kept. Pure. The line is readable as it is
 * ("brows drawn together; quieter than usual; at breakfast"), and the chips are found in it again.
 */
import type { Cue } from '#core';
import type { CueWords, KindWords, Opener } from './noticing-content.ts';

export interface Noticed {
  readonly kinds: readonly Cue[];
  /** Ids of cues. */
  readonly cues: readonly string[];
  readonly own: string;
}

const separator = '; ';

export function noticedToLine(noticed: Noticed, kinds: readonly KindWords[]): string {
  const words = chosenCues(noticed, kinds).map(({ word }) => word);
  const own = noticed.own.trim();
  return [...words, ...(own === '' ? [] : [own])].join(separator);
}

export function lineToNoticed(cues: readonly Cue[], line: string, kinds: readonly KindWords[]): Noticed {
  const byWord = new Map(kinds.flatMap((kind) => kind.cues.map((cue) => [cue.word, cue.id] as const)));
  const parts = line === '' ? [] : line.split(separator);
  const own = parts.filter((part) => !byWord.has(part));
  return { kinds: cues, cues: parts.flatMap((part) => byWord.get(part) ?? []), own: own.join(separator) };
}

function chosenCues({ cues }: Noticed, kinds: readonly KindWords[]): readonly CueWords[] {
  return kinds.flatMap((kind) => kind.cues.filter(({ id }) => cues.includes(id)));
}

/**
 * The opener in words: with what was seen where a camera's words are there to be said, else in its plain form, which
 * stands without them. One's own words are kept out: nobody knows how they would read inside a sentence.
 */
export function openerToText(
  opener: Opener,
  noticed: Noticed,
  kinds: readonly KindWords[],
  feeling: string | null,
  locale: string,
): string {
  const said = chosenCues(noticed, kinds).map((cue) => cue.said);
  const needsSaid = opener.template.includes('{noticed}');
  const needsFeeling = opener.template.includes('{feeling}');
  if ((needsSaid && said.length === 0) || (needsFeeling && feeling === null)) return opener.plain;
  return opener.template
    .replace('{noticed}', new Intl.ListFormat(locale).format(said))
    .replace('{feeling}', feeling ?? '');
}

/** Openers that fit a guess in that quarter, those for almost any moment first; all of them when nothing is known. */
export function fittingOpeners(openers: readonly Opener[], quadrant: string | null): readonly Opener[] {
  const fitting = quadrant === null ? openers : openers.filter(({ fits }) => fits.includes(quadrant));
  return fitting.toSorted((a, b) => b.fits.length - a.fits.length);
}
