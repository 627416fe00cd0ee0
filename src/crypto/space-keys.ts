/**
 * Epochs of a space, and the mailbox that each gives. An epoch is a random 32-byte key; epochs only grow. Its mailbox
 * is derived from it, so a device that was removed knows neither the new key nor the new place.
 *
 * The id of a mailbox is a hash of its writers' public keys (see the wire's messages): here the wire's preimage is
 * handed in, because this room knows no wires.
 */
import type { Bytes } from '#kernel';
import { type BoxKeys, createBoxKeys } from './box.ts';
import { type Label, labels, labelToBytes } from './labels.ts';
import type { Primitives, SealedToKey } from './primitives.ts';

const noSalt: Bytes = new Uint8Array(0);

export interface Epoch {
  /** Grows by one with each rotation; of two with the same generation, the one with the greater id is written with. */
  readonly generation: number;
  readonly key: Bytes;
  /** Public keys that may write to its mailbox, in slot order: one a person. */
  readonly writers: readonly Bytes[];
}

/** An epoch with all that follows from it. */
export interface EpochKeys extends BoxKeys {
  readonly epoch: Epoch;
  readonly salt: Bytes;
}

export async function epochToKeys(
  primitives: Primitives,
  epoch: Epoch,
  preimage: (salt: Bytes, writers: readonly Bytes[]) => Bytes,
): Promise<EpochKeys> {
  const salt = await derive(primitives, epoch.key, labels.mailboxSalt, 16);
  const mailbox = (await primitives.sha256(preimage(salt, epoch.writers))).slice(0, 16);
  return { ...(await createBoxKeys(primitives, epoch.key, mailbox)), epoch, salt };
}

/** The seed with which all devices of one person open the mailbox of their `mine`. */
export const mineAccessSeed = (primitives: Primitives, epochKey: Bytes): Promise<Bytes> =>
  derive(primitives, epochKey, labels.mineAccess, 32);

/** Seals a new epoch key to one device of the space; bound to the space and the generation. */
export const sealEpoch = (
  primitives: Primitives,
  sealingKey: Bytes,
  context: Bytes,
  epochKey: Bytes,
  ephemeral: Bytes,
): Promise<SealedToKey | null> =>
  primitives.sealToKey(sealingKey, labelToBytes(labels.epochSeal), context, epochKey, ephemeral);

export const openEpoch = (
  primitives: Primitives,
  privateKey: Bytes,
  context: Bytes,
  sealed: SealedToKey,
): Promise<Bytes | null> => primitives.openWithKey(privateKey, labelToBytes(labels.epochSeal), context, sealed);

/** HKDF of a secret for one labelled purpose. */
export const derive = (primitives: Primitives, secret: Bytes, label: Label, length: number): Promise<Bytes> =>
  primitives.hkdf(secret, noSalt, labelToBytes(label), length);
