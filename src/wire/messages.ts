/** The byte strings that are hashed or signed on both sides. Hashing and signing themselves happen elsewhere. */
import { type Bytes, concatBytes, textToBytes, u8 } from '#kernel';

/** What a mailbox id is the hash of: id = first 16 bytes of SHA-256 of this. */
export const mailboxPreimage = (salt: Bytes, writers: readonly Bytes[]): Bytes =>
  concatBytes(textToBytes('attune/mailbox/1'), salt, u8(writers.length), ...writers);

/** What a writer signs to open a mailbox on one connection. */
export const openMessage = (challenge: Bytes, mailbox: Bytes, writer: number): Bytes =>
  concatBytes(textToBytes('attune/open/1'), challenge, mailbox, u8(writer));
