/** What a person typed or pasted, as words: any spaces, commas, numbers before words, capitals. */
export const textToPhrase = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

/** The same with another word at a place (from 0). */
export const withWord = (text: string, at: number, word: string): string =>
  textToPhrase(text)
    .map((one, index) => (index === at ? word : one))
    .join(' ');
