/** The habits of the house: they hold here, and each of them is proven by a planted violation. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { noticesPage } from '../tools/notices.ts';
import { isSource, listFiles, readTexts, rootFolder } from '../tools/sources.ts';
import { figureIdsOf, findHalfPractices, findLooseFigures, findLooseVersions } from '../tools/tidy/house-rules.ts';
import { findUntidySources, type Untidy } from '../tools/tidy/source-rules.ts';
import { findBrokenLinks, findUnknownCommands, findUntidyTexts } from '../tools/tidy/text-rules.ts';
import { findUnkindWords, isWordsFile } from '../tools/tidy/word-rules.ts';

const paths = listFiles();
const isText = (path: string): boolean => !/\.(woff2|png|jpg|webp|ico|bin)$/.test(path);
const read = (path: string): string => readFileSync(join(rootFolder, path), 'utf8');
const told = (untidy: readonly Untidy[]): readonly string[] =>
  untidy.map(({ path, line, sentence }) => `${path}:${line} ${sentence}`);
const scripts = new Set(Object.keys(JSON.parse(read('package.json')).scripts));
const figures: readonly { id: string; command: string }[] = JSON.parse(read('bench/figures.json'));

const header = '/** What it is for. */\n';

test('no source holds a word that has a better one', () => {
  const sources = paths.filter((path) => isSource(path) || path.endsWith('.mjs'));
  assert.ok(sources.length >= 40, `only ${sources.length} sources were seen`);
  assert.deepEqual(told(findUntidySources(readTexts(sources))), []);
});

test('planted: words that have a better one', () => {
  const count = (path: string, text: string): number => findUntidySources(new Map([[path, header + text]])).length;
  for (const text of [
    'export const a: any = 1;',
    'export const a = 1 as any;',
    'export const a: Record<string, any> = {};',
    'export enum Colour { Red }',
    'export default 1;',
    '// @ts-ignore\nexport const a = 1;',
    '// @ts-nocheck',
    '// @ts-expect-error\nexport const a = 1;',
    ['// TO', 'DO: later'].join(''),
    ['/* FIX', 'ME */'].join(''),
  ]) {
    assert.equal(count('src/log/planted.ts', text), 1, text);
  }
  for (const text of [
    `test.only('a', () => {});`,
    `test.skip('a', () => {});`,
    `describe.only('a', () => {});`,
    `it.todo('a');`,
    `test.fixme('a', () => {});`,
    `test('a', { skip: true }, () => {});`,
    `test('a', { only: true }, () => {});`,
    `t.skip();`,
    'await page.waitForTimeout(100);',
    'await noor.page.waitForTimeout(100);',
    `import { setTimeout } from 'node:timers/promises';`,
  ]) {
    assert.equal(count('src/log/planted.test.ts', text), 1, text);
  }
  for (const text of [
    `export const a = 'test.only any enum export default';`,
    `// an enum, any default\nexport const a = { only: 1, skip: 2 };`,
    'reader.skip(4);',
    `// @ts-expect-error it must be refused\nexport const a: number = 'a';`,
  ]) {
    assert.equal(count('src/log/planted.test.ts', text), 0, text);
  }
  assert.equal(count('vite.config.ts', 'export default {};'), 0);
  assert.equal(count('src/web/string-utils.ts', ''), 1);
  assert.equal(findUntidySources(new Map([['src/log/planted.ts', 'export const a = 1;']])).length, 1);
});

test('no file knows the machine it was written on, or where packages came from', () => {
  const texts = readTexts(paths.filter(isText));
  assert.ok(texts.has('package-lock.json'));
  assert.deepEqual(told(findUntidyTexts(texts)), []);
});

test('planted: traces of a machine', () => {
  const count = (path: string, text: string): number => findUntidyTexts(new Map([[path, text]])).length;
  for (const parts of [
    ['', 'home', 'noor', 'attune'],
    ['see ', 'root', '.cache'],
    ['file://', 'Users', 'sam'],
    ['"', 'work', 'main'],
  ]) {
    assert.equal(count('docs/planted.md', parts.join('/')), 1, parts.join('/'));
  }
  assert.equal(count('docs/planted.md', ['https://regis', 'try.example.org/a'].join('')), 1);
  assert.equal(count('package-lock.json', `  "resolved": "https://example.org/a.tgz",`), 1);
  assert.equal(count('docs/planted.md', 'src/work/home.ts, the mine/home screen, https://example.org/home/a'), 0);
});

test('every link of the documents leads somewhere, and every command in them exists', () => {
  const documents = readTexts(paths.filter((path) => path.endsWith('.md')));
  assert.ok(documents.has('README.md'));
  assert.deepEqual(told(findBrokenLinks(documents, new Set(paths))), []);
  assert.deepEqual(told(findUnknownCommands(documents, scripts)), []);
});

test('planted: broken links and unknown commands', () => {
  const known = new Set(['docs/a.md', 'docs/b.md']);
  const broken = (text: string): number =>
    findBrokenLinks(
      new Map([
        ['docs/a.md', text],
        ['docs/b.md', '# One way\n'],
      ]),
      known,
    ).length;
  assert.equal(
    broken('[b](b.md), [way](b.md#one-way), [folder](../docs), [web](https://example.org), `[no](link)`'),
    0,
  );
  assert.equal(broken('[c](c.md)'), 1);
  assert.equal(broken('[c](b.md#other-way)'), 1);
  assert.equal(broken('# Here\n[here](#here) [there](#there)'), 1);
  assert.equal(findUnknownCommands(new Map([['a.md', '`npm run fly`']]), scripts).length, 1);
});

test('every sentence for people is kind', () => {
  assert.deepEqual(told(findUnkindWords(readTexts(paths.filter(isWordsFile)))), []);
});

test('planted: unkind sentences', () => {
  const pack = (text: string): number =>
    findUnkindWords(new Map([['content/a/en.json', JSON.stringify({ text })]])).length;
  for (const text of [
    'Well done!',
    'Sending failed.',
    'Your streak is broken',
    "Your partner hasn't answered",
    'Your partner hasn’t answered',
    'You missed a check-in',
    'Your score',
    'You kept 80 % of your promises',
    'This user',
    'Oops, something went wrong',
  ]) {
    assert.equal(pack(text), 1, text);
  }
  assert.equal(pack('Sam said “almost”. What would make it whole?'), 0);
  assert.equal(
    findUnkindWords(new Map([['content/a/en.json', '{"sources":[{"title":"Why users fail!"}]}']])).length,
    0,
  );
  const messages = (text: string): number => findUnkindWords(new Map([['src/web/messages/en.ts', text]])).length;
  assert.equal(messages(`export const en = { sent: 'Sent!' };`), 1);
  assert.equal(messages(`export const en = { sent: (name: string) => \`\${name} failed\` };`), 1);
  assert.equal(messages('// Sent!\nexport const en = { sent: !isFailed };'), 0);
  assert.ok(isWordsFile('src/web/messages/en.ts') && isWordsFile('src/web/promises/messages.ts'));
  assert.ok(isWordsFile('content/feelings/en.json') && !isWordsFile('content/content.test.ts'));
});

test('a practice has one name in core, web and content', () => {
  assert.deepEqual(findHalfPractices(paths), []);
});

test('planted: a practice without screens or words', () => {
  assert.equal(
    findHalfPractices(['src/core/a/fold.ts', 'src/web/a/screen.tsx', 'content/a/en.json', 'src/core/limits.ts']).length,
    0,
  );
  assert.equal(findHalfPractices(['src/core/a/fold.ts', 'src/web/b/screen.tsx']).length, 2);
});

test('every figure can be measured again by a command', () => {
  assert.deepEqual(findLooseFigures(figureIdsOf(read('docs/FIGURES.md')), figures, scripts), []);
});

test('planted: figures that cannot be measured again', () => {
  const known = new Set(['bench']);
  const registered = [{ id: 'a', command: 'npm run bench -- a' }];
  assert.deepEqual(figureIdsOf('| id | b |\n| --- | --- |\n| `a` | 1 |\n'), ['a']);
  assert.equal(findLooseFigures(['a'], registered, known).length, 0);
  assert.equal(findLooseFigures(['a', 'b'], registered, known).length, 1);
  assert.equal(findLooseFigures([], registered, known).length, 1);
  assert.equal(findLooseFigures(['a'], [{ id: 'a', command: 'npm run fly' }], known).length, 1);
  assert.equal(findLooseFigures(['a'], [...registered, ...registered], known).length, 1);
});

test('every package has an exact version', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  assert.deepEqual(findLooseVersions({ ...dependencies, ...devDependencies, ...optionalDependencies }), []);
  assert.equal(findLooseVersions({ a: '^1.0.0', b: '~1.0.0', c: 'latest', d: '1.0.0' }).length, 3);
});

test('the licence is the whole text of the GNU AGPL, version 3', () => {
  const hash = createHash('sha256').update(read('LICENSE')).digest('hex');
  assert.equal(hash, '0d96a4ff68ad6d4b6f1f30f713b18d5184912ba8dd389f86aa7710db079abcb0');
  assert.equal(JSON.parse(read('package.json')).license, 'AGPL-3.0-or-later');
});

test('the notices name everything that ships, in the versions that ship (renew them: npm run notices)', () => {
  const page = noticesPage();
  assert.equal(read('THIRD-PARTY-NOTICES.md'), page);
  for (const name of Object.keys(JSON.parse(read('package.json')).dependencies))
    assert.ok(page.includes(`| ${name} |`), name);
});
