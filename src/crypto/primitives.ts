/**
 * The port through which everything cryptographic goes, so that the simulator can be exact (WebCrypto finishes in no
 * fixed order) and vectors can be run against each implementation. Sizes: keys, seeds and hashes 32 bytes, AES-GCM
 * nonce 12, tag 16, signature 64.
 */
import type { Bytes } from '#kernel';

export interface SealedToKey {
  /** HPKE encapsulated key, 32 bytes. */
  readonly enc: Bytes;
  readonly ciphertext: Bytes;
}

export interface Primitives {
  /** FIPS 180-4. */
  sha256(message: Bytes): Promise<Bytes>;
  /** RFC 5869 with SHA-256; `length` at most 8160. */
  hkdf(secret: Bytes, salt: Bytes, info: Bytes, length: number): Promise<Bytes>;
  /** AES-256-GCM (SP 800-38D): ciphertext | tag. */
  aeadSeal(key: Bytes, nonce: Bytes, plaintext: Bytes, associated: Bytes): Promise<Bytes>;
  /** null when the tag does not hold; nothing tells why. */
  aeadOpen(key: Bytes, nonce: Bytes, ciphertext: Bytes, associated: Bytes): Promise<Bytes | null>;
  /** Ed25519 (RFC 8032) public key of a 32-byte seed. */
  signingPublicKey(seed: Bytes): Promise<Bytes>;
  sign(seed: Bytes, message: Bytes): Promise<Bytes>;
  /** False for a bad signature, a bad key, or a wrong length; never throws. */
  verify(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean>;
  /** X25519 (RFC 7748) public key of a 32-byte private key. */
  sealingPublicKey(privateKey: Bytes): Promise<Bytes>;
  /** HPKE base mode, single shot (RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM). `ephemeral`: 32 random bytes. null on a bad public key. */
  sealToKey(
    publicKey: Bytes,
    info: Bytes,
    associated: Bytes,
    plaintext: Bytes,
    ephemeral: Bytes,
  ): Promise<SealedToKey | null>;
  openWithKey(privateKey: Bytes, info: Bytes, associated: Bytes, sealed: SealedToKey): Promise<Bytes | null>;
}
