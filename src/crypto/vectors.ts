/**
 * Published test vectors, asked of an implementation of the port: the same code in Node and in browsers. Pure: takes
 * the files as parsed JSON and gives, for each set, what ran, what passed and what was left out.
 *
 * Our rules where a file leaves a choice. AES-GCM: 256-bit keys and 96-bit nonces only; the rest is out of scope.
 * X25519: "acceptable" covers keys on the twist, which must be taken, and keys that give zero or are spelt otherwise,
 * which must be refused (see `weak-keys.ts`). The port has no bare X25519, so each shared secret is carried through
 * HPKE: a reference (below, on the port's hash, HKDF and AES-GCM) seals with the shared secret that
 * the vector names, and `openWithKey` must find the same one by itself. Ed25519: see `weak-keys.ts`.
 */
import {
  assert,
  type Bytes,
  bytesToHex,
  concatBytes,
  hexToBytes,
  isSameBytes,
  noBytes,
  textToBytes,
  u8,
  u16,
} from '#kernel';
import type { Primitives } from './primitives.ts';

export interface VectorReport {
  readonly name: string;
  readonly ran: number;
  readonly passed: number;
  readonly outOfScope: number;
  /** What failed, by the number that the file gives it. */
  readonly failed: readonly string[];
}

interface Case {
  readonly tcId: number;
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly flags: readonly string[];
}
interface Wycheproof<Group> {
  readonly numberOfTests: number;
  readonly testGroups: readonly Group[];
}
interface AesGcmGroup {
  readonly ivSize: number;
  readonly keySize: number;
  readonly tests: readonly (Case & { key: string; iv: string; aad: string; msg: string; ct: string; tag: string })[];
}
interface Ed25519Group {
  readonly publicKey: { readonly pk: string };
  readonly tests: readonly (Case & { msg: string; sig: string })[];
}
interface X25519Group {
  readonly tests: readonly (Case & { public: string; private: string; shared: string })[];
}
interface HkdfGroup {
  readonly tests: readonly (Case & { ikm: string; salt: string; info: string; size: number; okm: string })[];
}

export interface VectorFiles {
  readonly aesGcm: Wycheproof<AesGcmGroup>;
  readonly ed25519: Wycheproof<Ed25519Group>;
  readonly x25519: Wycheproof<X25519Group>;
  readonly hkdf: Wycheproof<HkdfGroup>;
  readonly published: {
    readonly sha256: { tests: readonly { message: string; repeat: number; digest: string }[] };
    readonly hkdf: { tests: readonly { ikm: string; salt: string; info: string; okm: string }[] };
    readonly ed25519: {
      tests: readonly { name: string; seed: string; publicKey: string; message: string; signature: string }[];
    };
    readonly x25519: {
      publicKeys: readonly { private: string; public: string }[];
      tests: readonly { private: string; public: string; shared: string; isOtherSpelling?: boolean }[];
    };
    readonly hpke: {
      tests: readonly {
        ikmE: string;
        skRm: string;
        pkRm: string;
        enc: string;
        sharedSecret: string;
        key: string;
        baseNonce: string;
        info: string;
        aad: string;
        pt: string;
        ct: string;
      }[];
    };
    readonly eddsaEdges: {
      tests: readonly { why: string; message: string; publicKey: string; signature: string; accepted: boolean }[];
    };
  };
}

export async function runVectors(primitives: Primitives, files: VectorFiles): Promise<readonly VectorReport[]> {
  const { published } = files;
  return [
    await runSet('SHA-256, FIPS 180-4', published.sha256.tests, async ({ message, repeat, digest }) =>
      isHex(digest, await primitives.sha256(repeated(bytes(message), repeat))),
    ),
    await runSet('HKDF, RFC 5869', published.hkdf.tests, async ({ ikm, salt, info, okm }) =>
      isHex(okm, await primitives.hkdf(bytes(ikm), bytes(salt), bytes(info), okm.length / 2)),
    ),
    await runSet('HKDF, Wycheproof', casesOf(files.hkdf), (vector) => isHkdfRight(primitives, vector)),
    await runSet('AES-256-GCM, Wycheproof', aesGcmCases(files.aesGcm), (vector) => isAesGcmRight(primitives, vector)),
    await runSet('Ed25519, RFC 8032', published.ed25519.tests, async ({ seed, publicKey, message, signature }) => {
      const signed = await primitives.sign(bytes(seed), bytes(message));
      const isPublicKey = isHex(publicKey, await primitives.signingPublicKey(bytes(seed)));
      return isPublicKey && isHex(signature, signed) && primitives.verify(bytes(publicKey), bytes(message), signed);
    }),
    await runSet('Ed25519, Wycheproof', ed25519Cases(files.ed25519), async ({ publicKey, msg, sig, result }) => {
      assert(result !== 'acceptable', 'the file leaves no choice');
      return (await primitives.verify(bytes(publicKey), bytes(msg), bytes(sig))) === (result === 'valid');
    }),
    await runSet('Ed25519 edges, Taming the many EdDSAs', published.eddsaEdges.tests, async (vector) => {
      const { publicKey, message, signature, accepted } = vector;
      return (await primitives.verify(bytes(publicKey), bytes(message), bytes(signature))) === accepted;
    }),
    await runSet('X25519 public keys, RFC 7748', published.x25519.publicKeys, async (vector) =>
      isHex(vector.public, await primitives.sealingPublicKey(bytes(vector.private))),
    ),
    await runSet('X25519 through HPKE, RFC 7748', published.x25519.tests, (vector) =>
      vector.isOtherSpelling ? isRefused(primitives, vector) : isAgreed(primitives, vector),
    ),
    ...(await runX25519(primitives, files.x25519)),
    await runSet('HPKE, RFC 9180', published.hpke.tests, (vector) => isHpkeRight(primitives, vector)),
  ];
}

/** One line a set, for a log. */
export const reportToLine = ({ name, ran, passed, outOfScope, failed }: VectorReport): string =>
  `${name}: ran ${ran}, passed ${passed}${outOfScope > 0 ? `, out of scope ${outOfScope}` : ''}${failed.map((what) => `\n  not as published: ${what}`).join('')}`;

async function runSet<Vector>(
  name: string,
  vectors: readonly (Vector & { readonly isOutOfScope?: boolean })[],
  isRight: (vector: Vector) => Promise<boolean>,
): Promise<VectorReport> {
  const inScope = vectors.filter((vector) => vector.isOutOfScope !== true);
  const failed: string[] = [];
  for (const [at, vector] of inScope.entries()) if (!(await isRight(vector))) failed.push(nameOf(vector, at));
  const ran = inScope.length;
  return { name, ran, passed: ran - failed.length, outOfScope: vectors.length - ran, failed };
}

const nameOf = (vector: object, at: number): string => ('tcId' in vector ? `tcId ${vector.tcId}` : `number ${at}`);

function casesOf<Vector>(file: Wycheproof<{ readonly tests: readonly Vector[] }>): readonly Vector[] {
  const cases = file.testGroups.flatMap((group) => group.tests);
  assert(cases.length === file.numberOfTests, 'the file holds as many tests as it says');
  return cases;
}

// ------------------------------------------------------------------------------------------------ HKDF, AES-GCM, Ed25519

async function isHkdfRight(primitives: Primitives, vector: HkdfGroup['tests'][number]): Promise<boolean> {
  const { ikm, salt, info, size, okm, result } = vector;
  assert(result !== 'acceptable', 'the file leaves no choice');
  const derived = primitives.hkdf(bytes(ikm), bytes(salt), bytes(info), size);
  // A length that HKDF cannot give is a defect of the caller: it throws, and only that.
  if (result === 'invalid') return derived.then(() => false, isDefect);
  return isHex(okm, await derived);
}

const isDefect = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('This should not be possible');

const aesGcmCases = (file: VectorFiles['aesGcm']) => {
  assert(casesOf(file).length > 0, 'there is something to run');
  return file.testGroups.flatMap(({ ivSize, keySize, tests }) =>
    tests.map((vector) => ({ ...vector, isOutOfScope: ivSize !== 96 || keySize !== 256 })),
  );
};

async function isAesGcmRight(primitives: Primitives, vector: AesGcmGroup['tests'][number]): Promise<boolean> {
  assert(vector.result !== 'acceptable', 'the file leaves no choice');
  const [key, nonce, associated, plaintext] = [
    bytes(vector.key),
    bytes(vector.iv),
    bytes(vector.aad),
    bytes(vector.msg),
  ];
  const sealed = concatBytes(bytes(vector.ct), bytes(vector.tag));
  const opened = await primitives.aeadOpen(key, nonce, sealed, associated);
  if (vector.result === 'invalid') return opened === null;
  const sealedByUs = await primitives.aeadSeal(key, nonce, plaintext, associated);
  return opened !== null && isSameBytes(opened, plaintext) && isSameBytes(sealed, sealedByUs);
}

const ed25519Cases = (file: VectorFiles['ed25519']) => {
  assert(casesOf(file).length > 0, 'there is something to run');
  return file.testGroups.flatMap(({ publicKey, tests }) =>
    tests.map((vector) => ({ ...vector, publicKey: publicKey.pk })),
  );
};

// ------------------------------------------------------------------------------------------------ X25519 and HPKE

async function runX25519(primitives: Primitives, file: VectorFiles['x25519']): Promise<readonly VectorReport[]> {
  const cases = casesOf(file);
  assert(
    cases.every(({ result }) => result !== 'invalid'),
    'the file calls nothing invalid: what must be refused is marked by a flag',
  );
  const isWeak = ({ flags }: Case): boolean =>
    flags.includes('ZeroSharedSecret') || flags.includes('NonCanonicalPublic');
  const isTaken = (vector: X25519Group['tests'][number]): Promise<boolean> => isAgreed(primitives, vector);
  const valid = cases.filter(({ result }) => result === 'valid');
  const onTwist = cases.filter((vector) => vector.result === 'acceptable' && !isWeak(vector));
  return [
    await runSet('X25519 through HPKE, Wycheproof valid', valid, isTaken),
    await runSet('X25519 through HPKE, Wycheproof acceptable: taken (twist)', onTwist, isTaken),
    await runSet(
      'X25519 through HPKE, Wycheproof acceptable: refused (zero, other spellings)',
      cases.filter(isWeak),
      (vector) => isRefused(primitives, vector),
    ),
  ];
}

async function isRefused(primitives: Primitives, vector: Agreement): Promise<boolean> {
  const sealed = await primitives.sealToKey(bytes(vector.public), noBytes, noBytes, noBytes, someSecret());
  return sealed === null && !(await isAgreed(primitives, vector));
}

interface Agreement {
  readonly private: string;
  readonly public: string;
  readonly shared: string;
}

/** Whether the owner of `private` opens what was sealed with `shared` under the encapsulated key `public`. */
async function isAgreed(primitives: Primitives, vector: Agreement): Promise<boolean> {
  const [privateKey, enc] = [bytes(vector.private), bytes(vector.public)];
  const publicKey = await primitives.sealingPublicKey(privateKey);
  const { key, baseNonce } = await referenceKeys(primitives, bytes(vector.shared), enc, publicKey, someInfo());
  const ciphertext = await primitives.aeadSeal(key, baseNonce, somePlaintext(), noBytes);
  const opened = await primitives.openWithKey(privateKey, someInfo(), noBytes, { enc, ciphertext });
  return opened !== null && isSameBytes(opened, somePlaintext());
}

async function isHpkeRight(
  primitives: Primitives,
  vector: VectorFiles['published']['hpke']['tests'][number],
): Promise<boolean> {
  const [publicKey, privateKey, info] = [bytes(vector.pkRm), bytes(vector.skRm), bytes(vector.info)];
  const [associated, plaintext] = [bytes(vector.aad), bytes(vector.pt)];
  const sealed = await primitives.sealToKey(publicKey, info, associated, plaintext, bytes(vector.ikmE));
  if (sealed === null || !isHex(vector.enc, sealed.enc) || !isHex(vector.ct, sealed.ciphertext)) return false;
  const opened = await primitives.openWithKey(privateKey, info, associated, sealed);
  return (
    isHex(vector.pkRm, await primitives.sealingPublicKey(privateKey)) && opened !== null && isHex(vector.pt, opened)
  );
}

/** RFC 9180 from the X25519 secret to key and nonce: sections 4, 4.1 and 5.1, base mode. Exported for its own vector. */
export async function referenceKeys(
  primitives: Primitives,
  dh: Bytes,
  enc: Bytes,
  publicKey: Bytes,
  info: Bytes,
): Promise<{ readonly sharedSecret: Bytes; readonly key: Bytes; readonly baseNonce: Bytes }> {
  const kem = concatBytes(textToBytes('KEM'), u16(0x0020));
  const suite = concatBytes(textToBytes('HPKE'), u16(0x0020), u16(0x0001), u16(0x0002));
  const ikm = (of: Bytes, label: string, secret: Bytes): Bytes =>
    concatBytes(textToBytes('HPKE-v1'), of, textToBytes(label), secret);
  const into = (of: Bytes, label: string, context: Bytes, length: number): Bytes =>
    concatBytes(u16(length), textToBytes('HPKE-v1'), of, textToBytes(label), context);
  const sharedSecret = await primitives.hkdf(
    ikm(kem, 'eae_prk', dh),
    noBytes,
    into(kem, 'shared_secret', concatBytes(enc, publicKey), 32),
    32,
  );
  const pskIdHash = await hmac(primitives, noBytes, ikm(suite, 'psk_id_hash', noBytes));
  const infoHash = await hmac(primitives, noBytes, ikm(suite, 'info_hash', info));
  const context = concatBytes(u8(0), pskIdHash, infoHash);
  const secret = ikm(suite, 'secret', noBytes);
  return {
    sharedSecret,
    key: await primitives.hkdf(secret, sharedSecret, into(suite, 'key', context, 32), 32),
    baseNonce: await primitives.hkdf(secret, sharedSecret, into(suite, 'base_nonce', context, 12), 12),
  };
}

/** HMAC-SHA-256 (RFC 2104) for keys of at most one block; HKDF-Extract is this. */
async function hmac(primitives: Primitives, key: Bytes, message: Bytes): Promise<Bytes> {
  const block = concatBytes(key, new Uint8Array(64 - key.length));
  const inner = await primitives.sha256(
    concatBytes(
      block.map((byte) => byte ^ 0x36),
      message,
    ),
  );
  return primitives.sha256(
    concatBytes(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}

// Functions, so that nothing runs when this file is loaded and an app that asks for no vectors carries none of it.
const someSecret = (): Bytes => new Uint8Array(32).fill(7);
const someInfo = (): Bytes => textToBytes('attune/vectors');
const somePlaintext = (): Bytes => textToBytes('Noor and Sam');

// ------------------------------------------------------------------------------------------------ bytes

function bytes(hex: string): Bytes {
  const read = hexToBytes(hex);
  assert(read !== null, `a vector is written in hex: ${hex}`);
  return read;
}

const isHex = (hex: string, found: Bytes): boolean => hex === bytesToHex(found);

function repeated(message: Bytes, count: number): Bytes {
  const whole = new Uint8Array(message.length * count);
  for (let i = 0; i < count; i++) whole.set(message, i * message.length);
  return whole;
}
