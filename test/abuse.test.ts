/**
 * The abuse cases of docs/ABUSE.md: the list names tests that exist, and what can be seen in the sources alone is
 * checked here.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sourcesIn = (folder: string): readonly (readonly [path: string, text: string])[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\./.test(path))
    .map((path) => [join(folder, path), read(join(folder, path))]);

interface Row {
  readonly number: number;
  readonly proof: string;
}

const casesCount = 36;
const automatedMin = 30;

function readRows(text: string): readonly Row[] {
  return [...text.matchAll(/^\| (\d+) \| [^|]+ \| [^|]+ \| ([^|]+) \|$/gm)].map(([, number, proof]) => ({
    number: Number(number),
    proof: proof ?? '',
  }));
}

/** A proof is one or more of `path: "part of a test's name"`, or says why there is none. */
function complaintsOf({ number, proof }: Row): readonly string[] {
  if (proof.startsWith('none: ')) return [];
  const named = [...proof.matchAll(/`([^`]+)`: "([^"]+)"/g)];
  if (named.length === 0) return [`case ${number} names no test`];
  return named.flatMap(([, path = '', name = '']) => {
    if (!existsSync(join(root, path))) return [`case ${number}: ${path} does not exist`];
    return read(path).includes(name) ? [] : [`case ${number}: no test "${name}" in ${path}`];
  });
}

test('every abuse case is in the list, with tests that exist or a reason; at least thirty have tests', () => {
  const rows = readRows(read('docs/ABUSE.md'));
  assert.deepEqual(
    rows.map(({ number }) => number),
    Array.from({ length: casesCount }, (_, index) => index + 1),
  );
  assert.deepEqual(rows.flatMap(complaintsOf), []);
  const automated = rows.filter(({ proof }) => !proof.startsWith('none: ')).length;
  assert(automated >= automatedMin, `${automated} of ${rows.length} have a test`);
  console.log(`abuse cases: ${automated} of ${rows.length} with tests`);
});

test('a row that names a test which is not there is found', () => {
  assert.equal(
    complaintsOf({ number: 1, proof: '`test/abuse.test.ts`: "no such name".'.replace('no such', 'nosuch') }).length,
    1,
  );
  assert.equal(complaintsOf({ number: 1, proof: '`test/nowhere.test.ts`: "x"' }).length, 1);
  assert.equal(complaintsOf({ number: 1, proof: 'a promise' }).length, 1);
});

const banned: readonly (readonly [what: string, pattern: RegExp, planted: string])[] = [
  [
    'no notification, and so none with meaning',
    /\bnew Notification\b|showNotification|PushManager/,
    'registration.showNotification()',
  ],
  ['no location is asked for', /\bgeolocation\b(?!=\(\))/, 'navigator.geolocation.getCurrentPosition()'],
  [
    'no pictures, films or voices are taken or shown',
    /getUserMedia|<(img|video|audio|canvas)\b|MediaRecorder|image\/\*/,
    '<img src={photo} />',
  ],
];

for (const [what, pattern, planted] of banned) {
  test(`in all of the app: ${what}`, () => {
    for (const [path, text] of sourcesIn('src/web')) assert.doesNotMatch(text, pattern, path);
    assert.match(planted, pattern);
  });
}

test('no kind of event tells that something was read, opened or typed, or where somebody is', () => {
  const kinds = sourcesIn('src/core').flatMap(([, text]) =>
    [...text.matchAll(/'([a-z-]+\/[a-z-]+)'/g)].map(([, kind]) => kind ?? ''),
  );
  assert(new Set(kinds).size > 80, `${new Set(kinds).size} kinds`);
  const telling = /\/(.*-)?(read|opened|typing|typed|online|last-seen|receipt|location|battery)(-.*)?$/;
  assert.deepEqual(
    [...new Set(kinds)].filter((kind) => telling.test(kind) && !kind.includes('/own-')),
    [],
  );
  assert.match('check-in/read', telling);
});

test('what has to be said is said', () => {
  const server = read('src/web/server-sees/messages.ts');
  const settings = read('src/web/settings/messages.ts');
  const shell = read('src/web/messages/en.ts');
  assert.match(server, /network address/);
  assert.match(settings, /If your partner runs that server and means you harm/);
  assert.match(settings, /cannot stop someone from taking a picture of the screen/);
  assert.match(shell, /on a device that only you can open/);
});

test('the app says its name, and nothing about it is hidden, whichever name it is installed by', () => {
  for (const [path, name] of [
    ['public/manifest.webmanifest', 'Attune'],
    ['public/notes.webmanifest', 'Notes'],
  ] as const) {
    const manifest = JSON.parse(read(path));
    assert.equal(manifest.name, name);
    assert.equal(manifest.display, 'standalone');
    assert(manifest.icons.length > 0);
  }
  // Neutral from outside, on the choice of whoever holds the device; inside it says what it is, and what a name hides not.
  assert.match(read('src/web/settings/messages.ts'), /title: 'About Attune'/);
  assert.match(read('src/web/settings/messages.ts'), /The address and the browser’s history still show what this is/);
  assert.match(read('index.html'), /manifest\.webmanifest/);
});
