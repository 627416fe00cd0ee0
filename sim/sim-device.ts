/**
 * One device of a person in the simulated world: a disk that stays, and tabs that come and go. A crash ends every tab
 * between two moments; a second tab takes the disk over while the first still runs.
 */
import { practices } from '#core';
import type { Primitives } from '#crypto';
import { createDevice, type Device, type TransportConnection, type TransportEvents } from '#device';
import type { Bytes } from '#kernel';
import type { Clockwork, Dice } from './clockwork.ts';
import { createDisk, type Disk } from './disk.ts';

export interface SimDevice {
  readonly name: string;
  readonly disk: Disk;
  /** Its clock = the world's + this. */
  clockSkewMs: number;
  zone: string;
  isOnline: boolean;
  /** False: online, as it believes, and nothing gets through. */
  isReachable: boolean;
  /** The newest tab. */
  device: Device | null;
  /** Tabs from which the disk was taken, and which still run. */
  readonly olderTabs: Device[];
  /** Bytes that came over the network, for the silence checks. */
  readonly received: Bytes[];
  /** Its open connections: `close` by this side, what was sent still arrives; `cut` by the network. */
  readonly connections: Set<{ readonly close: () => void; readonly cut: () => void }>;
  /** Opens a tab. If one is open, that one goes on running until it notices. */
  readonly start: () => Promise<Device>;
  /** The tabs are gone between two moments; what was committed stays. */
  readonly crash: () => void;
  readonly goOffline: () => void;
  readonly goOnline: () => void;
  /** Waits for the answer of a tab that runs now; `gone` when it ended before it came. */
  readonly orGone: <T>(work: Promise<T>) => Promise<T | 'gone'>;
  readonly settled: () => Promise<void>;
}

export interface SimDeviceOptions {
  readonly name: string;
  readonly clockwork: Clockwork;
  readonly dice: Dice;
  readonly primitives: Primitives;
  readonly words: readonly string[];
  readonly connect: (sim: SimDevice, events: TransportEvents) => TransportConnection;
  readonly relayUrl: string;
  readonly appUrl: string;
}

export function createSimDevice(options: SimDeviceOptions): SimDevice {
  const { name, clockwork, dice } = options;
  const stops = new Set<() => void>();
  let life = 0;
  let end: () => void = () => {};
  let gone = new Promise<'gone'>(() => {});
  const beginLife = (): void => {
    life += 1;
    gone = new Promise((resolve) => {
      end = () => resolve('gone');
    });
  };
  beginLife();

  const sim: SimDevice = {
    name,
    disk: createDisk(() => sim.crash()),
    clockSkewMs: 0,
    zone: 'Europe/Berlin',
    isOnline: true,
    isReachable: true,
    device: null,
    olderTabs: [],
    received: [],
    connections: new Set(),
    start: async () => {
      const thisLife = life;
      const isAlive = (): boolean => thisLife === life;
      if (sim.device) sim.olderTabs.push(sim.device);
      sim.device = null;
      const made = createDevice(
        {
          clock: () => clockwork.nowMs() + sim.clockSkewMs,
          random: dice.bytes,
          primitives: options.primitives,
          store: sim.disk.open(),
          transport: {
            connect: (_url, events) =>
              options.connect(sim, {
                opened: () => isAlive() && events.opened(),
                received: (bytes) => isAlive() && events.received(bytes),
                closed: () => isAlive() && events.closed(),
              }),
          },
          timer: (delayMs, run) => {
            const stop = clockwork.after(delayMs, () => {
              stops.delete(stop);
              if (isAlive()) run();
            });
            stops.add(stop);
            return stop;
          },
          zone: () => sim.zone,
          words: async () => options.words,
          deviceName: name,
        },
        practices,
        { relayUrl: options.relayUrl, appUrl: options.appUrl },
      );
      const device = await sim.orGone(made);
      if (device === 'gone') return sim.start(); // it ended while opening: the person opens it again
      sim.device = device;
      if (sim.isOnline) device.connect();
      return device;
    },
    crash: () => {
      const ended = end;
      beginLife();
      sim.device = null;
      sim.olderTabs.length = 0;
      for (const stop of stops) stop();
      stops.clear();
      for (const connection of [...sim.connections]) connection.close();
      ended();
    },
    goOffline: () => {
      sim.isOnline = false;
      for (const device of [sim.device, ...sim.olderTabs]) device?.disconnect();
    },
    goOnline: () => {
      sim.isOnline = true;
      sim.device?.connect();
    },
    orGone: (work) => Promise.race([work, gone]),
    settled: async () => {
      const thisGone = gone;
      for (const device of [sim.device, ...sim.olderTabs]) {
        if (device) await Promise.race([device.settled(), thisGone]);
      }
    },
  };
  return sim;
}
