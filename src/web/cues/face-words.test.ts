import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import content from '#content/cues/en.json' with { type: 'json' };
import { moves, still } from './cues-content.ts';
import { unitsToWords } from './face-words.ts';
import { actionUnits, mirrored, notationToUnits, type Units } from './units.ts';

const wordsOf = (notation: string): readonly string[] => unitsToWords(notationToUnits(notation) ?? {}, moves, still);

test('a face is said from the brows down, and what rests is said to rest', () => {
  assert.deepEqual(wordsOf('0'), ['everything at rest']);
  assert.deepEqual(wordsOf('4D+24C'), ['brows drawn together', 'lips pressed together']);
  assert.deepEqual(wordsOf('12C'), ['brows and eyes at rest', 'corners of the mouth up']);
  assert.deepEqual(wordsOf('1C+4B+12B'), [
    'inner ends of the brows a little up and drawn together',
    'corners of the mouth a little up',
  ]);
  assert.deepEqual(wordsOf('43E'), ['eyes closed, or nearly', 'mouth at rest']);
});

test('what one side does alone is said of one side', () => {
  assert.deepEqual(wordsOf('R14C'), ['brows and eyes at rest', 'one corner of the mouth pulled in']);
  assert.deepEqual(wordsOf('12B+L12D'), [
    'brows and eyes at rest',
    'corners of the mouth a little up',
    'one corner of the mouth up',
  ]);
});

test('every unit has words, and a mirrored face has the same', () => {
  for (const unit of actionUnits)
    assert.ok(
      unitsToWords({ [unit]: 0.6 }, moves, still).some((words) => !Object.values(still).includes(words)),
      unit,
    );
  const anyUnits = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...actionUnits), fc.double({ min: 0, max: 1, noNaN: true })), {
      selector: ([unit]) => unit,
    })
    .map((entries) => Object.fromEntries(entries) as Units);
  fc.assert(
    fc.property(anyUnits, (units) => {
      const words = unitsToWords(units, moves, still);
      assert.ok(words.length > 0);
      assert.deepEqual(unitsToWords(mirrored(units), moves, still), words);
    }),
  );
});

test('no two faces of the content sound the same', () => {
  const said = new Map<string, string>();
  for (const { id, shape } of content.faces) {
    const words = wordsOf(shape).join(', ');
    assert.equal(said.get(words), undefined, `${id} sounds like ${said.get(words)}: ${words}`);
    said.set(words, id);
  }
});
