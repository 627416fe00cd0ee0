/** The words of a PDF as Chromium writes it: what its fonts say that each glyph means, in the order in which it is drawn. */
import { inflateSync } from 'node:zlib';

export interface Pdf {
  readonly pages: number;
  readonly title: string;
  readonly text: string;
}

interface Part {
  readonly head: string;
  /** Unpacked; '' where there is none. */
  readonly stream: string;
}

export function readPdf(file: Buffer): Pdf {
  const raw = file.toString('latin1');
  const parts = new Map<string, Part>();
  for (const [, id = '', body = ''] of raw.matchAll(/(\d+) 0 obj\r?\n([\s\S]*?)endobj/g)) {
    const stream = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body);
    const packed = Buffer.from(stream?.[1] ?? '', 'latin1');
    const isPacked = stream !== null && body.includes('/FlateDecode');
    const unpacked = isPacked ? inflateSync(packed) : packed;
    parts.set(id, { head: body.slice(0, stream?.index ?? body.length), stream: unpacked.toString('latin1') });
  }
  const pages = [...parts.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return {
    pages: pages.length,
    title: /\/Title\s*\(([^)]*)\)/.exec(raw)?.[1] ?? '',
    text: pages.map((page) => pageToText(page, parts)).join('\n'),
  };
}

function pageToText({ head }: Part, parts: ReadonlyMap<string, Part>): string {
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(parts.get(id)?.head ?? '')?.[1] ?? '';
    fonts.set(name, readLetters(parts.get(map)?.stream ?? ''));
  }
  const content = parts.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
  let font: ReadonlyMap<string, string> = new Map();
  let text = '';
  let isSaid = false;
  for (const [token, name, said, glyphs] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|\/ActualText <FEFF([0-9A-Fa-f]*)>|<([0-9A-Fa-f]+)> Tj|\bEMC\b|\bET\b/g,
  )) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else if (said !== undefined) {
      text += unitsToText(said);
      isSaid = true;
    } else if (token === 'EMC') isSaid = false;
    else if (token === 'ET') text += '\n';
    else if (glyphs !== undefined && !isSaid) text += glyphsToText(glyphs, font);
  }
  return text;
}

/** By glyph, as hex: of two digits in some fonts, of four in others. */
function readLetters(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, lines = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', said = ''] of lines.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi))
      letters.set(glyph.toUpperCase(), unitsToText(said));
  for (const [, lines = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', said = ''] of lines.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++)
        letters.set(
          glyph.toString(16).toUpperCase().padStart(from.length, '0'),
          String.fromCharCode(Number.parseInt(said, 16) + glyph - first),
        );
    }
  return letters;
}

function glyphsToText(glyphs: string, font: ReadonlyMap<string, string>): string {
  const [first = '0000'] = font.keys();
  const each = glyphs.toUpperCase().match(new RegExp(`.{${first.length}}`, 'g')) ?? [];
  return each.map((glyph) => font.get(glyph) ?? '\ufffd').join('');
}

const unitsToText = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
