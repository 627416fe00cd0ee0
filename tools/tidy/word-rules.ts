/**
 * How the app speaks: words that must not stand in a sentence for people, in content packs and message files. Sources
 * and ids are not sentences.
 */
import { textToModule } from '../rooms/module.ts';
import type { Untidy } from './source-rules.ts';

const unkind: readonly { readonly pattern: RegExp; readonly sentence: string }[] = [
  { pattern: /!/, sentence: 'an exclamation mark: the app does not raise its voice' },
  { pattern: /\bfail(s|ed|ing|ure|ures)?\b/i, sentence: '"failed": say what is so now, and what comes next' },
  { pattern: /\bstreaks?\b/i, sentence: '"streak": nothing is counted' },
  {
    pattern: /\b(your )?partner has(n['’]t| not)\b/i,
    sentence: '"your partner has not": the app speaks of what you can do',
  },
  { pattern: /\byou (have )?missed\b/i, sentence: '"you missed": the app speaks of what you can do' },
  { pattern: /\bscores?\b|\bpoints earned\b|\bleader ?board\b/i, sentence: '"score": people are not scored' },
  { pattern: /\d\s?(%|percent|per cent)/i, sentence: 'a percentage: people are not measured' },
  { pattern: /\b[Uu]sers?\b|\b[Pp]artner [AB]\b/, sentence: '"user": a person has a name, or is "you"' },
  { pattern: /\b(oops|uh-oh|whoops)\b/i, sentence: '"oops": errors own the fault and the next step' },
];

/** Fields of packs that hold no words of ours: ids, sources, and what people themselves say or type. */
const noSentences = new Set([
  'id',
  'key',
  'icon',
  'source',
  'sources',
  'citation',
  'doi',
  'url',
  'schema',
  '$schema',
  'match',
  'pattern',
  'examples',
  'synonyms',
]);

export function isWordsFile(path: string): boolean {
  if (/\.(test|contract)\./.test(path)) return false;
  return /^content\/.+\.json$/.test(path) || /^src\/web\/(.*\/)?messages[^/]*(\/[^/]+)?\.tsx?$/.test(path);
}

export function findUnkindWords(textsByPath: ReadonlyMap<string, string>): readonly Untidy[] {
  const untidy: Untidy[] = [];
  for (const [path, text] of textsByPath) {
    const sentences = path.endsWith('.json') ? jsonToSentences(text) : textToModule(path, text).texts;
    for (const { what, line } of sentences) {
      for (const { pattern, sentence } of unkind) {
        if (pattern.test(what)) untidy.push({ path, line, sentence: `${sentence} (${what.slice(0, 80)})` });
      }
    }
  }
  return untidy;
}

function jsonToSentences(text: string): readonly { readonly what: string; readonly line: number }[] {
  const sentences: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') sentences.push(value);
    else if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inside] of Object.entries(value)) if (!noSentences.has(key)) walk(inside);
    }
  };
  walk(JSON.parse(text));
  return sentences.map((what) => {
    const at = text.indexOf(JSON.stringify(what).slice(1, -1));
    return { what, line: at === -1 ? 1 : text.slice(0, at).split('\n').length };
  });
}
