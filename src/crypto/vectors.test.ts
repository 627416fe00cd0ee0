import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Bytes, bytesToHex, concatBytes, hexToBytes } from '#kernel';
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
const { subtle } = globalThis.crypto;
const web = createWebPrimitives(subtle);

test('WebCrypto of Node gives what is published', async (context) => {
  const reports = await runVectors(web, files);
  for (const report of reports) context.diagnostic(reportToLine(report));
  deepEqual(
    reports.flatMap(({ name, failed }) => failed.map((what) => `${name}: ${what}`)),
    [],
  );
  // A set that shrinks is noticed.
  deepEqual(
    reports.map(({ passed }) => passed),
    [4, 3, 86, 66, 4, 151, 12, 3, 4, 264, 210, 44, 1],
  );
});

test('the reference that carries the X25519 vectors is itself as published', async () => {
  for (const vector of files.published.hpke.tests) {
    const [publicKey, enc, info] = [hexToBytes(vector.pkRm)!, hexToBytes(vector.enc)!, hexToBytes(vector.info)!];
    // The vector names no X25519 secret: it comes from the engine, of the private key and the encapsulated one.
    const keys = await referenceKeys(web, await x25519(hexToBytes(vector.skRm)!, enc), enc, publicKey, info);
    equal(bytesToHex(keys.sharedSecret), vector.sharedSecret);
    equal(bytesToHex(keys.key), vector.key);
    equal(bytesToHex(keys.baseNonce), vector.baseNonce);
  }
});

test('the runner notices an implementation that refuses nothing', async () => {
  const lenient = {
    ...web,
    verify: async () => true,
    aeadOpen: async (_key: Bytes, _nonce: Bytes, sealed: Bytes) => sealed,
  };
  const reports = await runVectors(lenient, files);
  deepEqual(
    reports.filter(({ failed }) => failed.length > 0).map(({ name }) => name),
    ['AES-256-GCM, Wycheproof', 'Ed25519, Wycheproof', 'Ed25519 edges, Taming the many EdDSAs'],
  );
});

async function x25519(privateKey: Bytes, publicKey: Bytes): Promise<Bytes> {
  const pkcs8 = concatBytes(hexToBytes('302e020100300506032b656e04220420')!, privateKey);
  const own = await subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
  const other = await subtle.importKey('raw', publicKey, 'X25519', true, []);
  return new Uint8Array(await subtle.deriveBits({ name: 'X25519', public: other }, own, 256));
}
