/** Backup files: only the words open them, only whole, and each kind of wrong file is told apart before any key. */
import { deepEqual, equal, notDeepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, textToBytes } from '#kernel';
import { entropyToPaper, looksLikeBackup, openBackup, sealBackup } from './recovery.ts';
import { createWebPrimitives } from './web-primitives.ts';

const primitives = createWebPrimitives(globalThis.crypto.subtle);
const someBytes = (minLength: number, maxLength: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength, maxLength }).map((bytes): Bytes => new Uint8Array(bytes));
const entropy: Bytes = new Uint8Array(16).fill(1);
const salt: Bytes = new Uint8Array(16).fill(2);
const sealed = await sealBackup(primitives, entropy, salt, textToBytes('everything'));

test('a backup opens with its words, and with no others', async () => {
  await fc.assert(
    fc.asyncProperty(someBytes(16, 16), someBytes(16, 16), someBytes(0, 3_000), async (mine, theirs, content) => {
      const file = await sealBackup(primitives, mine, salt, content);
      equal(looksLikeBackup(file), 'backup');
      deepEqual(await openBackup(primitives, mine, file), content);
      if (mine.some((byte, at) => byte !== theirs[at])) equal(await openBackup(primitives, theirs, file), null);
    }),
    { numRuns: 40 },
  );
});

test('a backup with any changed byte, and any cut, does not open', async () => {
  for (let at = 0; at < sealed.length; at++) {
    const file = new Uint8Array(sealed);
    file[at] = (file[at] ?? 0) ^ 16;
    equal(await openBackup(primitives, entropy, file), null, `byte ${at}`);
    equal(await openBackup(primitives, entropy, sealed.slice(0, at)), null, `cut at ${at}`);
  }
});

test('a file says what it is before any key is tried', () => {
  equal(looksLikeBackup(new Uint8Array(0)), 'none');
  equal(looksLikeBackup(textToBytes('ATTUNE-BACKUP')), 'none');
  equal(looksLikeBackup(textToBytes('PK and whatever a zip holds')), 'none');
  const newer = new Uint8Array(sealed);
  newer[13] = 2;
  equal(looksLikeBackup(newer), 'newer');
});

test('arbitrary files never open and never throw', async () => {
  await fc.assert(
    fc.asyncProperty(someBytes(0, 200), async (file) => {
      looksLikeBackup(file);
      equal(await openBackup(primitives, entropy, file), null);
    }),
    { numRuns: 200 },
  );
});

test('two phrases have nothing in common', async () => {
  const one = await entropyToPaper(primitives, entropy);
  const other = await entropyToPaper(primitives, salt);
  for (const key of ['signingSeed', 'sealingKey', 'accessSeed', 'channelKey'] as const)
    notDeepEqual(one[key], other[key]);
});
