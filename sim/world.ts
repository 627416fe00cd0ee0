/**
 * The simulated world: the production composition (`createDevice`, `createRelay`) with a virtual clock, virtual disks
 * and a virtual network. One seed gives one course of events.
 */
import { practices } from '#core';
import { loadWords, type Primitives } from '#crypto';
import { createDevice, type Device, type TransportEvents } from '#device';
import { type Bytes, bytesToHex, limits } from '#kernel';
import { createMemoryStore, createRelay, type MemoryStore, type Relay, type RelayPorts } from '#relay';
import { type Clockwork, createClockwork, createDice, type Dice } from './clockwork.ts';
import { createDisk, type Disk } from './disk.ts';

export const relayUrl = 'wss://relay.test/relay';
const appUrl = 'https://relay.test/';

export interface WorldOptions {
  readonly seed: string;
  readonly primitives: Primitives;
  readonly hashing: RelayPorts['hashing'];
  readonly startMs?: number;
  /** What happens to bytes on their way. Gives the delay in ms, or null: lost with the connection. */
  readonly network?: (dice: Dice) => number | null;
}

export interface SimDevice {
  readonly name: string;
  readonly disk: Disk;
  /** Its clock = the world's + this. */
  clockSkewMs: number;
  zone: string;
  isOnline: boolean;
  device: Device | null;
  /** Bytes that came over the network, for the silence checks. */
  readonly received: Bytes[];
  readonly start: () => Promise<Device>;
  /** The tab is gone between two moments; what was committed stays. */
  readonly crash: () => void;
  readonly goOffline: () => void;
  readonly goOnline: () => void;
}

export interface World {
  readonly clockwork: Clockwork;
  readonly dice: Dice;
  readonly relayStore: () => MemoryStore;
  readonly relay: () => Relay;
  /** Everything that the relay was ever sent. */
  readonly relayReceived: Bytes[];
  readonly devices: Map<string, SimDevice>;
  readonly addDevice: (name: string) => SimDevice;
  /** Ends the relay and starts it on this store. */
  readonly restartRelay: (store: MemoryStore) => void;
  /** Runs until nothing happens for `quietMs`, or until `withinMs` have passed. */
  readonly run: (withinMs: number) => Promise<void>;
  readonly trace: string[];
  readonly networkFaults: { loss: number; delayMsMax: number };
}

export async function createWorld(options: WorldOptions): Promise<World> {
  const clockwork = createClockwork(options.startMs ?? Date.UTC(2026, 10, 22, 9));
  const dice = createDice(options.seed);
  const words = await loadWords();
  const trace: string[] = [];
  const relayReceived: Bytes[] = [];
  const devices = new Map<string, SimDevice>();
  const networkFaults = { loss: 0, delayMsMax: 0 };
  const relayDice = dice.fork('relay');
  const networkDice = dice.fork('network');
  let relayGeneration = 0;

  const storeOptions = {
    quotaBytesPerWriter: limits.quotaBytesPerWriterDefault,
    random: relayDice.bytes,
  };
  let store = createMemoryStore(storeOptions);
  const makeRelay = (): Relay => {
    const generation = ++relayGeneration;
    return createRelay({
      store,
      clock: clockwork.nowMs,
      random: relayDice.bytes,
      schedule: (run) => void clockwork.after(0, () => generation === relayGeneration && run()),
      hashing: options.hashing,
      broke: (reason) => {
        throw reason;
      },
    });
  };
  let relay = makeRelay();
  /** Ends of open connections, to be cut when the relay goes. */
  const cuts = new Set<() => void>();

  function connect(sim: SimDevice, events: TransportEvents) {
    let isOpen = true;
    let lastArrivalMs = 0;
    const cut = (): void => {
      if (!isOpen) return;
      isOpen = false;
      cuts.delete(cut);
      connection?.close();
      clockwork.after(0, () => events.closed());
    };
    /** Order holds on one connection, as TCP keeps it; a loss is the loss of the connection. */
    const carry = (run: () => void): void => {
      if (networkFaults.loss > 0 && networkDice.chance(networkFaults.loss)) return void clockwork.after(0, cut);
      const delay = networkFaults.delayMsMax === 0 ? 0 : networkDice.roll(networkFaults.delayMsMax);
      lastArrivalMs = Math.max(lastArrivalMs, clockwork.nowMs() + delay);
      clockwork.after(lastArrivalMs - clockwork.nowMs(), () => isOpen && run());
    };
    let connection: ReturnType<Relay['connect']> | null = null;
    if (!sim.isOnline) {
      clockwork.after(0, cut);
    } else {
      cuts.add(cut);
      connection = relay.connect({
        send: (bytes) => {
          const copy = new Uint8Array(bytes);
          carry(() => {
            sim.received.push(copy);
            trace.push(`${sim.name} < ${bytesToHex(copy.subarray(0, 24))} ${copy.length}`);
            events.received(copy);
          });
        },
        close: () => void clockwork.after(0, cut),
        bufferedBytes: () => 0,
      });
      carry(events.opened);
    }
    return {
      send: (bytes: Bytes) => {
        if (!isOpen) return;
        const copy = new Uint8Array(bytes);
        carry(() => {
          relayReceived.push(copy);
          trace.push(`${sim.name} > ${bytesToHex(copy.subarray(0, 24))} ${copy.length}`);
          connection?.receive(copy);
        });
      },
      close: cut,
    };
  }

  function addDevice(name: string): SimDevice {
    const own = dice.fork(`device/${name}`);
    const stops = new Set<() => void>();
    let life = 0;
    const sim: SimDevice = {
      name,
      disk: createDisk(() => sim.crash()),
      clockSkewMs: 0,
      zone: 'Europe/Berlin',
      isOnline: true,
      device: null,
      received: [],
      start: async () => {
        const thisLife = ++life;
        const isAlive = (): boolean => thisLife === life;
        const device = await createDevice(
          {
            clock: () => clockwork.nowMs() + sim.clockSkewMs,
            random: own.bytes,
            primitives: options.primitives,
            store: sim.disk.open(),
            transport: {
              connect: (_url, events) =>
                connect(sim, {
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
            words: async () => words,
            deviceName: name,
          },
          practices,
          { relayUrl, appUrl },
        );
        sim.device = device;
        if (sim.isOnline) device.connect();
        return device;
      },
      crash: () => {
        life += 1;
        sim.device = null;
        for (const stop of stops) stop();
        stops.clear();
      },
      goOffline: () => {
        sim.isOnline = false;
        sim.device?.disconnect();
      },
      goOnline: () => {
        sim.isOnline = true;
        sim.device?.connect();
      },
    };
    devices.set(name, sim);
    return sim;
  }

  return {
    clockwork,
    dice,
    relayStore: () => store,
    relay: () => relay,
    relayReceived,
    devices,
    addDevice,
    restartRelay: (next) => {
      for (const cut of [...cuts]) cut();
      store = next;
      relay = makeRelay();
    },
    run: async (withinMs) => {
      const endMs = clockwork.nowMs() + withinMs;
      do {
        await settle(devices);
      } while (clockwork.next(endMs));
      await settle(devices);
      clockwork.skipTo(endMs);
    },
    trace,
    networkFaults,
  };
}

/** Lets every promise chain come to rest: devices' tasks and the relay's commits. */
async function settle(devices: ReadonlyMap<string, SimDevice>): Promise<void> {
  for (const sim of devices.values()) await sim.device?.settled();
  for (let i = 0; i < 12; i++) await Promise.resolve();
  for (const sim of devices.values()) await sim.device?.settled();
}
