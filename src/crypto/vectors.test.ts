import { deepEqual, equal } from 'node:assert/strict';
import { createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytesToHex, hexToBytes } from '#kernel';
import { createNodePrimitives } from '../../sim/node-primitives.ts';
import { createStubPrimitives } from '../../sim/stub-primitives.ts';
import { referenceKeys, reportToLine, runVectors, type VectorFiles } from './vectors.ts';
import { createWebPrimitives } from './web-primitives.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(`./vectors/${path}`, import.meta.url), 'utf8'));
const files: VectorFiles = {
  aesGcm: read('wycheproof/aes_gcm_test.json'),
  ed25519: read('wycheproof/ed25519_test.json'),
  x25519: read('wycheproof/x25519_test.json'),
  hkdf: read('wycheproof/hkdf_sha256_test.json'),
  published: read('published.json'),
};
const web = createWebPrimitives(globalThis.crypto.subtle);

/** How many ran in each set: a set that shrinks is noticed. */
const expectedCounts = [4, 3, 86, 66, 4, 151, 12, 3, 4, 264, 223, 31, 1];

for (const [name, primitives] of Object.entries({ WebCrypto: web, 'node:crypto': createNodePrimitives() })) {
  test(`${name} gives what is published`, async (context) => {
    const reports = await runVectors(primitives, files);
    for (const report of reports) context.diagnostic(reportToLine(report));
    deepEqual(
      reports.flatMap(({ failed }) => failed),
      [],
    );
    deepEqual(
      reports.map(({ passed }) => passed),
      expectedCounts,
    );
  });
}

test('the reference that carries the X25519 vectors is itself as published', async () => {
  for (const vector of files.published.hpke.tests) {
    const publicKey = hexToBytes(vector.pkRm)!;
    const enc = hexToBytes(vector.enc)!;
    // The vector names no X25519 secret, so it is computed by node:crypto from the private key and the encapsulated one.
    const keys = await referenceKeys(web, x25519(vector.skRm, vector.enc), enc, publicKey, hexToBytes(vector.info)!);
    equal(bytesToHex(keys.sharedSecret), vector.sharedSecret);
    equal(bytesToHex(keys.key), vector.key);
    equal(bytesToHex(keys.baseNonce), vector.baseNonce);
  }
});

test('the runner notices a wrong implementation', async () => {
  const stubbed = await runVectors(createStubPrimitives(), files);
  deepEqual(
    stubbed.filter(({ ran, passed }) => ran === passed).map(({ name }) => name),
    // The stand-in's hash is the real one, and it refuses the same weak keys.
    ['SHA-256, FIPS 180-4', 'X25519 through HPKE, Wycheproof acceptable and refused (zero)'],
  );
  const lenient = await runVectors(
    { ...web, verify: async () => true, aeadOpen: async (_, _nonce, sealed) => sealed },
    files,
  );
  const failures = lenient.filter(({ failed }) => failed.length > 0).map(({ name }) => name);
  deepEqual(failures, ['AES-256-GCM, Wycheproof', 'Ed25519, Wycheproof', 'Ed25519 edges, Taming the many EdDSAs']);
});

function x25519(privateHex: string, publicHex: string) {
  const der = (prefix: string, hex: string) => Buffer.from(prefix + hex, 'hex');
  const privateKey = createPrivateKey({
    key: der('302e020100300506032b656e04220420', privateHex),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey({ key: der('302a300506032b656e032100', publicHex), format: 'der', type: 'spki' });
  return new Uint8Array(diffieHellman({ privateKey, publicKey }));
}
