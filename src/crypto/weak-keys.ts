/**
 * Public keys and points that every implementation of the port refuses before it asks its engine, because engines
 * differ here: of the twelve Ed25519 edge cases in `vectors/published.json` Chromium 156 takes numbers 0, 1, 2, 3 and
 * 11, Firefox 153 takes 0 to 3, Node 24 only 3; Firefox alone refuses some other spellings of X25519 keys. Two devices
 * that disagree about one signature would see two histories. With these rules all take the same.
 *
 * Small order: such an X25519 key gives the same shared secret, zero, to everybody (RFC 7748 section 6.1); such an
 * Ed25519 key or commitment R lets one signature hold for many messages. Another spelling: a coordinate that is not
 * below p, or an X25519 key with its top bit set. RFC 7748 section 5 would read such keys, yet makes none; one key has
 * one spelling here, so that keys can be compared as bytes.
 */
import { bytesToHex } from '#kernel';

/** u = 0, 1, two of order 8, and p - 1; little-endian. */
const smallOrderOfX25519 = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** y = 0 (order 4), 1 (the neutral point), p - 1 (order 2), and the two of order 8; little-endian, sign bit clear. */
const smallOrderOfEd25519 = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/** p to 2^255 - 1, little-endian; p = 2^255 - 19. */
const notBelowP = /^(e[def]|f.)(ff){30}7f$/;

/** For 32 bytes that shall be an X25519 public key or an encapsulated key. */
export function isWeakSealingKey(publicKey: Uint8Array): boolean {
  const u = bytesToHex(publicKey);
  return ((publicKey[31] ?? 0) & 0x80) !== 0 || smallOrderOfX25519.has(u) || notBelowP.test(u);
}

/** For 32 bytes that shall be an Ed25519 public key, or the first half of a signature. */
export function isWeakSigningPoint(point: Uint8Array): boolean {
  const withoutSign = new Uint8Array(point);
  withoutSign[31] = (withoutSign[31] ?? 0) & 0x7f;
  const y = bytesToHex(withoutSign);
  return smallOrderOfEd25519.has(y) || notBelowP.test(y);
}
