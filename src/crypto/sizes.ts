/** What every implementation of the port asserts about its own side's arguments: a wrong size here is a defect. */
import { assert, type Bytes } from '#kernel';

export const tagBytes = 16;
const keyBytes = 32;
const nonceBytes = 12;
/** 255 blocks of SHA-256 (RFC 5869 section 2.3). */
const hkdfBytesMax = 255 * 32;
/** Node's WebCrypto takes no longer `info`; our labels are far shorter. */
const hkdfInfoBytesMax = 1_024;

export function assertAeadSizes(key: Bytes, nonce: Bytes): void {
  assert(key.length === keyBytes, 'an AES-256 key has 32 bytes');
  assert(nonce.length === nonceBytes, 'an AES-GCM nonce has 12 bytes');
}

export function assertHkdfSizes(info: Bytes, length: number): void {
  assert(length >= 1 && length <= hkdfBytesMax, 'HKDF gives between 1 and 8160 bytes');
  assert(info.length <= hkdfInfoBytesMax, 'the info of HKDF has at most 1024 bytes');
}

/** For seeds, private keys and ephemeral secrets. */
export function assertSecretSize(secret: Bytes): void {
  assert(secret.length === keyBytes, 'a seed, a private key and an ephemeral secret have 32 bytes');
}
