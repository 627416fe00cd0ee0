/**
 * Builds the app into dist/. Four small plug-ins of our own: packs as plain data, the service worker with the hash of every file, the
 * content security policy for hosts that send no headers, and files compressed ahead for the relay to send.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin, transformWithOxc } from 'vite';
import { scriptToJson } from '#core';
import { readPack } from '#packs';
import packageFile from './package.json' with { type: 'json' };

const outFolder = 'dist';

/** By the alphabet in four parts, since all of them would make one larger than 15 kB. */
const practiceFacts = (path: string): string => {
  const practice = /src\/core\/([^/]+)\//.exec(path)?.[1] ?? '';
  if (practice < 'f') return 'facts-a';
  if (practice < 'o') return 'facts-f';
  return practice < 'pr' ? 'facts-o' : 'facts-pr';
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __VERSION__: JSON.stringify(packageFile.version) },
  build: {
    outDir: outFolder,
    target: 'es2024',
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'view', test: /node_modules\/(preact|@preact)\// },
            // Meeting, coming back and leaving apart from every day, so that no part is larger than 15 kB.
            { name: 'meeting', test: /src\/device\/(leaving|my-copy|pairing|phrase-trial|recovery|rotation)/ },
            { name: 'device', test: /src\/device\// },
            {
              name: 'ports',
              test: /adapters\/(indexed-db-store|page|passkeys|sealed-pages|store-key|web-socket-transport)|lock\/(keeper|move-records|waits)/,
            },
            { name: 'sealing', test: /src\/(crypto|sync|wire)\// },
            { name: 'kernel', test: /src\/(kernel|log)\/|node_modules\/valibot\// },
            // What all practices share, then what each knows. In this order none needs a later one.
            { name: 'core', test: /src\/core\/(?!index|practices)[^/]+\.ts$/ },
            { name: practiceFacts, debugName: 'facts', test: /src\/core\/[^/]+\// },
            // The words of the small cards apart from what shows them.
            { name: 'cards', test: /src\/web\/([^/]+\/card-messages|check-in\/feelings)\.ts$/ },
          ],
        },
      },
    },
  },
  plugins: [packs(), contentSecurityPolicy(), serviceWorker(), precompress()],
});

/**
 * A pack file as data, so that the app needs no parser for our own: whole, or with `?list` what a list of practices
 * shows. A mistake in a pack ends the build with its line.
 */
function packs(): Plugin {
  return {
    name: 'attune-packs',
    load(id) {
      const [path = '', query] = id.split('?');
      if (!path.endsWith('.yaml')) return null;
      const read = readPack(readFileSync(path, 'utf8'));
      if (!read.ok) throw new Error(read.error.map(({ line, sentence }) => `${path}:${line}: ${sentence}`).join('\n'));
      const { practices, ...head } = read.value;
      const shown =
        query === 'list'
          ? practices.map(({ key, skill, name, line, minutes, people, level, evidence: { strength } }) => ({
              ...{ key, skill, name, line, minutes, people, level, strength },
            }))
          : practices.map(scriptToJson);
      return { code: `export const pack = ${JSON.stringify({ ...head, practices: shown })}`, moduleType: 'js' };
    },
  };
}

/**
 * The same policy that our own server sends as a header, for any other host of these files. `connect-src` names wss
 * because a relay may live at another origin, and this machine because not every engine counts ws as 'self'. (`frame-ancestors` only works as a header.)
 */
function contentSecurityPolicy(): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' wss: ws://localhost:* ws://127.0.0.1:*",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types attune',
  ].join('; ');
  return {
    name: 'attune-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  };
}

/** Writes dist/sw.js: the worker's source with the list of files and their hashes in place of `__FILES__`. */
function serviceWorker(): Plugin {
  return {
    name: 'attune-service-worker',
    apply: 'build',
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = listFiles(outFolder)
          .filter((file) => !/\.(br|gz)$|^sw\.js$/.test(file))
          .map((file) => [file === 'index.html' ? '/' : `/${file}`, sha256(readFileSync(join(outFolder, file)))]);
        const source = readFileSync('src/web/sw.ts', 'utf8');
        const { code } = await transformWithOxc(source, 'sw.ts');
        const filled = code
          .replace('const files = __FILES__', `const files = ${JSON.stringify(files)}`)
          .replace(/^export \{\};?$/m, '');
        writeFileSync(join(outFolder, 'sw.js'), filled);
      },
    },
  };
}

/** Beside each text file its .br and .gz, so that the server never compresses while somebody waits. */
function precompress(): Plugin {
  return {
    name: 'attune-precompress',
    apply: 'build',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const file of listFiles(outFolder).filter((name) =>
          /\.(html|js|css|svg|json|webmanifest|txt)$/.test(name),
        )) {
          const path = join(outFolder, file);
          const bytes = readFileSync(path);
          const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
          writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }));
          writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
        }
      },
    },
  };
}

/** Sorted, so that the same sources give the same bytes. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

const sha256 = (bytes: Uint8Array): string => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
