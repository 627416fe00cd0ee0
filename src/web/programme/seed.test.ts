import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawLimits } from '#core';
import { drawSeed, freshSeed } from './seed.ts';

test('a number that is no seed is thrown again', () => {
  const numbers = [2 ** 32 - 1, drawLimits.seedCount, 7];
  assert.equal(
    drawSeed(() => numbers.shift() ?? 0),
    7,
  );
  assert.equal(
    drawSeed(() => drawLimits.seedCount - 1),
    drawLimits.seedCount - 1,
  );
});

test('a fresh seed is one that the draw takes', () => {
  for (let time = 0; time < 100; time++) {
    const seed = freshSeed();
    assert.ok(Number.isSafeInteger(seed) && seed >= 0 && seed < drawLimits.seedCount);
  }
});
