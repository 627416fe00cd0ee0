/**
 * Two people in one session of a guided practice, each with a state of their own: commands are decided and folded by
 * the core that ships; what travels is delivered when the caller says so, in any order. Sealed answers open as the
 * device opens them: once both of one exchange are there.
 */
import {
  addAllRecorded,
  type Context,
  decideWith,
  type GuidedCommand,
  guided,
  monthRecordToRecorded,
  noState,
  type RecordedAny,
  type Script,
  type Session,
  type State,
  stateToMonthRecord,
  type ThingId,
  thingsOf,
  type Way,
  type Who,
} from '#core';
import { assert } from '#kernel';

export type Side = 'a' | 'b';
const registry = [guided];
const startMs = Date.UTC(2026, 10, 26, 19);

interface Person {
  readonly state: State;
  readonly inbox: readonly RecordedAny[];
}

/** Immutable: whoever explores keeps the talk as it was before a press, and presses something else. */
export interface Talk {
  readonly a: Person;
  readonly b: Person;
  readonly sealed: readonly { readonly by: Side; readonly exchange: string; readonly recorded: RecordedAny }[];
  readonly nowMs: number;
  readonly entries: number;
  readonly thing: ThingId;
}

export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a');

export function beginTalk(script: Script, way: Way, first: Who): Talk {
  const nobody: Person = { state: noState, inbox: [] };
  const empty: Talk = { a: nobody, b: nobody, sealed: [], nowMs: startMs, entries: 0, thing: '' };
  const begun = say(empty, 'a', { practice: 'guided', type: 'begin', script, way, topic: '', first });
  assert(typeof begun !== 'string', `a session of ${script.key} begins: ${String(begun)}`);
  return deliver(begun, 'b');
}

/** The talk after a command, or the refusal. */
export function say(talk: Talk, by: Side, command: GuidedCommand): Talk | string {
  let { entries } = talk;
  const nowMs = talk.nowMs + 1;
  const id = (): ThingId => nowMs.toString(16).padStart(12, '0') + '0'.repeat(20);
  const context: Context = { nowMs, zone: 'UTC', isPaired: true, newId: id };
  const decided = decideWith(talk[by].state, registry, command, context);
  if (!decided.ok) return decided.error.refusal;
  let next: Talk = { ...talk, nowMs };
  for (const draft of decided.value) {
    entries += 1;
    const { kind } = draft.event as { readonly kind: string };
    const isSealed = draft.mode?.startsWith('sealed') === true;
    const recorded: RecordedAny = {
      event: { kind, body: guided.toBody(draft.event as never) },
      thing: draft.thing,
      entry: entries.toString(16).padStart(64, '0'),
      space: draft.space,
      who: 'me',
      device: by,
      seq: entries,
      atMs: nowMs,
      atCount: entries,
      seal: isSealed ? 'closed' : 'open',
    };
    next = { ...put(next, by, [recorded]), thing: draft.thing, entries };
    if (isSealed)
      next = openSealed({ ...next, sealed: [...next.sealed, { by, exchange: draft.exchange ?? '', recorded }] });
    else if (draft.space === 'ours') next = send(next, otherSide(by), [recorded]);
  }
  return next;
}

/** Everything that waits for one of them arrives, in the order that `shuffle` gives it. */
export function deliver(
  talk: Talk,
  to: Side,
  shuffle: (all: readonly RecordedAny[]) => readonly RecordedAny[] = (all) => all,
): Talk {
  const { inbox } = talk[to];
  return { ...put(talk, to, shuffle(inbox)), [to]: { ...put(talk, to, shuffle(inbox))[to], inbox: [] } };
}

export const deliverAll = (talk: Talk): Talk => deliver(deliver(talk, 'a'), 'b');

export function sessionOf(talk: Talk, side: Side): Session {
  const thing = thingsOf(talk[side].state.thingsByPractice, guided).get(talk.thing);
  assert(thing?.type === 'session', 'the session is there');
  return thing;
}

/** The same person after the app was closed and opened: all that is left is what was written. */
export function reopened(talk: Talk, side: Side): Talk {
  const months = [...talk[side].state.keptByMonth.keys()];
  const kept = months.flatMap((month) => monthRecordToRecorded(stateToMonthRecord(talk[side].state, month)));
  return { ...talk, [side]: { ...talk[side], state: addAllRecorded(noState, registry, kept) } };
}

/** What both should see alike, spoken from the side of `a`. */
export function sharedOf(talk: Talk, side: Side): string {
  const { places, place, visit, answers, almosts, understood, ending, script } = sessionOf(talk, side);
  const name = (who: Who): Side => ((who === 'me') === (side === 'a') ? 'a' : 'b');
  return JSON.stringify({
    key: script.key,
    steps: places.map(({ step, turn, speaker }) => [step.id, turn, name(speaker)]),
    at: [place, visit],
    answers: answers
      .filter(({ isPrivate, isClosed }) => !isPrivate && !isClosed)
      .map(({ by, isPrivate: _, isClosed: __, ...rest }) => ({ ...rest, by: name(by) })),
    almosts: almosts.map(({ by, ...rest }) => ({ ...rest, by: name(by) })),
    understood,
    ending: ending === null ? null : { ...ending, by: name(ending.by) },
  });
}

function put(talk: Talk, side: Side, recorded: readonly RecordedAny[]): Talk {
  const state = addAllRecorded(talk[side].state, registry, recorded);
  return { ...talk, [side]: { ...talk[side], state } };
}

function send(talk: Talk, to: Side, recorded: readonly RecordedAny[]): Talk {
  const theirs = recorded.map((one): RecordedAny => ({ ...one, who: 'partner' }));
  return { ...talk, [to]: { ...talk[to], inbox: [...talk[to].inbox, ...theirs] } };
}

function openSealed(talk: Talk): Talk {
  const pair = talk.sealed.flatMap((one) =>
    one.by === 'a'
      ? talk.sealed.filter((two) => two.by === 'b' && two.exchange === one.exchange).map((two) => [one, two] as const)
      : [],
  )[0];
  if (pair === undefined) return talk;
  let next: Talk = { ...talk, sealed: talk.sealed.filter((one) => one !== pair[0] && one !== pair[1]) };
  for (const { by, recorded } of pair) {
    const open: RecordedAny = { ...recorded, seal: 'open' };
    next = send(put(next, by, [open]), otherSide(by), [open]);
  }
  return next;
}
