/**
 * Programme: what a person may do. Only the person goes on or back; nothing here follows from what was done, from how
 * often, or from how long ago.
 */
import { err, ok, type Result } from '#kernel';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { instantToWallDate, isWallDate, isZone, type WallDate, wallToInstantMs } from '../time.ts';
import { type Choice, drawOne } from './draw.ts';
import {
  isChoiceId,
  type PathStage,
  type ProgrammeDraft,
  type ProgrammeMineEvent,
  pathStages,
  shareStep,
} from './events.ts';
import type { Path, StepShared } from './fold.ts';
import {
  currentPath,
  dayKind,
  drawnFor,
  openPaths,
  type ProgrammeThings,
  pathStanding,
  sharedStepOf,
  stageAfter,
  stageBefore,
} from './view-model.ts';

export type ProgrammeCommand =
  | { readonly practice: 'programme'; readonly type: 'begin'; readonly isTogether: boolean }
  | { readonly practice: 'programme'; readonly type: 'go-on' | 'go-back' }
  /** To where the other one said they are; begins a path if there is none. Nobody is told. */
  | { readonly practice: 'programme'; readonly type: 'join'; readonly thing: ThingId }
  /** With whom I walk from now on. */
  | { readonly practice: 'programme'; readonly type: 'choose-company'; readonly isTogether: boolean }
  /** `until`: the day on which I am back; null: open. */
  | { readonly practice: 'programme'; readonly type: 'rest' | 'be-away'; readonly until: WallDate | null }
  | { readonly practice: 'programme'; readonly type: 'resume' }
  /** Puts the path away. Another one may begin at any time. */
  | { readonly practice: 'programme'; readonly type: 'end' }
  /** One of `choices`, by lot. `seed`: see `draw.ts`. */
  | {
      readonly practice: 'programme';
      readonly type: 'draw';
      readonly choices: readonly Choice[];
      readonly seed: number;
    }
  /** Today says no more of this suggestion. */
  | { readonly practice: 'programme'; readonly type: 'put-by'; readonly thing: ThingId }
  /** Tells the other where I am, after the cancel window. */
  | { readonly practice: 'programme'; readonly type: 'share-step' }
  | { readonly practice: 'programme'; readonly type: 'withdraw-step' };

export type ProgrammeRefusal =
  | 'programme.refusal.already-begun'
  | 'programme.refusal.not-begun'
  | 'programme.refusal.no-next'
  | 'programme.refusal.no-previous'
  | 'programme.refusal.not-there'
  | 'programme.refusal.no-date'
  | 'programme.refusal.already-past'
  | 'programme.refusal.too-far'
  | 'programme.refusal.at-rest'
  | 'programme.refusal.free-day'
  | 'programme.refusal.drawn-already'
  | 'programme.refusal.no-choice'
  | 'programme.refusal.alone'
  | 'programme.refusal.still-leaving'
  | 'programme.refusal.already-shared'
  | 'programme.refusal.not-shared';

type Decision = Result<readonly ProgrammeDraft[], Refusal>;
type Of<Type extends ProgrammeCommand['type']> = Extract<ProgrammeCommand, { readonly type: Type }>;
const refuse = (refusal: ProgrammeRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });

const mine = (thing: ThingId, event: ProgrammeMineEvent): ProgrammeDraft => ({ thing, space: 'mine', event });

export function decideProgramme(things: ProgrammeThings, command: ProgrammeCommand, context: Context): Decision {
  const path = currentPath(things);
  switch (command.type) {
    case 'begin':
      return path === null
        ? ok([begun(command.isTogether, 'aware', context)])
        : refuse('programme.refusal.already-begun');
    case 'join':
      return join(things, path, command, context);
    case 'put-by': {
      const one = things.get(command.thing);
      if (one?.type !== 'suggestion') return refuse('programme.refusal.not-there');
      return one.isPutBy ? ok([]) : ok([mine(one.id, { kind: 'programme/own-put-by' })]);
    }
    case 'withdraw-step':
      return withdraw(things, context);
    default:
      return path === null ? refuse('programme.refusal.not-begun') : onPath(things, path, command, context);
  }
}

const begun = (isTogether: boolean, stage: PathStage, { newId }: Context): ProgrammeDraft =>
  mine(newId(), { kind: 'programme/own-began', isTogether, stage });

function onPath(
  things: ProgrammeThings,
  path: Path,
  command: Exclude<ProgrammeCommand, Of<'begin' | 'join' | 'put-by' | 'withdraw-step'>>,
  context: Context,
): Decision {
  switch (command.type) {
    case 'go-on': {
      const to = stageAfter(path.stage);
      return to === null
        ? refuse('programme.refusal.no-next')
        : ok([mine(path.id, { kind: 'programme/own-went-on', to })]);
    }
    case 'go-back': {
      const to = stageBefore(path.stage);
      return to === null
        ? refuse('programme.refusal.no-previous')
        : ok([mine(path.id, { kind: 'programme/own-went-back', to })]);
    }
    case 'choose-company': {
      const { isTogether } = command;
      return isTogether === path.isTogether
        ? ok([])
        : ok([mine(path.id, { kind: 'programme/own-chose-company', isTogether })]);
    }
    case 'rest':
    case 'be-away': {
      const until = typedUntil(command.until, context);
      if (!until.ok) return until;
      const kind = command.type === 'rest' ? 'programme/own-rests' : 'programme/own-away';
      return ok([mine(path.id, { kind, untilMs: until.value })]);
    }
    case 'resume':
      return path.pause === null ? ok([]) : ok([mine(path.id, { kind: 'programme/own-resumed' })]);
    case 'end':
      return ok(openPaths(things).map(({ id }) => mine(id, { kind: 'programme/own-ended' })));
    case 'draw':
      return draw(things, path, command, context);
    case 'share-step':
      return share(things, path, context);
  }
}

/** The first moment of that day, where I am now. */
function typedUntil(until: WallDate | null, context: Context): Result<number | null, Refusal> {
  if (until === null) return ok(null);
  if (!isWallDate(until)) return refuse('programme.refusal.no-date', 'until');
  const untilMs = wallToInstantMs(until, '00:00', zoneOf(context));
  if (untilMs <= context.nowMs) return refuse('programme.refusal.already-past', 'until');
  if (untilMs > context.nowMs + coreLimits.dueAheadMsMax) return refuse('programme.refusal.too-far', 'until');
  return ok(untilMs);
}

/** A suggestion stands for its day: there is one draw a day, on whichever device, and none while I rest. */
function draw(things: ProgrammeThings, path: Path, command: Of<'draw'>, context: Context): Decision {
  const zone = zoneOf(context);
  const { stage } = path;
  if (pathStanding(path, context.nowMs) !== 'walking') return refuse('programme.refusal.at-rest');
  const today = instantToWallDate(context.nowMs, zone);
  if (dayKind(stage, today) === 'none') return refuse('programme.refusal.free-day');
  if (drawnFor(things, stage, context.nowMs, zone) !== undefined) return refuse('programme.refusal.drawn-already');
  const choices = command.choices.map(({ practice, weight }) => ({ practice, weight }));
  const isEachOnce = new Set(choices.map(({ practice }) => practice)).size === choices.length;
  const { seed } = command;
  const drawn = drawOne(choices, seed);
  if (drawn === null || !isEachOnce || !choices.every(({ practice }) => isChoiceId(practice)))
    return refuse('programme.refusal.no-choice');
  return ok([mine(context.newId(), { kind: 'programme/own-offered', date: today, stage, ...drawn, choices, seed })]);
}

function join(things: ProgrammeThings, path: Path | null, { thing }: Of<'join'>, context: Context): Decision {
  const theirs = things.get(thing);
  if (theirs?.type !== 'shared' || theirs.by !== 'partner' || theirs.stage === null)
    return refuse('programme.refusal.not-there');
  return path === null
    ? ok([begun(true, theirs.stage, context)])
    : ok([mine(path.id, { kind: 'programme/own-joined', to: theirs.stage })]);
}

function share(things: ProgrammeThings, path: Path, context: Context): Decision {
  if (!context.isPaired) return refuse('programme.refusal.alone');
  const before = sharedStepOf(things, 'me');
  if (before !== null && context.isLeaving?.(before.id) === true) return refuse('programme.refusal.still-leaving');
  if (before?.stage === path.stage) return refuse('programme.refusal.already-shared');
  const thing = before?.id ?? context.newId();
  return ok([{ thing, space: 'ours', mode: 'window', event: shareStep(path) }]);
}

function withdraw(things: ProgrammeThings, context: Context): Decision {
  const shown = [...things.values()].filter(
    (one): one is StepShared => one.type === 'shared' && one.by === 'me' && one.stage !== null,
  );
  if (shown.length === 0) return refuse('programme.refusal.not-shared');
  if (!context.isPaired) return refuse('programme.refusal.alone');
  if (shown.some(({ id }) => context.isLeaving?.(id) === true)) return refuse('programme.refusal.still-leaving');
  return ok(
    shown.map(({ id }) => ({ thing: id, space: 'ours', mode: 'at-once', event: { kind: 'programme/step-withdrawn' } })),
  );
}

/** A machine that does not know where it is counts in UTC. */
const zoneOf = ({ zone }: Context): string => (isZone(zone) ? zone : 'UTC');

export const isPathStage = (text: string): text is PathStage => pathStages.some((stage) => stage === text);
