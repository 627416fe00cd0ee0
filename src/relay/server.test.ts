/** The real doors, in this process: sockets, files, headers, and what strangers may try. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { limits } from '#kernel';
import { type Server, startServer } from './server.ts';
import { environmentToSettings } from './settings.ts';
import { connectDevice, openMailbox } from './socket-kit.ts';
import { appendFrameOf, createTestMailbox, someBytes } from './test-kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-server-'));
const page = '<!doctype html><title>Attune</title>';
const script = 'export const hello = 1;\n'.repeat(50);
let server: Server;

before(async () => {
  mkdirSync(join(folder, 'app', 'assets'), { recursive: true });
  const put = (path: string, bytes: string | Buffer) => writeFileSync(join(folder, 'app', path), bytes);
  put('index.html', page);
  put('sw.js', script);
  put('assets/main-Bq3xY9aZ.js', script);
  put('assets/main-Bq3xY9aZ.js.br', brotliCompressSync(script));
  writeFileSync(join(folder, 'secret.txt'), 'not for you');
  const settings = environmentToSettings({
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    APP_DIR: join(folder, 'app'),
    ALLOWED_ORIGINS: 'https://app.example.org',
  });
  assert.ok(settings.ok);
  const started = await startServer(settings.value, (sentence) => assert.fail(sentence));
  assert.ok(started.ok);
  server = started.value;
});

after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Plain HTTP, with a path as it is: `fetch` would tidy it first. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The code with which the server closes. */
const closeCodeOf = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve));

async function assertServes(): Promise<void> {
  const mailbox = createTestMailbox();
  const noor = await connectDevice(server.port);
  const sam = await connectDevice(server.port);
  assert.equal(await openMailbox(noor, mailbox, 0), 0);
  await openMailbox(sam, mailbox, 1);
  const frame = appendFrameOf(mailbox);
  noor.say(frame);
  const push = await sam.next();
  assert.ok(push.type === 'boxes');
  assert.deepEqual(push.boxes, [{ position: 1, boxId: frame.boxId, box: frame.box }]);
  assert.equal((await noor.next()).type, 'acked');
  noor.close();
  sam.close();
}

test('two devices meet over real sockets', assertServes);

test('a new device reads everything, in pages', async () => {
  const mailbox = createTestMailbox();
  const noor = await connectDevice(server.port);
  await openMailbox(noor, mailbox, 0);
  const count = limits.boxesPerFrameMax + 44;
  for (let i = 0; i < count; i++) noor.say(appendFrameOf(mailbox, someBytes(100)));
  for (let i = 0; i < count; i++) assert.equal((await noor.next()).type, 'acked');
  noor.say({ type: 'fetch', mailbox: mailbox.id, after: 0 });
  noor.say({ type: 'fetch', mailbox: mailbox.id, after: limits.boxesPerFrameMax });
  const pages = [await noor.next(), await noor.next()].map((frame) => frame.type === 'boxes' && frame.boxes.length);
  assert.deepEqual(pages, [limits.boxesPerFrameMax, 44]);
  noor.close();
});

test('the page of another site gets no socket; our own, a listed one, and a program do', async () => {
  for (const origin of [`http://127.0.0.1:${server.port}`, 'https://app.example.org', null]) {
    const device = await connectDevice(server.port, null, origin);
    device.close();
  }
  for (const origin of ['https://evil.example', `http://127.0.0.1:${server.port + 1}`, 'null', 'nonsense'])
    await assert.rejects(connectDevice(server.port, null, origin), /refused/);
});

test('only /relay speaks WebSocket', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/other`);
  const [error] = await new Promise<[Error]>((resolve) => socket.once('error', (reason) => resolve([reason])));
  assert.match(error.message, /404/);
  assert.equal((await get('/relay')).status, 426);
});

test('a frame over the limit, and a text, close the connection and nothing else', async () => {
  const big = await connectDevice(server.port);
  big.socket.send(new Uint8Array(limits.frameBytesMax + 1));
  assert.equal(await closeCodeOf(big.socket), 1009);
  const chatty = await connectDevice(server.port);
  chatty.socket.send('hello');
  assert.equal(await closeCodeOf(chatty.socket), 1006);
  await assertServes();
});

test('malformed frames end their connections; the others do not notice', async () => {
  const ended: Promise<number>[] = [];
  for (let i = 0; i < 200; i++) {
    const device = await connectDevice(server.port);
    ended.push(closeCodeOf(device.socket));
    for (let n = 0; n < 20; n++) device.socket.send(someBytes(1 + ((i * n) % 300)).fill(7, 0, 1));
  }
  await assertServes();
  await Promise.all(ended);
});

test('300 slow connections are closed within seconds, and nobody waits for them', async () => {
  const fromMs = performance.now();
  const slow = Array.from({ length: 300 }, () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    socket.on('error', () => {});
    socket.resume();
    return new Promise<void>((resolve) => socket.on('close', () => resolve()));
  });
  await assertServes();
  assert.equal((await get('/health')).body.toString(), 'ok\n');
  await Promise.all(slow);
  assert.ok(performance.now() - fromMs < 10_000);
});

test('the page and its worker are asked for anew each time, hashed files are kept for ever', async () => {
  const index = await get('/');
  assert.equal(index.body.toString(), page);
  assert.equal(index.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(index.headers['cache-control'], 'no-cache');
  assert.equal((await get('/sw.js')).headers['cache-control'], 'no-cache');
  const hashed = await get('/assets/main-Bq3xY9aZ.js');
  assert.match(String(hashed.headers['cache-control']), /immutable/);
  assert.equal(hashed.body.toString(), script);
  const same = await get('/', { 'If-None-Match': String(index.headers.etag) });
  assert.deepEqual([same.status, same.body.length], [304, 0]);
  const head = await get('/', {}, 'HEAD');
  assert.deepEqual([head.status, head.body.length, head.headers['content-length']], [200, 0, String(page.length)]);
});

test('a compressed file is sent to those who can read it', async () => {
  const asked = { 'Accept-Encoding': 'gzip, deflate, br' };
  const packed = await get('/assets/main-Bq3xY9aZ.js', asked);
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.deepEqual(packed.body, brotliCompressSync(script));
  assert.equal((await get('/', asked)).headers['content-encoding'], undefined);
});

test('an address of the app is answered with its page; nothing outside the app is reachable', async () => {
  assert.equal((await get('/today/noor?a=1')).body.toString(), page);
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/missing.js',
    '//secret.txt',
  ])
    assert.equal((await get(path)).status, 404, path);
  assert.equal((await get('/', {}, 'POST')).status, 405);
});

test('every answer carries the headers that keep the page to itself', async () => {
  for (const path of ['/', '/health', '/missing.js', '/assets/main-Bq3xY9aZ.js']) {
    const { headers } = await get(path, { Host: 'attune.example.org' });
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'self' ws:\/\/attune\.example\.org wss:\/\/attune\.example\.org;/);
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types attune$/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['cross-origin-embedder-policy'], 'require-corp');
    assert.match(String(headers['permissions-policy']), /geolocation=\(\), .*microphone=\(\)/);
    assert.equal(headers.server, undefined);
    assert.equal(headers['set-cookie'], undefined);
  }
  const odd = await get('/', { Host: "x; script-src 'unsafe-inline'" });
  assert.doesNotMatch(String(odd.headers['content-security-policy']), /unsafe/);
});
