/** An answer as a sentence. Pure. What somebody typed goes in as it is, but for a full stop at its end. */
import type { WishAnswer } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import type { Moment } from '../shell/practice-screens.ts';
import { clockTime, dayPart, relativeDay } from '../shell/time.ts';
import type { en } from './card-messages.ts';

export function answerToWords(
  said: WishAnswer,
  answeredAtMs: number,
  { nowMs, zone, locale }: Moment,
  m: typeof en.answer,
): string {
  switch (said.choice) {
    case 'here':
      return m.here;
    case 'at':
      return m.at(wordToLabel(relativeDay(said.atMs, nowMs, zone, locale)), clockTime(said.atMs, zone, locale));
    case 'not-now':
      return notNowToWords(said.because, said.but, isLate(answeredAtMs, zone), m);
  }
}

export function notNowToWords(because: string, but: string, isEvening: boolean, m: typeof en.answer): string {
  const not = isEvening ? m.notNow.evening : m.notNow.day;
  const [why, what] = [withoutEnd(because), withoutEnd(but)];
  if (why !== '' && what !== '') return m.both(not, why, what);
  if (why !== '') return m.because(not, why);
  return what === '' ? m.plain(not) : m.but(not, what);
}

/** When one says "tonight". */
export const isLate = (atMs: number, zone: string): boolean => ['evening', 'night'].includes(dayPart(atMs, zone));

const withoutEnd = (text: string): string => text.trim().replace(/[.\s]+$/u, '');
