/**
 * Two real devices that have met over a real relay, with their records in memory; and, to measure beside them, a bare
 * `ws` echo that stores nothing.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { practices } from '#core';
import { createWebPrimitives, loadWords } from '#crypto';
import { createDevice, type Device, type Snapshot, type TransportEvents } from '#device';
import type { Bytes } from '#kernel';
import { createDisk } from '#sim';
import { rootFolder } from './reports.ts';

export const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
export const showTimes = (values: readonly number[]): string =>
  `p50 ${quantile(values, 0.5).toFixed(2)} ms, p99 ${quantile(values, 0.99).toFixed(2)} ms`;

export async function pairedDevices(url: string): Promise<readonly [Device, Device]> {
  const [noor, sam] = [await openOn(url), await openOn(url)];
  for (const device of [noor, sam]) device.connect();
  const invited = await noor.invite('partner');
  if (!invited.ok) throw new Error(`invite: ${invited.error}`);
  // A link that is opened before its invitation lies at the relay leads to nothing.
  await until(noor, ({ connection }) => connection.state === 'online' && connection.unsentCount === 0);
  const opened = await sam.openLink(invited.value.link);
  if (!opened.ok) throw new Error(`openLink: ${opened.error}`);
  const joined = await sam.join();
  if (!joined.ok) throw new Error(`join: ${joined.error}`);
  for (const device of [noor, sam]) await until(device, ({ pairing }) => pairing.step === 'comparing');
  for (const device of [noor, sam]) await device.confirmWords(true);
  for (const device of [noor, sam]) await until(device, ({ partner }) => partner !== null);
  for (const device of [noor, sam]) await device.endPairing();
  for (const device of [noor, sam]) await device.setCancelWindow(0);
  return [noor, sam];
}

function openOn(relayUrl: string): Promise<Device> {
  return createDevice(
    {
      clock: () => Date.now(),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      primitives: createWebPrimitives(crypto.subtle),
      store: createDisk(() => {}).open(),
      transport: { connect: connectSocket },
      timer: (delayMs, run) => {
        const id = setTimeout(run, Math.min(delayMs, 2 ** 31 - 1));
        return () => clearTimeout(id);
      },
      zone: () => 'Europe/Berlin',
      words: loadWords,
      deviceName: 'Computer',
    },
    practices,
    { relayUrl, appUrl: 'http://localhost/' },
  );
}

function connectSocket(url: string, events: TransportEvents) {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  socket.binaryType = 'arraybuffer';
  socket.on('open', events.opened);
  socket.on('message', (data) => {
    if (data instanceof ArrayBuffer) events.received(new Uint8Array(data));
  });
  socket.on('error', () => {});
  socket.on('close', events.closed);
  return {
    send: (bytes: Bytes) => socket.send(bytes),
    close: () => {
      socket.removeAllListeners('close');
      socket.terminate();
    },
  };
}

/** Resolves at the first snapshot that fits, in the same turn in which the device tells of it. */
export function until(device: Device, fits: (snapshot: Snapshot) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (fits(device.snapshot())) return resolve();
    const stop = device.subscribe(() => {
      if (!fits(device.snapshot())) return;
      stop();
      resolve();
    });
  });
}

/** From one device to the other of a pair, through a server that keeps nothing. `samples` messages, the first tenth not counted. */
export async function timesOfEcho(samples: number): Promise<readonly number[]> {
  const program = join(rootFolder, 'bench', 'relay-echo-peer.ts');
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const port = Number(/:(\d+)\s*$/.exec(String(line))?.[1]);
  const connect = async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/pair`, { perMessageDeflate: false });
    await once(socket, 'open');
    return socket;
  };
  const [noor, sam] = [await connect(), await connect()];
  const message = new Uint8Array(1_061); // as large as a shared check-in in its frame
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    const arrived = once(sam, 'message');
    const fromMs = performance.now();
    noor.send(message);
    await arrived;
    times.push(performance.now() - fromMs);
  }
  for (const socket of [noor, sam]) socket.terminate();
  child.kill();
  return times.slice(samples / 10);
}
