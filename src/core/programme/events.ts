/**
 * Programme: the facts of a path of six steps.
 *
 * Mine: `programme/own-began` (birth of a path), `own-went-on`, `own-went-back`, `own-joined`, `own-chose-company`,
 * `own-rests`, `own-away`, `own-resumed`, `own-ended`; and `programme/own-offered` (birth of a suggestion that was drawn
 * by lot), `own-put-by`.
 * Ours: `programme/shared-step` (birth: where I am, when I say so), `step-withdrawn`.
 *
 * No fact says that something was done, or that it was not: a suggestion that was taken up and one that was left are
 * put by with the same mark.
 */
import type { Json } from '#kernel';
import { bodyField, bodyFields, type Read, readList, readMoment, readOneOf, readWhole } from '../body.ts';
import { type Skill, skills } from '../guided/index.ts';
import type { DraftOf } from '../practice.ts';
import { isWallDate, type WallDate } from '../time.ts';
import { type Chance, type Choice, drawLimits } from './draw.ts';

/** One of the six steps, or the light rhythm that follows them. */
export type PathStage = Skill | 'rhythm';
export const pathStages: readonly PathStage[] = [...skills, 'rhythm'];

export interface OwnBegan {
  readonly kind: 'programme/own-began';
  readonly isTogether: boolean;
  readonly stage: PathStage;
}
/** To a step that is named, so that two devices that say it at once go on by one. */
export interface OwnWent {
  readonly kind: 'programme/own-went-on' | 'programme/own-went-back';
  readonly to: PathStage;
}
/** To where the other one said they were, to walk it together. */
export interface OwnJoined {
  readonly kind: 'programme/own-joined';
  readonly to: PathStage;
}
export interface OwnCompany {
  readonly kind: 'programme/own-chose-company';
  readonly isTogether: boolean;
}
export interface OwnPaused {
  readonly kind: 'programme/own-rests' | 'programme/own-away';
  /** null: until I say that I am back. */
  readonly untilMs: number | null;
}
/** What was drawn, and out of what: enough to ask later, honestly, what seems to help. */
export interface OwnOffered {
  readonly kind: 'programme/own-offered';
  /** The day for which it stands. */
  readonly date: WallDate;
  readonly stage: PathStage;
  readonly practice: string;
  readonly choices: readonly Choice[];
  readonly probability: Chance;
  readonly seed: number;
}
export interface OwnPathMark {
  readonly kind: 'programme/own-resumed' | 'programme/own-ended' | 'programme/own-put-by';
}
export type ProgrammeMineEvent = OwnBegan | OwnWent | OwnJoined | OwnCompany | OwnPaused | OwnOffered | OwnPathMark;

export interface SharedStep {
  readonly kind: 'programme/shared-step';
  readonly stage: PathStage;
}
export interface StepWithdrawn {
  readonly kind: 'programme/step-withdrawn';
}
export type ProgrammeOursEvent = SharedStep | StepWithdrawn;

export type ProgrammeEvent = ProgrammeMineEvent | ProgrammeOursEvent;
export type ProgrammeDraft = DraftOf<ProgrammeMineEvent, ProgrammeOursEvent>;

/** The one way from mine to ours: the step, and nothing of how I came there, with whom, or whether I rest. */
export const shareStep = ({ stage }: Pick<OwnBegan, 'stage'>): SharedStep => ({ kind: 'programme/shared-step', stage });

const markKinds = [
  'programme/own-resumed',
  'programme/own-ended',
  'programme/own-put-by',
  'programme/step-withdrawn',
] as const;
const goKinds = ['programme/own-went-on', 'programme/own-went-back', 'programme/own-joined'] as const;
const pauseKinds = ['programme/own-rests', 'programme/own-away'] as const;

const choiceShape = /^[a-z][a-z0-9-]{0,47}$/;
export const isChoiceId = (id: string): boolean => choiceShape.test(id);

const readStage = readOneOf(pathStages);
const readTogether: Read<'yes' | 'no'> = (json) => (json === true ? 'yes' : json === false ? 'no' : null);
const readWeight = readWhole(1, drawLimits.weightsMax);
const readSeed = readWhole(0, drawLimits.seedCount - 1);
const readChoiceId: Read<string> = (json) => (typeof json === 'string' && isChoiceId(json) ? json : null);
const readChoice: Read<Choice> = (json) => {
  const fields = json === undefined ? null : bodyFields(json);
  if (fields === null) return null;
  const practice = readChoiceId(bodyField(fields, 'practice'));
  const weight = readWeight(bodyField(fields, 'weight'));
  return practice === null || weight === null ? null : { practice, weight };
};
const readChoices = readList(1, drawLimits.choicesMax, readChoice);
const readChance: Read<Chance> = (json) => {
  const fields = json === undefined ? null : bodyFields(json);
  if (fields === null) return null;
  const weight = readWeight(bodyField(fields, 'weight'));
  const of = readWeight(bodyField(fields, 'of'));
  return weight === null || of === null || weight > of ? null : { weight, of };
};

export function parseProgramme(kind: string, body: Json): ProgrammeEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const field = (name: string) => bodyField(fields, name);

  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };

  const goKind = goKinds.find((known) => known === kind);
  if (goKind !== undefined) {
    const to = readStage(field('to'));
    return to === null ? null : { kind: goKind, to };
  }

  const pauseKind = pauseKinds.find((known) => known === kind);
  if (pauseKind !== undefined) {
    const until = field('untilMs');
    if (until === undefined || until === null) return { kind: pauseKind, untilMs: null };
    const untilMs = readMoment(until);
    return untilMs === null ? null : { kind: pauseKind, untilMs };
  }

  if (kind === 'programme/own-began' || kind === 'programme/own-chose-company') {
    const together = readTogether(field('isTogether'));
    if (together === null) return null;
    const isTogether = together === 'yes';
    if (kind === 'programme/own-chose-company') return { kind, isTogether };
    const stage = readStage(field('stage'));
    return stage === null ? null : { kind, isTogether, stage };
  }
  if (kind === 'programme/shared-step') {
    const stage = readStage(field('stage'));
    return stage === null ? null : { kind, stage };
  }
  return kind === 'programme/own-offered' ? readOffered(field) : null;
}

function readOffered(field: (name: string) => Json | undefined): OwnOffered | null {
  const date = field('date');
  const stage = readStage(field('stage'));
  const practice = readChoiceId(field('practice'));
  const choices = readChoices(field('choices'));
  const probability = readChance(field('probability'));
  const seed = readSeed(field('seed'));
  if (typeof date !== 'string' || !isWallDate(date) || stage === null || practice === null) return null;
  if (choices === null || probability === null || seed === null) return null;
  // What was not in the draw was not drawn.
  if (!choices.some((choice) => choice.practice === practice)) return null;
  return { kind: 'programme/own-offered', date, stage, practice, choices, probability, seed };
}

export function programmeToBody(event: ProgrammeEvent): Json {
  switch (event.kind) {
    case 'programme/own-began':
      return { isTogether: event.isTogether, stage: event.stage };
    case 'programme/own-chose-company':
      return { isTogether: event.isTogether };
    case 'programme/own-went-on':
    case 'programme/own-went-back':
    case 'programme/own-joined':
      return { to: event.to };
    case 'programme/own-rests':
    case 'programme/own-away':
      return { untilMs: event.untilMs };
    case 'programme/own-offered': {
      const { date, stage, practice, choices, probability, seed } = event;
      return {
        date,
        stage,
        practice,
        choices: choices.map(({ practice: id, weight }) => ({ practice: id, weight })),
        probability: { weight: probability.weight, of: probability.of },
        seed,
      };
    }
    case 'programme/shared-step':
      return { stage: event.stage };
    default:
      return {};
  }
}
