import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawLimits, pathStages } from '#core';
import { en } from './card-messages.ts';
import { choicesToDraw, fitting } from './fitting.ts';
import { choicesOf, stageWords } from './programme-content.ts';

const kinds = ['step', 'small', 'longer'] as const;

test('alone there is nothing for two, and still something to draw among, at every step and in the rhythm', () => {
  for (const stage of pathStages)
    for (const kind of kinds) {
      const choices = choicesOf(stage, kind);
      assert.ok(fitting(choices, false).every(({ people }) => people !== 'two'));
      assert.ok(fitting(choices, false).length >= 2, `${stage}, ${kind}`);
      assert.deepEqual(fitting(choices, true), choices);
    }
});

test('what is drawn among fits, has a lot, and is no more than a draw takes', () => {
  for (const stage of pathStages)
    for (const kind of kinds)
      for (const isTogether of [false, true]) {
        const choices = choicesOf(stage, kind);
        const drawn = choicesToDraw(new Map(), { isTogether }, choices);
        const fits = fitting(choices, isTogether).filter(({ lots }) => lots > 0);
        assert.deepEqual(
          drawn.map(({ practice }) => practice),
          fits.map(({ id }) => id),
        );
        assert.ok(drawn.length >= 2 && drawn.length <= drawLimits.choicesMax, `${stage}, ${kind}`);
        assert.ok(drawn.reduce((sum, { weight }) => sum + weight, 0) <= drawLimits.weightsMax);
      }
});

test('a step has one name, on the cards and in the content', () => {
  for (const stage of pathStages) assert.equal(en.stages[stage], stageWords(stage).title);
});
