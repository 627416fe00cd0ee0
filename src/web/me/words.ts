/** What a person typed or pasted, as words: any spaces, commas, numbers before words, capitals. */
export const textToPhrase = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
