/**
 * What a device of Noor holds after ten years with Sam: both wrote every day, by the same calls as the screens, in a
 * simulated world with the real device and the real relay. Keys, signatures and hashes are real; what is only under way
 * (boxes) is sealed by stand-ins of the same sizes, and nothing is verified twice, to save minutes. Living them takes a
 * while, so the result is kept in .cache/ under a hash of the code that made it.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckIn, CheckInCommand, Noticing, NoticingCommand, Pledge, PromisesCommand } from '#core';
import type { Device } from '#device';
import { concatBytes } from '#kernel';
import {
  createNodePrimitives,
  createStubPrimitives,
  createWorld,
  type Dice,
  pairPeople,
  type SimDevice,
  stubHashing,
  type World,
} from '#sim';
import { bytesToRecords, type Records, recordsToBytes } from './records.ts';
import { rootFolder } from './reports.ts';

export interface TenYears {
  readonly records: Records;
  /** The same couple on the day they met: no check-in, no promise, nothing noticed. */
  readonly firstDay: Records;
  readonly endMs: number;
}

const dayMs = 86_400_000;
const days = 3_650;
const startMs = Date.UTC(2016, 10, 22, 8);
const endMs = startMs + days * dayMs;
const exchangeRoundsMax = 200;

export async function readTenYears(): Promise<TenYears> {
  const path = join(rootFolder, '.cache', `ten-years-${hashOfMakers()}.bin`);
  if (!existsSync(path)) {
    console.log('writing ten years of two people (once) …');
    const made = await liveTenYears();
    for (const old of globSync('.cache/ten-years-*.bin', { cwd: rootFolder })) rmSync(join(rootFolder, old));
    mkdirSync(join(rootFolder, '.cache'), { recursive: true });
    writeFileSync(`${path}.part`, concatBytes(recordsToBytes(made.records), recordsToBytes(made.firstDay)));
    renameSync(`${path}.part`, path);
  }
  const file = readFileSync(path);
  const first = bytesToRecords(file, 0);
  return { records: first.records, firstDay: bytesToRecords(file, first.end).records, endMs };
}

// ------------------------------------------------------------------------------------------------ living them

async function liveTenYears(): Promise<Omit<TenYears, 'endMs'>> {
  const fromMs = performance.now();
  const { aeadSeal, aeadOpen, hkdf } = createStubPrimitives();
  const world = await createWorld({
    seed: 'ten years',
    primitives: { ...createNodePrimitives(), aeadSeal, aeadOpen, hkdf, verify: async () => true },
    hashing: { ...stubHashing, verify: () => true },
    startMs,
  });
  const [noor, sam] = [world.addDevice('noor'), world.addDevice('sam')];
  await noor.start();
  await sam.start();
  await pairPeople(world, noor, sam);
  await here(noor).setName('Noor');
  await here(sam).setName('Sam');
  await world.run(30_000);
  const firstDay = [...noor.disk.records];
  for (const one of [noor, sam]) one.goOffline();

  for (let day = 1; day <= days; day++) {
    world.clockwork.skipTo(startMs + day * dayMs);
    const people = [noor, sam] as const;
    for (const [index, one] of people.entries()) await liveDay(world, one, index, day);
    if (day % 14 === 0) await exchange(world, people);
    if (day % 28 === 0) for (const one of people) await openAgain(one);
  }
  await exchange(world, [noor, sam]);
  await exchange(world, [noor, sam]);
  await here(noor).close();
  console.log(`  lived in ${((performance.now() - fromMs) / 1000).toFixed(0)} s`);
  return { records: [...noor.disk.records], firstDay };
}

const here = (sim: SimDevice): Device => {
  if (sim.device === null) throw new Error(`${sim.name} is not running`);
  return sim.device;
};

async function exchange(world: World, people: readonly SimDevice[]): Promise<void> {
  for (const one of people) one.goOnline();
  for (let round = 0; round < exchangeRoundsMax; round++) {
    await world.run(5_000);
    if (round > 1 && people.every((one) => here(one).snapshot().connection.unsentCount === 0)) break;
  }
  for (const one of people) one.goOffline();
}

/** A phone that was restarted: only what opening reads is at hand again. */
async function openAgain(sim: SimDevice): Promise<void> {
  await here(sim).close();
  sim.crash();
  await sim.start();
}

/** About eight check-ins a day between them; promises and noticing a few times a week; few of them left lying. */
async function liveDay(world: World, sim: SimDevice, index: number, day: number): Promise<void> {
  const { dice } = world;
  const device = here(sim);
  const say = async (command: CheckInCommand | PromisesCommand | NoticingCommand) => {
    const done = await device.command(command);
    if (!done.ok)
      throw new Error(`${sim.name}, day ${day}: ${command.practice} ${command.type}: ${done.error.refusal}`);
    return done.value.things[0] ?? '';
  };
  const kept = index === 0 ? 5 : 0;
  for (let i = 0; i < kept; i++) await say(checkIn(dice, 'mine'));
  for (let i = 0; i < 3; i++) await say(checkIn(dice, 'ours'));
  if (day % 3 === 0) await say(checkIn(dice, 'sealed'));
  if (dice.chance(0.3)) await say(promiseOf(dice, world.clockwork.nowMs()));
  if (dice.chance(0.3)) {
    const thing = await say({ practice: 'noticing', type: 'notice', thing: null, cues: ['voice'], words: words(dice) });
    await say({ practice: 'noticing', type: 'guess', thing, feelings: feelings(dice), strength: 2, certainty: 2 });
    await say({ practice: 'noticing', type: 'send', thing, opener: `${words(dice)}?` });
  }
  await tend(world, sim, say);
}

type Say = (command: CheckInCommand | PromisesCommand | NoticingCommand) => Promise<string>;

/** Answers what was asked, keeps or owns what is due, puts away what rests. One promise in sixty is forgotten. */
async function tend(world: World, sim: SimDevice, say: Say): Promise<void> {
  const { dice } = world;
  const nowMs = world.clockwork.nowMs();
  const { thingsByPractice } = here(sim).snapshot();
  // Under the key of a practice stands only what its own fold made.
  for (const one of (thingsByPractice.get('promises')?.values() ?? []) as Iterable<Pledge>) {
    const { id: thing, maker, standing } = one;
    if (
      maker === 'me' &&
      standing === 'open' &&
      one.when.dueAtMs < nowMs &&
      Number.parseInt(thing.slice(-4), 16) % 60 !== 0
    )
      await say(
        dice.chance(0.85)
          ? { practice: 'promises', type: 'keep', thing, words: words(dice) }
          : {
              practice: 'promises',
              type: 'own',
              thing,
              happened: words(dice),
              cost: words(dice),
              now: words(dice),
              next: null,
            },
      );
    if (maker === 'partner' && standing === 'kept' && one.seen === null)
      await say({ practice: 'promises', type: 'see', thing, words: '' });
  }
  for (const one of (thingsByPractice.get('noticing')?.values() ?? []) as Iterable<Noticing>) {
    const thing = one.id;
    if (one.side === 'asked' && one.myAnswer === null && one.opener !== null)
      await say({
        practice: 'noticing',
        type: 'answer',
        thing,
        feelings: feelings(dice),
        strength: 3,
        words: words(dice),
      });
    if (one.side === 'asker' && one.asked !== null && !one.isPutAway && nowMs - one.asked.atMs > 7 * dayMs)
      await say({ practice: 'noticing', type: 'put-away', thing });
  }
  const checkIns = [...((thingsByPractice.get('check-in')?.values() ?? []) as Iterable<CheckIn>)];
  const first = checkIns.find((one) => one.author === 'me' && one.standing === 'mine' && one.writtenAtMs < nowMs);
  if (first && dice.chance(0.1)) await say({ practice: 'check-in', type: 'share', thing: first.id });
}

const feelingIds = ['calm', 'tired', 'glad', 'tense', 'content', 'sad', 'angry'];
const feelings = (dice: Dice) => [{ type: 'known' as const, id: dice.pick(feelingIds) }];

function checkIn(dice: Dice, visibility: 'mine' | 'ours' | 'sealed'): CheckInCommand {
  const typed = { feelings: feelings(dice), strength: 3 as const, needs: [], note: words(dice) };
  return { practice: 'check-in', type: 'write', visibility, feltAtMs: null, ...typed };
}

function promiseOf(dice: Dice, nowMs: number): PromisesCommand {
  const date = new Date(nowMs + (1 + dice.roll(6)) * dayMs).toISOString().slice(0, 10);
  const typed = { what: words(dice), by: { date, time: null }, plan: null, certainty: 2 as const, isPlanShared: false };
  return { practice: 'promises', type: 'make', to: dice.chance(0.8) ? 'partner' : 'myself', ...typed };
}

const pieces =
  'the evening was long and I noticed how much I like to come home when you are there and it is quiet'.split(' ');
const words = (dice: Dice): string => Array.from({ length: 4 + dice.roll(22) }, () => dice.pick(pieces)).join(' ');

// ------------------------------------------------------------------------------------------------ the cache

/** What decides how records lie; a change elsewhere in the device leaves a device of ten years as it was. */
function hashOfMakers(): string {
  const makers = globSync(
    '{src/core/**/events.ts,src/core/{state,things}.ts,src/log/*.ts,src/device/{model,persistence,things,sealed,apply}.ts,bench/{ten-years,records}.ts}',
    { cwd: rootFolder },
  )
    .filter((path) => !/\.(test|contract)\.ts$/.test(path))
    .sort();
  const hash = createHash('sha256');
  for (const path of makers) hash.update(path).update(readFileSync(join(rootFolder, path)));
  return hash.digest('hex').slice(0, 16);
}
