/** What no file of the repository may hold: traces of the machine it was written on, and of where packages came from. */
import { posix } from 'node:path';
import type { Untidy } from './source-rules.ts';

const rules: readonly { readonly pattern: RegExp; readonly sentence: string }[] = [
  {
    pattern: /(?<![\w.$~-])\/(home|root|Users|work|mnt|private|var\/folders)\/[\w.-]/,
    sentence: 'a path of one machine: paths are relative to the repository',
  },
  { pattern: /\b[A-Z]:\\\\?Users\\/, sentence: 'a path of one machine: paths are relative to the repository' },
  {
    pattern: /\bregistry\.[\w-]+\.\w|\bnpm(mirror\.|\.pkg\.)|\b(artifact|verdacc)(ory|io)[./]/i,
    sentence: 'the host of a package registry: each machine has its own',
  },
];

export function findUntidyTexts(textsByPath: ReadonlyMap<string, string>): readonly Untidy[] {
  const untidy: Untidy[] = [];
  for (const [path, text] of textsByPath) {
    for (const [index, line] of text.split('\n').entries()) {
      for (const { pattern, sentence } of rules)
        if (pattern.test(line)) untidy.push({ path, line: index + 1, sentence });
      if (path === 'package-lock.json' && line.includes('"resolved":')) {
        untidy.push({
          path,
          line: index + 1,
          sentence: 'an address of a package: `npm install` with the .npmrc of this repository writes none',
        });
      }
    }
  }
  return untidy;
}

/** Links of Markdown files that lead to no file or no heading of this repository. */
export function findBrokenLinks(
  textsByPath: ReadonlyMap<string, string>,
  paths: ReadonlySet<string>,
): readonly Untidy[] {
  const untidy: Untidy[] = [];
  const folders = new Set([...paths].flatMap((path) => foldersOf(path)));
  for (const [path, text] of textsByPath) {
    for (const [index, line] of withoutFences(text).split('\n').entries()) {
      for (const [, address = ''] of line.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)) {
        if (/^[a-z]+:/.test(address)) continue;
        const [file = '', anchor] = address.split('#');
        const target = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file)).replace(/\/$/, '');
        const tell = (sentence: string): void => void untidy.push({ path, line: index + 1, sentence });
        if (!paths.has(target) && !folders.has(target)) tell(`a link to nowhere: ${address}`);
        else if (anchor !== undefined && target.endsWith('.md')) {
          const targetText = textsByPath.get(target);
          if (targetText !== undefined && !headingsOf(targetText).has(anchor)) tell(`a link to no heading: ${address}`);
        }
      }
    }
  }
  return untidy;
}

/** `npm run x` in Markdown for which package.json has no script. */
export function findUnknownCommands(
  textsByPath: ReadonlyMap<string, string>,
  scripts: ReadonlySet<string>,
): readonly Untidy[] {
  const untidy: Untidy[] = [];
  for (const [path, text] of textsByPath) {
    for (const [index, line] of text.split('\n').entries()) {
      for (const [, name = ''] of line.matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)) {
        if (!scripts.has(name)) untidy.push({ path, line: index + 1, sentence: `there is no command npm run ${name}` });
      }
    }
  }
  return untidy;
}

function foldersOf(path: string): readonly string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? ['.'] : [folder, ...foldersOf(folder)];
}

/** Keeps the number of lines. */
function withoutFences(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, (fence) => fence.replace(/[^\n]/g, '')).replace(/`[^`\n]*`/g, '');
}

function headingsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
  return new Set(headings);
}
