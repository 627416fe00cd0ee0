import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import fc from 'fast-check';
import { type Bytes, bytesToHex, hexToBytes } from '#kernel';
import { entropyToWords, findWord, loadWords, nearestWords, textToWords, wordsToEntropy } from './phrase.ts';
import { createWebPrimitives } from './web-primitives.ts';

const primitives = createWebPrimitives(globalThis.crypto.subtle);
const list = await loadWords();
const anEntropy = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes): Bytes => new Uint8Array(bytes));

/** The 128-bit English ones among the vectors that BIP-39 names (trezor/python-mnemonic, vectors.json). */
const vectors: readonly (readonly [string, string])[] = [
  ['00000000000000000000000000000000', `${'abandon '.repeat(11)}about`],
  ['7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f', 'legal winner thank year wave sausage worth useful legal winner thank yellow'],
  [
    '80808080808080808080808080808080',
    'letter advice cage absurd amount doctor acoustic avoid letter advice cage above',
  ],
  ['ffffffffffffffffffffffffffffffff', `${'zoo '.repeat(11)}wrong`],
  ['7dce4ed2284c9134d026608ab684c05c', 'lava include region explain simple omit dog slot melt reflect copy reward'],
  [
    '5baf069620eff15c71dd97c9a6ee328f',
    'forum join pitch dove yellow purchase shuffle real situate danger million bunker',
  ],
  ['63deb1e7f0c3de56f4ab43c9d2ae6c86', 'glow void ketchup thunder digital clock sport half six nice open artefact'],
  ['00641669f095b433a304ed0f953f28eb', 'about camera omit thrive forget border metal oval auto prepare sketch stomach'],
];

test('the published phrases are read and written', async () => {
  for (const [hex, phrase] of vectors) {
    const entropy = hexToBytes(hex)!;
    equal((await entropyToWords(primitives, entropy, list)).join(' '), phrase);
    deepEqual(await wordsToEntropy(primitives, phrase.split(' '), list), { ok: true, value: entropy });
  }
});

test('law: what is written is read back, and the library reads and writes the same', async () => {
  await fc.assert(
    fc.asyncProperty(anEntropy, async (entropy) => {
      const words = await entropyToWords(primitives, entropy, list);
      equal(words.join(' '), entropyToMnemonic(entropy, [...list]));
      equal(bytesToHex(mnemonicToEntropy(words.join(' '), [...list])), bytesToHex(entropy));
      deepEqual(await wordsToEntropy(primitives, words, list), { ok: true, value: entropy });
    }),
    { numRuns: 300 },
  );
});

test('law: capitals, spaces, numbers and only the first four letters change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anEntropy, fc.infiniteStream(fc.nat(3)), async (entropy, choices) => {
      const written = (await entropyToWords(primitives, entropy, list)).map((word, at) => {
        const choice = choices.next().value;
        if (choice === 0) return word.toUpperCase();
        if (choice === 1) return `\n ${at + 1}. ${word}\t`;
        return choice === 2 && word.length > 4 ? word.slice(0, 4) : word;
      });
      deepEqual(await wordsToEntropy(primitives, textToWords(written.join(' ')), list), { ok: true, value: entropy });
    }),
    { numRuns: 100 },
  );
});

test('law: any 12 words of the list either give their entropy back or name the checksum', async () => {
  let refusedCount = 0;
  const runs = 800;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...list), { minLength: 12, maxLength: 12 }), async (words) => {
      const read = await wordsToEntropy(primitives, words, list);
      if (read.ok) deepEqual(await entropyToWords(primitives, read.value, list), words);
      else {
        deepEqual(read.error, { type: 'checksum' });
        refusedCount += 1;
      }
    }),
    { numRuns: runs },
  );
  equal(refusedCount > runs * 0.8, true, `4 bits refuse 15 of 16; refused ${refusedCount} of ${runs}`);
});

test('which word is unknown, and how many there are, is told', async () => {
  const words = vectors[1]![1].split(' ');
  deepEqual(await wordsToEntropy(primitives, words.with(3, 'yeer'), list), {
    ok: false,
    error: { type: 'unknown-word', at: 3, word: 'yeer' },
  });
  deepEqual(await wordsToEntropy(primitives, words.slice(1), list), { ok: false, error: { type: 'count', count: 11 } });
  deepEqual(await wordsToEntropy(primitives, [words[1]!, words[0]!, ...words.slice(2)], list), {
    ok: false,
    error: { type: 'checksum' },
  });
});

test('a whole word of three letters is itself, and letters that name no word name none', () => {
  equal(findWord('Act', list), 'act');
  equal(findWord(' actr ', list), 'actress');
  equal(findWord('ac', list), null);
  equal(findWord('', list), null);
  equal(new Set(list.map((word) => word.slice(0, 4))).size, 2_048);
});

const vowels = 'aeiouxyzt';

test('of a word with one slip of the pen the right one is among the near ones, and a few are offered', () => {
  fc.assert(
    fc.property(fc.nat(2_047), fc.nat(7), fc.nat(vowels.length - 1), fc.nat(3), (which, place, letter, slip) => {
      const word = list[which] ?? '';
      const at = place % word.length;
      const written = [
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at) + vowels[letter] + word.slice(at),
        word.slice(0, at) + vowels[letter] + word.slice(at + 1),
        word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
      ][slip];
      ok(nearestWords(written ?? '', list, list.length).includes(word), `${written} for ${word}`);
      const offered = nearestWords(written ?? '', list);
      ok(offered.length >= 1 && offered.length <= 4);
    }),
  );
});

test('what is near to nothing offers nothing', () => {
  deepEqual(nearestWords('', list), []);
  deepEqual(nearestWords('qqqqqqqq', list), []);
  deepEqual(nearestWords('absrb', list)[0], 'absorb');
  deepEqual(nearestWords('x'.repeat(100_000), list), []);
});
