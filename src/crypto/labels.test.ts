/** That no purpose can be taken for another: the labels themselves, and what follows from them. */
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { type Bytes, bytesToHex } from '#kernel';
import { labels, labelToBytes } from './labels.ts';
import { entropyToPaper } from './recovery.ts';
import { derive } from './space-keys.ts';
import { createWebPrimitives } from './web-primitives.ts';

const primitives = createWebPrimitives(globalThis.crypto.subtle);
const secret: Bytes = new Uint8Array(32).fill(5);
const all = Object.values(labels);

test('no label begins another, and none stands there twice', () => {
  for (const a of all) for (const b of all) equal(b.startsWith(a), a === b, `${a} and ${b}`);
  equal(new Set(all).size, Object.keys(labels).length);
});

test('every label names the app, its purpose and a version, in letters that mean one thing', () => {
  for (const label of all) ok(/^attune\/[a-z-]+\/\d+$/.test(label), label);
});

test('one secret gives another key for each purpose', async () => {
  const keys = await Promise.all(all.map((label) => derive(primitives, secret, label, 32)));
  equal(new Set(keys.map(bytesToHex)).size, all.length);
});

test('hashes and signatures begin with their label, so none can be continued into another', async () => {
  const seen = new Set<string>();
  for (const label of all) seen.add(bytesToHex(await primitives.sha256(labelToBytes(label))));
  equal(seen.size, all.length);
});

test('the four keys of a paper device are four', async () => {
  const paper = await entropyToPaper(primitives, new Uint8Array(16).fill(3));
  equal(new Set(Object.values(paper).map((key: Bytes) => bytesToHex(key))).size, 4);
});
