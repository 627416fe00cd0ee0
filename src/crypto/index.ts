/** The front door of the crypto room. */

export {
  type BoxKeys,
  contentLengthToBoxLength,
  createBoxKeys,
  entryHashToBoxId,
  isBoxOfEntry,
  openBox,
  type SealedBox,
  sealBox,
} from './box.ts';
export {
  commitToKeys,
  grantMessage,
  type InvitationChannel,
  type InvitationPurpose,
  isCommitted,
  joinedMessage,
  linkToText,
  openGrant,
  sealGrant,
  secretToChannel,
  textToLink,
  transcriptHash,
  transcriptToWordIndices,
} from './invitation.ts';
export { type Label, labels, labelToBytes } from './labels.ts';
export {
  lockSaltBytes,
  openLock,
  openPasskeyLock,
  sealLock,
  sealPasskeyLock,
  storeKeyBytes,
} from './lock.ts';
export {
  entropyToWords,
  findWord,
  loadWords,
  nearestWords,
  type PhraseProblem,
  phraseEntropyBytes,
  phraseWordCount,
  textToWords,
  wordsToEntropy,
} from './phrase.ts';
export * from './primitives.ts';
export { entropyToPaper, looksLikeBackup, openBackup, type Paper, sealBackup } from './recovery.ts';
export { type Concealed, conceal, reveal } from './reveal.ts';
export { assertAeadSizes, assertHkdfSizes, assertSecretSize, tagBytes } from './sizes.ts';
export { derive, type Epoch, type EpochKeys, epochToKeys, mineAccessSeed, openEpoch, sealEpoch } from './space-keys.ts';
/** Published vectors, for whoever implements the port; nothing of it is left in an app that does not ask. */
export { reportToLine, runVectors, type VectorFiles, type VectorReport } from './vectors.ts';
export { isWeakSealingKey, isWeakSigningPoint } from './weak-keys.ts';
export { createWebPrimitives, type KeyHandle, type SubtleLike } from './web-primitives.ts';
