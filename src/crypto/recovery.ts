/**
 * The recovery phrase is a paper device: twelve words, 128 bits, from which everything that it needs is derived. A
 * small mailbox of its own, findable from the words alone, holds the key ring that my devices leave there.
 */
import { type Bytes, concatBytes, createReader, lengthPrefixed, textToBytes, u8 } from '#kernel';
import { labels, labelToBytes } from './labels.ts';
import type { Primitives } from './primitives.ts';
import { derive } from './space-keys.ts';

export interface Paper {
  readonly signingSeed: Bytes;
  readonly sealingKey: Bytes;
  readonly accessSeed: Bytes;
  /** Epoch key of the little space in which the key ring lies. */
  readonly channelKey: Bytes;
}

export async function entropyToPaper(primitives: Primitives, entropy: Bytes): Promise<Paper> {
  return {
    signingSeed: await derive(primitives, entropy, labels.paperSign, 32),
    sealingKey: await derive(primitives, entropy, labels.paperSeal, 32),
    accessSeed: await derive(primitives, entropy, labels.paperAccess, 32),
    channelKey: await derive(primitives, entropy, labels.paperChannel, 32),
  };
}

const magic = textToBytes('ATTUNE-BACKUP');
const version = 1;
const saltBytes = 16;
const nonce: Bytes = new Uint8Array(12); // the salt makes each key seal one file

/** A backup file: magic | version | salt | AES-256-GCM of the content under a key from the phrase and the salt. */
export async function sealBackup(primitives: Primitives, entropy: Bytes, salt: Bytes, content: Bytes): Promise<Bytes> {
  const header = concatBytes(magic, u8(version), salt);
  const key = await primitives.hkdf(entropy, salt, labelToBytes(labels.backupKey), 32);
  return concatBytes(header, await primitives.aeadSeal(key, nonce, content, backupContext(header)));
}

/** What a file says before any key is tried: so that each kind of wrong file gets its own sentence. */
export function looksLikeBackup(file: Bytes): 'backup' | 'newer' | 'none' {
  const reader = createReader(file);
  const found = reader.bytes(magic.length);
  const fileVersion = reader.u8();
  if (reader.failed || !magic.every((byte, i) => byte === found[i])) return 'none';
  return fileVersion === version ? 'backup' : 'newer';
}

/** null: other words, or a file that is not whole. */
export async function openBackup(primitives: Primitives, entropy: Bytes, file: Bytes): Promise<Bytes | null> {
  const reader = createReader(file);
  const header = reader.bytes(magic.length + 1 + saltBytes);
  const ciphertext = reader.rest();
  if (!reader.end() || ciphertext.length < 16) return null;
  const salt = header.slice(-saltBytes);
  const key = await primitives.hkdf(entropy, salt, labelToBytes(labels.backupKey), 32);
  return primitives.aeadOpen(key, nonce, ciphertext, backupContext(header));
}

const backupContext = (header: Bytes): Bytes =>
  concatBytes(labelToBytes(labels.backupAssociated), lengthPrefixed(header));
