/**
 * A session: one run of a script, walked through the facts that both wrote. Pure and total: whatever arrives, in
 * whatever order, twice, late, or from a partner who means harm, the same facts lead to the same step on every device.
 *
 * What must hold:
 * - A move counts only if it names the step and the visit at which the session stands, and if its author may make it.
 *   Of two who press at once, the first in the total order moves; the other's press names a visit that is over.
 * - No step after the speaker's word opens before the speaker has said it.
 * - Nothing that was written is lost: an answer to a step that is over is kept with that step.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { At, GuidedEvent, Values, Verdict } from './events.ts';
import { guidedLimits } from './limits.ts';
import type { Part, Script, Step } from './script.ts';

export type Way = 'two-phones' | 'passed' | 'alone';

/** One step as it is met on the way: those of the turn are met once by each speaker. */
export interface Place {
  readonly step: Step;
  readonly turn: number;
  readonly speaker: Who;
  readonly listener: Who;
}

export interface SessionAnswer extends At {
  readonly by: Who;
  readonly values: Values;
  readonly atMs: number;
  /** Mine, and sealed: the other cannot read it yet. */
  readonly isClosed: boolean;
  /** Only on my devices. */
  readonly isPrivate: boolean;
  /** It came when its step was over, or was a second one: shown, but it moves nothing. */
  readonly isLate: boolean;
}

/** The speaker's "almost", with what is still missing. */
export interface Almost extends At {
  readonly by: Who;
  readonly missed: string;
  readonly atMs: number;
}

export interface Ending {
  readonly how: 'whole' | 'left';
  readonly by: Who;
  readonly words: string;
  readonly atMs: number;
}

export interface Session {
  readonly type: 'session';
  readonly id: ThingId;
  readonly way: Way;
  readonly script: Script;
  readonly topic: string;
  readonly beganBy: Who;
  readonly beganAtMs: number;
  readonly places: readonly Place[];
  /** Where it stands. After the end: where it stood. */
  readonly place: number;
  /** Moves made so far. */
  readonly visit: number;
  readonly answers: readonly SessionAnswer[];
  readonly almosts: readonly Almost[];
  /** By turn: whether its speaker has said that they were understood. */
  readonly understood: readonly boolean[];
  readonly ending: Ending | null;
  /** Not now, on my devices; told to nobody. */
  readonly isSetAside: boolean;
  /** One of us wished that nothing of it be shown again: no words are left in it, and no list names it. */
  readonly isLetGo: boolean;
  readonly movedAtMs: number;
}

export const otherOf = (who: Who): Who => (who === 'me' ? 'partner' : 'me');

/** The steps in the order in which they are met. Alone: without those that need another one. */
export function scriptToPlaces(script: Script, way: Way, first: Who): readonly Place[] {
  const isMet = (step: Step): boolean =>
    way !== 'alone' || !(step.isForTwoOnly || step.who === 'listener' || step.gate !== null);
  const inPart = (part: Part, turn: number): readonly Place[] => {
    const speaker = turn === 1 ? otherOf(first) : first;
    return script.steps
      .filter((step) => step.part === part && isMet(step))
      .map((step) => ({ step, turn, speaker, listener: otherOf(speaker) }));
  };
  const turns = way === 'alone' ? 1 : script.turns;
  return [
    ...inPart('opening', 0),
    ...Array.from({ length: turns }, (_, turn) => inPart('turn', turn)).flat(),
    ...inPart('closing', 0),
  ];
}

/** Who writes or does something at a place. For `either`: both may. */
export function actorsOf({ step, speaker, listener }: Place, way: Way): readonly Who[] {
  if (way === 'alone') return ['me'];
  if (step.who === 'speaker') return [speaker];
  return step.who === 'listener' ? [listener] : ['me', 'partner'];
}

/** Who may open what comes after a place. */
export function openersOf({ step, speaker, listener }: Place, way: Way): readonly Who[] {
  if (way === 'alone') return ['me'];
  if (step.opens === 'speaker') return [speaker];
  return step.opens === 'listener' ? [listener] : ['me', 'partner'];
}

export const placeOf = (session: Session): Place | null => session.places[session.place] ?? null;

/** The answers that count at the place where the session stands. */
export const answersHere = (session: Session): readonly SessionAnswer[] =>
  session.answers.filter((one) => one.place === session.place && one.visit === session.visit && !one.isLate);

/** Whose words are still needed before the next step may open. Empty where nothing is asked, or only for oneself. */
export function awaited(session: Session): readonly Who[] {
  const place = placeOf(session);
  if (place === null || place.step.asks.length === 0 || place.step.keeps === 'mine') return [];
  const here = answersHere(session);
  if (place.step.who === 'either') return here.length > 0 ? [] : actorsOf(place, session.way);
  return actorsOf(place, session.way).filter((who) => !here.some((one) => one.by === who));
}

/** Whether this person may open the next step now. */
export function mayGo(session: Session, who: Who, verdict: Verdict): boolean {
  const place = placeOf(session);
  if (place === null || session.ending !== null || session.visit >= guidedLimits.movesMax) return false;
  if ((verdict === 'on') === (place.step.gate !== null)) return false;
  if (!openersOf(place, session.way).includes(who) || awaited(session).length > 0) return false;
  return !answersHere(session).some((one) => one.isClosed);
}

/** Where a move leads: a place, or null for the end. */
export function targetOf(session: Session, verdict: Verdict): number | null {
  const place = placeOf(session);
  if (place === null) return null;
  const { step, turn } = place;
  if (verdict === 'almost' && step.gate !== null) return findPlace(session, 0, step.gate.back, turn) ?? session.place;
  const goes = goesOf(session, step);
  if (goes === 'end') return null;
  const next =
    goes === '' ? session.place + 1 : (findPlace(session, session.place + 1, goes, turn) ?? session.place + 1);
  return next < session.places.length ? next : null;
}

/** What the choice of this step says; '' for the next step. */
function goesOf(session: Session, step: Step): string {
  const choice = step.asks.find((ask) => ask.kind === 'choice');
  if (choice === undefined) return '';
  // Where either writes, the first in the total order has chosen: another press of that moment is kept, and leads nowhere.
  const counted = step.who === 'either' ? answersHere(session).slice(0, 1) : answersHere(session);
  const chosen = [...new Set(counted.map((one) => one.values[choice.id] ?? ''))];
  if (chosen.length > 1) return step.differ;
  return choice.options.find((option) => option.id === chosen[0])?.goes ?? '';
}

function findPlace({ places }: Session, from: number, id: string, turn: number): number | null {
  const found = places.findIndex(
    (one, index) => index >= from && one.step.id === id && (one.step.part !== 'turn' || one.turn === turn),
  );
  return found === -1 ? null : found;
}

// ------------------------------------------------------------------------------------------------ the walk

/** A practice of somebody else's pack that I keep on my devices. */
export interface KeptScript {
  readonly type: 'kept';
  readonly id: ThingId;
  readonly script: Script;
  readonly atMs: number;
}

/** null: these facts are no session of mine, or I let it go. */
export function foldGuided(recorded: readonly Recorded<GuidedEvent>[]): Session | KeptScript | null {
  const first = recorded.find(isAtHome);
  if (first?.event.kind !== 'guided/own-script-kept') return foldSession(recorded);
  const isForgotten = recorded.some((one) => isAtHome(one) && one.event.kind === 'guided/own-forgotten');
  return isForgotten ? null : { type: 'kept', id: first.thing, script: first.event.script, atMs: first.atMs };
}

function foldSession(recorded: readonly Recorded<GuidedEvent>[]): Session | null {
  const atHome = recorded.filter(isAtHome);
  const mine = atHome.filter(({ space }) => space === 'mine');
  if (mine.some(({ event }) => event.kind === 'guided/own-forgotten')) return null;
  const isOwn = mine.some(({ event }) => event.kind === 'guided/own-begun');
  // Each space has a clock of its own: what I keep beside a session of both comes after it, whatever the clocks say.
  const inOrder = isOwn ? mine : [...atHome.filter(({ space }) => space === 'ours'), ...mine];
  let session: Session | null = null;
  for (const one of inOrder) session = session === null ? begin(one) : step(session, one);
  return session !== null && isToForget(session)
    ? { ...session, isLetGo: true, topic: '', answers: [], almosts: [] }
    : session;
}

/** It came to its end, and somebody chose on the way that it be forgotten. */
const isToForget = ({ ending, answers, places }: Session): boolean =>
  ending?.how === 'whole' &&
  answers.some(
    ({ place, values, isLate, isPrivate }) =>
      !isLate &&
      !isPrivate &&
      places[place]?.step.asks.some(({ id, options }) =>
        options.some((option) => option.isForgetting && option.id === values[id]),
      ),
  );

function isAtHome({ event, space, who }: Recorded<GuidedEvent>): boolean {
  const isMine = event.kind.startsWith('guided/own-');
  return isMine ? space === 'mine' && who === 'me' : space === 'ours';
}

function begin({ event, thing, who, atMs }: Recorded<GuidedEvent>): Session | null {
  const common = {
    type: 'session' as const,
    id: thing,
    beganAtMs: atMs,
    movedAtMs: atMs,
    place: 0,
    visit: 0,
    answers: [],
    almosts: [],
    ending: null,
    isSetAside: false,
    isLetGo: false,
  };
  if (event.kind === 'guided/begun') {
    if (event.script.people === 'one') return null;
    const { script, topic } = event;
    const places = scriptToPlaces(script, 'two-phones', event.first === 'author' ? who : otherOf(who));
    return { ...common, way: 'two-phones', script, topic, beganBy: who, places, understood: noneUnderstood(script) };
  }
  if (event.kind !== 'guided/own-begun') return null;
  const { script, topic, way } = event;
  if (script.people === (way === 'alone' ? 'two' : 'one')) return null;
  const places = scriptToPlaces(script, way, event.first);
  return { ...common, way, script, topic, beganBy: who, places, understood: noneUnderstood(script) };
}

const noneUnderstood = ({ turns }: Script): readonly boolean[] => Array.from({ length: turns }, () => false);

function step(session: Session, { event, who, atMs, seal }: Recorded<GuidedEvent>): Session {
  const isShared = session.way === 'two-phones';
  switch (event.kind) {
    case 'guided/answered':
      return isShared ? answer(session, who, event, atMs, seal === 'closed', false) : session;
    case 'guided/own-answered':
      // Beside a session on two phones, only what is kept for oneself.
      if (isShared && (event.voice !== 'me' || session.places[event.place]?.step.keeps !== 'mine')) return session;
      return answer(session, event.voice, event, atMs, false, isShared);
    case 'guided/went':
      return isShared ? move(session, who, event, atMs) : session;
    case 'guided/own-went':
      return isShared ? session : move(session, event.voice, event, atMs);
    case 'guided/left':
      return isShared ? end(session, 'left', who, event.words, atMs) : session;
    case 'guided/own-left':
      return isShared ? session : end(session, 'left', 'me', '', atMs);
    case 'guided/own-set-aside':
      return { ...session, isSetAside: true };
    default:
      return session;
  }
}

function answer(
  session: Session,
  by: Who,
  { place, visit, values }: At & { readonly values: Values },
  atMs: number,
  isClosed: boolean,
  isPrivate: boolean,
): Session {
  const at = session.places[place];
  if (at === undefined || !actorsOf(at, session.way).includes(by)) return session;
  const isHere = place === session.place && visit === session.visit && session.ending === null;
  const isFirst = !session.answers.some((one) => one.place === place && one.visit === visit && one.by === by);
  const added = {
    place,
    visit,
    by,
    values,
    atMs,
    isClosed,
    isPrivate,
    isLate: isPrivate ? !isFirst : !(isHere && isFirst),
  };
  return { ...session, answers: [...session.answers, added] };
}

function move(
  session: Session,
  by: Who,
  { place, visit, verdict, missed }: At & { readonly verdict: Verdict; readonly missed: string },
  atMs: number,
): Session {
  if (place !== session.place || visit !== session.visit || !mayGo(session, by, verdict)) return session;
  const at = placeOf(session);
  const target = targetOf(session, verdict);
  const understood =
    verdict === 'yes' ? session.understood.map((was, turn) => was || turn === at?.turn) : session.understood;
  const almosts = verdict === 'almost' ? [...session.almosts, { place, visit, by, missed, atMs }] : session.almosts;
  const moved = { ...session, understood, almosts, visit: visit + 1, movedAtMs: atMs };
  if (target === null) return end(moved, 'whole', by, '', atMs);
  return isFixingClosed(moved, target) ? session : { ...moved, place: target };
}

/** A way out is not looked for before everyone who has had their turn so far was understood. Scripts see to it too. */
function isFixingClosed({ places, understood }: Session, target: number): boolean {
  const place = places[target];
  if (place === undefined || !place.step.isFixing) return false;
  const gated = places.slice(0, target).filter(({ step }) => step.gate !== null);
  return gated.some(({ turn }) => understood[turn] !== true);
}

const end = (session: Session, how: Ending['how'], by: Who, words: string, atMs: number): Session =>
  session.ending === null ? { ...session, ending: { how, by, words, atMs }, movedAtMs: atMs } : session;
