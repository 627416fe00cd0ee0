/**
 * Encodings of curve points that every implementation of the port refuses before it asks its engine. Engines differ
 * here: of the twelve edge cases in `vectors/published.json`, Chromium 156 takes numbers 0, 1, 2, 3 and 11, Node 24
 * only number 3. Two devices that disagree about one signature would see two histories. With this table both take 3.
 *
 * Small order: such an X25519 key gives the same shared secret, zero, to everybody (RFC 7748 section 6.1); such an
 * Ed25519 key or commitment R lets one signature hold for many messages. Not canonical: a second spelling of a point,
 * y >= p, which some Ed25519 engines take and some do not. X25519 takes other spellings (RFC 7748 section 5), so only
 * those of small order are refused there.
 */
import { bytesToHex } from '#kernel';

/** u = 0, 1, two of order 8, p - 1, and p, p + 1 as other spellings of 0 and 1; little-endian, top bit clear. */
const smallOrderOfX25519 = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** y = 0 (order 4), 1 (the neutral point), p - 1 (order 2), and the two of order 8; little-endian, sign bit clear. */
const smallOrderOfEd25519 = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

export const isWeakSealingKey = (publicKey: Uint8Array): boolean => smallOrderOfX25519.has(hexWithoutTopBit(publicKey));

/** For both the public key and the first half of a signature. */
export const isWeakSigningPoint = (point: Uint8Array): boolean => {
  const y = hexWithoutTopBit(point);
  return smallOrderOfEd25519.has(y) || /^(e[def]|f.)(ff){30}7f$/.test(y);
};

function hexWithoutTopBit(point: Uint8Array): string {
  const masked = new Uint8Array(point);
  masked[31] = (masked[31] ?? 0) & 0x7f;
  return bytesToHex(masked);
}
