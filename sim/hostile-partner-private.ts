/**
 * Non-interference: a course of events of two people in which Noor also does things for herself alone. What reaches
 * Sam's device (each frame and its moment), what lies on its disk and what its screen shows must be the same to the
 * byte, whatever Noor did privately.
 *
 * So that bytes can be compared, all randomness here is a function of who draws, of the moment, and of how many draws
 * came before in that moment; and what Noor does privately happens at moments of its own.
 */
import { type CheckIn, type Command, type Noticing, type Pledge, practices } from '#core';
import { loadWords, type Primitives } from '#crypto';
import { createDevice, type Device, type Snapshot } from '#device';
import { type Bytes, bytesToHex, limits, type Random } from '#kernel';
import {
  createMemoryStore,
  createRelay,
  type MemoryStoreSnapshot,
  type RelayConnection,
  type RelayPorts,
} from '#relay';
import { type Clockwork, createClockwork, createDice, type Dice } from './clockwork.ts';
import { createDisk, type Disk } from './disk.ts';
import { beginOneOfEach, privateActs, privateWords } from './private-acts.ts';

export { privateWords };

const url = 'wss://relay.test/relay';
const wayMs = 20;
const stepMs = 60_000;
const startMs = Date.UTC(2026, 10, 22, 9);

/** Both devices and the relay after pairing, to begin each course with. */
export interface Beginning {
  readonly disks: Readonly<Record<string, ReadonlyMap<string, Bytes>>>;
  readonly relay: MemoryStoreSnapshot;
  readonly nowMs: number;
}

export interface Ports {
  readonly primitives: Primitives;
  readonly hashing: RelayPorts['hashing'];
  /** Is shown every frame that a device sends to the relay. */
  readonly heard?: (bytes: Bytes) => void;
}

/** What Sam could ever know. */
export interface SamsView {
  readonly frames: readonly string[];
  /** Length and moment of each frame: all that is compared where what is sealed differs. */
  readonly shape: readonly string[];
  readonly disk: readonly string[];
  readonly diskShape: readonly string[];
  readonly screens: readonly string[];
  readonly deeds: readonly string[];
}

interface Actor {
  readonly name: string;
  readonly disk: Disk;
  device: Device | null;
  isOnline: boolean;
  skewMs: number;
  zone: string;
  life: number;
  readonly frames: string[];
  readonly shape: string[];
}

interface Stage {
  readonly clockwork: Clockwork;
  readonly noor: Actor;
  readonly sam: Actor;
  readonly open: (actor: Actor) => Promise<void>;
  readonly run: (untilMs: number) => Promise<void>;
  readonly relaySnapshot: () => MemoryStoreSnapshot;
}

async function createStage(seed: string, ports: Ports, from: Beginning | null): Promise<Stage> {
  const clockwork = createClockwork(from?.nowMs ?? startMs);
  const words = await loadWords();
  const byMoment = (who: string): Random => {
    let momentMs = -1;
    let count = 0;
    return (length) => {
      if (momentMs !== clockwork.nowMs()) [momentMs, count] = [clockwork.nowMs(), 0];
      count += 1;
      return createDice(`${seed}/${who}/${momentMs}/${count}`).bytes(length);
    };
  };
  const store = createMemoryStore({
    quotaBytesPerWriter: limits.quotaBytesPerWriterDefault,
    random: byMoment('store'),
  });
  if (from) store.restore(from.relay, true);
  const relay = createRelay({
    store,
    clock: clockwork.nowMs,
    random: byMoment('relay'),
    schedule: (run) => void clockwork.after(1, run),
    hashing: ports.hashing,
    broke: (reason) => {
      throw reason;
    },
  });

  const createActor = async (name: string): Promise<Actor> => {
    const disk = createDisk(() => {});
    await layInto(disk, from?.disks[name] ?? []);
    return {
      name,
      disk,
      device: null,
      isOnline: true,
      skewMs: 0,
      zone: 'Europe/Berlin',
      life: 0,
      frames: [],
      shape: [],
    };
  };

  const open = async (actor: Actor): Promise<void> => {
    const life = ++actor.life;
    const isAlive = (): boolean => life === actor.life;
    const later = (run: () => void): void => void clockwork.after(wayMs, () => isAlive() && run());
    actor.device = await createDevice(
      {
        clock: () => clockwork.nowMs() + actor.skewMs,
        random: byMoment(`device/${actor.name}`),
        primitives: ports.primitives,
        store: actor.disk.open(),
        transport: {
          connect: (_url, events) => {
            let connection: RelayConnection | null = null;
            let isOpen = true;
            const close = (): void => {
              if (!isOpen) return;
              isOpen = false;
              clockwork.after(wayMs, () => connection?.close());
              later(events.closed);
            };
            if (actor.isOnline) {
              connection = relay.connect({
                send: (bytes) =>
                  later(() => {
                    if (!isOpen) return;
                    actor.frames.push(`${clockwork.nowMs()} ${bytesToHex(bytes)}`);
                    actor.shape.push(`${clockwork.nowMs()} ${bytes.length}`);
                    events.received(new Uint8Array(bytes));
                  }),
                close,
                bufferedBytes: () => 0,
              });
              later(() => isOpen && events.opened());
            } else clockwork.after(0, close);
            return {
              send: (bytes) => {
                const copy = new Uint8Array(bytes);
                ports.heard?.(copy);
                clockwork.after(wayMs, () => isOpen && connection?.receive(copy));
              },
              close,
            };
          },
        },
        timer: (delayMs, run) => clockwork.after(delayMs, () => isAlive() && run()),
        zone: () => actor.zone,
        words: async () => words,
        deviceName: actor.name,
      },
      practices,
      { relayUrl: url, appUrl: 'https://relay.test/' },
    );
    if (actor.isOnline) actor.device.connect();
  };

  const noor = await createActor('noor');
  const sam = await createActor('sam');
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 2; i++) for (const actor of [noor, sam]) await actor.device?.settled();
    for (let i = 0; i < 8; i++) await Promise.resolve();
  };
  return {
    clockwork,
    noor,
    sam,
    open,
    relaySnapshot: store.snapshot,
    run: async (untilMs) => {
      do await settle();
      while (clockwork.next(untilMs));
      await settle();
      clockwork.skipTo(untilMs);
    },
  };
}

/** Puts records onto a disk as a tab would that is gone since. */
export async function layInto(disk: Disk, records: Iterable<readonly [string, Bytes]>): Promise<void> {
  const store = disk.open();
  await store.open();
  await store.commit([...records], []);
}

const here = (actor: Actor): Device => {
  if (!actor.device) throw new Error(`${actor.name} is not running`);
  return actor.device;
};

/** Pairs the two once; Sam has asked Noor something, and both have shared something. */
export async function prepareBeginning(ports: Ports): Promise<Beginning> {
  const stage = await createStage('beginning', ports, null);
  const { clockwork, noor, sam, run } = stage;
  const wait = (ms: number) => run(clockwork.nowMs() + ms);
  for (const actor of [noor, sam]) await stage.open(actor);
  const invited = await here(noor).invite('partner');
  if (!invited.ok) throw new Error(invited.error);
  await wait(1_000);
  await here(sam).openLink(invited.value.link);
  await here(sam).join();
  await wait(5_000);
  for (const actor of [noor, sam]) await here(actor).confirmWords(true);
  await wait(5_000);
  for (const actor of [noor, sam]) await here(actor).endPairing();
  await here(noor).setName('Noor');
  await here(sam).setName('Sam');
  await ask(sam, 'Do you feel like a walk?');
  await here(noor).command(checkIn('ours', 'well rested'));
  await here(noor).command(promise('myself', 'to stretch', 0));
  await here(noor).command(checkIn('mine', 'an old one'));
  await beginOneOfEach(here(sam));
  await wait(30_000);
  for (const actor of [noor, sam]) await here(actor).close();
  await wait(1_000);
  const disks = { noor: new Map(noor.disk.records), sam: new Map(sam.disk.records) };
  return { disks, relay: stage.relaySnapshot(), nowMs: clockwork.nowMs() };
}

/** A command of one of the practices; the device itself takes any. */
export const asCommand = (command: Command): Command => command;

const checkIn = (visibility: 'mine' | 'for-now' | 'ours' | 'sealed', note: string) =>
  ({
    practice: 'check-in',
    type: 'write',
    visibility,
    feltAtMs: null,
    feelings: [{ type: 'known', id: 'calm' }],
    strength: 3,
    needs: [],
    note,
  }) as const;

const promise = (to: 'partner' | 'myself', what: string, days: number) =>
  ({
    practice: 'promises',
    type: 'make',
    to,
    what,
    by: { date: new Date(startMs + (days + 2) * 86_400_000).toISOString().slice(0, 10), time: null },
    plan: { trigger: 'I forget', action: 'I write it down' },
    certainty: 2,
    isPlanShared: false,
  }) as const;

async function ask(actor: Actor, opener: string): Promise<void> {
  const noticed = await here(actor).command(
    asCommand({
      practice: 'noticing',
      type: 'notice',
      thing: null,
      cues: ['face'],
      words: '',
    }),
  );
  const thing = noticed.ok ? (noticed.value.things[0] ?? '') : '';
  const guess = { feelings: [{ type: 'known', id: 'tired' }], strength: 2, certainty: 2 } as const;
  await here(actor).command(asCommand({ practice: 'noticing', type: 'guess', thing, ...guess }));
  await here(actor).command(asCommand({ practice: 'noticing', type: 'send', thing, opener }));
}

// ------------------------------------------------------------------------------------------------ a course of events

export interface Course {
  readonly seed: string;
  /** What Noor does for herself; null: nothing. */
  readonly privately: string | null;
  /** The words that Noor seals, which Sam cannot read yet. */
  readonly sealedNote: string;
  readonly steps: number;
}

export async function runCourse(course: Course, ports: Ports, from: Beginning): Promise<SamsView> {
  const stage = await createStage(course.seed, ports, from);
  const { clockwork, noor, sam, run } = stage;
  const dice = createDice(`course/${course.seed}`);
  const own = course.privately === null ? null : createDice(`private/${course.privately}`);
  const screens: string[] = [];
  const deeds: string[] = [];
  for (const actor of [noor, sam]) await stage.open(actor);
  const beginMs = clockwork.nowMs();
  for (let step = 0; step < course.steps; step++) {
    const atMs = beginMs + (step + 1) * stepMs;
    await run(atMs);
    await publicDeed(dice, stage, course, step);
    for (const afterMs of [20_003, 27_011, 41_017]) {
      await run(atMs + afterMs);
      if (own) deeds.push(await privateDeed(own, stage));
      await run(atMs + afterMs + 4_999);
      // A draft that was to be shared is taken back within its window.
      if (own) await takeBack(noor);
    }
    await run(atMs + stepMs - 1_000);
    screens.push(screenText(here(sam).snapshot()));
  }
  await run(clockwork.nowMs() + 2 * stepMs);
  screens.push(screenText(here(sam).snapshot()));
  const records = [...sam.disk.records].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    frames: sam.frames,
    shape: sam.shape,
    disk: records.map(([key, value]) => `${key} ${bytesToHex(value)}`),
    diskShape: records.map(([key, value]) => `${key.split('/').slice(0, 4).join('/')} ${value.length}`),
    screens,
    deeds,
  };
}

/** What both would see anyway. The same in every course of one seed. */
async function publicDeed(dice: Dice, { noor, sam }: Stage, course: Course, step: number): Promise<void> {
  if (!noor.isOnline) {
    noor.isOnline = true;
    here(noor).connect();
  }
  switch (dice.roll(9)) {
    case 0:
      await here(noor).command(checkIn('ours', `shared at ${step}`));
      return;
    case 1:
      await here(sam).command(checkIn('ours', `from sam at ${step}`));
      return;
    case 2:
      await here(noor).command(checkIn('sealed', course.sealedNote));
      return;
    case 3:
      await here(sam).command(checkIn('sealed', `sealed by sam at ${step}`));
      return;
    case 4:
      await here(noor).command(promise('partner', `promised at ${step}`, step));
      return;
    case 5:
      await ask(sam, `And how is it now, at ${step}?`);
      return;
    case 6:
      await here(noor).setName(`Noor ${step}`);
      return;
    case 7:
      // Noor's clock is put right: back behind what was written last.
      noor.skewMs -= 45_000;
      await here(noor).command(checkIn('ours', `after the clock at ${step}`));
      return;
    default:
      // What is written on a train leaves at the next step. It has no part in mine, behind which it could hide.
      noor.isOnline = false;
      here(noor).disconnect();
      await here(noor).command(
        asCommand({ ...promise('partner', `on a train at ${step}`, step), plan: null, certainty: null }),
      );
  }
}

const thingsOf = <Thing>(snapshot: Snapshot, practice: string): readonly Thing[] =>
  [...(snapshot.thingsByPractice.get(practice)?.values() ?? [])] as readonly Thing[]; // made by the fold of that practice

async function privateDeed(dice: Dice, { noor, open }: Stage): Promise<string> {
  const device = here(noor);
  const snapshot = device.snapshot();
  const note = `${privateWords} `.repeat(dice.roll(12));
  const checkIns = thingsOf<CheckIn>(snapshot, 'check-in').filter(
    (one) => one.standing === 'mine' || one.standing === 'for-now',
  );
  const noticings = thingsOf<Noticing>(snapshot, 'noticing');
  const pledges = thingsOf<Pledge>(snapshot, 'promises').filter((one) => one.to === 'myself');
  const asked = noticings.find((one) => one.side === 'asked');
  const begun = noticings.find((one) => one.side === 'asker');
  const thing = checkIns.length > 0 ? dice.pick(checkIns).id : '';
  const pledge = pledges.length > 0 ? dice.pick(pledges).id : '';
  const words = { feelings: [{ type: 'own', words: 'my own word' }], strength: 2, needs: [], note } as const;
  const act = privateActs[dice.roll(privateActs.length + 16)];
  if (act !== undefined) {
    return (await act.run(device, dice)) ? act.name : 'nothing to do';
  }
  switch (dice.roll(16)) {
    case 0:
    case 1:
      await device.command(checkIn(dice.pick(['mine', 'for-now'] as const), note));
      return 'kept';
    case 2:
      await device.command(checkIn('ours', note));
      return 'drafted';
    case 3:
      await device.command(asCommand({ practice: 'check-in', type: 'rewrite', thing, ...words }));
      return 'rewritten';
    case 4:
      await device.command(asCommand({ practice: 'check-in', type: 'forget', thing }));
      return 'forgotten';
    case 5:
      await device.command(
        asCommand({
          practice: 'noticing',
          type: 'notice',
          thing: null,
          cues: ['voice'],
          words: note,
        }),
      );
      return 'noticed';
    case 6: {
      const guess = { feelings: words.feelings, strength: 2, certainty: 1 } as const;
      await device.command(asCommand({ practice: 'noticing', type: 'guess', thing: begun?.id ?? '', ...guess }));
      await device.command(
        asCommand({
          practice: 'noticing',
          type: 'say',
          thing: begun?.id ?? '',
          opener: 'Are you well?',
        }),
      );
      return 'guessed';
    }
    case 7:
      await device.command(asCommand({ practice: 'noticing', type: 'set-aside', thing: asked?.id ?? '' }));
      return 'not now';
    case 8: {
      const answer = { feelings: words.feelings, strength: null, words: note } as const;
      await device.command(asCommand({ practice: 'noticing', type: 'answer', thing: asked?.id ?? '', ...answer }));
      return 'answer drafted';
    }
    case 9:
      await device.command(promise('myself', 'to myself', dice.roll(9)));
      return 'promised to myself';
    case 10:
      await device.command(asCommand({ practice: 'promises', type: 'keep', thing: pledge, words: note.slice(0, 200) }));
      return 'kept to myself';
    case 11:
      await device.command(asCommand({ practice: 'promises', type: 'forget', thing: pledge }));
      return 'let go';
    case 12:
      await device.loadEarlier();
      device.wireTrace();
      return 'read';
    case 13:
      await device.setCancelWindow(30_000);
      await device.setCancelWindow(limits.cancelWindowMsDefault);
      return 'settings';
    case 14:
      noor.zone = dice.pick(['Europe/Berlin', 'Asia/Tokyo']);
      await device.command(checkIn('mine', note));
      noor.zone = 'Europe/Berlin';
      return 'travelled';
    default:
      if (dice.chance(0.5)) {
        await (dice.chance(0.5) ? device.recoveryPhrase() : device.exportBackup());
        return 'phrase or backup';
      }
      // Closed and opened again, if nothing is under way to the other.
      if (!noor.isOnline || snapshot.connection.unsentCount > 0) return 'left open';
      await device.close();
      await open(noor);
      return 'reopened';
  }
}

async function takeBack(noor: Actor): Promise<void> {
  for (const share of here(noor).snapshot().windows) await here(noor).cancelShare(share.id);
}

/** Everything on Sam's screen. */
const screenText = (snapshot: Snapshot): string =>
  JSON.stringify(snapshot, (_key, value: unknown) =>
    value instanceof Map ? [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)) : value,
  );

/** Where two views part; null when they are the same. */
export function differenceOf(a: SamsView, b: SamsView, parts: readonly (keyof SamsView)[]): string | null {
  for (const part of parts) {
    const [left, right] = [a[part], b[part]];
    const at = left.findIndex((line, i) => line !== right[i]);
    if (at >= 0 || left.length !== right.length) {
      const shown = (line: string | undefined): string => (line ?? 'nothing').slice(0, 160);
      return `${part} ${at}: ${shown(left[Math.max(0, at)])} / ${shown(right[Math.max(0, at)])}`;
    }
  }
  return null;
}
