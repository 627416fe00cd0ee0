/**
 * Own life: the facts.
 *
 * Mine: `own-life/own-noted` (birth of somebody, something or a plan that is mine, and again when put differently),
 * `own-time` (birth of a protected time, and again when changed), `own-looked` (one look at the balance),
 * `own-forgotten`.
 * Ours, of the one whose time it is: `own-life/time-shared` (a copy, and again when it changed), `withdrawn`. Ours, of
 * the other one: `own-life/cheered`, one word out of the house's own list, by its id. There is no fact that says no to a
 * time, and none with words of one's own in which a no could be dressed. No fact has a field for a place.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, type Read, readList, readOneOf, readText, readWhole, readWords } from '../body.ts';
import type { DraftOf } from '../practice.ts';

export type OwnLifeSubject = 'people' | 'interests' | 'plans';
export const ownLifeSubjects: readonly OwnLifeSubject[] = ['people', 'interests', 'plans'];

/** As people say it: not by the clock. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'day';
export const partsOfDay: readonly PartOfDay[] = ['morning', 'afternoon', 'evening', 'day'];

export interface TimeWords {
  /** From 1, Monday, to 7, Sunday; in order, none twice, at least one. */
  readonly days: readonly number[];
  readonly part: PartOfDay;
  /** What it is for; empty: just mine. */
  readonly words: string;
}

export type Balance = 'less' | 'right' | 'more';
export const balances: readonly Balance[] = ['less', 'right', 'more'];
export interface BalanceLook {
  readonly people: Balance;
  readonly interests: Balance;
  readonly alone: Balance;
  readonly together: Balance;
  /** One small thing I would like, or empty. */
  readonly wish: string;
}
export type BalanceField = Exclude<keyof BalanceLook, 'wish'>;
export const balanceFields: readonly BalanceField[] = ['people', 'interests', 'alone', 'together'];

export interface OwnNoted {
  readonly kind: 'own-life/own-noted';
  readonly about: OwnLifeSubject;
  readonly words: string;
}
export interface OwnTime extends TimeWords {
  readonly kind: 'own-life/own-time';
}
export interface OwnLooked extends BalanceLook {
  readonly kind: 'own-life/own-looked';
}
export interface OwnLifeForgotten {
  readonly kind: 'own-life/own-forgotten';
}
export type OwnLifeMineEvent = OwnNoted | OwnTime | OwnLooked | OwnLifeForgotten;

export interface TimeShared extends TimeWords {
  readonly kind: 'own-life/time-shared';
}
export interface TimeWithdrawn {
  readonly kind: 'own-life/withdrawn';
}
export interface TimeCheered {
  readonly kind: 'own-life/cheered';
  /** Its id in the content. */
  readonly word: string;
}
export type OwnLifeOursEvent = TimeShared | TimeWithdrawn | TimeCheered;

export type OwnLifeEvent = OwnLifeMineEvent | OwnLifeOursEvent;
export type OwnLifeDraft = DraftOf<OwnLifeMineEvent, OwnLifeOursEvent>;

/** The one way from mine to ours. */
export const shareTime = ({ days, part, words }: TimeWords): TimeShared => ({
  kind: 'own-life/time-shared',
  days,
  part,
  words,
});

const markKinds = ['own-life/own-forgotten', 'own-life/withdrawn'] as const;
const timeKinds = ['own-life/own-time', 'own-life/time-shared'] as const;

const readNoted = readWords(limits.lineCharsMax);
const readLine = readText(limits.lineCharsMax);
const readSubject = readOneOf(ownLifeSubjects);
const readPart = readOneOf(partsOfDay);
const readBalance = readOneOf(balances);
const readSomeDays = readList(1, 7, readWhole(1, 7));
const readDays: Read<readonly number[]> = (json) => {
  const days = readSomeDays(json);
  return days?.every((day, index) => index === 0 || day > (days[index - 1] ?? 7)) ? days : null;
};

export const isCheerId = (text: string): boolean => /^[a-z][a-z0-9-]{0,39}$/.test(text);

export function parseOwnLife(kind: string, body: Json): OwnLifeEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const field = (name: string) => bodyField(fields, name);
  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };
  const timeKind = timeKinds.find((known) => known === kind);
  if (timeKind !== undefined) {
    const days = readDays(field('days'));
    const part = readPart(field('part'));
    const words = readLine(field('words'));
    return days === null || part === null || words === null ? null : { kind: timeKind, days, part, words };
  }
  switch (kind) {
    case 'own-life/own-noted': {
      const about = readSubject(field('about'));
      const words = readNoted(field('words'));
      return about === null || words === null ? null : { kind, about, words };
    }
    case 'own-life/own-looked': {
      const people = readBalance(field('people'));
      const interests = readBalance(field('interests'));
      const alone = readBalance(field('alone'));
      const together = readBalance(field('together'));
      const wish = readLine(field('wish'));
      if (people === null || interests === null || alone === null || together === null || wish === null) return null;
      return { kind, people, interests, alone, together, wish };
    }
    case 'own-life/cheered': {
      const word = field('word');
      return typeof word === 'string' && isCheerId(word) ? { kind, word } : null;
    }
    default:
      return null;
  }
}

export function ownLifeToBody(event: OwnLifeEvent): Json {
  switch (event.kind) {
    case 'own-life/own-noted':
      return { about: event.about, words: event.words };
    case 'own-life/own-time':
    case 'own-life/time-shared':
      return { days: event.days, part: event.part, words: event.words };
    case 'own-life/own-looked': {
      const { people, interests, alone, together, wish } = event;
      return { people, interests, alone, together, wish };
    }
    case 'own-life/cheered':
      return { word: event.word };
    default:
      return {};
  }
}
