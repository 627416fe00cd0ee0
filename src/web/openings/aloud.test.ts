import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openingDepths, openingLevel } from '#core';
import { anotherOne, beginAloud, goLighter, passOn, questionAloud, withinAgreed } from './aloud.ts';
import { questionsUpTo } from './openings-content.ts';

const all = questionsUpTo('deep');
const depth = fc.constantFrom(...openingDepths);

test('aloud: never deeper than was chosen or is agreed, never deeper again, and only passing on gives it to the other', () => {
  const move = fc.constantFrom('pass', 'another', 'lighter');
  const course = fc.array(fc.record({ move, agreed: depth }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(depth, course, (chosen, moves) => {
      let aloud = beginAloud(chosen);
      for (const { move: made, agreed } of moves) {
        const before = aloud;
        aloud = withinAgreed({ pass: passOn, another: anotherOne, lighter: goLighter }[made]!(aloud), agreed);
        const question = questionAloud(aloud, all);
        assert(question !== undefined);
        assert(openingLevel(question.id) <= Math.min(openingLevel(before.depth), openingLevel(agreed)));
        assert.equal(aloud.turn, before.turn + (made === 'pass' ? 1 : 0));
        if (made !== 'lighter') assert.notEqual(question.id, questionAloud(before, all)?.id);
      }
    }),
  );
});

test('aloud: no question comes back before every other of its depth has lain there', () => {
  for (const chosen of openingDepths) {
    const fitting = all.filter(({ id }) => id.startsWith(`${chosen}-`));
    const seen = new Set<string | undefined>();
    let aloud = beginAloud(chosen);
    for (const _ of fitting) {
      seen.add(questionAloud(aloud, all)?.id);
      aloud = anotherOne(aloud);
    }
    assert.deepEqual(seen, new Set(fitting.map(({ id }) => id)));
  }
});

test('aloud: lighter than light is light', () => {
  assert.equal(goLighter(beginAloud('light')).depth, 'light');
  assert.equal(goLighter(beginAloud('deep')).depth, 'middle');
});
