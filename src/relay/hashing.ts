/** The two computations of the relay, by node:crypto. `verify` never throws: what is no key or no signature is false. */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import type { Bytes } from '#kernel';
import { publicKeyBytes, signatureBytes } from '#wire';
import type { RelayPorts } from './ports.ts';

/** SubjectPublicKeyInfo of Ed25519 without its last 32 bytes, the key (RFC 8410, section 4). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

export const nodeHashing: RelayPorts['hashing'] = {
  sha256: (message) => new Uint8Array(createHash('sha256').update(message).digest()),
  verify: (publicKey: Bytes, message: Bytes, signature: Bytes): boolean => {
    if (publicKey.length !== publicKeyBytes || signature.length !== signatureBytes) return false;
    // Every 32 bytes parse as a key; those that are no point make the verification false (node:crypto, OpenSSL 3).
    const key = createPublicKey({ key: Buffer.concat([spkiHead, publicKey]), format: 'der', type: 'spki' });
    return verifySignature(null, message, key, signature);
  },
};
