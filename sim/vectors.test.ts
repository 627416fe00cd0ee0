/** The published vectors, asked of the implementation that the simulator is exact with. */
import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { reportToLine, runVectors, type VectorFiles } from '#crypto';
import { createNodePrimitives } from './node-primitives.ts';
import { createStubPrimitives } from './stub-primitives.ts';

const folder = join(import.meta.dirname, '../src/crypto/vectors');
const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const files: VectorFiles = {
  aesGcm: read('wycheproof/aes_gcm_test.json'),
  ed25519: read('wycheproof/ed25519_test.json'),
  x25519: read('wycheproof/x25519_test.json'),
  hkdf: read('wycheproof/hkdf_sha256_test.json'),
  published: read('published.json'),
};

test('node:crypto, with HPKE written from the RFC, gives what is published', async (context) => {
  const reports = await runVectors(createNodePrimitives(), files);
  for (const report of reports) context.diagnostic(reportToLine(report));
  deepEqual(
    reports.flatMap(({ name, failed }) => failed.map((what) => `${name}: ${what}`)),
    [],
  );
  deepEqual(
    reports.map(({ passed }) => passed),
    [4, 3, 86, 66, 4, 151, 12, 3, 4, 264, 210, 44, 1],
  );
});

test('the stand-ins are noticed as such: only their hash and their refusal of weak keys are real', async () => {
  const reports = await runVectors(createStubPrimitives(), files);
  deepEqual(
    reports.filter(({ ran, passed }) => ran === passed).map(({ name }) => name),
    ['SHA-256, FIPS 180-4', 'X25519 through HPKE, Wycheproof acceptable: refused (zero, other spellings)'],
  );
});
