/** Simultaneous reveal: one ciphertext opens to one text, with one key, in one place. */
import { deepEqual, equal, notDeepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, textToBytes } from '#kernel';
import { conceal, reveal } from './reveal.ts';
import { createWebPrimitives } from './web-primitives.ts';

const primitives = createWebPrimitives(globalThis.crypto.subtle);
const someBytes = (minLength: number, maxLength: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength, maxLength }).map((bytes): Bytes => new Uint8Array(bytes));
const aKey = someBytes(32, 32);
const context = textToBytes('a seal');

test('what is concealed is revealed by its key, and by no other', async () => {
  await fc.assert(
    fc.asyncProperty(aKey, aKey, someBytes(0, 5_000), async (key, other, content) => {
      const concealed = await conceal(primitives, key, context, content);
      deepEqual(await reveal(primitives, key, context, concealed), content);
      if (key.some((byte, at) => byte !== other[at])) equal(await reveal(primitives, other, context, concealed), null);
      equal(await reveal(primitives, key, textToBytes('another seal'), concealed), null);
    }),
    { numRuns: 60 },
  );
});

test('any changed byte of commitment or ciphertext, and any cut, is no reveal', async () => {
  const key: Bytes = new Uint8Array(32).fill(1);
  const concealed = await conceal(primitives, key, context, textToBytes('I was afraid.'));
  for (const part of ['commitment', 'ciphertext'] as const) {
    for (let at = 0; at < concealed[part].length; at += 1) {
      const changed = new Uint8Array(concealed[part]);
      changed[at] = (changed[at] ?? 0) ^ 4;
      equal(await reveal(primitives, key, context, { ...concealed, [part]: changed }), null);
    }
    for (const length of [0, 1, concealed[part].length - 1]) {
      equal(await reveal(primitives, key, context, { ...concealed, [part]: concealed[part].slice(0, length) }), null);
    }
  }
});

test('one ciphertext cannot be opened to two texts: a second key needs a second commitment', async () => {
  const [first, second] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const one = await conceal(primitives, first, context, textToBytes('yes'));
  const two = await conceal(primitives, second, context, textToBytes('yes'));
  notDeepEqual(one.commitment, two.commitment);
  equal(await reveal(primitives, second, context, { ...one, commitment: two.commitment }), null);
  equal(await reveal(primitives, second, context, one), null);
});

test('the length of what is concealed says little: everything up to a long note has one size', async () => {
  const key: Bytes = new Uint8Array(32).fill(1);
  const sizes = new Set<number>();
  for (const length of [0, 1, 100, 280, 500, 1_000, 2_000, 4_000]) {
    sizes.add((await conceal(primitives, key, context, new Uint8Array(length))).ciphertext.length);
  }
  equal(sizes.size, 1);
});
