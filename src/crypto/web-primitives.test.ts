import { deepEqual, equal, rejects } from 'node:assert/strict';
import { test } from 'node:test';
import { type Bytes, noBytes, textToBytes, u16 } from '#kernel';
import { createWebPrimitives, type SubtleLike } from './web-primitives.ts';

const { subtle } = globalThis.crypto;
const message = textToBytes('I said I would call, and I did.');
const numberToSeed = (number: number): Bytes => {
  const seed = new Uint8Array(32);
  seed.set(u16(number));
  return seed;
};

test('a signing key is imported once, and the 64 that were used last are kept', async () => {
  const { counted, imports } = countImports();
  const primitives = createWebPrimitives(counted);
  const first = numberToSeed(0);
  await Promise.all([
    primitives.sign(first, message),
    primitives.sign(first, message),
    primitives.signingPublicKey(first),
  ]);
  equal(imports(), 1);
  for (let number = 1; number < 64; number++) await primitives.sign(numberToSeed(number), message);
  equal(imports(), 64);
  await primitives.sign(first, message);
  equal(imports(), 64, 'all 64 are still there');
  await primitives.sign(numberToSeed(64), message);
  await primitives.sign(first, message);
  equal(imports(), 65, 'the first had just been used, so the second gave way');
  await primitives.sign(numberToSeed(1), message);
  equal(imports(), 66);
});

test('an import that is refused is asked again', async () => {
  const { counted, imports } = countImports();
  let isBroken = true;
  const primitives = createWebPrimitives({
    ...counted,
    importKey: (...asked) => (isBroken ? Promise.reject(new Error('no memory')) : counted.importKey(...asked)),
  });
  const seed = numberToSeed(7);
  await rejects(primitives.sign(seed, message), /no memory/);
  isBroken = false;
  equal((await primitives.sign(seed, message)).length, 64);
  equal(imports(), 1);
});

test('only the errors that mean bad bytes become a refusal; any other is told', async () => {
  const key = new Uint8Array(32);
  const nonce = new Uint8Array(12);
  const failing = (name: string): SubtleLike => ({
    ...bound(),
    decrypt: () => Promise.reject(new DOMException('', name)),
    verify: () => Promise.reject(new DOMException('', name)),
  });
  const refusing = createWebPrimitives(failing('OperationError'));
  const publicKey = await refusing.signingPublicKey(numberToSeed(1));
  const signature = await refusing.sign(numberToSeed(1), message);
  equal(await refusing.aeadOpen(key, nonce, new Uint8Array(16), noBytes), null);
  equal(await refusing.verify(publicKey, message, signature), false);
  const broken = createWebPrimitives(failing('NotSupportedError'));
  await rejects(broken.aeadOpen(key, nonce, new Uint8Array(16), noBytes), { name: 'NotSupportedError' });
  await rejects(broken.verify(publicKey, message, signature), { name: 'NotSupportedError' });
});

test('what comes back is no view of what went in', async () => {
  const primitives = createWebPrimitives(subtle);
  const key = new Uint8Array(32);
  const within = new Uint8Array(100).subarray(10, 42);
  const sealed = await primitives.aeadSeal(key, new Uint8Array(12), within, noBytes);
  deepEqual([sealed.byteOffset, sealed.buffer.byteLength], [0, 48]);
  const box = await primitives.sealToKey(await primitives.sealingPublicKey(within), within, within, within, within);
  deepEqual(await primitives.openWithKey(within, within, within, box!), new Uint8Array(32));
});

function bound(): SubtleLike {
  return {
    digest: (...asked) => subtle.digest(...asked),
    importKey: (...asked) => subtle.importKey(...asked),
    exportKey: (format, key) => subtle.exportKey(format, key as CryptoKey), // what `importKey` above gave
    encrypt: (algorithm, key, data) => subtle.encrypt(algorithm, key as CryptoKey, data),
    decrypt: (algorithm, key, data) => subtle.decrypt(algorithm, key as CryptoKey, data),
    sign: (algorithm, key, data) => subtle.sign(algorithm, key as CryptoKey, data),
    verify: (algorithm, key, signature, data) => subtle.verify(algorithm, key as CryptoKey, signature, data),
    deriveBits: (algorithm: Parameters<SubtleCrypto['deriveBits']>[0], key: unknown, length: number) =>
      subtle.deriveBits(algorithm, key as CryptoKey, length),
  };
}

function countImports() {
  let count = 0;
  const importKey: SubtleLike['importKey'] = (...asked) => {
    count += 1;
    return subtle.importKey(...asked);
  };
  return { counted: { ...bound(), importKey }, imports: () => count };
}
