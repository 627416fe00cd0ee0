/**
 * Promises: the facts.
 *
 * To the partner (ours): `promises/made` (birth), `changed`, `kept`, `seen`, `owned`, `answered`, `reopened`,
 * `letting-go-offered`, `letting-go-agreed`, `letting-go-taken-back`.
 * To myself (mine): `promises/own-made` (birth), `own-changed`, `own-kept`, `own-owned`, `own-reopened`,
 * `own-let-go`, `own-forgotten`. And mine, beside a promise to the partner: `promises/own-planned`, the plan and how
 * sure I am, when these are to stay with me.
 *
 * When: the wall clock of the maker and the instant that was meant by it when it was made. The name of the zone
 * stays in mine, because it says where someone is; the instant is enough for the other.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, type Read, readMoment, readOneOf, readText, readThing, readWords } from '../body.ts';
import { type Certainty, readCertainty } from '../feelings.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf, ThingId } from '../practice.ts';
import { isWallDate, isWallTime, type WallDate, type WallTime, wallToUtcMs } from '../time.ts';

export interface When {
  readonly date: WallDate;
  /** null: until the day is over. */
  readonly time: WallTime | null;
  /** The instant that the maker meant. */
  readonly dueAtMs: number;
}

/** If `trigger`, then `action`. */
export interface Plan {
  readonly trigger: string;
  readonly action: string;
}

/** What a promise says. Plan and certainty may be null: not said, or kept in mine. */
export interface PromiseWords {
  readonly what: string;
  readonly when: When;
  readonly plan: Plan | null;
  readonly certainty: Certainty | null;
}

/** Owning a promise that was not kept. Only the first is asked for. */
export interface Owning {
  /** What happened, without excuses. */
  readonly happened: string;
  /** What it cost you, or us. */
  readonly cost: string;
  /** What I do now. */
  readonly now: string;
  /** A smaller next one, by its id. */
  readonly next: ThingId | null;
}

export type AnswerChoice = 'thank-you' | 'i-hear-you' | 'let-us-talk' | 'own-words';
export const answerChoices: readonly AnswerChoice[] = ['thank-you', 'i-hear-you', 'let-us-talk', 'own-words'];

export interface Made extends PromiseWords {
  readonly kind: 'promises/made';
  /** The one after which this smaller one was made. */
  readonly previous: ThingId | null;
}
export interface Changed {
  readonly kind: 'promises/changed';
  readonly what: string;
  readonly when: When;
  readonly because: string;
}
export interface Kept {
  readonly kind: 'promises/kept';
  readonly words: string;
}
/** "I saw that", by the other. */
export interface Seen {
  readonly kind: 'promises/seen';
  readonly words: string;
}
export interface Owned extends Owning {
  readonly kind: 'promises/owned';
}
/** To an owned one, by the other. */
export interface PromiseAnswered {
  readonly kind: 'promises/answered';
  readonly choice: AnswerChoice;
  readonly words: string;
}
export interface LettingGoOffered {
  readonly kind: 'promises/letting-go-offered';
  readonly words: string;
}
export interface OursMark {
  readonly kind: 'promises/letting-go-agreed' | 'promises/letting-go-taken-back' | 'promises/reopened';
}
export type PromisesOursEvent = Made | Changed | Kept | Seen | Owned | PromiseAnswered | LettingGoOffered | OursMark;

export interface OwnMade extends PromiseWords {
  readonly kind: 'promises/own-made';
  readonly previous: ThingId | null;
  readonly zone: string;
}
export interface OwnPlanned {
  readonly kind: 'promises/own-planned';
  readonly plan: Plan | null;
  readonly certainty: Certainty | null;
}
export interface OwnChanged {
  readonly kind: 'promises/own-changed';
  readonly what: string;
  readonly when: When;
  readonly because: string;
  readonly zone: string;
}
export interface OwnKept {
  readonly kind: 'promises/own-kept';
  readonly words: string;
}
export interface OwnOwned extends Owning {
  readonly kind: 'promises/own-owned';
}
export interface OwnMark {
  readonly kind: 'promises/own-reopened' | 'promises/own-let-go' | 'promises/own-forgotten';
}
export type PromisesMineEvent = OwnMade | OwnPlanned | OwnChanged | OwnKept | OwnOwned | OwnMark;

export type PromisesEvent = PromisesMineEvent | PromisesOursEvent;
export type PromisesDraft = DraftOf<PromisesMineEvent, PromisesOursEvent>;

/** The one way from mine to ours: without the zone, and without plan and certainty when these stay with me. */
export const sharePromise = (mine: Omit<OwnMade, 'kind'>, isPlanShared: boolean): Made => ({
  kind: 'promises/made',
  what: mine.what,
  when: mine.when,
  plan: isPlanShared ? mine.plan : null,
  certainty: isPlanShared ? mine.certainty : null,
  previous: mine.previous,
});

const oursMarks = ['promises/letting-go-agreed', 'promises/letting-go-taken-back', 'promises/reopened'] as const;
const ownMarks = ['promises/own-reopened', 'promises/own-let-go', 'promises/own-forgotten'] as const;
const markKinds = [...oursMarks, ...ownMarks] as const;
const wordsKinds = ['promises/kept', 'promises/seen', 'promises/letting-go-offered', 'promises/own-kept'] as const;
const owningKinds = ['promises/owned', 'promises/own-owned'] as const;

const readLine = readText(limits.lineCharsMax);
const readWhat = readWords(limits.lineCharsMax);
const readParagraph = readText(coreLimits.paragraphCharsMax);
const readHappened = readWords(coreLimits.paragraphCharsMax);
const readChoice = readOneOf(answerChoices);
const readZone: Read<string> = (json) =>
  typeof json === 'string' && json.length <= coreLimits.zoneCharsMax && /^[A-Za-z0-9+_/-]+$/.test(json) ? json : null;

/** `null` in a body is a value of its own; absent reads the same. */
const readOrNothing =
  <T>(read: Read<T>): Read<{ readonly value: T | null }> =>
  (json) => {
    if (json === undefined || json === null) return { value: null };
    const value = read(json);
    return value === null ? null : { value };
  };
const readPlan: Read<Plan> = (json) => {
  const fields = json === undefined ? null : bodyFields(json);
  if (fields === null) return null;
  const trigger = readWhat(bodyField(fields, 'trigger'));
  const action = readWhat(bodyField(fields, 'action'));
  return trigger === null || action === null ? null : { trigger, action };
};
const readPlanOrNothing = readOrNothing(readPlan);
const readCertaintyOrNothing = readOrNothing(readCertainty);
const readThingOrNothing = readOrNothing(readThing);
const readTimeOrNothing = readOrNothing<WallTime>((json) =>
  typeof json === 'string' && isWallTime(json) ? json : null,
);

/** No clock on earth is further from UTC than 14 hours, and no day longer than 26. */
const wallToInstantMsMax = 40 * 3_600_000;

const readWhen: Read<When> = (json) => {
  const fields = json === undefined ? null : bodyFields(json);
  if (fields === null) return null;
  const date = bodyField(fields, 'date');
  const time = readTimeOrNothing(bodyField(fields, 'time'));
  const dueAtMs = readMoment(bodyField(fields, 'dueAtMs'));
  if (typeof date !== 'string' || !isWallDate(date) || time === null || dueAtMs === null) return null;
  // The wall clock is shown and the instant is acted upon: nobody may say one and mean the other.
  if (Math.abs(dueAtMs - wallToUtcMs(date, time.value ?? '23:59')) > wallToInstantMsMax) return null;
  return { date, time: time.value, dueAtMs };
};

export function parsePromises(kind: string, body: Json): PromisesEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const field = (name: string) => bodyField(fields, name);

  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };

  const wordsKind = wordsKinds.find((known) => known === kind);
  if (wordsKind !== undefined) {
    const words = readLine(field('words'));
    return words === null ? null : { kind: wordsKind, words };
  }

  const owningKind = owningKinds.find((known) => known === kind);
  if (owningKind !== undefined) {
    const happened = readHappened(field('happened'));
    const cost = readParagraph(field('cost'));
    const now = readParagraph(field('now'));
    const next = readThingOrNothing(field('next'));
    if (happened === null || cost === null || now === null || next === null) return null;
    return { kind: owningKind, happened, cost, now, next: next.value };
  }

  if (kind === 'promises/answered') {
    const choice = readChoice(field('choice'));
    const words = readLine(field('words'));
    return choice === null || words === null ? null : { kind, choice, words };
  }

  const plan = readPlanOrNothing(field('plan'));
  const certainty = readCertaintyOrNothing(field('certainty'));
  if (plan === null || certainty === null) return null;
  if (kind === 'promises/own-planned') return { kind, plan: plan.value, certainty: certainty.value };

  const what = readWhat(field('what'));
  const when = readWhen(field('when'));
  const zone = readZone(field('zone'));
  if (what === null || when === null) return null;
  if (kind === 'promises/made' || kind === 'promises/own-made') {
    const previous = readThingOrNothing(field('previous'));
    if (previous === null) return null;
    const words = { what, when, plan: plan.value, certainty: certainty.value, previous: previous.value };
    if (kind === 'promises/made') return { kind, ...words };
    return zone === null ? null : { kind, ...words, zone };
  }
  if (kind === 'promises/changed' || kind === 'promises/own-changed') {
    const because = readLine(field('because'));
    if (because === null) return null;
    if (kind === 'promises/changed') return { kind, what, when, because };
    return zone === null ? null : { kind, what, when, because, zone };
  }
  return null;
}

const whenToBody = ({ date, time, dueAtMs }: When): Json => ({ date, time, dueAtMs });
const planToBody = (plan: Plan | null): Json => (plan === null ? null : { trigger: plan.trigger, action: plan.action });

export function promisesToBody(event: PromisesEvent): Json {
  switch (event.kind) {
    case 'promises/made':
    case 'promises/own-made': {
      const { what, when, plan, certainty, previous } = event;
      const body = { what, when: whenToBody(when), plan: planToBody(plan), certainty, previous };
      return event.kind === 'promises/made' ? body : { ...body, zone: event.zone };
    }
    case 'promises/own-planned':
      return { plan: planToBody(event.plan), certainty: event.certainty };
    case 'promises/changed':
    case 'promises/own-changed': {
      const body = { what: event.what, when: whenToBody(event.when), because: event.because };
      return event.kind === 'promises/changed' ? body : { ...body, zone: event.zone };
    }
    case 'promises/kept':
    case 'promises/seen':
    case 'promises/letting-go-offered':
    case 'promises/own-kept':
      return { words: event.words };
    case 'promises/owned':
    case 'promises/own-owned':
      return { happened: event.happened, cost: event.cost, now: event.now, next: event.next };
    case 'promises/answered':
      return { choice: event.choice, words: event.words };
    default:
      return {};
  }
}
