/** The walls of the house: they hold here, and each of them is proven by a planted violation. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { checkRooms, findCircles, type Violation } from '../tools/rooms/check.ts';
import { jsonToRoomTable, readRoomTable } from '../tools/rooms/table.ts';
import { isSource, listFiles, readTexts, rootFolder } from '../tools/sources.ts';

const table = readRoomTable(join(rootFolder, 'rooms.json'));
const readJson = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(rootFolder, path), 'utf8'));

/** What the check says of one planted file. */
const plant = (path: string, text: string): readonly Violation[] =>
  checkRooms(table, new Map([[path, text]])).violations;
const rulesOf = (path: string, text: string): string =>
  plant(path, text)
    .map((violation) => violation.rule)
    .join(' ');

test('every file is in its place', () => {
  const sources = listFiles().filter(isSource);
  const { modulesSeen, violations } = checkRooms(table, readTexts(sources));
  assert.deepEqual(
    violations.map(({ path, line, sentence }) => `${path}:${line} ${sentence}`),
    [],
  );
  assert.equal(modulesSeen, sources.length);
  assert.ok(modulesSeen >= 40, `only ${modulesSeen} modules were seen`);
});

test('each room has a front door with its own name, and no address leads elsewhere', () => {
  const addresses = Object.entries(readJson('package.json').imports ?? {});
  const expected = table.rooms
    .filter((room) => room.name !== 'web')
    .map((room) =>
      room.world === 'data'
        ? [`#${room.name}/*`, `./${room.folder}/*`]
        : [`#${room.name}`, `./${room.folder}/index.ts`],
    );
  assert.deepEqual(new Map(addresses), new Map(expected.map(([address = '', path]) => [address, path])));
});

test('the rooms of the table form no circle', () => {
  assert.deepEqual(findCircles(new Map(table.rooms.map((room) => [room.name, room.mayEnter]))), []);
  assert.deepEqual(
    findCircles(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
    [['b', 'c', 'b']],
  );
});

test('nothing that knows people, words or keys is within reach of the relay', () => {
  const reach = new Set<string>();
  const walk = (name: string): void => {
    for (const entered of table.rooms.find((room) => room.name === name)?.mayEnter ?? []) {
      if (!reach.has(entered)) walk(entered);
      reach.add(entered);
    }
  };
  walk('relay');
  assert.deepEqual([...reach].sort(), ['kernel', 'wire']);
});

test('a room that may not be entered is not entered, by any way of importing', () => {
  for (const text of [
    `import { createDevice } from '#device';`,
    `import type { Device } from '#device';`,
    `import '#device';`,
    `export { createDevice } from '#device';`,
    `export * from '#device';`,
    `export type { Device } from '#device';`,
    `const device = await import('#device');`,
    'const device = await import(`#device`);',
    `export type Made = import('#device').Device;`,
    `export const made: Array<import('#device').Device> = [];`,
  ]) {
    assert.equal(rulesOf('src/relay/planted.ts', text), 'room', text);
  }
  assert.equal(rulesOf('src/wire/planted.ts', `import { assert } from '#kernel';`), '');
  assert.equal(rulesOf('src/wire/planted.ts', `import { pad } from '#nowhere';`), 'room');
});

test('an import in a comment, a text or a regular expression is no import', () => {
  assert.equal(
    rulesOf(
      'src/relay/planted.ts',
      `// import '#device'\nexport const a = "import '#device'";\nexport const b = /import '#device'/;`,
    ),
    '',
  );
});

test('a room is entered by its front door, and left by none', () => {
  assert.equal(rulesOf('src/sync/planted.ts', `import { noBytes } from '../kernel/bytes.ts';`), 'window');
  assert.equal(rulesOf('src/sync/planted.ts', `import { noBytes } from '#kernel/bytes.ts';`), 'window');
  assert.equal(rulesOf('src/sync/planted.ts', `import { step } from '#sync';`), 'window');
  assert.equal(rulesOf('src/sync/planted.ts', `import { rootFolder } from '../../tools/sources.ts';`), 'window');
  assert.equal(rulesOf('bench/planted.ts', `import { noBytes } from '../src/kernel/bytes.ts';`), 'window');
  // Harnesses look in where the table lets them, and nowhere else.
  assert.equal(rulesOf('bench/planted.ts', `import { createStore } from '../src/relay/store-sqlite.ts';`), '');
  assert.equal(rulesOf('bench/planted.ts', `import { runCommand } from '../src/device/commands.ts';`), 'window');
  assert.equal(rulesOf('sim/planted.ts', `import { createStore } from '../src/relay/store-sqlite.ts';`), 'window');
  assert.equal(rulesOf('src/web/planted.ts', `const all = import.meta.glob('../core/*/index.ts');`), 'window');
  assert.equal(rulesOf('src/web/planted.ts', `const all = import.meta.glob(['./a/*.ts', '../core/**']);`), 'window');
  assert.equal(rulesOf('src/web/planted.ts', `new Worker(new URL('../core/worker.ts', import.meta.url));`), 'window');
  assert.equal(
    rulesOf(
      'src/web/planted.ts',
      `import styles from './a.css?inline';\nimport pack from '#content/feelings/en.json';`,
    ),
    '',
  );
});

test('of a room of data, only the data is for others', () => {
  assert.equal(rulesOf('src/web/planted.ts', `import pack from '#content/feelings/en.json';`), '');
  assert.equal(rulesOf('src/web/planted.ts', `import { pack } from '#content/guided/en/aware.yaml?list';`), '');
  assert.equal(rulesOf('src/web/planted.ts', `import { shape } from '#content/shapes.ts';`), 'window');
});

test('an address that is computed is refused', () => {
  assert.equal(rulesOf('src/web/planted.ts', `const name = 'a'; await import('./' + name);`), 'unclear');
});

test('the composition root of the app alone may open the door to the primitives', () => {
  const text = `import { createWebPrimitives } from '#crypto';\nexport const primitives = createWebPrimitives(crypto.subtle);`;
  assert.equal(rulesOf('src/web/main.ts', text), '');
  assert.equal(rulesOf('src/web/shell/planted.ts', text), 'room global');
  assert.equal(rulesOf('src/web/sw.ts', text), 'room', 'the service worker compares hashes and opens no door');
});

test('a room uses no package that the table does not give it', () => {
  assert.equal(rulesOf('src/log/planted.ts', `import * as v from 'valibot';`), 'package');
  assert.equal(rulesOf('src/web/planted.ts', `import { useState } from 'preact/hooks';`), '');
  assert.equal(rulesOf('src/web/planted.ts', `import { useState } from 'preact-like';`), 'package');
  assert.equal(rulesOf('src/log/planted.ts', `import fc from 'fast-check';`), 'package');
  assert.equal(rulesOf('src/log/planted.test.ts', `import fc from 'fast-check';`), '');
});

test('Node is for the relay, the simulator and tests', () => {
  assert.equal(rulesOf('src/core/planted.ts', `import { readFileSync } from 'node:fs';`), 'node');
  assert.equal(rulesOf('src/core/planted.ts', `import { readFileSync } from 'fs';`), 'node');
  assert.equal(rulesOf('src/core/planted.test.ts', `import { test } from 'node:test';`), '');
  assert.equal(rulesOf('src/core/planted.test.ts', `import { connect } from 'node:net';`), 'node');
  assert.equal(rulesOf('src/relay/planted.ts', `import { createServer } from 'node:http';`), '');
});

test('pure rooms read no clock, no chance, and nothing of the machine', () => {
  for (const text of [
    'Date.now()',
    `Date['now']()`,
    'new Date()',
    'Date()',
    'new Date(2026, 0, 1)',
    'Math.random()',
    'new Date(0).getHours()',
    'new Date(0).getTimezoneOffset()',
    `'a'.localeCompare('b')`,
    'Intl.DateTimeFormat().resolvedOptions().timeZone',
    `new Intl.DateTimeFormat('en', { day: 'numeric' })`,
  ]) {
    assert.match(rulesOf('src/core/planted.ts', `export const planted = ${text};`), /^surroundings/, text);
  }
  for (const text of [
    'new Date(0)',
    `'b'.localeCompare('a', 'en')`,
    `new Intl.DateTimeFormat('en', { timeZone: 'UTC', day: 'numeric' })`,
    'new Date(0).getUTCHours()',
  ]) {
    assert.equal(rulesOf('src/core/planted.ts', `export const planted = ${text};`), '', text);
  }
  assert.equal(rulesOf('src/core/planted.test.ts', 'export const planted = Math.random();'), 'surroundings');
});

test('pure rooms see no platform', () => {
  for (const text of [
    'setTimeout(() => {}, 1)',
    'fetch("/")',
    'process.env',
    'globalThis.fetch',
    'performance.now()',
    'crypto.subtle',
    'document.title',
    'console.log(1)',
    'localStorage',
    '{ fetch }',
    '(run = setTimeout) => run',
  ]) {
    assert.match(rulesOf('src/core/planted.ts', `export const planted = ${text};`), /^global/, text);
  }
  for (const text of ['{ process: 1, fetch() {} }', 'planted2.process', '(window: number) => window']) {
    assert.equal(
      rulesOf('src/core/planted.ts', `const planted2 = { process: 1 }; export const planted = ${text};`),
      '',
      text,
    );
  }
});

test('pure rooms declare no globals for themselves', () => {
  assert.equal(rulesOf('src/core/planted.ts', 'declare const setTimeout: (run: () => void) => void;'), 'ambient');
  assert.equal(rulesOf('src/core/planted.ts', 'declare global { const planted: number }\nexport {};'), 'ambient');
  assert.equal(rulesOf('src/core/planted.d.ts', 'declare function fetch(url: string): void;'), 'ambient');
  assert.equal(rulesOf('src/core/planted.ts', '/// <reference lib="dom" />\nexport {};'), 'ambient');
});

test('modules do not import each other in a circle, except for types', () => {
  const circle = (kind: string): number =>
    checkRooms(
      table,
      new Map([
        ['src/log/a.ts', `import { b } from './b.ts';`],
        ['src/log/b.ts', `import ${kind} { a } from './a.ts';`],
      ]),
    ).violations.filter((violation) => violation.rule === 'circle').length;
  assert.equal(circle(''), 1);
  assert.equal(circle('type'), 0);
});

test('a table that contradicts itself is refused', () => {
  const json = readJson('rooms.json');
  assert.throws(
    () => jsonToRoomTable({ ...json, rooms: { a: { folder: 'a', world: 'pure', mayEnter: ['b'], packages: [] } } }),
    /no room b/,
  );
  assert.throws(
    () => jsonToRoomTable({ ...json, rooms: { a: { folder: 'a', world: 'moon', mayEnter: [], packages: [] } } }),
    /unknown world/,
  );
});

test('each tsconfig gives a world the globals of the table, to the rooms of that world', () => {
  for (const world of table.worldsByName.values()) {
    if (world.compiler === null) continue;
    const tsconfig = readJson(world.compiler.tsconfig);
    const options = new Map(Object.entries(tsconfig.compilerOptions ?? {}));
    assert.equal(tsconfig.extends, './tsconfig.base.json');
    assert.deepEqual(options.get('lib'), world.compiler.lib, `lib of ${world.compiler.tsconfig}`);
    assert.deepEqual(options.get('types'), world.compiler.types, `types of ${world.compiler.tsconfig}`);
    const included = Array.isArray(tsconfig.include) ? tsconfig.include : [];
    for (const room of table.rooms) {
      assert.equal(
        included.includes(room.folder),
        table.worldsByName.get(room.world)?.compiler?.tsconfig === world.compiler.tsconfig,
        `${room.folder} in ${world.compiler.tsconfig}`,
      );
    }
  }
});

test('the compiler sees every source', () => {
  const tsc = join(rootFolder, 'node_modules', 'typescript', 'bin', 'tsc');
  const seen = new Set<string>();
  for (const project of listFiles().filter(
    (path) => /^tsconfig\.\w+\.json$/.test(path) && path !== 'tsconfig.base.json',
  )) {
    const listed = spawnSync(process.execPath, [tsc, '-p', project, '--listFilesOnly'], {
      cwd: rootFolder,
      encoding: 'utf8',
    });
    for (const path of listed.stdout.split('\n')) seen.add(relative(rootFolder, path).replaceAll('\\', '/'));
  }
  const unseen = listFiles().filter((path) => (isSource(path) || path.endsWith('.mjs')) && !seen.has(path));
  assert.deepEqual(unseen, []);
});

test('what a world does not have is a compile error there', () => {
  const cases: readonly (readonly [tsconfig: string, folder: string, text: string, isRefused: boolean])[] = [
    ['tsconfig.pure.json', 'src/core', 'document.title', true],
    ['tsconfig.pure.json', 'src/core', 'setTimeout(() => {}, 1)', true],
    ['tsconfig.pure.json', 'src/device', 'process.env', true],
    ['tsconfig.pure.json', 'src/crypto', 'crypto.subtle', true],
    ['tsconfig.pure.json', 'src/core', `new TextEncoder().encode('a')`, false],
    ['tsconfig.web.json', 'src/web', 'process.env', true],
    ['tsconfig.web.json', 'src/web', 'document.title', false],
    ['tsconfig.node.json', 'src/relay', 'document.title', true],
    ['tsconfig.node.json', 'src/relay', 'process.env', false],
  ];
  for (const tsconfig of new Set(cases.map(([path]) => path))) {
    const planted = cases.filter(([path]) => path === tsconfig);
    const output = compile(
      tsconfig,
      planted.map(([, folder, text], index) => [`${folder}/planted${index}.ts`, `export const planted = ${text};\n`]),
    );
    for (const [index, [, folder, text, isRefused]] of planted.entries()) {
      assert.equal(output.includes(`${folder}/planted${index}.ts`), isRefused, `${tsconfig}: ${text}\n${output}`);
    }
  }
});

/** What the compiler says of a small house that has the tsconfigs of this one. */
function compile(tsconfig: string, files: readonly (readonly [path: string, text: string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-rooms-'));
  try {
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const path of ['tsconfig.base.json', tsconfig, 'src/kernel/platform.d.ts', 'package.json']) {
      write(path, readFileSync(join(rootFolder, path), 'utf8'));
    }
    for (const [path, text] of files) write(path, text);
    const typeRoots = join(rootFolder, 'node_modules', '@types');
    const own = JSON.parse(readFileSync(join(folder, tsconfig), 'utf8'));
    own.compilerOptions.typeRoots = [typeRoots, join(rootFolder, 'node_modules')];
    write(tsconfig, JSON.stringify(own));
    const tsc = join(rootFolder, 'node_modules', 'typescript', 'bin', 'tsc');
    return spawnSync(process.execPath, [tsc, '-p', tsconfig, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' })
      .stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
