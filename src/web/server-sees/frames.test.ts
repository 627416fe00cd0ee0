import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeDeviceFrame } from '#wire';
import { bytesToHexLines, readFrame } from './frames.ts';
import { serverEn } from './messages.ts';

const dayOf = (ms: number): string => String(ms);

test('any bytes, either way, are shown without an exception', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('in' as const, 'out' as const),
      (bytes, direction) => {
        const read = readFrame({ atMs: 0, direction, bytes: new Uint8Array(bytes) }, serverEn, dayOf);
        assert.notEqual(read.summary, '');
      },
    ),
  );
});

test('a box on its way is shown by its size, its number and its mailbox, which is all the server learns', () => {
  const bytes = encodeDeviceFrame({
    type: 'append',
    mailbox: new Uint8Array(16).fill(0xab),
    boxId: new Uint8Array(16).fill(0xcd),
    expiryDay: 0,
    box: new Uint8Array(512),
  });
  const { rows } = readFrame({ atMs: 0, direction: 'out', bytes }, serverEn, dayOf);
  assert.deepEqual(
    rows.map(([, value]) => value),
    ['ab'.repeat(16), 'cd'.repeat(16), 'none', '512 bytes'],
  );
});

test('the hex view shows every byte once, sixteen a line', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const shown = bytesToHexLines(bytes, 100)
        .split('\n')
        .flatMap((line) => line.slice(6).split(' '))
        .filter((text) => text !== '');
      assert.deepEqual(
        shown.map((text) => Number.parseInt(text, 16)),
        [...bytes],
      );
    }),
  );
});
