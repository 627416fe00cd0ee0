/**
 * Sees every commit of every disk and every byte that the relay is sent, and remembers what no device can: which
 * entries were ever on the disk of their author, and which were ever told to be saved. What it notices at once stands
 * in `problems`; the rest is judged after the calm (invariants.ts).
 */
import { type Bytes, bytesToHex, isJsonObject, jsonToText } from '#kernel';
import { bytesToEntry } from '#log';
import { markerStart } from './deeds.ts';
import type { SimDevice } from './sim-device.ts';

export interface SeenEntry {
  /** `m` or `o`. */
  readonly space: string;
  /** First 16 bytes of the author's key, hex. */
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
  readonly kind: string;
  readonly atMs: number;
  /** '' where it is about none. */
  readonly thing: string;
  /** On whose disk it stood first. */
  readonly firstOn: string;
  readonly personFirst: string;
}

export interface Witness {
  readonly entriesByKey: Map<string, SeenEntry>;
  /** Chains of paper devices: several devices of a person write for them, so they fork honestly. */
  readonly paperChains: Set<string>;
  readonly problems: string[];
  /** Listens to a device of this person from now on. */
  readonly attend: (sim: SimDevice, person: string) => void;
  /** Looks for markers in what the relay was sent since the last call. */
  readonly readRelay: (received: readonly Bytes[]) => void;
}

/** By so many may the texts that I can read exceed those that I have sealed. */
const sealedAtOnceMax = 1;
/** Long enough that no ciphertext holds one by chance. */
const markers = ['noor', 'sam'].map((person) => Buffer.from(`${markerStart}${person}-`));
const startBytes = Buffer.from(markerStart);

export function createWitness(): Witness {
  const entriesByKey = new Map<string, SeenEntry>();
  const paperChains = new Set<string>();
  const problems: string[] = [];
  const chainsSealedBy = new Map<string, Set<string>>();
  /** Person -> texts that they sealed and that were seen with the other. */
  const sealedSeen = new Map<string, Set<string>>();
  let relayRead = 0;

  const tell = (problem: string): void => {
    if (!problems.includes(problem)) problems.push(problem);
  };

  function seeEntry(sim: SimDevice, person: string, key: string, bytes: Bytes): void {
    if (entriesByKey.has(key)) return;
    const [, space = '', chain = '', seq = ''] = key.split('/');
    const entry = bytesToEntry(bytes);
    if (entry === null || entry === 'newer') return tell(`${sim.name} keeps ${key}, which is no entry`);
    const seen: SeenEntry = {
      space,
      chain,
      seq: Number(seq),
      hash: key.split('/')[4] ?? '',
      kind: entry.kind,
      atMs: entry.atMs,
      thing: isJsonObject(entry.body) ? String(entry.body.thing ?? '') : '',
      firstOn: sim.name,
      personFirst: person,
    };
    entriesByKey.set(key, seen);
    if (entry.kind === 'space/joined' && jsonToText(entry.body).includes('"kind":"paper"')) paperChains.add(chain);
    if (entry.kind === 'sealed/put') {
      const chains = chainsSealedBy.get(person) ?? new Set();
      chainsSealedBy.set(person, chains.add(key));
    }
  }

  /** A marker of the other's on this person's disk: never one that is kept, a sealed one only for one of mine. */
  function readMarkers(sim: SimDevice, person: string, key: string, bytes: Bytes): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = buffer.indexOf(startBytes); at >= 0; at = buffer.indexOf(startBytes, at + 1)) {
      const marker = buffer.toString('latin1', at, at + 40);
      const [, whose = '', reach = '', number = ''] = marker.split(/[- "]/);
      if (whose === person) continue;
      if (reach === 'keeps') tell(`${sim.name} holds ${marker} in ${key}`);
      if (reach !== 'seals') continue;
      const seen = (sealedSeen.get(whose) ?? new Set()).add(number);
      sealedSeen.set(whose, seen);
      const sealed = chainsSealedBy.get(person)?.size ?? 0;
      // Two devices of one person that are online at once may each give a key for the same answer of the other.
      const atOnce = sealed === 0 ? 0 : sealedAtOnceMax;
      if (seen.size > sealed + atOnce)
        tell(`${sim.name} can read ${seen.size} sealed texts of ${whose} for ${sealed} own`);
    }
  }

  return {
    entriesByKey,
    paperChains,
    problems,
    attend: (sim, person) => {
      sim.disk.watch = (puts) => {
        // Own entries of one commit come before what they made of the state.
        for (const [key, bytes] of puts) if (key.startsWith('e/')) seeEntry(sim, person, key, bytes);
        for (const [key, bytes] of puts) readMarkers(sim, person, key, bytes);
      };
    },
    readRelay: (received) => {
      for (; relayRead < received.length; relayRead++) {
        const frame = received[relayRead] ?? new Uint8Array(0);
        const buffer = Buffer.from(frame.buffer, frame.byteOffset, frame.length);
        if (markers.some((one) => buffer.includes(one)))
          tell(`the relay was sent a marker in ${bytesToHex(frame.subarray(0, 24))}…`);
      }
    },
  };
}
