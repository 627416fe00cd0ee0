/** The epochs of a space as they are kept, handed on, and ordered. */
import { type EpochKeys, epochToKeys, mineAccessSeed } from '#crypto';
import { type Bytes, bytesToHex, type Json, limits } from '#kernel';
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

/** The seed with which a device opens the mailbox of a space at its current epoch. */
export const accessSeedOf = (live: Live, space: SpaceModel, keys: EpochKeys): Promise<Bytes> =>
  space.kind === 'mine'
    ? live.memo(`mine-access/${bytesToHex(keys.epochId)}`, () => mineAccessSeed(live.ports.primitives, keys.epochKey))
    : Promise.resolve(space.accessSeed);
