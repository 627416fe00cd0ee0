/** The spelling of an entry: one for each, read back as it was, and nothing foreign ever throws. */
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, concatBytes, type Json, jsonToText, limits } from '#kernel';
import {
  bytesToEntry,
  deviceToName,
  type EntryFields,
  entryToBytes,
  entryToSignedBytes,
  entryVersion,
  signatureBytes,
} from './entry.ts';

const bytes = (length: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((some): Bytes => new Uint8Array(some));
const u32Max = 0xffff_ffff;
const aJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).json;
const someFields: fc.Arbitrary<EntryFields> = fc.record(
  {
    space: bytes(16),
    author: bytes(32),
    seq: fc.integer({ min: 1, max: u32Max }),
    prev: bytes(32),
    atMs: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
    atCount: fc.nat({ max: limits.hybridClockCountMax }),
    seen: fc.array(
      fc.record({ device: bytes(16), seq: fc.nat({ max: u32Max }), head: bytes(16) }, { noNullPrototype: true }),
      { maxLength: limits.entrySeenMax },
    ),
    kind: fc.string({ unit: 'grapheme-ascii', maxLength: limits.entryKindBytesMax }),
    body: aJson,
  },
  { noNullPrototype: true },
);

/** Keys in another order are the same body: compared by the one spelling. */
const comparable = ({ body, ...rest }: EntryFields) => ({ ...rest, body: jsonToText(body) });

test('an entry is read back as it was written, to the byte', () => {
  fc.assert(
    fc.property(someFields, bytes(signatureBytes), (fields, signature) => {
      const signed = entryToSignedBytes(fields);
      const written = entryToBytes({ signed, signature });
      const read = bytesToEntry(written);
      ok(read !== null && read !== 'newer');
      const { signed: signedRead, signature: signatureRead, ...fieldsRead } = read;
      deepEqual(comparable(fieldsRead), comparable(fields));
      deepEqual([signedRead, signatureRead], [signed, signature]);
      deepEqual(entryToBytes(read), written);
    }),
    { numRuns: 500 },
  );
});

test('arbitrary bytes never throw, and what a later version wrote is known as such', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (some) => {
      const read = bytesToEntry(new Uint8Array(some));
      if (some.length === 0 || some[0] === 0) equal(read, null);
      else equal(read === 'newer', (some[0] ?? 0) > entryVersion);
    }),
    { numRuns: 3_000 },
  );
});

test('an entry with any byte changed, cut or added is another entry or none, and never throws', () => {
  fc.assert(
    fc.property(
      someFields,
      bytes(signatureBytes),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (fields, signature, at, flip) => {
        const written = entryToBytes({ signed: entryToSignedBytes(fields), signature });
        const changed = new Uint8Array(written);
        changed[at % written.length] = (changed[at % written.length] ?? 0) ^ flip;
        const read = bytesToEntry(changed);
        if (read !== null && read !== 'newer') deepEqual(entryToBytes(read), changed);
        equal(bytesToEntry(written.slice(0, at % written.length)) === null, true);
        equal(bytesToEntry(concatBytes(written, new Uint8Array(1))), null);
      },
    ),
    { numRuns: 800 },
  );
});

test('a body beyond its bound, too many heads, a place 0 and a fraction are no entry', () => {
  const fields: EntryFields = {
    space: new Uint8Array(16),
    author: new Uint8Array(32),
    seq: 1,
    prev: new Uint8Array(32),
    atMs: 0,
    atCount: 0,
    seen: [],
    kind: 'a/b',
    body: null,
  };
  const read = (changed: Partial<EntryFields>) =>
    bytesToEntry(
      entryToBytes({ signed: entryToSignedBytes({ ...fields, ...changed }), signature: new Uint8Array(64) }),
    );
  notEqual(read({}), null);
  equal(read({ seq: 0 }), null);
  equal(read({ body: 'x'.repeat(limits.entryBodyBytesMax) }), null);
  const one = { device: new Uint8Array(16), seq: 1, head: new Uint8Array(16) };
  equal(read({ seen: Array.from({ length: limits.entrySeenMax + 1 }, () => one) }), null);
  const text = JSON.stringify({ a: 1.5 });
  const whole = entryToSignedBytes({ ...fields, body: 'y'.repeat(text.length - 2) });
  const fraction = concatBytes(whole.slice(0, -text.length), new TextEncoder().encode(text));
  equal(bytesToEntry(entryToBytes({ signed: fraction, signature: new Uint8Array(64) })), null);
});

test('a device is named by half of its key', () => {
  equal(deviceToName(new Uint8Array(32).fill(0xab)), 'ab'.repeat(16));
});
