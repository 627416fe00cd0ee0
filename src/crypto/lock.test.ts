/** The lock opens with its passphrase and with nothing else; whatever is wrong with it, the answer is the same. */
import { deepEqual, equal, notDeepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { argon2id } from '@noble/hashes/argon2.js';
import fc from 'fast-check';
import { type Bytes, bytesToHex, textToBytes } from '#kernel';
import { lockSaltBytes, openLock, openPasskeyLock, sealLock, sealPasskeyLock, storeKeyBytes } from './lock.ts';
import type { Primitives } from './primitives.ts';
import { createWebPrimitives } from './web-primitives.ts';

const primitives = createWebPrimitives(globalThis.crypto.subtle);
const salt: Bytes = new Uint8Array(lockSaltBytes).fill(7);
const storeKey: Bytes = new Uint8Array(storeKeyBytes).map((_, at) => at);
const passphrase = 'four words by candlelight';
const lock = await sealLock(primitives, passphrase, salt, storeKey);
const headerBytes = lock.length - storeKeyBytes - 16;

test('Argon2id as it ships gives the answer of RFC 9106, section 5.3', () => {
  const tag = argon2id(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
    t: 3,
    m: 32,
    p: 4,
    dkLen: 32,
    key: new Uint8Array(8).fill(3),
    personalization: new Uint8Array(12).fill(4),
  });
  equal(bytesToHex(tag), '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
});

test('a lock opens with its passphrase, however it is typed, and with no other', async () => {
  deepEqual(await openLock(primitives, passphrase, lock), storeKey);
  deepEqual(await openLock(primitives, '  four  words by\u00a0candlelight ', lock), storeKey);
  for (const other of ['', 'four words by candle light', 'Four words by candlelight', `${passphrase}.`])
    equal(await openLock(primitives, other, lock), null, other);
  const accented = await sealLock(primitives, 'caf\u00e9 au lait', salt, storeKey);
  deepEqual(await openLock(primitives, 'cafe\u0301 au lait', accented), storeKey);
});

test('what is stored holds neither the key nor the passphrase, and another salt gives another lock', async () => {
  const hex = bytesToHex(lock);
  for (const secret of [storeKey, textToBytes(passphrase)]) equal(hex.includes(bytesToHex(secret)), false);
  const other = await sealLock(primitives, passphrase, new Uint8Array(lockSaltBytes).fill(8), storeKey);
  notDeepEqual(other.slice(headerBytes), lock.slice(headerBytes));
});

/** Primitives that say how often a key was tried. */
const counting = () => {
  let opened = 0;
  const watched: Primitives = {
    ...primitives,
    aeadOpen: (...parts) => {
      opened += 1;
      return primitives.aeadOpen(...parts);
    },
  };
  return { watched, openedCount: () => opened };
};

test('changed anywhere: no answer. Changed in what it says of itself, or cut: not even a try', async () => {
  // The magic and the version, one byte of the salt, of the key and of the tag: each try of the rest costs Argon2id.
  for (const at of [0, 10, 11, 12, headerBytes, lock.length - 1]) {
    const changed = new Uint8Array(lock);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const { watched, openedCount } = counting();
    equal(await openLock(watched, passphrase, changed), null, `byte ${at}`);
    equal(openedCount(), at < 12 ? 0 : 1, `byte ${at}`);
  }
  for (let length = 0; length < lock.length; length++) {
    const { watched, openedCount } = counting();
    equal(await openLock(watched, passphrase, lock.slice(0, length)), null, `cut at ${length}`);
    equal(openedCount(), 0);
  }
});

test('a lock of an older or a newer version gives the same answer as a wrong passphrase', async () => {
  for (const version of [0, 2, 255]) {
    const other = new Uint8Array(lock);
    other[11] = version;
    equal(await openLock(primitives, passphrase, other), null);
  }
});

test('arbitrary bytes never open and never throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 120 }), async (bytes) => {
      equal(await openLock(primitives, passphrase, new Uint8Array(bytes)), null);
    }),
    { numRuns: 300 },
  );
});

test('under the secret of a passkey it opens with that secret and salt, whole, and with nothing else', async () => {
  const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => new Uint8Array(bytes));
  await fc.assert(
    fc.asyncProperty(bytes32, bytes32, fc.nat(), async (secret, key, at) => {
      const sealed = await sealPasskeyLock(primitives, secret, salt, key);
      deepEqual(await openPasskeyLock(primitives, secret, salt, sealed), key);
      const hex = bytesToHex(sealed);
      equal(hex.includes(bytesToHex(key)) || hex.includes(bytesToHex(secret)), false);
      equal(await openPasskeyLock(primitives, changedAt(secret, at), salt, sealed), null);
      equal(await openPasskeyLock(primitives, secret, changedAt(salt, at), sealed), null);
      equal(await openPasskeyLock(primitives, secret, salt, changedAt(sealed, at)), null);
      equal(await openPasskeyLock(primitives, secret, salt, sealed.slice(0, at % sealed.length)), null);
    }),
    { numRuns: 100 },
  );
});

test('the two locks of one key are never taken for each other', async () => {
  const sealed = await sealPasskeyLock(primitives, storeKey, salt, storeKey);
  equal(await openLock(primitives, passphrase, sealed), null);
  equal(await openPasskeyLock(primitives, storeKey, salt, lock), null);
  equal(await openPasskeyLock(primitives, storeKey, salt, lock.slice(headerBytes)), null);
});

function changedAt(bytes: Bytes, at: number): Bytes {
  const changed = new Uint8Array(bytes);
  const place = at % bytes.length;
  changed[place] = (changed[place] ?? 0) ^ 1;
  return changed;
}
