/** The persons and devices of one course of events, and what every part of it needs. */
import { type EpochKeys, epochToKeys, type Primitives } from '#crypto';
import type { Device } from '#device';
import { bytesToText, hexToBytes, isJsonObject, type Json, textToJson } from '#kernel';
import { mailboxPreimage } from '#wire';
import type { Dice } from './clockwork.ts';
import { type FaultCounts, type FaultKind, noFaults, type Weather } from './faults.ts';
import type { SimDevice } from './sim-device.ts';
import type { Witness } from './witness.ts';
import type { World } from './world.ts';

export interface Person {
  readonly name: string;
  /** Devices that belong to this person: the first one, and those that were linked or recovered. */
  sims: SimDevice[];
  devicesMade: number;
  textsWritten: number;
  phrase: readonly string[] | null;
  /** Virtual time at which the key ring had certainly reached the relay. */
  isRingLeft: boolean;
}

export interface Scene {
  readonly world: World;
  readonly primitives: Primitives;
  readonly weather: Weather;
  readonly dice: Dice;
  readonly witness: Witness;
  readonly noor: Person;
  readonly sam: Person;
  isPaired: boolean;
  isCalm: boolean;
  readonly faults: FaultCounts;
  readonly problems: string[];
  /** Things that a command said to be saved, by person. */
  readonly savedThings: Map<string, Set<string>>;
  /** Things whose only record may honestly be gone: taken back, forgotten, or on a disk that was lost. */
  readonly excusedThings: Set<string>;
  /** Devices whose disk was lost, with the entries that no relay had confirmed by then. */
  readonly evicted: { readonly sim: string; readonly unsent: ReadonlySet<string>; readonly said: number }[];
  /** Devices that were never linked to their end, and put away. */
  readonly abandoned: Set<string>;
  /** Devices whose clock was set: what they took for now may lie ahead of their later clock. */
  readonly clocksTouched: Set<string>;
  /** The relay has lost boxes at some time. */
  hasRelayLost: boolean;
  hasNewer: boolean;
  readonly deeds: { done: number; refused: number; lost: number };
  /** A line for each thing that happens, when asked for. */
  readonly log: (line: string) => void;
}

export const createPerson = (name: string): Person => ({
  name,
  sims: [],
  devicesMade: 0,
  textsWritten: 0,
  phrase: null,
  isRingLeft: false,
});

export const createScene = (
  world: World,
  primitives: Primitives,
  weather: Weather,
  witness: Witness,
  log: (line: string) => void,
): Scene => ({
  world,
  primitives,
  weather,
  dice: world.dice.fork('scenario'),
  witness,
  noor: createPerson('noor'),
  sam: createPerson('sam'),
  isPaired: false,
  isCalm: false,
  faults: noFaults(),
  problems: [],
  savedThings: new Map(),
  excusedThings: new Set(),
  evicted: [],
  abandoned: new Set(),
  clocksTouched: new Set(),
  hasRelayLost: false,
  hasNewer: false,
  deeds: { done: 0, refused: 0, lost: 0 },
  log,
});

export const persons = (scene: Scene): readonly Person[] => [scene.noor, scene.sam];
export const allSims = (scene: Scene): readonly SimDevice[] => persons(scene).flatMap((person) => person.sims);
export const ownerOf = (scene: Scene, sim: SimDevice): Person =>
  scene.sam.sims.includes(sim) ? scene.sam : scene.noor;

export function fired(scene: Scene, kind: FaultKind): void {
  scene.faults[kind] += 1;
  scene.log(`! ${kind}`);
}

/** A new device of a person, with a disk that may fail. It belongs to them once it was linked. */
export async function newDevice(scene: Scene, person: Person): Promise<SimDevice> {
  person.devicesMade += 1;
  const sim = scene.world.addDevice(`${person.name}-${person.devicesMade}`);
  scene.witness.attend(sim, person.name);
  const dice = scene.world.dice.fork(`disk/${sim.name}`);
  const kinds = (['crash-before', 'crash-after', 'disk-full'] as const).filter(scene.weather.has);
  sim.disk.fault = () => {
    if (scene.isCalm || kinds.length === 0 || !dice.chance(scene.weather.diskFault)) return 'none';
    const kind = dice.pick(kinds);
    fired(scene, kind);
    return kind === 'disk-full' ? 'full' : kind;
  };
  await sim.start();
  return sim;
}

/** The device of a person's hand: running, or started now. */
export async function running(sim: SimDevice): Promise<Device> {
  return sim.device ?? sim.start();
}

/** The keys with which a device writes into a space, as they lie on its disk. */
export async function epochOnDisk(scene: Scene, sim: SimDevice, space: 'mine' | 'ours'): Promise<EpochKeys | null> {
  const record = sim.disk.records.get(`space/${space}`);
  const json = record ? textToJson(bytesToText(record) ?? '', 1_000_000) : null;
  const epochs = json !== null && isJsonObject(json) && Array.isArray(json.epochs) ? (json.epochs as Json[]) : [];
  const last = epochs[epochs.length - 1];
  if (last === undefined || !isJsonObject(last)) return null;
  const key = hexToBytes(String(last.key));
  const writers = (last.writers as readonly string[]).map(hexToBytes).filter((one) => one !== null);
  const epoch = { generation: Number(last.generation), key: key ?? new Uint8Array(32), writers };
  return epochToKeys(scene.primitives, epoch, mailboxPreimage);
}
