/** The vectors as one script for a page or a worker: `runInBrowser` gives a line a set. */
import { createWebPrimitives } from '#crypto';
import published from '../../src/crypto/vectors/published.json';
import aesGcm from '../../src/crypto/vectors/wycheproof/aes_gcm_test.json';
import ed25519 from '../../src/crypto/vectors/wycheproof/ed25519_test.json';
import hkdf from '../../src/crypto/vectors/wycheproof/hkdf_sha256_test.json';
import x25519 from '../../src/crypto/vectors/wycheproof/x25519_test.json';
import { runVectors, type VectorFiles, type VectorReport } from '../../src/crypto/vectors.ts';

export function runInBrowser(): Promise<readonly VectorReport[]> {
  // The checker sees `result` in the files as any text; the runner asserts the values that matter.
  const files = { aesGcm, ed25519, hkdf, x25519, published } as VectorFiles;
  return runVectors(createWebPrimitives(crypto.subtle), files);
}
