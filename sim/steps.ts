/** The single steps of a course of events: what people do, and what happens to them. */
import { sealBox } from '#crypto';
import type { Device } from '#device';
import type { MemoryStoreSnapshot } from '#relay';
import { nextDeed } from './deeds.ts';
import type { FaultKind } from './faults.ts';
import { meet } from './meeting.ts';
import { createLies } from './relay-lies.ts';
import { allSims, epochOnDisk, fired, newDevice, ownerOf, type Person, persons, type Scene } from './scene.ts';
import type { SimDevice } from './sim-device.ts';
import { relayUrl } from './world.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const devicesPerPersonMax = 4;

export interface Step {
  readonly name: string;
  readonly weight: number;
  /** The fault that it is; absent: ordinary life. */
  readonly kind?: FaultKind;
  readonly run: (scene: Scene) => Promise<void>;
}

const backups = new WeakMap<Scene, MemoryStoreSnapshot>();

export const steps: readonly Step[] = [
  { name: 'write', weight: 40, run: write },
  { name: 'take back or hurry a share', weight: 4, run: hurry },
  { name: 'pair', weight: 8, run: pair },
  { name: 'words left uncompared', weight: 2, run: leaveUncompared },
  { name: 'link', weight: 5, run: async (scene) => void (await link(scene, scene.dice.pick(persons(scene)))) },
  { name: 'name', weight: 1, run: name },
  { name: 'phrase', weight: 2, run: phrase },
  { name: 'offline', weight: 5, run: async (scene) => anySim(scene).goOffline() },
  { name: 'online', weight: 6, run: async (scene) => anySim(scene).goOnline() },
  { name: 'open again', weight: 5, run: openAgain },
  { name: 'close and open', weight: 3, run: closeAndOpen },
  { name: 'partition', weight: 3, kind: 'partition', run: partition },
  { name: 'offline for days', weight: 3, kind: 'offline-days', run: offlineForDays },
  { name: 'crash', weight: 4, kind: 'crash-idle', run: crash },
  { name: 'two tabs', weight: 3, kind: 'two-tabs', run: twoTabs },
  { name: 'torn record', weight: 2, kind: 'torn-record', run: tear },
  { name: 'clock minutes', weight: 3, kind: 'clock-minutes', run: (scene) => skew(scene, 'clock-minutes') },
  { name: 'clock far', weight: 2, kind: 'clock-far', run: (scene) => skew(scene, 'clock-far') },
  { name: 'clock back', weight: 2, kind: 'clock-back', run: (scene) => skew(scene, 'clock-back') },
  { name: 'zone', weight: 2, kind: 'zone-changed', run: travel },
  { name: 'newer entry', weight: 1, kind: 'newer-entry', run: newer },
  { name: 'evicted, linked again', weight: 3, kind: 'evicted-linked', run: evictAndLink },
  { name: 'evicted, recovered', weight: 2, kind: 'evicted-recovered', run: evictAndRecover },
  {
    name: 'relay backup',
    weight: 2,
    run: async (scene) => void backups.set(scene, scene.world.relayStore().snapshot()),
  },
  { name: 'relay restored', weight: 2, kind: 'relay-restored', run: (scene) => restore(scene, 'relay-restored') },
  {
    name: 'relay restored unnoticed',
    weight: 2,
    kind: 'relay-restored-unnoticed',
    run: (scene) => restore(scene, 'relay-restored-unnoticed'),
  },
  { name: 'relay withholds', weight: 2, kind: 'relay-withheld', run: lie },
  { name: 'relay replays', weight: 2, kind: 'relay-replayed', run: lie },
  { name: 'relay drops', weight: 2, kind: 'relay-dropped', run: drop },
];

/** Some time goes by. Long times go by with the phones asleep. */
export async function letTimePass(scene: Scene): Promise<void> {
  const { dice, world } = scene;
  const kind = dice.roll(20);
  if (kind < 9) return world.run(dice.roll(1_500));
  if (kind < 16) return world.run(dice.roll(20_000));
  if (kind < 18) return world.run(dice.roll(4 * minuteMs));
  await sleep(scene, kind === 18 ? dice.roll(10 * 60 * minuteMs) : dice.roll(3 * dayMs));
}

/** All phones are dark for so long, then those that were online are again. */
export async function sleep(scene: Scene, forMs: number): Promise<void> {
  const awake = allSims(scene).filter((sim) => sim.isOnline);
  for (const sim of awake) sim.goOffline();
  await scene.world.run(forMs);
  await scene.world.relay().tick();
  for (const sim of awake) sim.goOnline();
}

const anySim = (scene: Scene): SimDevice => scene.dice.pick(allSims(scene));

// ------------------------------------------------------------------------------------------------------ what people do

async function write(scene: Scene): Promise<void> {
  const sim = anySim(scene);
  const count = scene.dice.chance(0.2) ? 1 + scene.dice.roll(8) : 1;
  for (let i = 0; i < count && sim.device; i++) await writeOne(scene, sim);
}

/** One command. What it says to be saved is remembered. */
export async function writeOne(scene: Scene, sim: SimDevice): Promise<void> {
  const { device } = sim;
  if (!device) return;
  const person = ownerOf(scene, sim);
  const nowMs = scene.world.clockwork.nowMs() + sim.clockSkewMs;
  const author = { person: person.name, dice: scene.dice, nowMs, nextNumber: () => ++person.textsWritten };
  const deed = nextDeed(author, device.snapshot());
  const result = await sim.orGone(device.command(deed));
  scene.log(`${sim.name}: ${deed.practice} ${deed.type} -> ${JSON.stringify(result)}`);
  if (deed.type === 'forget' || deed.type === 'withdraw') scene.excusedThings.add(deed.thing);
  if (result === 'gone') scene.deeds.lost += 1;
  else if (!result.ok) scene.deeds.refused += 1;
  else {
    scene.deeds.done += 1;
    const saved = scene.savedThings.get(person.name) ?? new Set();
    for (const thing of result.value.things) saved.add(thing);
    scene.savedThings.set(person.name, saved);
  }
}

async function hurry(scene: Scene): Promise<void> {
  const sim = anySim(scene);
  const { device } = sim;
  const share = device?.snapshot().windows[0];
  if (!device || !share) return;
  if (scene.dice.chance(0.5)) await sim.orGone(device.shareNow(share.id));
  else {
    for (const one of device?.snapshot().windows ?? []) if (one.id === share.id) scene.excusedThings.add(one.thing);
    await sim.orGone(device.cancelShare(share.id));
  }
}

async function pair(scene: Scene): Promise<void> {
  if (scene.isPaired) return;
  const [a, b] = scene.dice.chance(0.5) ? [scene.noor, scene.sam] : [scene.sam, scene.noor];
  await meetCalmly(scene, scene.dice.pick(a.sims), scene.dice.pick(b.sims), 'partner');
}

/** One invites, the other joins, and then something else comes between. */
async function leaveUncompared(scene: Scene): Promise<void> {
  const [inviter, joiner] = [scene.dice.pick(scene.noor.sims), scene.dice.pick(scene.sam.sims)];
  if (scene.isPaired || !inviter.device || !joiner.device) return;
  const invited = await inviter.orGone(inviter.device.invite('partner'));
  await scene.world.run(3_000);
  if (invited === 'gone' || !invited.ok || !joiner.device) return;
  const opened = await joiner.orGone(joiner.device.openLink(invited.value.link));
  if (opened !== 'gone' && opened.ok && joiner.device) await joiner.orGone(joiner.device.join());
  await scene.world.run(5_000);
}

/** A meeting in the weather as it is, but with clocks that are not days apart and a relay that does not lie. */
async function meetCalmly(
  scene: Scene,
  inviter: SimDevice,
  joiner: SimDevice,
  purpose: 'partner' | 'device',
): Promise<boolean> {
  stopLies(scene);
  for (const sim of [inviter, joiner]) if (Math.abs(sim.clockSkewMs) > 10 * minuteMs) sim.clockSkewMs = 0;
  const outcome = await meet(scene.world, inviter, joiner, purpose);
  scene.log(`${inviter.name} and ${joiner.name} (${purpose}): ${JSON.stringify(outcome)}`);
  if (typeof outcome === 'object') scene.problems.push(outcome.problem);
  if (outcome === 'met' && purpose === 'partner') scene.isPaired = true;
  // The others of each person hear of it with the next exchange.
  await scene.world.run(3_000);
  return outcome === 'met';
}

/** Another device of this person, linked by one that they have. */
async function link(scene: Scene, person: Person): Promise<SimDevice | null> {
  if (person.sims.length >= devicesPerPersonMax || person.devicesMade >= 6) return null;
  const old = scene.dice.pick(person.sims);
  const fresh = await newDevice(scene, person);
  if (!(await meetCalmly(scene, old, fresh, 'device'))) {
    fresh.goOffline();
    fresh.crash(); // given up: put away before anything was written on it
    scene.world.devices.delete(fresh.name);
    scene.abandoned.add(fresh.name);
    return null;
  }
  person.sims.push(fresh);
  return fresh;
}

async function name(scene: Scene): Promise<void> {
  const sim = anySim(scene);
  if (sim.device) await sim.orGone(sim.device.setName(`zz-${ownerOf(scene, sim).name}-shares-0`));
}

async function phrase(scene: Scene): Promise<void> {
  const sim = anySim(scene);
  const person = ownerOf(scene, sim);
  if (!sim.device) return;
  const words = await sim.orGone(sim.device.recoveryPhrase());
  if (words !== 'gone' && words.length === 12) person.phrase = words;
}

// --------------------------------------------------------------------------------------------- what happens to devices

async function openAgain(scene: Scene): Promise<void> {
  for (const sim of allSims(scene)) if (!sim.device && scene.dice.chance(0.6)) await sim.start();
}

async function closeAndOpen(scene: Scene): Promise<void> {
  const sim = anySim(scene);
  if (!sim.device) return;
  await sim.orGone(sim.device.close());
  sim.crash(); // nothing of the closed tab is left
  await sim.start();
}

async function partition(scene: Scene): Promise<void> {
  const sim = anySim(scene);
  sim.isReachable = !sim.isReachable;
  if (!sim.isReachable) for (const connection of [...sim.connections]) connection.cut();
}

async function offlineForDays(scene: Scene): Promise<void> {
  fired(scene, 'offline-days');
  anySim(scene).goOffline();
  await sleep(scene, (1 + scene.dice.roll(5)) * dayMs);
}

async function crash(scene: Scene): Promise<void> {
  const sim = anySim(scene);
  if (!sim.device) return;
  fired(scene, 'crash-idle');
  sim.crash();
  if (scene.dice.chance(0.7)) await sim.start();
}

async function twoTabs(scene: Scene): Promise<void> {
  const sim = anySim(scene);
  const older = sim.device;
  if (!older) return;
  const newer = await sim.start();
  if (!sim.olderTabs.includes(older)) return; // a crash took both
  fired(scene, 'two-tabs');
  await writeOne(scene, sim);
  if (!sim.olderTabs.includes(older)) return;
  // The person goes on writing in the older one.
  const deed = {
    practice: 'check-in',
    type: 'write',
    visibility: 'mine',
    feltAtMs: null,
    feelings: [{ type: 'known', id: 'calm' }],
    strength: 2,
    needs: [],
    note: 'older tab',
  };
  const result = await sim.orGone(older.command(deed));
  if (result !== 'gone' && result.ok) scene.problems.push(`${sim.name}: a tab without the disk says "saved"`);
  const isTold = older.snapshot().notices.some((notice) => notice.type === 'elsewhere');
  if (result !== 'gone' && !isTold) scene.problems.push(`${sim.name}: the older tab is not told`);
  if (sim.device === newer && scene.dice.chance(0.5)) await writeOne(scene, sim);
}

/** What a device can fetch or make again. Its keys are not among it: who loses those links the device anew. */
const mendable = ['cursor/', 'people', 'settings'];

async function tear(scene: Scene): Promise<void> {
  const sim = anySim(scene);
  // An entry that nobody else has is lost with its only record, whatever a device does.
  const others = allSims(scene).filter((other) => other !== sim);
  const isElsewhere = (key: string): boolean =>
    !key.startsWith('e/') || others.some((other) => other.disk.records.has(key));
  const keys = [...sim.disk.records.keys()]
    .filter((key) => mendable.some((start) => key.startsWith(start)) && isElsewhere(key))
    .sort();
  if (keys.length === 0) return;
  sim.crash();
  // Each kind of record as often as the others, however many there are of it.
  const start = scene.dice.pick(mendable.filter((one) => keys.some((key) => key.startsWith(one))));
  const key = scene.dice.pick(keys.filter((one) => one.startsWith(start)));
  fired(scene, 'torn-record');
  scene.log(`${sim.name}: torn ${key}`);
  sim.disk.tear(key, scene.dice.chance(0.5) ? 'gone' : 'garbled');
  await sim.start();
}

async function skew(scene: Scene, kind: 'clock-minutes' | 'clock-far' | 'clock-back'): Promise<void> {
  const sim = anySim(scene);
  const { dice } = scene;
  fired(scene, kind);
  const isPutRight = dice.chance(0.4);
  if (isPutRight) sim.clockSkewMs = 0;
  else if (kind === 'clock-minutes') sim.clockSkewMs = dice.roll(20 * minuteMs) - 10 * minuteMs;
  else if (kind === 'clock-back') sim.clockSkewMs -= dice.roll(2 * dayMs);
  else sim.clockSkewMs = (dice.chance(0.6) ? 1 : -1) * dice.roll(dice.chance(0.5) ? 20 * dayMs : 3 * 365 * dayMs);
  scene.clocksTouched.add(sim.name);
  scene.log(`${sim.name}: clock ${sim.clockSkewMs}`);
}

async function travel(scene: Scene): Promise<void> {
  fired(scene, 'zone-changed');
  anySim(scene).zone = scene.dice.pick(['America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Nowhere/Else']);
}

/** A device of a later version has written something that this version cannot read. */
async function newer(scene: Scene): Promise<void> {
  const sim = anySim(scene);
  const keys = (await epochOnDisk(scene, sim, 'ours')) ?? (await epochOnDisk(scene, sim, 'mine'));
  if (!keys) return;
  const content = scene.dice.bytes(200);
  content[0] = 2; // the version of an entry
  const sealed = await sealBox(scene.primitives, keys, await scene.primitives.sha256(content), content);
  await scene.world.relayStore().append([{ mailbox: keys.mailbox, writer: 0, expiryDay: 0, ...sealed }]);
  fired(scene, 'newer-entry');
  scene.hasNewer = true;
}

// ----------------------------------------------------------------------------------------------- storage that is lost

function evict(scene: Scene, person: Person, sim: SimDevice): void {
  const unsent = new Set([...sim.disk.records.keys()].filter((key) => key.startsWith('unsent/')));
  const said = sim.device?.snapshot().connection.unsentCount ?? unsent.size;
  scene.evicted.push({ sim: sim.name, unsent: new Set([...unsent].map((key) => key.slice(7))), said });
  for (const share of sim.device?.snapshot().windows ?? []) scene.excusedThings.add(share.thing);
  sim.goOffline();
  sim.crash();
  sim.disk.evict();
  scene.world.devices.delete(sim.name);
  person.sims = person.sims.filter((one) => one !== sim);
}

/** A relay that acknowledged what it did not keep, and then the disk gone too: nothing can help, and nothing is proved. */
const isRelayTrusted = (scene: Scene): boolean => scene.faults['relay-dropped'] === 0;

async function evictAndLink(scene: Scene): Promise<void> {
  if (!isRelayTrusted(scene)) return;
  const several = persons(scene).filter((one) => one.sims.length > 1 && one.devicesMade < 6);
  if (several.length === 0) return;
  const person = scene.dice.pick(several);
  const lost = scene.dice.pick(person.sims);
  const left = person.sims.filter((sim) => sim !== lost);
  // Whoever loses the one device that was let into ours, before its word for the others had left, is out of it.
  if (scene.isPaired && !isKnownToOther(scene, person, left)) return;
  fired(scene, 'evicted-linked');
  evict(scene, person, lost);
  await link(scene, person);
}

const isBack = (device: Device): boolean =>
  device.snapshot().recovery === 'none' && device.snapshot().devices.some((one) => one.isThis);

function isKnownToOther(scene: Scene, person: Person, sims: readonly SimDevice[]): boolean {
  const others = person === scene.noor ? scene.sam : scene.noor;
  const known = others.sims.flatMap((sim) => sim.device?.snapshot().devices ?? []).map((one) => one.id);
  return sims.some((sim) => {
    const id = sim.device?.snapshot().devices.find((one) => one.isThis)?.id;
    return id !== undefined && known.includes(id);
  });
}

/** The last device is lost; the twelve words bring it back. */
async function evictAndRecover(scene: Scene): Promise<void> {
  const person = scene.dice.pick(persons(scene));
  const [sim] = person.sims;
  if (!isRelayTrusted(scene)) return;
  if (person.sims.length !== 1 || !sim?.device || person.devicesMade >= 6) return;
  const words = await sim.orGone(sim.device.recoveryPhrase());
  if (words === 'gone' || words.length !== 12) return;
  // The person waits until the app says that all is sent.
  stopLies(scene);
  sim.isReachable = true;
  for (let i = 0; i < 20; i++) {
    await (sim.device ?? sim.start());
    sim.goOnline();
    await scene.world.run(20_000);
    if (sim.device?.snapshot().connection.unsentCount === 0) break;
  }
  if (sim.device?.snapshot().connection.unsentCount !== 0) return;
  fired(scene, 'evicted-recovered');
  evict(scene, person, sim);
  const fresh = await newDevice(scene, person);
  const weather = { ...scene.world.networkFaults };
  for (let i = 0; i < 60; i++) {
    const device = fresh.device ?? (await fresh.start());
    if (isBack(device)) break;
    fresh.goOnline();
    // Impatient people give their words more than once; in the worst weather they wait for a better day.
    await fresh.orGone(device.recover(words, relayUrl));
    if (i === 20) Object.assign(scene.world.networkFaults, { loss: 0, delayMsMax: 0, halfOpen: 0 });
    await scene.world.run(20_000);
  }
  Object.assign(scene.world.networkFaults, weather);
  const back = fresh.device ?? (await fresh.start());
  // What the lost device wrote with a clock that was ahead waits for its time, its word for the paper device too.
  const isAhead = back.snapshot().notices.some((notice) => notice.type === 'ahead');
  if (!isBack(back) && !isAhead) scene.problems.push(`the words of ${sim.name} bring nothing back`);
  person.sims.push(fresh);
  scene.log(`${fresh.name}: recovered for ${sim.name}`);
}

// ----------------------------------------------------------------------------------------------------------- the relay

async function restore(scene: Scene, kind: 'relay-restored' | 'relay-restored-unnoticed'): Promise<void> {
  const backup = backups.get(scene);
  if (!backup) return;
  fired(scene, kind);
  scene.hasRelayLost = true;
  const store = scene.world.relayStore();
  store.restore(backup, kind === 'relay-restored-unnoticed');
  scene.world.restartRelay(store);
}

async function lie(scene: Scene): Promise<void> {
  if (scene.world.networkFaults.bend) return stopLies(scene);
  const isWithholding = scene.weather.has('relay-withheld');
  const isReplaying = scene.weather.has('relay-replayed');
  scene.world.networkFaults.bend = createLies(scene.dice.fork('lies'), { isWithholding, isReplaying }, (kind) => {
    fired(scene, kind);
  });
}

async function drop(scene: Scene): Promise<void> {
  const dice = scene.dice.fork('drops');
  scene.world.isBoxDropped = () => {
    if (!dice.chance(0.3)) return false;
    scene.hasRelayLost = true;
    fired(scene, 'relay-dropped');
    return true;
  };
}

export function stopLies(scene: Scene): void {
  scene.world.networkFaults.bend = null;
  scene.world.isBoxDropped = () => false;
}
