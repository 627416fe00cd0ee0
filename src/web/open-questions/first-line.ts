/** The first line of what somebody wrote, cut at a word's end: here and not by the screen, so large letters lose nothing. */

const lineCharsMax = 140;

export function firstLine(words: string): string {
  const whole = words.trim();
  const [line = ''] = whole.split('\n', 1);
  const cut = line.length <= lineCharsMax ? line : line.slice(0, cutAt(line));
  return cut === whole ? cut : `${cut.trimEnd()} …`;
}

/** At a space, if there is one not too far back; never between the two halves of a letter. */
function cutAt(line: string): number {
  const space = line.lastIndexOf(' ', lineCharsMax);
  if (space > lineCharsMax / 2) return space;
  return line.slice(0, lineCharsMax).isWellFormed() ? lineCharsMax : lineCharsMax - 1;
}
