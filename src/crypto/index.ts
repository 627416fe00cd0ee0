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
export { createWebPrimitives, type KeyHandle, type SubtleLike } from './web-primitives.ts';
