/**
 * The doors of the relay: HTTP for the app, WebSocket at /relay for devices. It counts connections per address in
 * memory, forgets the address with its last connection, and writes down nothing about anyone.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { err, limits, ok, type Result } from '#kernel';
import { createAddressPlaces, householdOf } from './addresses.ts';
import { createAppFiles } from './app-files.ts';
import { createHttpAnswers } from './http-answers.ts';
import type { Relay } from './ports.ts';
import type { Settings } from './settings.ts';

export interface Listener {
  readonly port: number;
  /** Takes no more connections; those that the relay has closed get a moment to say goodbye. */
  readonly close: () => Promise<void>;
}

const headersTimeoutMs = 2_000;
const requestTimeoutMs = 4_000;
const idleTimeoutMs = 10_000;
const closeGraceMs = 1_000;
const goodbyeMs = 300;
const tickMs = 1_000;

export async function listen(relay: Relay, settings: Settings, appFolder: string): Promise<Result<Listener, string>> {
  const places = createAddressPlaces(limits.connectionsPerAddressMax);
  let isClosing = false;
  const http = createServer(
    {
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: 500,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 8 * 1024,
    },
    createHttpAnswers(createAppFiles(appFolder), settings.connectOrigins),
  );
  http.timeout = idleTimeoutMs;
  http.maxConnections = limits.connectionsMax;

  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.frameBytesMax,
    clientTracking: false,
    skipUTF8Validation: true,
  });

  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy()); // a peer that vanishes before it is a WebSocket
    const status = isClosing ? 503 : refusalOfUpgrade(request, settings);
    if (status !== null) return refuseUpgrade(socket, status);
    const remote = request.socket.remoteAddress ?? '';
    const leave = places.enter(householdOf(remote, request.headers, settings.isBehindProxy));
    if (leave === null) return refuseUpgrade(socket, 429);
    socket.on('close', leave);
    sockets.handleUpgrade(request, socket, head, (webSocket) => attach(relay, webSocket, socket));
  });

  const ticking = setInterval(() => void relay.tick(), tickMs);
  ticking.unref();

  const started = await new Promise<string | null>((resolve) => {
    http.once('error', (error) => resolve(listenProblemToText(error, settings)));
    http.listen(settings.port, settings.host, () => resolve(null));
  });
  if (started !== null) {
    clearInterval(ticking);
    return err(started);
  }
  const address = http.address();
  return ok({
    port: typeof address === 'object' && address !== null ? address.port : settings.port,
    close: async () => {
      isClosing = true;
      clearInterval(ticking);
      http.closeIdleConnections();
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
        setTimeout(resolve, goodbyeMs);
      });
      http.closeAllConnections();
    },
  });
}

function listenProblemToText(error: Error, { host, port }: Settings): string {
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return `Port ${port} is already taken by another program. Choose another one with PORT.`;
  if (code === 'EACCES') return `Attune may not listen on port ${port}. Choose one above 1023 with PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}. Choose another one with HOST.`;
  throw error;
}

// ------------------------------------------------------------------------------------------------ entering

/** A page of another site may not use this relay through its visitors' browsers. Programs that are no browser may. */
function refusalOfUpgrade(request: IncomingMessage, settings: Settings): number | null {
  if (/^[^?#]*/.exec(request.url ?? '')?.[0] !== '/relay') return 404;
  const { origin, host } = request.headers;
  if (origin === undefined) return null;
  const isOurs = URL.canParse(origin) && new URL(origin).host === host;
  return isOurs || settings.allowedOrigins.includes(origin) ? null : 403;
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

// ------------------------------------------------------------------------------------------------ one connection

/** Joins a WebSocket and the core. `socket` is the stream below it: only there the back-pressure can be seen. */
function attach(relay: Relay, webSocket: WebSocket, socket: Duplex): void {
  let isCorked = false;
  const uncork = (): void => {
    isCorked = false;
    socket.uncork();
  };
  const connection = relay.connect({
    send: (bytes) => {
      // What is said in one turn leaves in one packet.
      if (!isCorked) {
        isCorked = true;
        socket.cork();
        process.nextTick(uncork);
      }
      webSocket.send(bytes);
    },
    close: () => {
      if (socket.writableLength > limits.sendBufferBytesMax) return webSocket.terminate();
      webSocket.close();
      setTimeout(() => webSocket.terminate(), closeGraceMs).unref();
    },
    bufferedBytes: () => socket.writableLength,
  });
  /** Who does not read is not read either. */
  const pauseIfSlow = (): void => {
    if (socket.writableLength > limits.sendBufferBytesMax) webSocket.pause();
  };
  socket.on('drain', () => {
    if (webSocket.isPaused) webSocket.resume();
    connection.drained();
  });
  webSocket.on('message', (data, isBinary) => {
    if (!isBinary || !(data instanceof Uint8Array)) return webSocket.terminate();
    connection.receive(data);
    pauseIfSlow();
  });
  webSocket.on('ping', pauseIfSlow);
  webSocket.on('close', () => connection.close());
  webSocket.on('error', () => {}); // a peer broke the protocol or vanished: `close` follows, and that is all we do
}
