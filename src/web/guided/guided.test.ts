/** What a session asks of the one in front of this phone, what is shown of it, and what is kept of what was being typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Almost, readScript, type Session, type SessionAnswer, scriptToPlaces, type Way, type Who } from '#core';
import type { Json } from '#kernel';
import { draftAt, draftsLeftBehind, dropDraft, keepDraft } from './drafts.ts';
import { groupPractices, type Listed } from './shelf.ts';
import { asksAt, turnOf } from './stage.ts';
import { almostBefore, answerToLines, shownHere, transcriptOf } from './transcript.ts';

const words = (id: string, more: { readonly [name: string]: Json } = {}): Json => ({ id, label: id, ...more });
const steps: Json = [
  { id: 'view', who: 'both', title: 'Your view', sealed: true, asks: [words('view')] },
  { id: 'tell', part: 'turn', who: 'speaker', title: 'Tell', quiet: true },
  { id: 'sum', part: 'turn', who: 'listener', title: 'Sum up', asks: [words('heard', { optional: true })] },
  {
    id: 'gate',
    part: 'turn',
    who: 'speaker',
    title: 'Is that it?',
    shows: ['sum'],
    understood: { yes: 'Yes', almost: 'Almost', back: 'sum' },
  },
  {
    id: 'own',
    part: 'closing',
    who: 'both',
    title: 'For yourself',
    keeps: 'mine',
    asks: [words('own', { optional: true })],
  },
  {
    id: 'end',
    part: 'closing',
    who: 'either',
    title: 'And now?',
    asks: [
      {
        id: 'next',
        kind: 'choice',
        label: 'Next',
        options: [
          { id: 'rest', label: 'We rest' },
          { id: 'try', label: 'We try' },
        ],
      },
      { id: 'day', kind: 'date', label: 'Until', optional: true },
    ],
  },
];
const script = readScript(
  {
    pack: 'test',
    key: 'all-kinds',
    skill: 'understand',
    name: 'All kinds',
    line: 'One of each.',
    minutes: [5, 10],
    people: 'one-or-two',
    why: 'To see.',
    evidence: { strength: 'idea', words: 'None.' },
    leaves: 'Words.',
    turns: 2,
    steps,
  },
  (path, fault) => assert.fail(`${path.join('/')}: ${JSON.stringify(fault)}`),
);
assert.ok(script);

function sessionAt(way: Way, place: number, more: Partial<Session> = {}): Session {
  assert.ok(script);
  return {
    type: 'session',
    id: 'a',
    way,
    script,
    topic: '',
    beganBy: 'me',
    beganAtMs: 0,
    places: scriptToPlaces(script, way, 'me'),
    place,
    visit: place,
    answers: [],
    almosts: [],
    understood: [false, false],
    ending: null,
    isSetAside: false,
    isLetGo: false,
    movedAtMs: 0,
    ...more,
  };
}

const said = (
  by: Who,
  place: number,
  values: { readonly [id: string]: string },
  more: Partial<SessionAnswer> = {},
) => ({
  by,
  place,
  visit: place,
  values,
  atMs: 0,
  isClosed: false,
  isPrivate: false,
  isLate: false,
  ...more,
});
const at = { view: 0, tell: 1, sum: 2, gate: 3, secondTell: 4, secondSum: 5, secondGate: 6, own: 7, end: 8 } as const;
const stageOf = (session: Session) => {
  const turn = turnOf(session);
  return turn === null ? 'over' : `${turn.stage} ${turn.voice}${turn.mayOpen ? ', may open' : ''}`;
};

test('two phones: what is sealed is written, waits, and then both can read it', () => {
  assert.equal(stageOf(sessionAt('two-phones', at.view)), 'write me');
  const mine = said('me', at.view, { view: 'A' }, { isClosed: true });
  assert.equal(stageOf(sessionAt('two-phones', at.view, { answers: [mine] })), 'sealed me');
  const both = [said('me', at.view, { view: 'A' }), said('partner', at.view, { view: 'B' })];
  assert.equal(stageOf(sessionAt('two-phones', at.view, { answers: both })), 'opened me, may open');
});

test('two phones: one acts, the other has nothing to do, and only the speaker says whether it was understood', () => {
  assert.equal(stageOf(sessionAt('two-phones', at.tell)), 'rest me, may open');
  assert.equal(turnOf(sessionAt('two-phones', at.secondTell))?.isActor, false);
  assert.equal(stageOf(sessionAt('two-phones', at.secondTell)), 'rest me');
  assert.equal(stageOf(sessionAt('two-phones', at.sum)), 'rest me');
  assert.equal(stageOf(sessionAt('two-phones', at.secondSum)), 'write me');
  assert.equal(stageOf(sessionAt('two-phones', at.gate)), 'decide me');
  assert.equal(stageOf(sessionAt('two-phones', at.secondGate)), 'rest me');
});

test('what stays with its writer is kept first and opens nothing by itself, so that nobody is pulled along while writing', () => {
  const turn = turnOf(sessionAt('two-phones', at.own));
  assert.equal(turn?.stage, 'write');
  assert.equal(turn?.opensByWriting, false);
  const mine = said('me', at.own, {}, { isPrivate: true });
  assert.equal(stageOf(sessionAt('two-phones', at.own, { answers: [mine] })), 'rest me, may open');
  assert.equal(stageOf(sessionAt('two-phones', at.own, { answers: [{ ...mine, isLate: true }] })), 'rest me, may open');
});

test('whoever is quicker writes for both', () => {
  assert.equal(turnOf(sessionAt('two-phones', at.end))?.opensByWriting, true);
  assert.equal(
    stageOf(sessionAt('two-phones', at.end, { answers: [said('partner', at.end, { next: 'try' })] })),
    'rest me, may open',
  );
});

test('passed across: the one who writes next holds the phone, and nothing private is asked of it', () => {
  const holders = (session: Session) => turnOf(session)?.holder;
  assert.equal(holders(sessionAt('passed', at.view)), 'me');
  const first = sessionAt('passed', at.view, { answers: [said('me', at.view, { view: 'A' })] });
  assert.equal(stageOf(first), 'write partner');
  assert.equal(holders(first), 'partner');
  const both = [said('me', at.view, { view: 'A' }), said('partner', at.view, { view: 'B' })];
  assert.equal(stageOf(sessionAt('passed', at.view, { answers: both })), 'opened me, may open');
  assert.equal(holders(sessionAt('passed', at.tell)), null);
  assert.equal(stageOf(sessionAt('passed', at.secondTell)), 'rest partner, may open');
  assert.equal(holders(sessionAt('passed', at.sum)), 'partner');
  assert.equal(holders(sessionAt('passed', at.gate)), 'me');
  assert.equal(stageOf(sessionAt('passed', at.secondGate)), 'decide partner');
  const own = sessionAt('passed', at.own);
  assert.deepEqual(asksAt(own.places[at.own]!, own), []);
  assert.equal(stageOf(own), 'rest me, may open');
});

test('alone: every step opens by writing, and nothing is sealed', () => {
  const session = sessionAt('alone', 0);
  assert.deepEqual(
    session.places.map(({ step }) => step.id),
    ['view', 'tell', 'own', 'end'],
  );
  const turn = turnOf(session);
  assert.equal(turn?.stage, 'write');
  assert.equal(turn?.opensByWriting, true);
  assert.equal(turnOf(sessionAt('alone', 2))?.opensByWriting, true);
});

test('after the end there is no turn', () => {
  const ending = { how: 'left', by: 'me', words: '', atMs: 0 } as const;
  assert.equal(turnOf(sessionAt('two-phones', at.tell, { ending })), null);
});

test('a step shows the latest words of the same turn', () => {
  const first = said('partner', at.sum, { heard: 'first' });
  const again = said('partner', at.sum, { heard: 'again' }, { visit: 4 });
  const session = sessionAt('two-phones', at.gate, { answers: [first, again] });
  assert.deepEqual(
    shownHere(session).map(({ answer }) => answer.values.heard),
    ['again'],
  );
  assert.deepEqual(shownHere({ ...session, place: at.secondGate }), []);
});

test('what was filled in is read in the words of the practice', () => {
  const session = sessionAt('two-phones', at.end);
  const answer = said('me', at.end, { next: 'try', day: '2026-12-01', gone: 'x' });
  assert.deepEqual(answerToLines({ place: session.places[at.end]!, answer }), [
    { ask: 'Next', kind: 'choice', text: 'We try' },
    { ask: 'Until', kind: 'date', text: '2026-12-01' },
  ]);
});

test('the whole is read visit by visit, with what was missing and what came late, and without empty steps', () => {
  const almost: Almost = { place: at.gate, visit: 3, by: 'me', missed: 'The reason.', atMs: 1 };
  const answers = [
    said('partner', at.sum, { heard: 'again' }, { visit: 4 }),
    said('partner', at.sum, { heard: 'first' }),
    said('partner', at.own, {}),
    said('me', at.tell, {}, { isLate: true }),
  ];
  const session = sessionAt('two-phones', at.sum, { visit: 4, answers, almosts: [almost] });
  assert.deepEqual(
    transcriptOf(session).map(({ visit, place, almost: one }) => [visit, place.step.id, one?.missed ?? null]),
    [
      [2, 'sum', null],
      [3, 'gate', 'The reason.'],
      [4, 'sum', null],
    ],
  );
  assert.equal(almostBefore(session), almost);
  assert.equal(almostBefore({ ...session, visit: 5 }), null);
});

test('what is being typed outlives the step, until it is sent or let go', () => {
  const here = { thing: 'a', place: at.end, visit: at.end, voice: 'me' } as const;
  const typing = { thing: 'a', place: at.view, visit: at.view, voice: 'me' } as const;
  keepDraft({ ...typing, values: { view: 'half a sen' } });
  keepDraft({ ...here, values: { next: 'try' } });
  assert.deepEqual(draftAt(typing), { view: 'half a sen' });
  assert.deepEqual(draftsLeftBehind(sessionAt('two-phones', at.view)), []);
  const moved = sessionAt('two-phones', at.end);
  assert.deepEqual(
    draftsLeftBehind(moved).map(({ place, values }) => [place, values.view]),
    [[at.view, 'half a sen']],
  );
  // A choice that was not sent says nothing.
  assert.equal(draftsLeftBehind({ ...moved, place: at.tell, visit: 9 }).length, 1);
  assert.deepEqual(draftsLeftBehind({ ...moved, answers: [said('me', at.view, { view: 'half a sentence' })] }), []);
  dropDraft(typing);
  assert.deepEqual(draftsLeftBehind(moved), []);
});

test('practices stand by skill, the short ones first, and those that fit two wishes at once', () => {
  const listed = (name: string, skill: Listed['skill'], longest: number, people: Listed['people']): Listed => ({
    path: `/${name}`,
    skill,
    name,
    line: '',
    minutes: [1, longest],
    people,
    level: null,
  });
  const all = [
    listed('long', 'aware', 20, 'two'),
    listed('short', 'aware', 5, 'one'),
    listed('kind', 'empathy', 5, 'one-or-two'),
  ];
  const names = (people: 'all' | 'one' | 'two', skill: Listed['skill'] | null) =>
    groupPractices(all, { people, skill }).map(({ practices }) => practices.map(({ name }) => name));
  assert.deepEqual(names('all', null), [['short', 'long'], ['kind']]);
  assert.deepEqual(names('two', null), [['long'], ['kind']]);
  assert.deepEqual(names('one', 'empathy'), [['kind']]);
  assert.deepEqual(names('one', 'tolerate'), []);
});
