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

/** Both write and press before either has heard of the other: one after the other, or step by step together. */
function checkBothPress(talk: Talk, tell: (words: string) => void): void {
  const place = placeOf(sessionOf(talk, 'a'));
  if (place === null) return;
  const [write, press] = [writeOn(tell), pressOn(tell)];
  for (const acts of [
    [write('a'), press('a'), write('b'), press('b')],
    [write('b'), press('b'), write('a'), press('a')],
    [write('a'), write('b'), press('a'), press('b')],
    [write('b'), write('a'), press('a'), press('b')],
  ]) {
    const met = deliverAll(acts.reduce((both, act) => act(both), talk));
    checkMet(talk, place, met, tell);
  }
}

type Tell = (words: string) => void;
type Act = (talk: Talk) => Talk;

/** The two choose differently where there is a choice. */
const valuesOn = (place: Place, side: Side): Values => valuesFor(place.step.asks).at(side === 'a' ? 0 : -1) ?? {};

const writeOn =
  (tell: Tell) =>
  (side: Side): Act =>
  (talk) => {
    const here = sessionOf(talk, side);
    const at = placeOf(here);
    if (at === null || at.step.asks.length === 0 || !actorsOf(at, 'two-phones').includes('me')) return talk;
    const said = say(talk, side, answerOf(here, 'me', valuesOn(at, side)));
    if (typeof said !== 'string') return said;
    tell(`words are refused: ${said}`);
    return talk;
  };

const pressOn =
  (tell: Tell) =>
  (side: Side): Act =>
  (talk) => {
    const here = sessionOf(talk, side);
    const verdict = (['on', 'yes'] as const).find((word) => mayGo(here, 'me', word));
    if (verdict === undefined || awaited(here).length > 0) return talk;
    const gone = say(talk, side, goOf(here, 'me', verdict));
    if (typeof gone !== 'string') return gone;
    tell(`a press is refused: ${gone}`);
    return talk;
  };

function checkMet(talk: Talk, place: Place, met: Talk, tell: Tell): void {
  const before = sessionOf(talk, 'a');
  const [a, b] = [sessionOf(met, 'a'), sessionOf(met, 'b')];
  if (sharedOf(met, 'a') !== sharedOf(met, 'b')) tell('after both have pressed they stand at different steps');
  const isSkipped = before.places.slice(before.place + 1, a.place).length > 0 && !mayJump(place);
  if (a.visit > before.visit + 1 || isSkipped) tell('one step was left out');
  if (!isMeant(talk, place, met)) tell('they stand where neither meant to go');
  const writes = place.step.asks.length > 0 ? actorsOf(place, 'two-phones') : [];
  const isPrivate = place.step.keeps === 'mine';
  const grewBy = (now: Session, was: Session): number => now.answers.length - was.answers.length;
  const expected = (who: Who): number => (isPrivate ? Number(writes.includes(who)) : writes.length);
  const isLost = grewBy(a, before) < expected('me') || grewBy(b, sessionOf(talk, 'b')) < expected('partner');
  if (isLost) tell('something that was written is lost');
}

/** Where either writes, one of the two presses alone has to lead where both together lead. */
function isMeant(talk: Talk, place: Place, met: Talk): boolean {
  if (place.step.who !== 'either' || place.step.asks.length === 0) return true;
  return (['a', 'b'] as const).some((side) => {
    const here = sessionOf(talk, side);
    const said = say(talk, side, answerOf(here, 'me', valuesOn(place, side)));
    if (typeof said === 'string') return false;
    const gone = say(said, side, goOf(sessionOf(said, side), 'me', 'on'));
    const alone = sessionOf(typeof gone === 'string' ? said : gone, side);
    const together = sessionOf(met, side);
    return alone.place === together.place && alone.ending?.how === together.ending?.how;
  });
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
