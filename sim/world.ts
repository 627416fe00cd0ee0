/**
 * The simulated world: the production composition (`createDevice`, `createRelay`) with a virtual clock, virtual disks
 * and a virtual network. One seed gives one course of events.
 */
import { loadWords, type Primitives } from '#crypto';
import { type Bytes, limits } from '#kernel';
import {
  type AppendOutcome,
  createMemoryStore,
  createRelay,
  type MemoryStore,
  type Relay,
  type RelayPorts,
  type RelayStore,
} from '#relay';
import { type Clockwork, createClockwork, createDice, type Dice } from './clockwork.ts';
import { createNetwork, type NetworkFaults } from './network.ts';
import { createSimDevice, type SimDevice } from './sim-device.ts';
import { createTracer } from './tracer.ts';

export const relayUrl = 'wss://relay.test/relay';
export const appUrl = 'https://relay.test/';

/** More at one moment means that something wakes itself without end. */
const eventsAtOnceMax = 20_000;

export interface WorldOptions {
  readonly seed: string;
  readonly primitives: Primitives;
  readonly hashing: RelayPorts['hashing'];
  readonly startMs?: number;
  /** More than this is a defect of its own: devices that talk without end. */
  readonly eventsMax?: number;
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
  /** What becomes of the next commits of the relay's store: its process ends before or after them. */
  relayFault: () => 'none' | 'crash-before' | 'crash-after';
  /** True: the relay acknowledges and passes on this box, and does not keep it. */
  isBoxDropped: () => boolean;
  /** How long a relay that crashed stays away. */
  relayDownMs: number;
  /** Runs until `withinMs` have passed. */
  readonly run: (withinMs: number) => Promise<void>;
  /** One number for all that went over the network, and when. */
  readonly traceHash: () => string;
  readonly framesCount: () => number;
  readonly eventsCount: () => number;
  readonly networkFaults: NetworkFaults;
  /** Is told of each fault that came true. */
  onFault: (kind: string) => void;
}

export async function createWorld(options: WorldOptions): Promise<World> {
  const clockwork = createClockwork(options.startMs ?? Date.UTC(2026, 10, 22, 9));
  const dice = createDice(options.seed);
  const words = await loadWords();
  const tracer = createTracer(clockwork);
  const relayReceived: Bytes[] = [];
  const devices = new Map<string, SimDevice>();
  const relayDice = dice.fork('relay');
  let relayGeneration = 0;
  let isRelayUp = true;

  let store = createMemoryStore({ quotaBytesPerWriter: limits.quotaBytesPerWriterDefault, random: relayDice.bytes });
  const makeRelay = (): Relay => {
    const generation = ++relayGeneration;
    return createRelay({
      store: storeThatMayFail(
        store,
        () => (generation === relayGeneration ? world.relayFault() : 'none'),
        () => world.isBoxDropped(),
        (fault) => {
          world.onFault(`relay-${fault}`);
          crashRelay();
        },
      ),
      clock: clockwork.nowMs,
      random: relayDice.bytes,
      schedule: (run) => void clockwork.after(0, () => generation === relayGeneration && run()),
      hashing: options.hashing,
      broke: (reason) => {
        throw reason;
      },
    });
  };

  function crashRelay(): void {
    relayGeneration += 1;
    isRelayUp = false;
    network.cutAll();
    clockwork.after(world.relayDownMs, () => {
      isRelayUp = true;
      relay = makeRelay();
    });
  }

  const network = createNetwork({
    clockwork,
    dice: dice.fork('network'),
    relay: () => (isRelayUp ? relay : null),
    relayReceived,
    tracer,
    onFault: (kind) => world.onFault(kind),
  });

  const world: World = {
    clockwork,
    dice,
    relayStore: () => store,
    relay: () => relay,
    relayReceived,
    devices,
    addDevice: (name) => {
      const sim = createSimDevice({
        name,
        clockwork,
        dice: dice.fork(`device/${name}`),
        primitives: options.primitives,
        words,
        connect: network.connect,
        relayUrl,
        appUrl,
      });
      devices.set(name, sim);
      return sim;
    },
    restartRelay: (next) => {
      network.cutAll();
      store = next;
      isRelayUp = true;
      relay = makeRelay();
    },
    relayFault: () => 'none',
    isBoxDropped: () => false,
    relayDownMs: 5_000,
    run: async (withinMs) => {
      const endMs = clockwork.nowMs() + withinMs;
      let [atMs, eventsAtOnce] = [clockwork.nowMs(), 0];
      do {
        await settle(devices);
        eventsAtOnce = clockwork.nowMs() === atMs ? eventsAtOnce + 1 : 0;
        atMs = clockwork.nowMs();
        if (eventsAtOnce > eventsAtOnceMax) throw new Error(`time stands still: ${eventsAtOnce} events at one moment`);
        if (clockwork.count() > (options.eventsMax ?? Number.MAX_SAFE_INTEGER)) throw new Error('too many events');
      } while (clockwork.next(endMs));
      await settle(devices);
      clockwork.skipTo(endMs);
    },
    traceHash: tracer.hash,
    framesCount: tracer.count,
    eventsCount: clockwork.count,
    networkFaults: network.faults,
    onFault: () => {},
  };
  let relay = makeRelay();
  return world;
}

/** A store whose process may end before or after a commit, or that acknowledges what it does not keep. */
function storeThatMayFail(
  store: MemoryStore,
  fault: () => 'none' | 'crash-before' | 'crash-after',
  isDropped: () => boolean,
  crash: (fault: 'crash-before' | 'crash-after') => void,
): RelayStore {
  const gone = new Promise<readonly AppendOutcome[]>(() => {});
  return {
    ...store,
    append: async (boxes) => {
      const now = fault();
      if (now === 'crash-before') {
        crash(now);
        return gone;
      }
      const outcomes: AppendOutcome[] = [];
      for (const box of boxes) {
        if (isDropped()) outcomes.push({ type: 'placed', position: (await store.head(box.mailbox)) + 1 });
        else outcomes.push(...(await store.append([box])));
      }
      if (now === 'none') return outcomes;
      crash(now);
      return gone;
    },
  };
}

/** Lets every promise chain come to rest: devices' tasks and the relay's commits. */
async function settle(devices: ReadonlyMap<string, SimDevice>): Promise<void> {
  for (const sim of devices.values()) await sim.settled();
  for (let i = 0; i < 12; i++) await Promise.resolve();
  for (const sim of devices.values()) await sim.settled();
}
