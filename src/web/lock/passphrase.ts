/** What is said of a passphrase before it is used. No meter: one reason, where there is one. */

/** `pin`: refused. `short`: possible, after the reason has been read. */
export type PassphraseAdvice = 'good' | 'short' | 'pin' | 'tiny';

const charsGood = 12;
const wordsGood = 4;
/** Fewer signs than these are tried through by a machine in hours, whatever they are. */
const charsMin = 8;

export function adviceOn(passphrase: string): PassphraseAdvice {
  const text = passphrase.normalize('NFKC').trim();
  const chars = [...text].length;
  if (text !== '' && /^[\p{Nd}\s.\-/]+$/u.test(text)) return 'pin';
  if (chars < charsMin) return 'tiny';
  const words = text.split(/\s+/u).length;
  return words >= wordsGood || chars >= charsGood ? 'good' : 'short';
}
