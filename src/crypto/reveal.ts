/**
 * Simultaneous reveal: content that travels as ciphertext before its key does. The commitment binds the key, so that
 * one ciphertext cannot open to two texts. Content is padded in large steps: whoever waits for the key sees one size
 * for all but the very longest notes (those up to about 4,000 bytes), and not how much was written.
 */
import { type Bytes, concatBytes, createReader, isSameBytes, lengthPrefixed } from '#kernel';
import { labels, labelToBytes } from './labels.ts';
import type { Primitives } from './primitives.ts';

const nonce: Bytes = new Uint8Array(12); // each key seals one content
const stepBytes = 4_096;

export interface Concealed {
  readonly commitment: Bytes;
  readonly ciphertext: Bytes;
}

export async function conceal(primitives: Primitives, key: Bytes, context: Bytes, content: Bytes): Promise<Concealed> {
  const framed = lengthPrefixed(content);
  const padded = new Uint8Array(Math.ceil(framed.length / stepBytes) * stepBytes);
  padded.set(framed);
  const associated = concatBytes(labelToBytes(labels.revealContent), context);
  return {
    commitment: await commitment(primitives, key, context),
    ciphertext: await primitives.aeadSeal(key, nonce, padded, associated),
  };
}

/** null: the key is not the one that was committed to, or the ciphertext is not whole. */
export async function reveal(
  primitives: Primitives,
  key: Bytes,
  context: Bytes,
  concealed: Concealed,
): Promise<Bytes | null> {
  if (!isSameBytes(await commitment(primitives, key, context), concealed.commitment)) return null;
  const associated = concatBytes(labelToBytes(labels.revealContent), context);
  const padded = await primitives.aeadOpen(key, nonce, concealed.ciphertext, associated);
  if (padded === null) return null;
  const reader = createReader(padded);
  const content = reader.lengthPrefixed(padded.length);
  return reader.failed ? null : content;
}

const commitment = (primitives: Primitives, key: Bytes, context: Bytes): Promise<Bytes> =>
  primitives.sha256(concatBytes(labelToBytes(labels.revealCommitment), context, key));
