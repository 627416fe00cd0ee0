/** The beginning of a text, for a line in a list: whole words, and an ellipsis where something is left out. Pure. */
const charsMax = 90;

export function toShortWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= charsMax) return line;
  const cut = line
    .slice(0, charsMax)
    .toWellFormed()
    .replace(/\ufffd$/u, '');
  const words = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return `${words.replace(/[\s.,;:]+$/u, '')}…`;
}
