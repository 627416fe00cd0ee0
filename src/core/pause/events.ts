/**
 * A pause: the facts.
 *
 * For both (ours): `pause/begun` (birth), `extended`, `returned`, `left`: each by either, and each leaves at once,
 * because the other one waits in the same room.
 * For one phone, alone or passed across (mine): `pause/own-begun` (birth), `own-extended`, `own-returned`, `own-left`.
 *
 * Moments are instants; each phone shows them by its own wall.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, type Read, readMoment, readThing, readWords } from '../body.ts';
import type { DraftOf, ThingId } from '../practice.ts';

export interface PauseSpan {
  /** The guided session that it belongs to, if any. */
  readonly session: ThingId | null;
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface PauseBegun extends PauseSpan {
  readonly kind: 'pause/begun';
  /** The promise to come back, made in the same breath; and how it reads, for when its time changes. */
  readonly promise: ThingId;
  readonly what: string;
}
export interface PauseExtended {
  readonly kind: 'pause/extended';
  readonly untilMs: number;
}
export interface PauseMark {
  readonly kind: 'pause/returned' | 'pause/left';
}
export type PauseOursEvent = PauseBegun | PauseExtended | PauseMark;

export interface OwnPauseBegun extends PauseSpan {
  readonly kind: 'pause/own-begun';
}
export interface OwnPauseExtended {
  readonly kind: 'pause/own-extended';
  readonly untilMs: number;
}
export interface OwnPauseMark {
  readonly kind: 'pause/own-returned' | 'pause/own-left';
}
export type PauseMineEvent = OwnPauseBegun | OwnPauseExtended | OwnPauseMark;

export type PauseEvent = PauseMineEvent | PauseOursEvent;
export type PauseDraft = DraftOf<PauseMineEvent, PauseOursEvent>;

/** The one way from mine to ours: a pause that the other one sees comes with a promise to be back. */
export const sharePause = ({ session, fromMs, untilMs }: PauseSpan, promise: ThingId, what: string): PauseBegun => ({
  kind: 'pause/begun',
  session,
  fromMs,
  untilMs,
  promise,
  what,
});

const markKinds = ['pause/returned', 'pause/left', 'pause/own-returned', 'pause/own-left'] as const;
const extendedKinds = ['pause/extended', 'pause/own-extended'] as const;
const begunKinds = ['pause/begun', 'pause/own-begun'] as const;

const readWhat = readWords(limits.lineCharsMax);

/** Absent and `null` read the same: no session. */
const readSession: Read<{ readonly session: ThingId | null }> = (json) => {
  if (json === undefined || json === null) return { session: null };
  const session = readThing(json);
  return session === null ? null : { session };
};

export function parsePause(kind: string, body: Json): PauseEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const field = (name: string) => bodyField(fields, name);

  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };

  const untilMs = readMoment(field('untilMs'));
  if (untilMs === null) return null;
  const extended = extendedKinds.find((known) => known === kind);
  if (extended !== undefined) return { kind: extended, untilMs };

  const begun = begunKinds.find((known) => known === kind);
  const session = readSession(field('session'));
  const fromMs = readMoment(field('fromMs'));
  if (begun === undefined || session === null || fromMs === null) return null;
  const span: PauseSpan = { ...session, fromMs, untilMs };
  if (begun === 'pause/own-begun') return { kind: begun, ...span };
  const promise = readThing(field('promise'));
  const what = readWhat(field('what'));
  return promise === null || what === null ? null : { kind: begun, ...span, promise, what };
}

export function pauseToBody(event: PauseEvent): Json {
  switch (event.kind) {
    case 'pause/begun':
    case 'pause/own-begun': {
      const span = { session: event.session, fromMs: event.fromMs, untilMs: event.untilMs };
      return event.kind === 'pause/own-begun' ? span : { ...span, promise: event.promise, what: event.what };
    }
    case 'pause/extended':
    case 'pause/own-extended':
      return { untilMs: event.untilMs };
    default:
      return {};
  }
}
