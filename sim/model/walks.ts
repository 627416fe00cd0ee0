/** Every walk through the four models: the right design, and each flaw in the smallest world that shows it. */
import { type ConsentFlaw, consentFlaws, consentModel } from './consent.ts';
import { type EpochFlaw, epochFlaws, epochsModel, type World } from './epochs.ts';
import { explore, type Model, type Outcome } from './explore.ts';
import { type LeavingFlaw, leavingFlaws, leavingModel } from './leaving.ts';
import { membersModel } from './members.ts';
import { limitWorlds, type WorldName, worlds } from './worlds.ts';

/** No model comes near: a walk that gets here has gone wrong, and says so. */
const statesMax = 600_000;

export interface Walk {
  readonly model: string;
  /** In words; null: the right design. */
  readonly flaw: string | null;
  readonly go: () => Outcome;
}

const walk = <State>(flaw: string | null, model: Model<State>): Walk => ({
  model: model.name,
  flaw,
  go: () => explore(model, statesMax),
});

/** Used on a flawed copy of the sources, too: see planted.ts. */
export const walkMembers = (): Outcome => explore(membersModel(), statesMax);
export const walkEpochs = (name: WorldName): Outcome => explore(epochsModel(worlds[name]), statesMax);

export const rightWalks = (): readonly Walk[] => [
  walk(null, membersModel()),
  ...Object.values<World>(worlds).map((world) => walk(null, epochsModel(world))),
  walk(null, leavingModel()),
  walk(null, consentModel()),
];

const epochFlawIn: Readonly<Record<EpochFlaw, WorldName>> = {
  'no-new-key': 'one',
  'sealed-to-removed': 'one',
  'old-list': 'both',
  'own-first': 'own',
  'no-second-change': 'both',
  'own-person-only': 'mirrored',
  'unfair-key': 'keys',
  'no-word-in-old-place': 'one',
  'offered-once': 'forgetful',
  'compared-by-generation': 'own',
  'not-handed-over': 'keys',
  'two-read': 'both',
  'removal-apart': 'both',
  'not-offered-on': 'own',
  'removed-counts': 'one',
};

export const flawedWalks = (): readonly Walk[] => [
  ...(Object.keys(epochFlaws) as EpochFlaw[]).map((flaw) =>
    walk(epochFlaws[flaw], epochsModel(worlds[epochFlawIn[flaw]], flaw)),
  ),
  ...(Object.keys(leavingFlaws) as LeavingFlaw[]).map((flaw) => walk(leavingFlaws[flaw], leavingModel(flaw))),
  ...(Object.keys(consentFlaws) as ConsentFlaw[]).map((flaw) => walk(consentFlaws[flaw], consentModel(flaw))),
];

/** What the right design does not prevent, and docs/THREATS.md says so. */
export const limitWalks = (): readonly Walk[] =>
  Object.entries<World>(limitWorlds).map(([words, world]) => walk(words, epochsModel(world)));

export const outcomeToLine = ({ model, flaw }: Pick<Walk, 'model' | 'flaw'>, outcome: Outcome): string =>
  flaw === null
    ? `${String(outcome.states).padStart(7)} states ${String(outcome.transitions).padStart(8)} steps  ${outcome.kind.padEnd(8)} ${model}`
    : `${String(outcome.trace.length).padStart(2)} steps  ${outcome.kind}  ${flaw}  →  ${outcome.rule || '–'}`;
