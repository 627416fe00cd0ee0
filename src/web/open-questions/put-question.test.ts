/** Which question an address names, and how a question in writing stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenQuestion, SharedQuestion, WrittenAnswer } from '#core';
import type { SealedThing, Snapshot } from '#device';
import { addressToQuestion, todaysQuestion } from './put-question.ts';
import { deck } from './questions-content.ts';
import { type SharedState, sharedState } from './sealed-question.ts';

const thing = 'a'.repeat(32);
const shared: SharedQuestion = {
  id: thing,
  type: 'shared',
  asker: 'me',
  askedAtMs: 1,
  topic: 'work',
  question: { id: null, text: 'What now?' },
  isWithdrawn: false,
  mine: null,
  theirs: null,
  isSetAside: false,
};
const own: OpenQuestion = { id: 'b'.repeat(32), type: 'own', text: 'What else?', keptAtMs: 1 };
const things = new Map<string, OpenQuestion>([
  [thing, shared],
  [own.id, own],
]);
const read = (address: string) => addressToQuestion(new URLSearchParams(address), deck, things);

test('an address names a question of the deck, one of my own, or one that was asked, and holds no words', () => {
  assert.equal(read('q=kitchen-smell')?.topic, 'childhood');
  assert.deepEqual(read(`q=${own.id}`)?.put, { id: null, text: 'What else?' });
  assert.equal(read(`q=${own.id}`)?.topic, null);
  assert.equal(read(`from=${thing}`)?.put.text, 'What now?');
  for (const address of ['', 'q=no-such', `q=${thing}`, `from=${own.id}`]) assert.equal(read(address), null, address);
  for (const address of ['q=kitchen-smell', `q=${own.id}`, `from=${thing}`])
    assert.equal(read(address)?.address, address);
});

test('the deck has a question for any day at any depth', () => {
  for (const depth of ['light', 'middle', 'deep'] as const)
    assert.notEqual(todaysQuestion(deck, { date: '2026-11-22', depth, usedBefore: [], step: 0 }), null);
});

test('a question in writing stands where both answers stand', () => {
  const answer = (standing: WrittenAnswer['standing']): WrittenAnswer => ({ standing, words: 'x', atMs: 2 });
  const sealed = (who: 'me' | 'partner', state: SealedThing['state']): SealedThing => ({
    thing,
    practice: 'open-questions',
    who,
    atMs: 2,
    state,
    counterpart: null,
    exchange: thing,
  });
  const state = (
    one: Partial<SharedQuestion>,
    all: readonly SealedThing[] = [],
    windows: Snapshot['windows'] = [],
  ): SharedState => sharedState({ sealed: all, windows } as unknown as Snapshot, { ...shared, ...one });
  assert.equal(state({}), 'toAnswer');
  assert.equal(state({ isSetAside: true }), 'rests');
  assert.equal(state({ isWithdrawn: true }), 'withdrawn');
  assert.equal(state({ mine: answer('sealed') }, [sealed('me', 'waiting')]), 'sealed');
  assert.equal(state({ mine: answer('sealed') }, [sealed('me', 'meeting')]), 'meeting');
  assert.equal(state({ mine: answer('open'), theirs: answer('open') }), 'open');
  assert.equal(state({ mine: answer('withdrawn') }), 'withdrawn');
  assert.equal(state({}, [], [{ id: '1', thing, practice: 'open-questions', leavesAtMs: 3 }]), 'leaving');
});
