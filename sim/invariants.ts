/** What must hold after the calm. Each function finds the sentences that say what does not. */
import type { CheckIn } from '#core';
import { bytesToHex, limits } from '#kernel';
import { bytesToEntry } from '#log';
import { decodeDeviceFrame } from '#wire';
import { allSims, epochOnDisk, ownerOf, type Person, persons, type Scene } from './scene.ts';
import { ownState, sharedState } from './shared-state.ts';
import type { SimDevice } from './sim-device.ts';

export async function judge(scene: Scene): Promise<readonly string[]> {
  for (const sim of allSims(scene)) if (sim.device) await loadAll(sim);
  const problems = [
    ...devicesOfOneAreEqual(scene),
    ...coupleIsEqual(scene),
    ...nothingSavedIsLost(scene),
    ...everySavedThingIsShown(scene),
    ...whatIsShownIsWhatWasWritten(scene),
    ...noPlaceIsWrittenTwice(scene),
    ...noAlarmIsLeft(scene),
    ...nothingIsUnsent(scene),
    ...lostWasSaidToBeUnsent(scene),
    ...everyShareLeavesOnce(scene),
    ...relayKeepsABoxOnce(scene),
  ];
  problems.push(
    ...(await relayHoldsAll(scene)),
    ...(await messagesAreBounded(scene)),
    ...(await openingAgainChangesNothing(scene)),
  );
  scene.witness.readRelay(scene.world.relayReceived);
  return problems;
}

/** True when all are equal, sent and quiet: for the calm. */
export async function isSettled(scene: Scene): Promise<boolean> {
  for (const sim of allSims(scene)) if (sim.device) await loadAll(sim);
  const found = [devicesOfOneAreEqual, coupleIsEqual, nothingSavedIsLost, noAlarmIsLeft, nothingIsUnsent];
  return found.every((find) => find(scene).length === 0);
}

async function loadAll(sim: SimDevice): Promise<void> {
  for (let i = 0; i < 100 && sim.device?.snapshot().hasEarlierMonths; i++) await sim.device.loadEarlier();
}

/** All devices of one person show the same. */
function devicesOfOneAreEqual(scene: Scene): readonly string[] {
  return persons(scene).flatMap((person) => differing(person.sims, (sim) => own(sim), 'show the same'));
}

/** All devices of both share the same. */
function coupleIsEqual(scene: Scene): readonly string[] {
  if (!scene.isPaired) return [];
  const shared = (sim: SimDevice): string => {
    const person = ownerOf(scene, sim);
    const other = person === scene.noor ? scene.sam : scene.noor;
    return sim.device ? sharedState(sim.device.snapshot(), person.name, other.name) : '';
  };
  return differing(allSims(scene), shared, 'share the same');
}

const own = (sim: SimDevice): string => (sim.device ? ownState(sim.device.snapshot()) : '');

function differing(sims: readonly SimDevice[], read: (sim: SimDevice) => string, what: string): readonly string[] {
  const [first, ...others] = sims;
  if (!first) return [];
  const expected = read(first);
  return others.flatMap((sim) => {
    const found = read(sim);
    if (found === expected) return [];
    let at = 0;
    while (found[at] === expected[at]) at += 1;
    const near = (text: string): string => text.slice(Math.max(0, at - 120), at + 80);
    return [`${first.name} and ${sim.name} do not ${what}: …${near(expected)}… / …${near(found)}…`];
  });
}

const keysOf = (sim: SimDevice): ReadonlySet<string> =>
  new Set([...sim.disk.records.keys()].filter((key) => key.startsWith('e/')));

/** Every entry that was ever on its author's disk is with all whom it concerns, unless its disk was lost too early. */
function nothingSavedIsLost(scene: Scene): readonly string[] {
  const problems: string[] = [];
  const held = new Map(allSims(scene).map((sim) => [sim, keysOf(sim)] as const));
  for (const [key, entry] of scene.witness.entriesByKey) {
    const audience = entry.space === 'o' ? allSims(scene) : personOf(scene, entry.personFirst).sims;
    const lacking = audience.filter((sim) => !held.get(sim)?.has(key));
    if (lacking.length === 0) continue;
    // A paper device's chain may hold several firsts, which say the same; one of them is enough.
    if (scene.abandoned.has(entry.firstOn) || scene.witness.paperChains.has(entry.chain)) continue;
    const lost = scene.evicted.find((one) => one.sim === entry.firstOn);
    const wasUnsent = lost && [...lost.unsent].some((one) => one.includes(entry.hash));
    const isGone = lacking.length === audience.length;
    // Its author's disk is lost, and so is what the relay had of it.
    if (lost && isGone && (wasUnsent || scene.hasRelayLost)) continue;
    problems.push(`${lacking.map((sim) => sim.name).join(', ')} lack ${key} (${entry.kind}) by ${entry.firstOn}`);
  }
  return problems.length > 4 ? [...problems.slice(0, 4), `and ${problems.length - 4} more`] : problems;
}

const personOf = (scene: Scene, name: string): Person => (scene.noor.name === name ? scene.noor : scene.sam);

/** What a command said to be saved is there to be seen by the one who wrote it. */
function everySavedThingIsShown(scene: Scene): readonly string[] {
  return persons(scene).flatMap((person) => {
    if (scene.evicted.some((one) => one.sim.startsWith(person.name))) return [];
    const [sim] = person.sims;
    const shown = new Set(
      [...(sim?.device?.snapshot().thingsByPractice.values() ?? [])].flatMap((map) => [...map.keys()]),
    );
    const lost = [...(scene.savedThings.get(person.name) ?? [])].filter(
      (thing) => !shown.has(thing) && !scene.excusedThings.has(thing),
    );
    return lost.map((thing) => `${person.name} saved ${thing} and does not see it`);
  });
}

/** What lies in months and tail is what the entries of the members say: no more, no less. */
function whatIsShownIsWhatWasWritten(scene: Scene): readonly string[] {
  return allSims(scene).flatMap((sim) => {
    const recorded = new Set<string>();
    for (const [key, bytes] of sim.disk.records) {
      if (!key.startsWith('month/') && !key.startsWith('tail/')) continue;
      for (const match of Buffer.from(bytes)
        .toString()
        .matchAll(/"entry":"([0-9a-f]{32})/g))
        recorded.add(match[1] ?? '');
    }
    const written = new Set<string>();
    for (const [key, bytes] of sim.disk.records) {
      if (!key.startsWith('e/')) continue;
      const entry = bytesToEntry(bytes);
      if (entry === null || entry === 'newer') continue;
      if (/^(check-in|noticing|promises)\//.test(entry.kind)) written.add(key.split('/')[4] ?? '');
    }
    const sealed = new Set(
      [...sim.disk.records.keys()].flatMap((key) => {
        const entry = key.startsWith('e/') ? bytesToEntry(sim.disk.records.get(key) ?? new Uint8Array(0)) : null;
        return entry !== null && entry !== 'newer' && entry.kind === 'sealed/put' ? [key.split('/')[4] ?? ''] : [];
      }),
    );
    const missing = [...written].filter((hash) => !recorded.has(hash));
    const extra = [...recorded].filter((hash) => !written.has(hash) && !sealed.has(hash));
    return [
      ...(missing.length > 0
        ? [`${sim.name} holds ${missing.length} entries that it does not show: ${missing[0]}`]
        : []),
      ...(extra.length > 0 ? [`${sim.name} shows ${extra.length} entries that it does not hold: ${extra[0]}`] : []),
    ];
  });
}

/** One device writes each place of its chain once, and no entry is anywhere before it is on its author's disk. */
function noPlaceIsWrittenTwice(scene: Scene): readonly string[] {
  const problems: string[] = [];
  const byPlace = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const sim of allSims(scene)) {
    const id = sim.device?.snapshot().devices.find((one) => one.isThis)?.id;
    if (id) owners.set(id.slice(0, 32), sim.name);
  }
  for (const [key, { space, chain, seq, hash, firstOn }] of scene.witness.entriesByKey) {
    if (scene.witness.paperChains.has(chain)) continue;
    const place = `${space}/${chain}/${seq}`;
    const known = byPlace.get(place);
    if (known !== undefined && known !== hash) problems.push(`${firstOn} wrote twice at ${place}`);
    byPlace.set(place, hash);
    const owner = owners.get(chain);
    if (owner !== undefined && owner !== firstOn) problems.push(`${key} of ${owner} was on ${firstOn} first`);
  }
  return problems.slice(0, 4);
}

/** Nothing is said about the history once all is well; of a relay that lost nothing, nothing is said at all. */
function noAlarmIsLeft(scene: Scene): readonly string[] {
  return allSims(scene).flatMap((sim) =>
    (sim.device?.snapshot().notices ?? []).flatMap((notice) => {
      if (notice.type === 'mended') return [];
      if (notice.type === 'newer' && scene.hasNewer) return [];
      if (notice.type === 'rollback' && scene.hasRelayLost) return [];
      // What a lost disk alone held is missing for good, and it is right to say so.
      if ((notice.type === 'gap' || notice.type === 'withheld') && isOfLostDisk(scene, notice.device)) return [];
      return [`${sim.name} says ${JSON.stringify(notice)}`];
    }),
  );
}

function isOfLostDisk(scene: Scene, device: string): boolean {
  const written = [...scene.witness.entriesByKey.values()].find((entry) => device.startsWith(entry.chain));
  return scene.evicted.some((one) => one.sim === written?.firstOn);
}

/** Nothing waits to be sent. */
function nothingIsUnsent(scene: Scene): readonly string[] {
  return allSims(scene).flatMap((sim) => {
    const count = sim.device?.snapshot().connection.unsentCount ?? 0;
    const windows = sim.device?.snapshot().windows.length ?? 0;
    return [
      ...(count > 0 ? [`${sim.name} has ${count} unsent`] : []),
      ...(windows > 0 ? [`${sim.name} has ${windows} shares that wait`] : []),
    ];
  });
}

/**
 * A relay that lost boxes openly has been given back all that anyone holds. (Of one that lies, or hides that it went
 * back, only what somebody misses comes back.)
 */
async function relayHoldsAll(scene: Scene): Promise<readonly string[]> {
  const lies = (['relay-dropped', 'relay-restored-unnoticed', 'relay-withheld', 'relay-replayed'] as const).some(
    (kind) => scene.faults[kind] > 0,
  );
  if (lies) return [];
  const problems: string[] = [];
  for (const sim of allSims(scene)) {
    for (const space of ['mine', 'ours'] as const) {
      const keys = sim.device?.snapshot().connection.isNeeded ? await epochOnDisk(scene, sim, space) : null;
      if (!keys) continue;
      const boxes = scene.world.relayStore().boxesOf(keys.mailbox).length;
      const entries = [...keysOf(sim)].filter((key) => key.startsWith(space === 'mine' ? 'e/m/' : 'e/o/')).length;
      if (boxes < entries) problems.push(`the relay holds ${boxes} of ${entries} entries of ${sim.name}'s ${space}`);
    }
  }
  return problems;
}

/** What waited for its window left once: a promise is made once, and a thing is sealed once. */
function everyShareLeavesOnce(scene: Scene): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind, thing } of scene.witness.entriesByKey.values()) {
    if (kind !== 'promises/made' && kind !== 'sealed/put') continue;
    const name = `${kind} of ${thing}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([name, count]) => `${name} left ${count} times`);
}

/** The relay stores a box once, however often it is offered. */
function relayKeepsABoxOnce(scene: Scene): readonly string[] {
  return [...scene.world.relayStore().snapshot().mailboxes.values()].flatMap(({ boxes }) => {
    const ids = new Set(boxes.map(({ boxId }) => bytesToHex(boxId)));
    return ids.size < boxes.length ? [`the relay keeps ${boxes.length} boxes under ${ids.size} names`] : [];
  });
}

/** A disk that was lost with unsent entries had said so. */
function lostWasSaidToBeUnsent(scene: Scene): readonly string[] {
  return scene.evicted
    .filter((one) => one.said < one.unsent.size && (scene.isPaired || one.said > 0))
    .map((one) => `${one.sim} was lost with ${one.unsent.size} unsent and had said ${one.said}`);
}

/** All are equal: no more boxes are sent, however long they stay online. */
async function messagesAreBounded(scene: Scene): Promise<readonly string[]> {
  const { world } = scene;
  const before = world.relayReceived.length;
  await world.run(200_000);
  const appends = world.relayReceived
    .slice(before)
    .filter((frame) => decodeDeviceFrame(frame)?.type === 'append').length;
  return appends > 0 ? [`${appends} boxes were sent after all was equal`] : [];
}

/** A device that is closed and opened again shows what it showed. */
async function openingAgainChangesNothing(scene: Scene): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const sim of allSims(scene)) {
    sim.goOffline();
    const before = own(sim);
    sim.crash();
    await sim.start();
    await loadAll(sim);
    if (own(sim) !== before)
      problems.push(
        ...differing([sim], () => before, ''),
        `${sim.name} shows something else after it was opened again`,
      );
  }
  return problems;
}

/** While it goes on: nobody is shown what another wrote far ahead of their own clock. */
export function nothingAheadIsShown(scene: Scene): readonly string[] {
  return allSims(scene).flatMap((sim) => {
    if (!sim.device || scene.clocksTouched.has(sim.name)) return [];
    const latestMs = scene.world.clockwork.nowMs() + sim.clockSkewMs + limits.clockAheadMsMax + 60_000;
    const things = [...(sim.device.snapshot().thingsByPractice.get('check-in')?.values() ?? [])];
    // What the fold of check-ins made.
    const checkIns = things as readonly CheckIn[];
    const isAhead = checkIns.some((one) => Math.max(one.writtenAtMs, one.sharedAtMs ?? 0) > latestMs);
    return isAhead ? [`${sim.name} shows what was written ahead of its clock`] : [];
  });
}
