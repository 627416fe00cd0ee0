/**
 * A promise as a calendar file (RFC 5545). Pure. Lines end in CRLF and are folded at 75 octets (3.1); text is escaped
 * (3.3.11). A time is written in UTC, so no zone has to be described; a whole day as a date. The reminder an hour
 * before (or at nine on the day) says only the neutral word, because notifications are seen by others.
 */
import type { Pledge } from '#core';
import { wallDatePlusDays } from '#core';
import { textToBytes } from '#kernel';

export interface CalendarWords {
  readonly summary: string;
  readonly reminder: string;
  readonly productId: string;
}

export function pledgeToCalendarFile(pledge: Pledge, words: CalendarWords, nowMs: number): string {
  const { date, time, dueAtMs } = pledge.when;
  const start =
    time === null
      ? [`DTSTART;VALUE=DATE:${basicDate(date)}`, `DTEND;VALUE=DATE:${basicDate(wallDatePlusDays(date, 1))}`]
      : [`DTSTART:${basicInstant(dueAtMs)}`, `DTEND:${basicInstant(dueAtMs)}`];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${words.productId}`,
    'BEGIN:VEVENT',
    `UID:${pledge.id}@attune.invalid`,
    `DTSTAMP:${basicInstant(nowMs)}`,
    ...start,
    `SUMMARY:${escaped(words.summary)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(words.reminder)}`,
    `TRIGGER:${time === null ? 'PT9H' : '-PT1H'}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join('');
}

const basicDate = (date: string): string => date.replaceAll('-', '');
const basicInstant = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (letter) => `\\${letter}`).replace(/\r\n|\r|\n/g, '\\n');

const octetsMax = 75;

/** Splits between characters, never inside one; continued lines begin with a space, which counts. */
function folded(line: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const length = textToBytes(character).length;
    if (octets + length > octetsMax) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += length;
  }
  return [...parts, part];
}
