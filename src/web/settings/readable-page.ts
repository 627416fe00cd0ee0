/**
 * My copy as a page to read or to print: one HTML file that asks nobody for anything and runs nothing. Pure. It shows
 * the words and leaves out ids, settings, and marks that say nothing to a reader. Whatever was written is drawn as text.
 */
import { birthOf, type CopiedEvent, type CopiedThing, type MyCopy } from '#core';
import { isJsonObject, type Json } from '#kernel';

export interface PageWords {
  readonly title: string;
  readonly lead: (day: string) => string;
  readonly me: string;
  readonly partner: string;
  readonly nothing: string;
  readonly takenBack: string;
  readonly onlyMine: string;
  readonly shared: string;
  /** "21 November 2026", from ISO. */
  readonly day: (iso: string) => string;
  readonly practice: (key: string) => string;
}

const style =
  'body{font:1.05rem/1.55 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}' +
  'h2{font-size:1.15rem;margin:2rem 0 .25rem}p{margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}' +
  'small{color:#595959}article{break-inside:avoid}';

export function copyToPage(copy: MyCopy, language: string, words: PageWords): string {
  const articles = copy.things.flatMap((thing) => thingToArticle(thing, words));
  return [
    `<!doctype html><html lang="${asHtml(language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width"><title>${asHtml(words.title)}</title><style>${style}</style>`,
    `</head><body><h1>${asHtml(words.title)}</h1><p>${asHtml(words.lead(words.day(copy.madeAt)))}</p>`,
    ...(articles.length === 0 ? [`<p>${asHtml(words.nothing)}</p>`] : articles),
    '</body></html>\n',
  ].join('\n');
}

/** One event of a thing, and its words. */
export interface Said {
  readonly event: CopiedEvent;
  readonly lines: readonly Line[];
}

/** What is to be read in a thing; empty: nothing. What I kept and then shared in the same words stands once. */
export function saidIn(thing: CopiedThing): readonly Said[] {
  const labels = labelsIn(thing.events.map(({ body }) => body));
  const all = thing.events.map((event) => ({
    event,
    lines: event.body === null ? [] : bodyToLines(event.body, labels),
  }));
  const isSaidAgain = (at: number): boolean =>
    all.slice(at + 1).some(({ event, lines }) => {
      const earlier = all[at];
      return event.by === earlier?.event.by && event.body !== null && isSame(lines, earlier.lines);
    });
  return all.filter(({ event, lines }, at) => !isSaidAgain(at) && (event.body === null || lines.length > 0));
}

function thingToArticle(thing: CopiedThing, words: PageWords): readonly string[] {
  const said = saidIn(thing).flatMap(({ event, lines }) => eventToHtml(event, lines, words));
  if (said.length === 0) return [];
  const day = words.day(new Date(birthOf(thing.id)).toISOString());
  const title = `${day} · ${words.practice(thing.practice)}`;
  return [`<article><h2>${asHtml(title)}</h2>${said.join('')}</article>`];
}

const isSame = (a: readonly Line[], b: readonly Line[]): boolean =>
  a.length === b.length && a.every(([label, text], at) => label === b[at]?.[0] && text === b[at]?.[1]);

function eventToHtml(event: CopiedEvent, lines: readonly Line[], words: PageWords): readonly string[] {
  const who = event.by === 'me' ? words.me : words.partner;
  const head = (rest: string) => `<p><small>${asHtml(`${who} · ${words.day(event.at)} · ${rest}`)}</small></p>`;
  if (event.body === null) return [head(words.takenBack)];
  const place = event.in === 'mine' ? words.onlyMine : words.shared;
  const drawn = lines.map(([label, text]) => `<p><small>${asHtml(label)}</small> ${asHtml(text)}</p>`);
  return [head(place), ...drawn];
}

// ---------------------------------------------------------------------------------------------------- what to read

/** Fields that steer the app and say nothing to a reader. */
const workings = new Set(
  'choices closeness depth exchange first grade holding id items pack practice previous next script seed session stage to verdict voice way zone'.split(
    ' ',
  ),
);

type Line = readonly [label: string, text: string];

/** The words in a body, each with the name of its field; numbers and marks are left out. */
export function bodyToLines(body: Json, labels: ReadonlyMap<string, string>): readonly Line[] {
  const lines: Line[] = [];
  const walk = (value: Json, name: string): void => {
    if (typeof value === 'string') {
      const text = value.trim();
      if (text !== '' && !/^[0-9a-f]{32}$/.test(text))
        lines.push([labels.get(name) ?? nameToLabel(name), readable(text)]);
    } else if (isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) if (!workings.has(key)) walk(item, key === 'own' ? name : key);
    } else if (Array.isArray(value)) {
      const items: readonly Json[] = value;
      const texts = items.filter((item): item is string => typeof item === 'string');
      if (texts.length > 0 && texts.length === items.length) walk(texts.map(readable).join(', '), name);
      else for (const item of items) walk(item, name);
    }
  };
  walk(body, '');
  return lines;
}

/** "let-down" is how a feeling is kept; "let down" is how it is read. */
const readable = (text: string): string => (/^[a-z]+(-[a-z]+)+$/.test(text) ? text.replaceAll('-', ' ') : text);

/** `feltBack` and `felt-back` as "Felt back". */
function nameToLabel(name: string): string {
  const spaced = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1);
}

/** A guided practice carries its questions: what was answered is read beside them. */
export function labelsIn(bodies: readonly Json[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const walk = (value: Json): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (isJsonObject(value)) {
      if (typeof value.id === 'string' && typeof value.label === 'string' && value.kind !== undefined)
        labels.set(value.id, value.label);
      for (const item of Object.values(value)) walk(item);
    }
  };
  for (const body of bodies) walk(body);
  return labels;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const asHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);
