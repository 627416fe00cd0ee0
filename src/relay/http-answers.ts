/**
 * What the server answers to plain HTTP: the app, `/health`, and nothing else. Every answer carries the headers that
 * keep the page to itself: no foreign code, frames, fonts or connections, no referrer, no sensors.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppFile, AppFiles } from './app-files.ts';

/** `connect-src 'self'` does not cover WebSockets in every engine, so the host is named, in both its schemes. */
export function contentSecurityPolicy(host: string | undefined, connectOrigins: readonly string[]): string {
  const ours = host !== undefined && /^[a-z0-9.:[\]-]{1,255}$/i.test(host) ? [`ws://${host}`, `wss://${host}`] : [];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ['connect-src', "'self'", ...ours, ...connectOrigins].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types attune',
  ].join('; ');
}

const securityHeaders: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy':
    'accelerometer=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), hid=(), ' +
    'magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

export function createHttpAnswers(files: AppFiles, connectOrigins: readonly string[]) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const answer = (status: number, type: string, body: Buffer | string, more: Record<string, string> = {}): void => {
      response.writeHead(status, {
        ...securityHeaders,
        'Content-Security-Policy': contentSecurityPolicy(request.headers.host, connectOrigins),
        'Content-Type': type,
        'Content-Length': Buffer.byteLength(body),
        'Cache-Control': 'no-store',
        ...more,
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const say = (status: number, sentence: string, more: Record<string, string> = {}): void =>
      answer(status, 'text/plain; charset=utf-8', `${sentence}\n`, more);

    if (request.method !== 'GET' && request.method !== 'HEAD')
      return say(405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
    const path = /^[^?#]*/.exec(request.url ?? '')?.[0] ?? '';
    if (path === '/health') return say(200, 'ok');
    if (path === '/relay')
      return say(426, 'This address speaks WebSocket, with the app. Open / to see the app itself.', {
        Upgrade: 'websocket',
      });
    const file = files.find(path);
    if (file === 'not-built') return say(503, 'The app is not built yet. Run `npm run build`, then reload this page.');
    if (file === null) return say(404, 'There is nothing here.');
    return sendFile(file, request, answer);
  };
}

function sendFile(
  file: AppFile,
  request: IncomingMessage,
  answer: (status: number, type: string, body: Buffer | string, more: Record<string, string>) => void,
): void {
  const caching = {
    'Cache-Control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: file.tag,
    Vary: 'Accept-Encoding',
  };
  if (request.headers['if-none-match']?.includes(file.tag) === true) {
    answer(304, file.type, '', caching);
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (file.brotli !== null && /\bbr\b/.test(accepted))
    answer(200, file.type, file.brotli, { ...caching, 'Content-Encoding': 'br' });
  else if (file.gzip !== null && /\bgzip\b/.test(accepted))
    answer(200, file.type, file.gzip, { ...caching, 'Content-Encoding': 'gzip' });
  else answer(200, file.type, file.plain, caching);
}
