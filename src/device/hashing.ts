/** The two labelled byte strings of an entry: what is signed, and what names it. */
import { labels, labelToBytes, type Primitives } from '#crypto';
import { type Bytes, concatBytes } from '#kernel';

export const entrySignatureMessage = (signed: Bytes): Bytes => concatBytes(labelToBytes(labels.entrySignature), signed);

/** Hash over the signed bytes and the signature: names the entry, links the chain, gives the box id. */
export const entryHash = (primitives: Primitives, signed: Bytes, signature: Bytes): Promise<Bytes> =>
  primitives.sha256(concatBytes(labelToBytes(labels.entryHash), signed, signature));
