/**
 * The invitation: how two devices that share one 256-bit secret (a link's fragment, a QR code) learn each other's
 * keys, and how two people make sure that nobody stands between.
 *
 *   inviter -> joiner   offer    commitment to (inviter's keys, nonce)
 *   joiner  -> inviter  join     joiner's keys, nonce
 *   inviter -> joiner   reveal   inviter's keys, nonce            (the joiner checks the commitment)
 *   both                words    four words out of the transcript, compared by voice
 *   inviter -> joiner   grant    only after the inviter said "the same": HPKE to the joiner, signed
 *   joiner  -> inviter  joined   only after the joiner said "the same": signed
 *
 * The inviter is bound by the commitment before seeing the joiner's nonce, and the joiner sends theirs before seeing
 * the inviter's: whoever stands between has one try in 2^44, even with the secret in hand and the relay's help
 * (short authentication strings, Vaudenay, CRYPTO 2005). The purpose is in every derivation: an invitation for a
 * partner cannot be used to add a device of one's own.
 */
import { type Bytes, concatBytes, createReader, isSameBytes, lengthPrefixed, textToBytes, u8 } from '#kernel';
import { type Label, labels, labelToBytes } from './labels.ts';
import type { Primitives, SealedToKey } from './primitives.ts';
import { derive } from './space-keys.ts';

export type InvitationPurpose = 'partner' | 'device';

/** What both sides derive from the secret alone. */
export interface InvitationChannel {
  readonly key: Bytes;
  readonly inviterAccessSeed: Bytes;
  readonly joinerAccessSeed: Bytes;
}

export async function secretToChannel(
  primitives: Primitives,
  secret: Bytes,
  purpose: InvitationPurpose,
): Promise<InvitationChannel> {
  const root = await derive(primitives, secret, purposeToLabel(purpose), 32);
  return {
    key: await derive(primitives, root, labels.inviteChannel, 32),
    inviterAccessSeed: await derive(primitives, root, labels.inviterAccess, 32),
    joinerAccessSeed: await derive(primitives, root, labels.joinerAccess, 32),
  };
}

/** `keys`: the canonical bytes of what this side says about itself. */
export const commitToKeys = (primitives: Primitives, keys: Bytes, nonce: Bytes): Promise<Bytes> =>
  primitives.sha256(concatBytes(labelToBytes(labels.inviteCommitment), lengthPrefixed(keys), nonce));

export async function isCommitted(
  primitives: Primitives,
  commitment: Bytes,
  keys: Bytes,
  nonce: Bytes,
): Promise<boolean> {
  return isSameBytes(commitment, await commitToKeys(primitives, keys, nonce));
}

/** Hash over everything that both sides have seen, in the order in which they were bound. */
export const transcriptHash = (
  primitives: Primitives,
  purpose: InvitationPurpose,
  commitment: Bytes,
  joinerKeys: Bytes,
  joinerNonce: Bytes,
  inviterKeys: Bytes,
  inviterNonce: Bytes,
): Promise<Bytes> =>
  primitives.sha256(
    concatBytes(
      labelToBytes(labels.inviteTranscript),
      labelToBytes(purposeToLabel(purpose)),
      lengthPrefixed(commitment),
      lengthPrefixed(joinerKeys),
      lengthPrefixed(joinerNonce),
      lengthPrefixed(inviterKeys),
      lengthPrefixed(inviterNonce),
    ),
  );

/** Four times 11 bits of the transcript, as indices into a list of 2,048 words. */
export async function transcriptToWordIndices(primitives: Primitives, transcript: Bytes): Promise<readonly number[]> {
  const reader = createReader(await derive(primitives, transcript, labels.inviteWords, 8));
  return [reader.u16(), reader.u16(), reader.u16(), reader.u16()].map((number) => number >> 5);
}

export const sealGrant = (
  primitives: Primitives,
  joinerSealingKey: Bytes,
  transcript: Bytes,
  grant: Bytes,
  ephemeral: Bytes,
): Promise<SealedToKey | null> =>
  primitives.sealToKey(joinerSealingKey, labelToBytes(labels.inviteGrant), transcript, grant, ephemeral);

export const openGrant = (
  primitives: Primitives,
  privateKey: Bytes,
  transcript: Bytes,
  sealed: SealedToKey,
): Promise<Bytes | null> => primitives.openWithKey(privateKey, labelToBytes(labels.inviteGrant), transcript, sealed);

/** What the inviter signs with the grant, and the joiner when they have joined. */
export const grantMessage = (transcript: Bytes, sealed: SealedToKey): Bytes =>
  concatBytes(labelToBytes(labels.inviteGrantSignature), transcript, sealed.enc, sealed.ciphertext);
export const joinedMessage = (transcript: Bytes): Bytes =>
  concatBytes(labelToBytes(labels.inviteJoinedSignature), transcript);

const purposeToLabel = (purpose: InvitationPurpose): Label =>
  purpose === 'partner' ? labels.invitePartner : labels.inviteDevice;

/** The text in a link's fragment: version, purpose, secret and a check, so that a cut or mistyped link is told apart. */
export async function linkToText(primitives: Primitives, purpose: InvitationPurpose, secret: Bytes): Promise<Bytes> {
  const core = concatBytes(u8(1), u8(purpose === 'partner' ? 1 : 2), secret);
  return concatBytes(core, (await primitives.sha256(concatBytes(textToBytes('attune/link/1'), core))).slice(0, 4));
}

export async function textToLink(
  primitives: Primitives,
  bytes: Bytes,
): Promise<{ readonly purpose: InvitationPurpose; readonly secret: Bytes } | 'wrong' | 'newer'> {
  const reader = createReader(bytes);
  const version = reader.u8();
  const kind = reader.u8();
  const secret = reader.bytes(32);
  const check = reader.bytes(4);
  if (version > 1 && !reader.failed) return 'newer';
  if (!reader.end() || version !== 1 || (kind !== 1 && kind !== 2)) return 'wrong';
  const purpose = kind === 1 ? 'partner' : 'device';
  const expected = await linkToText(primitives, purpose, secret);
  return isSameBytes(expected.slice(-4), check) ? { purpose, secret } : 'wrong';
}
