/**
 * Programme: what the facts make. Three kinds of things: a path, a suggestion of one day, and a step that one of the
 * two has shared.
 *
 * A path and a suggestion are mine: only what my own devices wrote counts. A shared step belongs to whoever wrote its
 * birth (I did, when one of my own devices wrote one; only else the partner), and only they change it or take it back.
 *
 * The last word stands. Nothing here knows what was done and what was not, and no time that passes changes a path.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { WallDate } from '../time.ts';
import type { Chance, Choice } from './draw.ts';
import type { OwnBegan, PathStage, ProgrammeEvent } from './events.ts';

export type Programme = Path | Suggestion | StepShared;

/** Where I am. */
export interface Path {
  readonly id: ThingId;
  readonly type: 'path';
  readonly stage: PathStage;
  readonly isTogether: boolean;
  /** null: it goes on. Over, once its time has come; then I am welcome back. */
  readonly pause: PathPause | null;
  /** When I last came back from a pause; null: never. */
  readonly resumedAtMs: number | null;
  readonly isEnded: boolean;
}

export interface PathPause {
  readonly why: 'rest' | 'away';
  /** null: until I say so. */
  readonly untilMs: number | null;
}

/** Drawn by lot, for one day. */
export interface Suggestion {
  readonly id: ThingId;
  readonly type: 'suggestion';
  readonly atMs: number;
  readonly date: WallDate;
  readonly stage: PathStage;
  readonly practice: string;
  readonly choices: readonly Choice[];
  readonly probability: Chance;
  readonly seed: number;
  /** Taken up or left: Today says no more of it. */
  readonly isPutBy: boolean;
}

/** Where one of us is, in their own word. */
export interface StepShared {
  readonly id: ThingId;
  readonly type: 'shared';
  readonly by: Who;
  /** null: taken back. */
  readonly stage: PathStage | null;
  /** When this was said, or taken back. */
  readonly atMs: number;
}

type One = Recorded<ProgrammeEvent>;

export function foldProgramme(recorded: readonly One[]): Programme | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  return foldPath(mine) ?? foldSuggestion(mine) ?? foldShared(ours, 'me') ?? foldShared(ours, 'partner');
}

function foldPath(mine: readonly One[]): Path | null {
  const birth = mine.find(({ event }) => event.kind === 'programme/own-began');
  if (birth?.event.kind !== 'programme/own-began') return null;
  let path = bornPath(birth.thing, birth.event);
  for (const one of mine.slice(mine.indexOf(birth))) path = afterOne(path, one);
  return path;
}

const bornPath = (id: ThingId, { isTogether, stage }: OwnBegan): Path => ({
  id,
  type: 'path',
  stage,
  isTogether,
  pause: null,
  resumedAtMs: null,
  isEnded: false,
});

function afterOne(path: Path, { event, atMs }: One): Path {
  switch (event.kind) {
    // Going anywhere is being back.
    case 'programme/own-went-on':
    case 'programme/own-went-back':
      return { ...path, stage: event.to, pause: null };
    case 'programme/own-joined':
      return { ...path, stage: event.to, isTogether: true, pause: null };
    case 'programme/own-chose-company':
      return { ...path, isTogether: event.isTogether };
    case 'programme/own-rests':
      return { ...path, pause: { why: 'rest', untilMs: event.untilMs } };
    case 'programme/own-away':
      return { ...path, pause: { why: 'away', untilMs: event.untilMs } };
    case 'programme/own-resumed':
      return path.pause === null ? path : { ...path, pause: null, resumedAtMs: atMs };
    case 'programme/own-ended':
      return { ...path, isEnded: true };
    default:
      return path;
  }
}

function foldSuggestion(mine: readonly One[]): Suggestion | null {
  const birth = mine.find(({ event }) => event.kind === 'programme/own-offered');
  if (birth?.event.kind !== 'programme/own-offered') return null;
  const { kind: _, ...drawn } = birth.event;
  return {
    id: birth.thing,
    type: 'suggestion',
    atMs: birth.atMs,
    ...drawn,
    isPutBy: mine.some(({ event }) => event.kind === 'programme/own-put-by'),
  };
}

function foldShared(ours: readonly One[], by: Who): StepShared | null {
  let shared: StepShared | null = null;
  for (const one of ours) if (one.who === by) shared = afterWord(shared, one);
  return shared;
}

function afterWord(before: StepShared | null, { event, thing, who, atMs }: One): StepShared | null {
  if (event.kind === 'programme/shared-step') return { id: thing, type: 'shared', by: who, stage: event.stage, atMs };
  if (event.kind !== 'programme/step-withdrawn' || before === null) return before;
  return { ...before, stage: null, atMs };
}
