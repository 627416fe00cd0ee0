/** Which question today: the laws of the choice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wallDatePlusDays } from '../time.ts';
import { type DeckCard, questionOfDay } from './deck.ts';
import { questionDepths } from './events.ts';

const decks = fc
  .array(fc.constantFrom(...questionDepths), { minLength: 1, maxLength: 200 })
  .map((depths): readonly DeckCard[] => depths.map((depth, at) => ({ id: `question-${at}`, depth })));
const date = fc.integer({ min: 0, max: 5000 }).map((days) => wallDatePlusDays('2026-11-22', days));
const depth = fc.constantFrom(...questionDepths);
const ranks = { light: 0, middle: 1, deep: 2 } as const;

test('it is never deeper than was chosen, and there is one whenever the deck has one', () => {
  fc.assert(
    fc.property(decks, date, depth, fc.nat(500), fc.array(fc.nat(199)), (deck, date, depth, step, used) => {
      const usedBefore = used.map((at) => ({ question: `question-${at}` }));
      const card = questionOfDay(deck, { date, depth, usedBefore, step });
      const allowed = deck.filter((one) => ranks[one.depth] <= ranks[depth]);
      assert.equal(card === null, allowed.length === 0);
      if (card !== null) assert.ok(allowed.includes(card));
    }),
  );
});

test('none comes a second time before each has come once', () => {
  fc.assert(
    fc.property(decks, date, depth, (deck, from, depth) => {
      const allowed = deck.filter((one) => ranks[one.depth] <= ranks[depth]);
      const usedBefore: { question: string }[] = [];
      for (let days = 0; days < allowed.length; days++) {
        const card = questionOfDay(deck, { date: wallDatePlusDays(from, days), depth, usedBefore, step: 0 });
        assert.ok(card !== null);
        usedBefore.push({ question: card.id });
      }
      assert.equal(new Set(usedBefore.map(({ question }) => question)).size, allowed.length);
    }),
    { numRuns: 30 },
  );
});

test('"another one" passes each question that is left, and so do the days while nothing is asked', () => {
  fc.assert(
    fc.property(decks, date, depth, (deck, date, depth) => {
      const allowed = deck.filter((one) => ranks[one.depth] <= ranks[depth]);
      const passed = (choice: (at: number) => { readonly date: string; readonly step: number }) =>
        new Set(allowed.map((_, at) => questionOfDay(deck, { ...choice(at), depth, usedBefore: [] })?.id));
      assert.equal(passed((step) => ({ date, step })).size, allowed.length);
      assert.equal(passed((at) => ({ date: wallDatePlusDays(date, at), step: 0 })).size, allowed.length);
    }),
    { numRuns: 50 },
  );
});
