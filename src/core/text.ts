/**
 * Text as people write it and as strangers may send it. `cleanText` is idempotent: whatever it gives back stands in
 * the log, is read from the log, and comes out the same. Removed: lone surrogates (they become U+FFFD), control
 * characters except the line feed, and the explicit bidirectional controls (UAX #9: embeddings, overrides, isolates),
 * which could make a sentence read differently from what it says. The marks LRM, RLM and ALM stay: they are letters
 * of spelling in right-to-left writing and end by themselves.
 */

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

export const cleanText = (text: string): string =>
  text.toWellFormed().replace(controls, '').replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ');

/** What a person typed: clean, and without space around it. */
export const typedText = (text: string): string => cleanText(text).trim();

/**
 * A question mark of any script at the end, perhaps inside a closing quotation mark or bracket: Latin, full-width,
 * Arabic, Armenian, reversed; Greek writes it as a semicolon.
 */
export function isQuestion(text: string): boolean {
  const said = text.replace(/[\s"'\p{Pe}\p{Pf}\p{Pi}]+$/u, '');
  return /[?\uff1f\u061f\u055e\u2e2e\u037e]$/u.test(said) || (/;$/.test(said) && /\p{Script=Greek}/u.test(said));
}
