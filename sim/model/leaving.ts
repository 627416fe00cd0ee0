/**
 * Model 3: leaving. Two runs side by side: in the one Noor leaves, in its twin her phone is switched off for ever at
 * the same moment. Whatever happens then, Sam's side and all that lies at the relay must be the same in both, nothing
 * of hers may go to the old mailbox, no sealed answer opens any more, and neither loses what could be read before.
 * When a sealed answer may be released is asked of the `releasesDue` that ships; the rest is the design of
 * docs/decisions/0029, not its code.
 */
import { noSealed, releasesDue, type Sealed, sealedName } from '#device';
import type { Model, Step } from './explore.ts';

export const leavingFlaws = {
  goodbye: 'leaving sends a goodbye',
  polling: 'who has left goes on asking the relay',
  'keeps-keys': 'who has left keeps the keys',
  'keeps-outbox': 'what was waiting to be sent goes out later',
  'late-release': 'who has left still releases a sealed answer',
  'takes-everything': 'leaving takes what was shared, too',
  'needs-line': 'leaving needs a connection',
  'needs-answer': 'leaving waits until nothing sealed is open',
  'same-seed': 'beginning anew uses the old access seed',
  'same-key': 'beginning anew goes on with the key of the old space',
  'eager-release': 'a sealed answer is released before the other has sealed one',
} as const;
export type LeavingFlaw = keyof typeof leavingFlaws;

type Who = 'noor' | 'sam';
const people = ['noor', 'sam'] as const;
const names = { noor: 'Noor', sam: 'Sam' } as const;
const otherOf = (who: Who): Who => (who === 'noor' ? 'sam' : 'noor');

/** What can lie at the relay: for each of the two something shared, a sealed answer, its key; and what never should. */
const messages = ['shares a note', 'seals an answer', 'releases the key'] as const;
const bitOf = (who: Who, message: number): number => 1 << (message + (who === 'noor' ? 0 : 3));
const goodbyeBit = 1 << 6;
const [note, put, release] = [0, 1, 2] as const;
const ofOther = (who: Who): number => (who === 'noor' ? 0b111000 | goodbyeBit : 0b000111 | goodbyeBit);

/** Keys of the old space (1 key, 2 access seed) and of the next one (4, 8). */
const [oldKeys, newKeys] = [0b0011, 0b1100];

interface Side {
  readonly life: 'in' | 'off' | 'left' | 'anew';
  /** Own words and what has come. */
  readonly has: number;
  readonly unsent: number;
  readonly keys: number;
  /** What can be read of it without any key, after leaving. */
  readonly kept: number;
}

interface Run {
  readonly noor: Side;
  readonly sam: Side;
  readonly relay: number;
}

interface State {
  readonly run: Run;
  /** From the moment at which the two runs part. */
  readonly twin: Run | null;
  /** What each could read at some time. */
  readonly peak: Readonly<Record<Who, number>>;
}

export function leavingModel(flaw: LeavingFlaw | null = null): Model<State> {
  const side: Side = { life: 'in', has: 0, unsent: 0, keys: oldKeys, kept: 0 };
  const start: Run = { noor: side, sam: side, relay: 0 };

  const write = (run: Run, who: Who, bit: number): Run => {
    const own = run[who];
    return { ...run, [who]: { ...own, has: own.has | bit, unsent: own.unsent | bit } };
  };

  /** What the app of one who is in it does by itself after anything has come. */
  const settle = (run: Run, who: Who): Run => {
    const { has } = run[who];
    const isDue = releasesDue(tableOf(has, who)).length > 0;
    const isEager = flaw === 'eager-release' && (has & bitOf(who, put)) !== 0 && (has & bitOf(who, release)) === 0;
    return isDue || isEager ? write(run, who, bitOf(who, release)) : run;
  };

  const leave = (run: Run, who: Who): Run => {
    const own = run[who];
    const kept = flaw === 'takes-everything' ? 0 : readableOf(own, who);
    const keys = flaw === 'keeps-keys' ? own.keys : 0;
    const unsent = flaw === 'keeps-outbox' ? own.unsent : 0;
    const relay = flaw === 'goodbye' ? run.relay | goodbyeBit : run.relay;
    const has = flaw === 'late-release' || flaw === 'polling' ? own.has : 0;
    return { ...run, relay, [who]: { life: 'left', has, unsent, keys, kept } };
  };

  const mayLeave = (run: Run, who: Who): boolean => {
    const { life, unsent, has } = run[who];
    if (life !== 'in') return false;
    if (flaw === 'needs-line') return unsent === 0;
    return flaw !== 'needs-answer' || (has & bitOf(who, put)) === 0 || (has & bitOf(who, release)) !== 0;
  };

  const anew = (run: Run, who: Who): Run => {
    const kept = flaw === 'same-seed' ? 0b0110 : flaw === 'same-key' ? 0b1001 : newKeys;
    return { ...run, [who]: { ...run[who], life: 'anew', keys: run[who].keys | kept } };
  };

  const send = (run: Run, who: Who): Run => ({
    ...run,
    relay: run.relay | run[who].unsent,
    [who]: { ...run[who], unsent: 0 },
  });

  /** All that one of the two can do or that can happen to them, by name, so that the twin can do the same. */
  const actsOf = (run: Run, who: Who): ReadonlyMap<string, Run> => {
    const acts = new Map<string, Run>();
    const own = run[who];
    const say = (what: string, next: Run): void => void acts.set(`${names[who]} ${what}`, next);
    if (own.life === 'in') {
      for (const message of [note, put]) {
        if ((own.has & bitOf(who, message)) === 0)
          say(messages[message], settle(write(run, who, bitOf(who, message)), who));
      }
      if (own.unsent !== 0) say('reaches the relay', send(run, who));
    }
    const isListening = own.life === 'in' || (own.life !== 'off' && flaw === 'polling');
    for (const bit of isListening ? bitsOf(run.relay & ofOther(who) & ~own.has) : []) {
      say(`gets what the other sent (${nameOf(bit)})`, settle({ ...run, [who]: { ...own, has: own.has | bit } }, who));
    }
    if (own.life === 'left' || own.life === 'anew') {
      const isLate =
        flaw === 'late-release' && (own.has & bitOf(who, put)) !== 0 && (own.has & bitOf(who, release)) === 0;
      if (isLate) say('releases the key', send(write(run, who, bitOf(who, release)), who));
      if (own.life === 'left') say('begins anew with somebody else', anew(run, who));
      if (own.life === 'anew' && own.unsent !== 0) say('reaches the relay with the new space', send(run, who));
    }
    return acts;
  };

  return {
    name: 'leaving, beside a phone that is off',
    starts: [{ run: start, twin: null, peak: { noor: 0, sam: 0 } }],
    key: (state) => JSON.stringify([state.run, state.twin, state.peak]),
    steps: ({ run, twin, peak }) => {
      const steps: Step<State>[] = [];
      const add = (name: string, next: Run, other: Run | null): void => {
        const grown = { noor: peak.noor | readableOf(next.noor, 'noor'), sam: peak.sam | readableOf(next.sam, 'sam') };
        steps.push({ name, next: { run: next, twin: other, peak: grown } });
      };
      for (const who of people) {
        const twinActs = twin ? actsOf(twin, who) : null;
        for (const [name, next] of actsOf(run, who)) {
          // What Noor does after leaving is hers alone: the twin knows nothing of it.
          if (who === 'noor' && twin) add(name, next, twin);
          else add(name, next, twinActs ? (twinActs.get(name) ?? twin) : null);
        }
      }
      if (!twin && mayLeave(run, 'noor'))
        add('Noor leaves', leave(run, 'noor'), { ...run, noor: { ...run.noor, life: 'off' } });
      if (mayLeave(run, 'sam')) add('Sam leaves', leave(run, 'sam'), twin ? leave(twin, 'sam') : null);
      return steps;
    },
    broken: ({ run, twin, peak }) => {
      if (twin && run.relay !== twin.relay) return 'after leaving nothing goes to the relay';
      if (twin && JSON.stringify(run.sam) !== JSON.stringify(twin.sam))
        return 'the other sees what a phone that is off would show';
      for (const who of people) {
        const own = run[who];
        if (own.life === 'in' && !mayLeave(run, who)) return 'leaving is possible at any time, alone';
        if (own.life === 'left' && own.keys !== 0) return 'who has left has no key of it';
        if (own.life === 'anew' && (own.keys & oldKeys) !== 0) return 'a new beginning shares no key with the old';
        if (
          own.life !== 'in' &&
          own.life !== 'off' &&
          own.has !== 0 &&
          readableOf({ ...own, life: 'in' }, who) !== own.kept
        )
          return 'after leaving nothing comes and nothing opens';
        if ((peak[who] & ~readableOf(own, who)) !== 0) return 'leaving loses nothing that could be read';
        const isAlone = (own.has & bitOf(who, release)) !== 0 && (own.has & bitOf(otherOf(who), put)) === 0;
        if (own.life === 'in' && isAlone) return 'no key is released to nobody';
      }
      return null;
    },
  };
}

/** What one can read: what is shared, one's own, and the other's sealed answer once its key has come. */
function readableOf({ life, has, kept }: Side, who: Who): number {
  if (life === 'left' || life === 'anew') return kept;
  const other = otherOf(who);
  const isOpen = (has & bitOf(other, put)) !== 0 && (has & bitOf(other, release)) !== 0;
  return has & (bitOf(who, note) | bitOf(who, put) | bitOf(other, note) | (isOpen ? bitOf(other, put) : 0));
}

/** The sealed answers as a device keeps them. */
function tableOf(has: number, who: Who): Readonly<Record<string, Sealed>> {
  const table: Record<string, Sealed> = {};
  for (const [of, person, letter] of [
    ['me', who, 'a'],
    ['partner', otherOf(who), 'b'],
  ] as const) {
    if ((has & bitOf(person, put)) === 0) continue;
    const seal = letter.repeat(32);
    const isReleased = (has & bitOf(person, release)) !== 0;
    const place = { atMs: 1, atCount: 0, device: person, seq: 1, entry: letter };
    const counterpart = isReleased ? (letter === 'a' ? 'b' : 'a').repeat(32) : '';
    table[sealedName(of, seal)] = {
      ...noSealed(seal, of),
      practice: 'openings',
      place,
      key: of === 'me' ? 'k' : null,
      isReleased,
      counterpart,
    };
  }
  return table;
}

const bitsOf = (bits: number): readonly number[] =>
  [0, 1, 2, 3, 4, 5, 6].map((at) => 1 << at).filter((bit) => (bits & bit) !== 0);
const nameOf = (bit: number): string =>
  bit === goodbyeBit ? 'a goodbye' : (['a note', 'a sealed answer', 'a key'][Math.log2(bit) % 3] ?? '');
