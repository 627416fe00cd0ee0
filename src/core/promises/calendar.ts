/**
 * One promise as a calendar file (RFC 5545): for a calendar that other eyes may see, so the title is the caller's
 * choice, plain or neutral, and nothing else of the promise goes in. A promise with a time is an instant in UTC; one
 * for a whole day is a date, which means that day wherever the calendar is.
 */
import { textToBytes } from '#kernel';
import type { ThingId } from '../practice.ts';
import { cleanText } from '../text.ts';
import type { When } from './events.ts';

export interface CalendarEvent {
  /** Under the same id a calendar replaces the earlier version. */
  readonly thing: ThingId;
  readonly title: string;
  readonly when: When;
  readonly nowMs: number;
  /** A reminder this long before; null: none. */
  readonly remindMinutes: number | null;
  /** Who made the file, as a calendar shows it. */
  readonly product: string;
}

export function promiseToCalendar({ thing, title, when, nowMs, remindMinutes, product }: CalendarEvent): string {
  const text = escapeText(title);
  const alarm =
    remindMinutes === null
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${text}`,
          `TRIGGER:-PT${Math.max(0, Math.trunc(remindMinutes))}M`,
          'END:VALARM',
        ];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escapeText(product)}//EN`,
    'BEGIN:VEVENT',
    `UID:${thing}`,
    `DTSTAMP:${instantToText(nowMs)}`,
    when.time === null
      ? `DTSTART;VALUE=DATE:${when.date.replaceAll('-', '')}`
      : `DTSTART:${instantToText(when.dueAtMs)}`,
    `SUMMARY:${text}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    ...alarm,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
}

/** RFC 5545 3.3.5, form 2: `20261122T134100Z`. */
const instantToText = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** RFC 5545 3.3.11. */
const escapeText = (text: string): string =>
  cleanText(text).replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n');

const lineOctetsMax = 75;

/** RFC 5545 3.1: no line longer than 75 octets; a line goes on after CRLF and a space, which counts. No letter is torn. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const size = textToBytes(letter).length;
    if (octets + size > lineOctetsMax) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}
