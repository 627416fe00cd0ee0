/** The three implementations of the crypto port beside each other. */
import { deepEqual, equal, rejects } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createWebPrimitives, type Primitives } from '#crypto';
import { type Bytes, concatBytes, isSameBytes, noBytes } from '#kernel';
import { createNodePrimitives } from './node-primitives.ts';
import { createStubPrimitives } from './stub-primitives.ts';

const web = createWebPrimitives(globalThis.crypto.subtle);
const node = createNodePrimitives();
const stub = createStubPrimitives();
const all = { web, node, stub };

const exactly = (length: number) => bytesOf(length, length);
const bytesOf = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength, size: 'max' }).map((bytes): Bytes => new Uint8Array(bytes));
const secret = exactly(32);
const text = bytesOf(0, 600);
const short = bytesOf(0, 40);
const runs = { numRuns: 500 };

test('law: WebCrypto and node:crypto agree on hashes, keys, signatures and sealed bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      secret,
      exactly(12),
      text,
      short,
      fc.integer({ min: 1, max: 200 }),
      async (key, nonce, message, extra, length) => {
        deepEqual(await web.sha256(message), await node.sha256(message));
        deepEqual(await web.hkdf(message, extra, nonce, length), await node.hkdf(message, extra, nonce, length));
        const sealed = await web.aeadSeal(key, nonce, message, extra);
        deepEqual(sealed, await node.aeadSeal(key, nonce, message, extra));
        deepEqual(await web.aeadOpen(key, nonce, sealed, extra), message);
        deepEqual(await node.aeadOpen(key, nonce, sealed, extra), message);
        const publicKey = await web.signingPublicKey(key);
        deepEqual(publicKey, await node.signingPublicKey(key));
        const signature = await web.sign(key, message);
        deepEqual(signature, await node.sign(key, message));
        equal(
          (await web.verify(publicKey, message, signature)) && (await node.verify(publicKey, message, signature)),
          true,
        );
        deepEqual(await web.sealingPublicKey(key), await node.sealingPublicKey(key));
      },
    ),
    runs,
  );
});

test('law: HPKE of the library and HPKE written from the RFC give the same bytes and open each other', async () => {
  await fc.assert(
    fc.asyncProperty(secret, secret, text, short, short, async (privateKey, ephemeral, message, info, extra) => {
      const publicKey = await node.sealingPublicKey(privateKey);
      const fromWeb = await web.sealToKey(publicKey, info, extra, message, ephemeral);
      const fromNode = await node.sealToKey(publicKey, info, extra, message, ephemeral);
      deepEqual(fromWeb, fromNode);
      deepEqual(await node.openWithKey(privateKey, info, extra, fromWeb!), message);
      deepEqual(await web.openWithKey(privateKey, info, extra, fromNode!), message);
    }),
    runs,
  );
});

test('law: what one side made the same side reads, in the sizes of the port', async () => {
  await fc.assert(
    fc.asyncProperty(secret, secret, exactly(12), text, short, async (one, other, nonce, message, extra) => {
      for (const primitives of [node, stub]) {
        const sealed = await primitives.aeadSeal(one, nonce, message, extra);
        equal(sealed.length, message.length + 16);
        deepEqual(await primitives.aeadOpen(one, nonce, sealed, extra), message);
        const publicKey = await primitives.signingPublicKey(one);
        const signature = await primitives.sign(one, message);
        deepEqual([publicKey.length, signature.length], [32, 64]);
        equal(await primitives.verify(publicKey, message, signature), true);
        const sealingKey = await primitives.sealingPublicKey(one);
        const box = (await primitives.sealToKey(sealingKey, extra, nonce, message, other))!;
        deepEqual([sealingKey.length, box.enc.length, box.ciphertext.length], [32, 32, message.length + 16]);
        deepEqual(await primitives.openWithKey(one, extra, nonce, box), message);
        equal((await primitives.hkdf(message, extra, nonce, 77)).length, 77);
      }
    }),
    runs,
  );
});

/** One way to spoil bytes: a bit turned, the end cut off, or something added. Never the same bytes again. */
const spoiling = fc
  .record({ how: fc.constantFrom('turn', 'cut', 'add'), at: fc.nat(), bit: fc.nat(7) })
  .map(({ how, at, bit }) => (bytes: Bytes): Bytes => {
    if (bytes.length === 0 || how === 'add') return concatBytes(bytes, new Uint8Array([bit]));
    if (how === 'cut') return bytes.slice(0, at % bytes.length);
    return bytes.with(at % bytes.length, (bytes[at % bytes.length] ?? 0) ^ (1 << bit)) as Bytes; // `with` copies into a new buffer
  });

test('law: each refuses any spoiled part of what was sealed or signed', async () => {
  const part = fc.constantFrom(
    'ciphertext',
    'associated',
    'key',
    'nonce',
    'info',
    'enc',
    'publicKey',
    'message',
    'signature',
  );
  await fc.assert(
    fc.asyncProperty(
      part,
      spoiling,
      secret,
      secret,
      exactly(12),
      text,
      short,
      async (what, spoil, one, two, nonce, message, extra) => {
        const spoiled = (name: string, bytes: Bytes): Bytes => (name === what ? spoil(bytes) : bytes);
        const otherKey = what === 'key' ? two : one;
        if (isSameBytes(one, two)) return;
        for (const [name, primitives] of Object.entries(all)) {
          const sealed = await primitives.aeadSeal(one, nonce, message, extra);
          const otherNonce = what === 'nonce' ? (nonce.with(3, (nonce[3] ?? 0) ^ 1) as Bytes) : nonce; // a copy in a new buffer
          const opened = await primitives.aeadOpen(
            otherKey,
            otherNonce,
            spoiled('ciphertext', sealed),
            spoiled('associated', extra),
          );
          equal(opened === null, ['ciphertext', 'associated', 'key', 'nonce'].includes(what), `${name}: aead, ${what}`);

          const publicKey = await primitives.signingPublicKey(one);
          const signature = await primitives.sign(otherKey, message);
          const holds = await primitives.verify(
            spoiled('publicKey', publicKey),
            spoiled('message', message),
            spoiled('signature', signature),
          );
          equal(holds, !['publicKey', 'message', 'signature', 'key'].includes(what), `${name}: signature, ${what}`);

          const box = (await primitives.sealToKey(await primitives.sealingPublicKey(one), extra, nonce, message, two))!;
          const read = await primitives.openWithKey(otherKey, spoiled('info', extra), spoiled('associated', nonce), {
            enc: spoiled('enc', box.enc),
            ciphertext: spoiled('ciphertext', box.ciphertext),
          });
          equal(
            read === null,
            ['ciphertext', 'associated', 'key', 'info', 'enc'].includes(what),
            `${name}: hpke, ${what}`,
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('each refuses keys of small order, of another spelling and of a wrong length, and no other', async () => {
  const small = ['00', '01'].map((first) => first + '00'.repeat(31));
  const notBelowP = ['ec', 'ed', 'ee', 'ff'].map((first) => `${first}${'ff'.repeat(30)}7f`);
  const otherLengths = [0, 31, 33].map((length) => '05'.repeat(length));
  for (const hex of [...small, ...notBelowP, ...otherLengths]) {
    for (const topBit of [0, 0x80]) {
      const key = new Uint8Array(Buffer.from(hex, 'hex'));
      if (key.length === 32) key[31] = (key[31] ?? 0) | topBit;
      for (const [name, primitives] of Object.entries(all)) {
        equal(await primitives.sealToKey(key, noBytes, noBytes, noBytes, new Uint8Array(32)), null, name);
        const sealed = { enc: key, ciphertext: new Uint8Array(16) };
        equal(await primitives.openWithKey(new Uint8Array(32), noBytes, noBytes, sealed), null, name);
        equal(await primitives.verify(key, noBytes, new Uint8Array(64)), false, name);
      }
    }
  }
  await fc.assert(
    fc.asyncProperty(secret, async (key) => {
      const isTopBitSet = ((key[31] ?? 0) & 0x80) !== 0;
      for (const primitives of Object.values(all)) {
        equal((await primitives.sealToKey(key, noBytes, noBytes, noBytes, key)) === null, isTopBitSet);
      }
    }),
  );
});

test('law: any 32 bytes as a public key and any 64 as a signature are refused, never thrown at', async () => {
  await fc.assert(
    fc.asyncProperty(secret, text, exactly(64), async (key, message, signature) => {
      for (const primitives of [web, node, stub]) equal(await primitives.verify(key, message, signature), false);
    }),
    runs,
  );
});

test('a wrong size from our own side is a defect', async () => {
  for (const primitives of Object.values<Primitives>(all)) {
    const key = new Uint8Array(32);
    await rejects(primitives.aeadSeal(key.slice(1), new Uint8Array(12), noBytes, noBytes), /should not be possible/);
    await rejects(primitives.aeadOpen(key, new Uint8Array(16), noBytes, noBytes), /should not be possible/);
    await rejects(primitives.sign(noBytes, noBytes), /should not be possible/);
    await rejects(primitives.sealingPublicKey(new Uint8Array(33)), /should not be possible/);
    await rejects(primitives.hkdf(key, noBytes, noBytes, 8_161), /should not be possible/);
    await rejects(primitives.hkdf(key, noBytes, new Uint8Array(1_025), 32), /should not be possible/);
  }
});
