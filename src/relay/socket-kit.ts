/** For tests and benches: a real server in a process of its own, and devices that speak to it over real sockets. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { assert, type Bytes } from '#kernel';
import { type DeviceFrame, decodeRelayFrame, encodeDeviceFrame, protocolVersion, type RelayFrame } from '#wire';
import { openFrameOf, type TestMailbox } from './test-kit.ts';

export interface ServerProcess {
  readonly port: number;
  readonly child: ChildProcess;
  /** Everything that it has printed. */
  readonly printed: () => string;
  /** Sends a signal and waits for the end; the exit code, or null when a signal ended it. */
  readonly end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>;
}

const mainPath = fileURLToPath(new URL('./main.ts', import.meta.url));

type Environment = Readonly<Record<string, string>>;

function spawnServer(environment: Environment, prefix: readonly string[]): ChildProcess {
  const [program = process.execPath, ...rest] = [...prefix, process.execPath, mainPath];
  return spawn(program, rest, {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): { text: string } {
  const collected = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (text: string) => {
      collected.text += text;
    });
  }
  return collected;
}

/** `prefix`: a program that runs the server, such as `taskset -c 0`. */
export async function startServerProcess(
  environment: Environment,
  prefix: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawnServer(environment, prefix);
  const collected = collect(child);
  const ended = once(child, 'exit');
  const started = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => {
      if (collected.text.includes('\n')) resolve();
    });
  });
  await Promise.race([started, ended]);
  const port = Number(/http:\/\/[^:]+:(\d+)\n/.exec(collected.text)?.[1]);
  assert(port > 0, `the server started: ${collected.text}`);
  return {
    port,
    child,
    printed: () => collected.text,
    end: async (signal) => {
      child.kill(signal);
      const [code] = await ended;
      return typeof code === 'number' ? code : null;
    },
  };
}

/** Runs a server that is expected to end by itself. */
export async function runServerToItsEnd(
  environment: Environment,
  prefix: readonly string[] = [],
): Promise<{ readonly code: number | null; readonly printed: string }> {
  const child = spawnServer(environment, prefix);
  const collected = collect(child);
  const [code] = await once(child, 'close');
  return { code: typeof code === 'number' ? code : null, printed: collected.text };
}

export interface SocketDevice {
  readonly socket: WebSocket;
  readonly incarnation: Bytes;
  readonly challenge: Bytes;
  readonly say: (frame: DeviceFrame) => void;
  /** The next frame that came and was not taken yet. Rejects when the connection ends first. */
  readonly next: () => Promise<RelayFrame>;
  readonly isClosed: () => boolean;
  readonly close: () => void;
}

/** Connects and says hello. `listen` gets every frame after `welcome` instead of `next`. */
export async function connectDevice(
  port: number,
  listen: ((frame: RelayFrame) => void) | null = null,
  origin: string | null = null,
): Promise<SocketDevice> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/relay`, {
    perMessageDeflate: false,
    ...(origin === null ? {} : { origin }),
  });
  const waiting: { resolve: (frame: RelayFrame) => void; reject: (reason: Error) => void }[] = [];
  const frames: RelayFrame[] = [];
  let isClosed = false;
  let isGreeted = false;
  socket.on('message', (data) => {
    assert(data instanceof Uint8Array, 'a message is one piece');
    const frame = decodeRelayFrame(data);
    assert(frame !== null, 'a relay sends what a device can read');
    if (isGreeted && listen !== null) listen(frame);
    else {
      isGreeted = true;
      const first = waiting.shift();
      if (first === undefined) frames.push(frame);
      else first.resolve(frame);
    }
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    isClosed = true;
    for (const { reject } of waiting.splice(0)) reject(new Error('the connection ended'));
  });
  const next = (): Promise<RelayFrame> => {
    const frame = frames.shift();
    if (frame !== undefined) return Promise.resolve(frame);
    if (isClosed) return Promise.reject(new Error('the connection ended'));
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
    });
  };
  const say = (frame: DeviceFrame): void => socket.send(encodeDeviceFrame(frame));
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('close', () => reject(new Error('the connection was refused')));
  });
  say({ type: 'hello', version: protocolVersion });
  const welcome = await next();
  assert(welcome.type === 'welcome', 'hello is answered by welcome');
  const { incarnation, challenge } = welcome;
  return { socket, incarnation, challenge, say, next, isClosed: () => isClosed, close: () => socket.terminate() };
}

/** Opens a mailbox on a device that has no listener; tells its head. */
export async function openMailbox(device: SocketDevice, mailbox: TestMailbox, writer: number): Promise<number> {
  device.say(openFrameOf(mailbox, writer, device.challenge));
  const opened = await device.next();
  assert(opened.type === 'opened', 'a good open is answered by opened');
  return opened.head;
}
