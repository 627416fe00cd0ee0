/** The front door of the crypto room. */

export {
  entropyToWords,
  findWord,
  loadWords,
  type PhraseProblem,
  phraseEntropyBytes,
  phraseWordCount,
  textToWords,
  wordsToEntropy,
} from './phrase.ts';
export * from './primitives.ts';
export { assertAeadSizes, assertHkdfSizes, assertSecretSize, tagBytes } from './sizes.ts';
export { isWeakSealingKey, isWeakSigningPoint } from './weak-keys.ts';
export { createWebPrimitives, type KeyHandle, type SubtleLike } from './web-primitives.ts';
