/**
 * The service worker: the whole app, kept in one cache, so that it opens without a server. The build puts the list of
 * files and their hashes in place of `__FILES__`.
 *
 * - Installing fetches every file and checks its hash: all of them or none. The cache is named after the hashes.
 * - A new version waits until a page says `use-now`. Then the caches of older versions are dropped.
 * - An address of the app is answered with its one page; a file from the cache. Everything else, the relay above all,
 *   goes to the network untouched and is never kept.
 */
/// <reference lib="webworker" />
export {};

declare const self: ServiceWorkerGlobalScope;
declare const __FILES__: readonly (readonly [path: string, integrity: string])[];

const files = __FILES__;
const cachePrefix = 'attune-';

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
self.addEventListener('message', (event) => {
  if (event.data === 'use-now') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  const path = event.request.mode === 'navigate' && isAppAddress(url.pathname) ? '/' : url.pathname;
  if (files.some(([file]) => file === path)) event.respondWith(fromCache(path, event.request));
});

/** Addresses without a dot in their last part are screens; the relay's own are not ours. */
const isAppAddress = (path: string): boolean => !path.startsWith('/relay') && !/\.[^/]*$/.test(path);

async function cacheName(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(files)));
  return (
    cachePrefix + [...new Uint8Array(digest.slice(0, 8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  );
}

async function install(): Promise<void> {
  const name = await cacheName();
  const cache = await caches.open(name);
  // A worker that changed while the files did not finds them here, in use: they are not touched.
  if ((await cache.keys()).length === files.length) return;
  try {
    // `integrity` makes the browser refuse any byte that is not of this version; `addAll` keeps all or none.
    await cache.addAll(files.map(([path, integrity]) => new Request(path, { integrity, cache: 'no-cache' })));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

async function dropOlder(): Promise<void> {
  const current = await cacheName();
  const older = (await caches.keys()).filter((name) => name.startsWith(cachePrefix) && name !== current);
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromCache(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(await cacheName());
  return (await cache.match(path)) ?? fetch(request);
}
