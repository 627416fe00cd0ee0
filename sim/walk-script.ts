/**
 * Walks a guided practice through everything that two people (or one) can do in it: each answer that leads elsewhere,
 * both words of the speaker, and at every step the interruptions of a real evening. What must hold is told as
 * sentences; none is good.
 */
import {
  type Ask,
  actorsOf,
  awaited,
  type GuidedCommand,
  mayGo,
  openersOf,
  type Place,
  placeOf,
  type Script,
  type Session,
  type Values,
  type Verdict,
  type Way,
  type Who,
} from '#core';
import { beginTalk, deliver, deliverAll, reopened, type Side, say, sessionOf, sharedOf, type Talk } from './talk.ts';

export interface Walked {
  readonly problems: readonly string[];
  /** Steps that were met, by their index in the script. */
  readonly met: ReadonlySet<string>;
  readonly states: number;
  readonly endings: number;
}

const statesMax = 4_000;

export function waysOf(script: Script): readonly Way[] {
  if (script.people === 'one') return ['alone'];
  return script.people === 'two' ? ['two-phones', 'passed'] : ['two-phones', 'passed', 'alone'];
}

export function walkScript(script: Script, way: Way): Walked {
  const problems = new Set<string>();
  const met = new Set<string>();
  const seen = new Set<string>();
  let [endings, states] = [0, 0];
  const open: Talk[] = [beginTalk(script, way, 'me')];
  for (let talk = open.pop(); talk !== undefined; talk = open.pop()) {
    const session = sessionOf(talk, 'a');
    const place = placeOf(session);
    if (session.ending !== null || place === null) {
      endings += 1;
      continue;
    }
    const key = `${session.place} ${session.understood.join()} ${session.almosts.length}`;
    if (seen.has(key) || states >= statesMax) continue;
    seen.add(key);
    states += 1;
    met.add(place.step.id);
    const tell = (words: string): void => void problems.add(`${script.key}, ${way}, ${place.step.id}: ${words}`);
    checkStep(session, place, tell);
    checkInterruptions(talk, way, tell);
    const next = continuations(talk, place, way);
    if (next.length === 0) tell('nobody can go on');
    open.push(...next);
  }
  if (states >= statesMax) problems.add(`${script.key}: more than ${statesMax} states`);
  if (endings === 0) problems.add(`${script.key}, ${way}: it never ends`);
  return { problems: [...problems], met, states, endings };
}

/** What each may do here, as commands on the phone of whoever does it. */
const sideOf = (who: Who, way: Way): Side => (way === 'two-phones' && who === 'partner' ? 'b' : 'a');
const voiceOf = (who: Who, way: Way): Who => (way === 'two-phones' ? 'me' : who);

function checkStep(session: Session, { step, turn }: Place, tell: (words: string) => void): void {
  if (!step.isFixing) return;
  const gated = session.places.slice(0, session.place).filter((one) => one.step.gate !== null);
  for (const one of gated) {
    if (session.understood[one.turn] !== true && (step.part !== 'turn' || one.turn <= turn))
      tell('a way out is looked for before the speaker was understood');
  }
}

/** Everything that may come next, each as the talk after it. Choices that lead to the same step count once. */
function continuations(talk: Talk, place: Place, way: Way): readonly Talk[] {
  const session = sessionOf(talk, 'a');
  const actors = place.step.asks.length === 0 ? [] : actorsOf(place, way);
  const writers = place.step.who === 'either' && way !== 'alone' ? actors.slice(0, 1) : actors;
  let talks: readonly Talk[] = [talk];
  for (const who of writers) {
    talks = talks.flatMap((one) =>
      valuesFor(place.step.asks).flatMap((values) => {
        const said = say(one, sideOf(who, way), answerOf(session, voiceOf(who, way), values));
        return typeof said === 'string' ? [] : [deliverAll(said)];
      }),
    );
  }
  const hasGate = place.step.gate !== null;
  // "Almost" is explored twice; after that it leads to nothing new.
  const words: readonly Verdict[] = hasGate ? (session.almosts.length < 2 ? ['yes', 'almost'] : ['yes']) : ['on'];
  return talks.flatMap((one) =>
    openersOf(place, way).flatMap((who) =>
      words.flatMap((verdict) => {
        const now = sessionOf(one, 'a');
        const gone = say(one, sideOf(who, way), goOf(now, voiceOf(who, way), verdict));
        return typeof gone === 'string' ? [] : [deliverAll(gone)];
      }),
    ),
  );
}

function valuesFor(asks: readonly Ask[]): readonly Values[] {
  const choice = asks.find((ask) => ask.kind === 'choice');
  const others = Object.fromEntries(
    asks
      .filter((ask) => ask !== choice)
      .map((ask) => [
        ask.id,
        ask.kind === 'date' ? '2026-12-24' : ask.kind === 'choice' ? (ask.options[0]?.id ?? '') : 'words',
      ]),
  );
  if (choice === undefined) return [others];
  // Two of each kind that leads elsewhere, so that both can choose alike, and differently.
  const byGoes = new Map<string, string[]>();
  for (const { id, goes } of choice.options) byGoes.set(goes, [...(byGoes.get(goes) ?? []), id].slice(0, 2));
  return [...byGoes.values()].flat().map((id) => ({ ...others, [choice.id]: id }));
}

const answerOf = ({ id, place, visit }: Session, voice: Who, values: Values): GuidedCommand => ({
  practice: 'guided',
  type: 'answer',
  thing: id,
  voice,
  place,
  visit,
  values,
});

const goOf = ({ id, place, visit }: Session, voice: Who, verdict: Verdict): GuidedCommand => ({
  practice: 'guided',
  type: 'go',
  thing: id,
  voice,
  place,
  visit,
  values: null,
  verdict,
  missed: verdict === 'almost' ? 'one thing more' : '',
});

// ------------------------------------------------------------------------------------------------ interruptions

function checkInterruptions(talk: Talk, way: Way, tell: (words: string) => void): void {
  const sides: readonly Side[] = way === 'two-phones' ? ['a', 'b'] : ['a'];
  for (const side of sides) {
    if (sharedOf(reopened(talk, side), side) !== sharedOf(talk, side)) tell('an app that was closed stands elsewhere');
    const { id } = sessionOf(talk, side);
    const left = say(talk, side, { practice: 'guided', type: 'leave', thing: id, words: '' });
    if (typeof left === 'string') tell(`it cannot be left: ${left}`);
    else if (sides.some((one) => sessionOf(deliverAll(left), one).ending?.how !== 'left'))
      tell('leaving does not end it');
    const aside = say(talk, side, { practice: 'guided', type: 'set-aside', thing: id });
    if (typeof aside === 'string') tell(`it cannot be set aside: ${aside}`);
    else if (way === 'two-phones' && aside[side === 'a' ? 'b' : 'a'] !== talk[side === 'a' ? 'b' : 'a'])
      tell('setting it aside is told to the other');
  }
  if (way !== 'two-phones') return;
  if (sharedOf(talk, 'a') !== sharedOf(talk, 'b')) tell('the two stand at different steps');
  checkBothPress(talk, tell);
  checkWrongPress(talk, tell);
}

/** Both write and press before either has heard of the other. */
function checkBothPress(talk: Talk, tell: (words: string) => void): void {
  const session = sessionOf(talk, 'a');
  const place = placeOf(session);
  if (place === null) return;
  for (const order of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    let both = talk;
    const written = { a: 0, b: 0 };
    for (const side of order) {
      const here = sessionOf(both, side);
      const at = placeOf(here);
      if (at !== null && at.step.asks.length > 0 && actorsOf(at, 'two-phones').includes('me')) {
        const said = say(both, side, answerOf(here, 'me', valuesFor(at.step.asks)[0] ?? {}));
        if (typeof said === 'string') tell(`words are refused: ${said}`);
        else {
          both = said;
          written[side] += 1;
        }
      }
      for (const verdict of ['on', 'yes'] as const) {
        const now = sessionOf(both, side);
        if (!mayGo(now, 'me', verdict) || awaited(now).length > 0) continue;
        const gone = say(both, side, goOf(now, 'me', verdict));
        if (typeof gone === 'string') tell(`a press is refused: ${gone}`);
        else both = gone;
      }
    }
    const met = deliverAll(both);
    const [a, b] = [sessionOf(met, 'a'), sessionOf(met, 'b')];
    if (sharedOf(met, 'a') !== sharedOf(met, 'b')) tell('after both have pressed they stand at different steps');
    const isSkipped = session.places.slice(session.place + 1, a.place).length > 0 && !mayJump(place);
    if (a.visit > session.visit + 1 || isSkipped) tell('one step was left out');
    const isPrivate = place.step.keeps === 'mine';
    const before = (one: Session): number => sessionOf(talk, one === a ? 'a' : 'b').answers.length;
    const lacks = (one: Session, own: number, theirs: number): boolean =>
      one.answers.length < before(one) + own + (isPrivate ? 0 : theirs);
    if (lacks(a, written.a, written.b) || lacks(b, written.b, written.a)) tell('something that was written is lost');
  }
}

/** Steps after this one may be left out only where a choice here leads further. */
const mayJump = ({ step }: Place): boolean =>
  step.differ !== '' || step.asks.some((ask) => ask.options.some(({ goes }) => goes !== ''));

/** A phone with a changed app presses what it may not press: the other one stays where they were. */
function checkWrongPress(talk: Talk, tell: (words: string) => void): void {
  const session = sessionOf(talk, 'a');
  const place = placeOf(session);
  if (place === null) return;
  for (const side of ['a', 'b'] as const) {
    const here = sessionOf(talk, side);
    for (const verdict of ['on', 'yes', 'almost'] as const) {
      if (isRightPress(here, verdict)) continue;
      const forged = forge(talk, side, here, verdict);
      const other = side === 'a' ? 'b' : 'a';
      if (sessionOf(deliver(forged, other), other).visit !== session.visit)
        tell(`a wrong press (${verdict}) opens the next step`);
    }
  }
}

/** The rule once more, told apart from the engine: who may open what comes next, on two phones. */
function isRightPress(session: Session, verdict: Verdict): boolean {
  const place = session.places[session.place];
  if (place === undefined) return false;
  const { step, speaker, listener } = place;
  if (step.gate !== null) return verdict !== 'on' && speaker === 'me';
  if (verdict !== 'on') return false;
  if (step.opens === 'speaker' && speaker !== 'me') return false;
  if (step.opens === 'listener' && listener !== 'me') return false;
  if (step.asks.length === 0 || step.keeps === 'mine') return true;
  const writers = { speaker: [speaker], listener: [listener], both: ['me', 'partner'] as const, either: [] }[step.who];
  const has = (who: Who): boolean =>
    session.answers.some((one) => one.by === who && one.place === session.place && one.visit === session.visit);
  return step.who === 'either' ? has('me') || has('partner') : writers.every(has);
}

function forge(talk: Talk, by: Side, { id, place, visit }: Session, verdict: Verdict): Talk {
  const other = by === 'a' ? 'b' : 'a';
  const entries = talk.entries + 1;
  const recorded = {
    event: { kind: 'guided/went', body: { place, visit, verdict, missed: '' } },
    thing: id,
    entry: entries.toString(16).padStart(64, 'f'),
    space: 'ours',
    who: 'partner',
    device: by,
    seq: entries,
    atMs: talk.nowMs + 1,
    atCount: entries,
    seal: 'open',
  } as const;
  return { ...talk, entries, [other]: { ...talk[other], inbox: [...talk[other].inbox, recorded] } };
}
