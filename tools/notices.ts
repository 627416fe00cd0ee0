/**
 * `npm run notices`: writes THIRD-PARTY-NOTICES.md from what ships at run time: the packages that package.json names as
 * dependencies with all that they depend on, the fonts, and the data that only tests use. A test holds the page current.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listFiles, rootFolder } from './sources.ts';

interface Locked {
  readonly version: string;
  readonly license: string;
  readonly dependencies: readonly string[];
}

/** Folders of things that are no packages, each with its licence file beside it. */
const things: readonly {
  readonly name: string;
  readonly folder: string;
  readonly licence: string;
  readonly words: string;
}[] = [
  {
    name: 'Newsreader and Figtree',
    folder: 'src/web/style/fonts',
    licence: 'OFL.txt',
    words: 'Fonts, served with the app. SIL Open Font License 1.1.',
  },
  {
    name: 'Wycheproof',
    folder: 'src/crypto/vectors/wycheproof',
    licence: 'LICENSE',
    words: 'Test vectors for cryptography by Google and others. Apache-2.0. Used by tests alone, never shipped.',
  },
];

export function noticesPage(): string {
  const lock = new Map(Object.entries(recordOf(readJson('package-lock.json').packages)));
  const wanted = Object.keys(recordOf(readJson('package.json').dependencies));
  const seen = new Map<string, Locked>();
  while (wanted.length > 0) {
    const name = wanted.shift();
    if (name === undefined || seen.has(name)) continue;
    const locked = jsonToLocked(name, lock.get(`node_modules/${name}`));
    seen.set(name, locked);
    wanted.push(...locked.dependencies);
  }
  const packages = [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = new Set(listFiles());
  const present = things.filter(({ folder, licence }) => files.has(`${folder}/${licence}`));
  return `${[
    '# Third-party notices',
    'Attune itself is under the GNU AGPL, version 3 or later ([LICENSE](LICENSE)). It is built on the work of others, whose terms follow. This page is written by `npm run notices`.',
    [
      '| package | version | licence |',
      '| --- | --- | --- |',
      ...packages.map(([name, { version, license }]) => `| ${name} | ${version} | ${license} |`),
    ].join('\n'),
    ...present.flatMap(({ name, folder, licence, words }) => [
      `## ${name}`,
      `${words} In \`${folder}\`.`,
      ...(licence === 'OFL.txt'
        ? [fenced(readText(`${folder}/${licence}`))]
        : [`Terms: [${licence}](${folder}/${licence}).`]),
    ]),
    ...packages.flatMap(([name, { license }]) => [`## ${name}`, `${license}.`, ...licenceTextsOf(name).map(fenced)]),
  ].join('\n\n')}\n`;
}

function licenceTextsOf(name: string): readonly string[] {
  const folder = join('node_modules', name);
  const found = readdirSync(join(rootFolder, folder))
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .sort();
  if (found.length === 0) throw new Error(`${name} brings no licence text`);
  return found.map((file) => readText(join(folder, file)));
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.replaceAll('\r\n', '\n').replaceAll('```', "'''").trim()}\n\`\`\``;
}

function jsonToLocked(name: string, json: unknown): Locked {
  if (json === undefined) throw new Error(`package-lock.json does not know ${name}`);
  const fields = recordOf(json);
  return {
    version: String(fields.version),
    license: String(fields.license),
    dependencies: Object.keys(recordOf(fields.dependencies ?? {})),
  };
}

function readText(path: string): string {
  return readFileSync(join(rootFolder, path), 'utf8');
}

function readJson(path: string): Readonly<Record<string, unknown>> {
  return recordOf(JSON.parse(readText(path)));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(Object(value)));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(rootFolder, 'THIRD-PARTY-NOTICES.md'), noticesPage());
}
