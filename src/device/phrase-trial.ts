/** A trial of the recovery words: what would happen with them. It reads, writes nothing, and asks nobody. */
import { entropyToWords, findWord, nearestWords, wordsToEntropy } from '#crypto';
import { bytesToHex, hexToBytes } from '#kernel';
import type { Model } from './model.ts';
import type { DevicePorts, PhraseTrial } from './types.ts';

export async function tryPhrase(
  { primitives }: Pick<DevicePorts, 'primitives'>,
  { phrase, phrases }: Pick<Model, 'phrase' | 'phrases'>,
  words: readonly string[],
  list: readonly string[],
): Promise<PhraseTrial> {
  const read = await wordsToEntropy(primitives, words, list);
  const known = phrase !== null && phrases.shown.has(phrase) ? phrase : null;
  if (read.ok) {
    const name = bytesToHex(read.value);
    if (name === known) return { type: 'works' };
    if (phrases.ended.has(name)) return { type: 'ended' };
    return (await placesThatDiffer(known)) ?? { type: known === null ? 'fits' : 'another' };
  }
  switch (read.error.type) {
    case 'count':
      return read.error;
    case 'unknown-word':
      return { ...read.error, nearest: nearestWords(read.error.word, list) };
    case 'checksum':
      return (await placesThatDiffer(known)) ?? { type: 'not-together' };
  }

  /** Only when most of them are right: else it is another card, and not a card with slips. */
  async function placesThatDiffer(counts: string | null): Promise<PhraseTrial | null> {
    const entropy = counts === null ? null : hexToBytes(counts);
    if (!entropy) return null;
    const right = await entropyToWords(primitives, entropy, list);
    const at = right.flatMap((word, index) => (findWord(words[index] ?? '', list) === word ? [] : [index]));
    return at.length > right.length / 2 ? null : { type: 'differs', at };
  }
}
