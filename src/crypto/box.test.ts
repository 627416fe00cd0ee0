/** What a box promises: it opens in its place or nowhere, the same entry gives the same box, and its size says little. */
import { deepEqual, equal, notDeepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, bytesToHex, limits } from '#kernel';
import {
  type BoxKeys,
  contentLengthToBoxLength,
  createBoxKeys,
  entryHashToBoxId,
  isBoxOfEntry,
  openBox,
  sealBox,
} from './box.ts';
import { createWebPrimitives } from './web-primitives.ts';

const primitives = createWebPrimitives(globalThis.crypto.subtle);
const filled = (length: number, byte: number): Bytes => new Uint8Array(length).fill(byte);
const keysOf = (epoch: number, mailbox: number): Promise<BoxKeys> =>
  createBoxKeys(primitives, filled(32, epoch), filled(16, mailbox));

const someBytes = (minLength: number, maxLength: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength, maxLength }).map((bytes): Bytes => new Uint8Array(bytes));
const aHash = someBytes(32, 32);
const contentBytesMax = limits.boxBytesMax - 4_096;

test('what is sealed opens, and sealing again gives the same box', async () => {
  const keys = await keysOf(1, 1);
  await fc.assert(
    fc.asyncProperty(aHash, someBytes(0, 6_000), async (hash, content) => {
      const sealed = await sealBox(primitives, keys, hash, content);
      deepEqual(await openBox(primitives, keys, sealed), content);
      deepEqual(await sealBox(primitives, keys, hash, content), sealed);
      equal(sealed.box.length, contentLengthToBoxLength(content.length));
      ok(await isBoxOfEntry(primitives, keys, sealed.boxId, hash));
    }),
    { numRuns: 60 },
  );
});

test('a box with any one byte changed does not open', async () => {
  const keys = await keysOf(1, 1);
  const sealed = await sealBox(primitives, keys, filled(32, 7), filled(100, 65));
  for (let at = 0; at < sealed.box.length; at++) {
    const box = new Uint8Array(sealed.box);
    box[at] = (box[at] ?? 0) ^ (1 << (at % 8));
    equal(await openBox(primitives, keys, { ...sealed, box }), null, `byte ${at}`);
  }
});

test('a box of any other version or suite does not open, so nothing can be bargained down', async () => {
  const keys = await keysOf(1, 1);
  const sealed = await sealBox(primitives, keys, filled(32, 7), filled(100, 65));
  for (let version = 0; version < 256; version++) {
    for (const suite of version === 1 ? Array.from({ length: 256 }, (_, i) => i) : [0, 1, 2]) {
      if (version === 1 && suite === 1) continue;
      const box = new Uint8Array(sealed.box);
      box.set([version, suite]);
      equal(await openBox(primitives, keys, { ...sealed, box }), null);
    }
  }
});

test('a box opens under its own keys, mailbox and id only', async () => {
  const sets = await Promise.all([keysOf(1, 1), keysOf(1, 2), keysOf(2, 1), keysOf(2, 2)]);
  const ids = [filled(16, 0), filled(16, 255)];
  for (const keys of sets) {
    const sealed = await sealBox(primitives, keys, filled(32, 9), filled(40, 66));
    for (const other of sets) {
      equal((await openBox(primitives, other, sealed)) !== null, other === keys);
      const id = await entryHashToBoxId(primitives, other, filled(32, 9));
      if (bytesToHex(other.epochKey) !== bytesToHex(keys.epochKey)) notDeepEqual(id, sealed.boxId);
    }
    for (const boxId of ids) equal(await openBox(primitives, keys, { ...sealed, boxId }), null);
  }
});

test('a cut or lengthened box does not open, whatever its length is', async () => {
  const keys = await keysOf(1, 1);
  const sealed = await sealBox(primitives, keys, filled(32, 7), filled(100, 65));
  for (let length = 0; length < sealed.box.length; length += 3) {
    equal(await openBox(primitives, keys, { ...sealed, box: sealed.box.slice(0, length) }), null);
  }
  for (const length of [513, 1_024, limits.boxBytesMax, limits.boxBytesMax + 1]) {
    const box = new Uint8Array(length);
    box.set(sealed.box);
    equal(await openBox(primitives, keys, { ...sealed, box }), null);
  }
});

test('arbitrary bytes never open and never throw', async () => {
  const keys = await keysOf(1, 1);
  await fc.assert(
    fc.asyncProperty(someBytes(0, 700), someBytes(16, 16), async (box, boxId) => {
      equal(await openBox(primitives, keys, { box, boxId }), null);
    }),
    { numRuns: 300 },
  );
});

test('every size on the wire is one of few: the buckets, and above them at most 12 % more than is needed', () => {
  const overheadBytes = 22;
  const bucketBytesMax = Math.max(...limits.boxBucketsBytes);
  const sizes = new Set<number>();
  let before = 0;
  for (let content = 0; content <= contentBytesMax; content++) {
    const size = contentLengthToBoxLength(content);
    const needed = content + overheadBytes;
    ok(size >= needed && size >= before, `${content} bytes fit into ${size}`);
    if (needed <= bucketBytesMax) ok(limits.boxBucketsBytes.includes(size));
    else ok(size <= needed * 1.12 && size <= limits.boxBytesMax, `${size} for ${needed}`);
    before = size;
    sizes.add(size);
  }
  ok(sizes.size < 80, `${sizes.size} sizes`);
});

test('box ids of many entries are all different and say nothing of the hash', async () => {
  const keys = await keysOf(1, 1);
  const ids = new Set<string>();
  for (let i = 0; i < 300; i++) {
    const hash = filled(32, 0);
    hash.set([i >> 8, i & 255]);
    const id = bytesToHex(await entryHashToBoxId(primitives, keys, hash));
    ok(!bytesToHex(hash).includes(id));
    ids.add(id);
  }
  equal(ids.size, 300);
});
