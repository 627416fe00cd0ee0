/**
 * The ways in which a simulated world goes wrong. Each seed first draws which of them exist in its world and how
 * strong they are (swarm testing: Groce et al., ISSTA 2012), so that rare combinations come up at all.
 */
import type { Dice } from './clockwork.ts';

export const faultKinds = [
  // the network
  'connection-lost',
  'frame-delayed',
  'half-open',
  'partition',
  'offline-days',
  // the device
  'crash-idle',
  'crash-before',
  'crash-after',
  'disk-full',
  'torn-record',
  'two-tabs',
  'evicted-linked',
  'evicted-recovered',
  'clock-minutes',
  'clock-far',
  'clock-back',
  'zone-changed',
  'newer-entry',
  // the relay
  'relay-crash-before',
  'relay-crash-after',
  'relay-restored',
  'relay-restored-unnoticed',
  'relay-withheld',
  'relay-dropped',
  'relay-replayed',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** What exists in one seed's world. */
export interface Weather {
  readonly has: (kind: FaultKind) => boolean;
  readonly loss: number;
  readonly delayMsMax: number;
  readonly halfOpen: number;
  /** The chance of each commit of a device, and of the relay, to go wrong. */
  readonly diskFault: number;
  readonly relayFault: number;
}

/** `without`: kinds that do not exist. `certain`: kinds that do, strong, among few others. */
export function drawWeather(dice: Dice, without: readonly FaultKind[], certain: readonly FaultKind[]): Weather {
  const density = certain.length > 0 ? 0.1 : dice.pick([0.1, 0.3, 0.5, 0.8]);
  const present = new Set(faultKinds.filter(() => dice.chance(density)));
  for (const kind of without) present.delete(kind);
  for (const kind of certain) present.add(kind);
  const has = (kind: FaultKind): boolean => present.has(kind);
  return {
    has,
    loss: has('connection-lost') ? dice.pick([0.005, 0.02, 0.06]) : 0,
    delayMsMax: has('frame-delayed') ? dice.pick([2_000, 8_000, 40_000]) : dice.pick([0, 200]),
    halfOpen: has('half-open') ? dice.pick([0.1, 0.4]) : 0,
    diskFault: certain.length > 0 ? 0.1 : dice.pick([0.01, 0.04, 0.1]),
    relayFault: dice.pick([0.02, 0.1]),
  };
}

/** How often each kind came true. */
export type FaultCounts = Record<FaultKind, number>;

export const noFaults = (): FaultCounts => Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as FaultCounts; // every kind is there: see the list

export function addFaults(into: FaultCounts, more: FaultCounts): void {
  for (const kind of faultKinds) into[kind] += more[kind];
}
