/** The epochs of a space as they are kept, handed on, and ordered. */
import { type EpochKeys, epochToKeys, mineAccessSeed } from '#crypto';
import { type Bytes, bytesToHex, isSameBytes, type Json, limits } from '#kernel';
import { mailboxPreimage } from '#wire';
import type { Live } from './live.ts';
import type { SpaceModel } from './model.ts';
import { asBytes, asList, asObject, asWhole } from './shapes.ts';

export const epochsToJson = (epochs: readonly EpochKeys[]): Json =>
  epochs.map(({ epoch }) => ({
    generation: epoch.generation,
    key: bytesToHex(epoch.key),
    writers: epoch.writers.map(bytesToHex),
  }));

export async function jsonToEpochs(
  live: Pick<Live, 'ports'>,
  json: Json | undefined,
): Promise<readonly EpochKeys[] | null> {
  const epochs: EpochKeys[] = [];
  for (const one of asList(json, limits.epochsMax) ?? []) {
    const fields = asObject(one);
    const generation = asWhole(fields?.generation);
    const key = asBytes(fields?.key, 32);
    const writers = (asList(fields?.writers, 2) ?? []).map((writer) => asBytes(writer, 32));
    if (generation === null || !key || writers.length === 0 || writers.some((writer) => writer === null)) return null;
    const whole = writers.filter((writer) => writer !== null);
    epochs.push(await epochToKeys(live.ports.primitives, { generation, key, writers: whole }, mailboxPreimage));
  }
  return epochs.length > 0 ? mergeEpochs([], epochs) : null;
}

/** All epochs of both lists, by (generation, id): the last is the one that is written with. */
export function mergeEpochs(a: readonly EpochKeys[], b: readonly EpochKeys[]): readonly EpochKeys[] {
  const byId = new Map([...a, ...b].map((keys) => [bytesToHex(keys.epochId), keys] as const));
  return [...byId.entries()]
    .sort(([idA, x], [idB, y]) => x.epoch.generation - y.epoch.generation || (idA < idB ? -1 : 1))
    .map(([, keys]) => keys);
}

/** A mailbox that becomes the one to write to is compared anew, even if it is of no later generation. */
export function addEpochs(space: SpaceModel, epochs: readonly EpochKeys[]): void {
  const before = space.epochs.at(-1);
  space.epochs = mergeEpochs(space.epochs, epochs);
  const now = space.epochs.at(-1);
  if (!before || !now || isSameBytes(before.epochId, now.epochId)) return;
  space.comparedGeneration = Math.min(space.comparedGeneration, now.epoch.generation - 1);
}

/** The seed with which a device opens the mailbox of one epoch; null when this person's key is not among its writers. */
export const accessSeedOf = (live: Live, space: SpaceModel, keys: EpochKeys): Promise<Bytes | null> =>
  live.memo(`access/${bytesToHex(keys.epochId)}/${space.accessSeeds.length}`, async () => {
    const { primitives } = live.ports;
    if (space.kind === 'mine') return mineAccessSeed(primitives, keys.epochKey);
    const wanted = bytesToHex(keys.epoch.writers[space.writer] ?? new Uint8Array(0));
    for (const seed of space.accessSeeds) {
      if (bytesToHex(await primitives.signingPublicKey(seed)) === wanted) return seed;
    }
    return null;
  });

/** 32-byte seeds as hex texts; null unless there is at least one and all are whole. */
export function jsonToSeeds(json: Json | undefined): readonly Bytes[] | null {
  const seeds = (asList(json, limits.epochsMax) ?? []).map((seed) => asBytes(seed, 32));
  const whole = seeds.filter((seed) => seed !== null);
  return whole.length > 0 && whole.length === seeds.length ? whole : null;
}

export function mergeSeeds(a: readonly Bytes[], b: readonly Bytes[]): readonly Bytes[] {
  return [...new Map([...a, ...b].map((seed) => [bytesToHex(seed), seed] as const)).values()];
}
