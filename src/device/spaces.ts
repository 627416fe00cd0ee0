/**
 * The two spaces of a device: how `mine` begins, how a device says whose it is, and how it stands in for the others of
 * its person. Each function may be called at any time and does only what is not done yet.
 */
import { type Epoch, epochToKeys, mineAccessSeed, type Paper } from '#crypto';
import { assert, type Bytes, bytesToHex, limits } from '#kernel';
import { deviceToName, noChain } from '#log';
import { mailboxPreimage } from '#wire';
import { writeEntry } from './entries.ts';
import { epochsToJson } from './epochs.ts';
import type { Live } from './live.ts';
import { membershipToMembers, noMembership } from './membership.ts';
import { newSpaceFields, remove, type SpaceModel, spacePrefix, spaces } from './model.ts';
import { saveSpace } from './persistence.ts';

/** My own space, made with the first thing that is saved. */
export async function ensureMine(live: Live): Promise<SpaceModel> {
  if (live.model.mine) return live.model.mine;
  const { ports, model } = live;
  const key = ports.random(32);
  const roots = { [model.self.device]: model.self.person };
  return adoptMine(live, ports.random(16), { generation: 1, key, writers: [await minePublicKey(live, key)] }, roots);
}

/** Nothing here was written by a person: another space may take the place of this one. */
export const isBlank = (live: Live): boolean =>
  live.model.allMonths.size === 0 && live.model.ours === null && live.model.phrase === null;

/** Lets go of a space that holds nothing but its own beginning. */
async function letGoOfBlank(live: Live): Promise<void> {
  assert(isBlank(live), 'only a space without entries of a person is let go');
  for (const prefix of [spacePrefix('mine'), 'unsent/m/', 'space/mine', 'head/mine', 'cursor/']) {
    const records = await live.ports.store.range(prefix, '', limits.storeRangeMax);
    for (const key of [...records.map(([name]) => name), ...live.tx.puts.keys()]) {
      if (key.startsWith(prefix)) remove(live.tx, key);
    }
  }
  live.model.cursors.clear();
  live.model.mine = null;
}

/** Takes part in `mine` with these keys: my own new one, or that of my other devices. */
export async function adoptMine(
  live: Live,
  id: Bytes,
  epoch: Epoch,
  roots: Readonly<Record<string, string>>,
): Promise<SpaceModel> {
  if (live.model.mine) await letGoOfBlank(live);
  const membership = { ...noMembership, roots };
  const space: SpaceModel = {
    ...newSpaceFields(),
    kind: 'mine',
    id,
    accessSeeds: [],
    writer: 0,
    epochs: [await epochToKeys(live.ports.primitives, epoch, mailboxPreimage)],
    membership,
    members: membershipToMembers(membership),
  };
  live.model.mine = space;
  saveSpace(live, space);
  return space;
}

export async function minePublicKey(live: Live, epochKey: Bytes): Promise<Bytes> {
  return live.ports.primitives.signingPublicKey(await mineAccessSeed(live.ports.primitives, epochKey));
}

/** What my other devices need to take part in ours. */
export async function tellMineOfOurs(live: Live): Promise<void> {
  const { ours, partner } = live.model;
  if (!ours || partner === null) return;
  await writeEntry(live, await ensureMine(live), 'ours/joined', {
    space: bytesToHex(ours.id),
    accessSeeds: ours.accessSeeds.map(bytesToHex),
    writer: ours.writer,
    partner,
    roots: ours.membership.roots,
    carried: [...ours.carried],
    epochs: epochsToJson(ours.epochs),
  });
  // Said is said, even if this device is not a member of mine yet and so is not heard: else it would say it for ever.
  live.model.toldEpochs = Math.max(live.model.toldEpochs, ours.epochs.length);
  saveSpace(live, ours);
}

/** Says in each space whose device this is, and vouches in it for the other devices of my person. */
export async function introduceDevices(live: Live): Promise<void> {
  const { self, mine } = live.model;
  for (const space of spaces(live.model)) {
    const isNew = (space.chains[deviceToName(self.author)] ?? noChain).seq === 0;
    if (isNew && !space.membership.joined[self.device]) {
      await writeEntry(live, space, 'space/joined', {
        person: self.person,
        seal: bytesToHex(self.sealingPublicKey),
        name: live.ports.deviceName,
        kind: 'device',
      });
    }
  }
  const { ours } = live.model;
  if (!mine || !ours || ours.members.get(self.device)?.person !== self.person) return;
  for (const device of mine.members.keys()) {
    if (device === self.device || ours.members.has(device)) continue;
    if ((ours.membership.vouches[device] ?? []).some((vouch) => vouch.by === self.device)) continue;
    await vouch(live, ours, device);
  }
}

export const vouch = (live: Live, space: SpaceModel, device: string, as?: PaperAuthor): Promise<void> =>
  writeEntry(live, space, 'space/vouch', { device, person: live.model.self.person }, as ?? live.model.self);

export interface PaperAuthor {
  readonly author: Bytes;
  readonly signingSeed: Bytes;
}

export async function paperAuthor(live: Live, paper: Paper): Promise<PaperAuthor> {
  return { author: await live.ports.primitives.signingPublicKey(paper.signingSeed), signingSeed: paper.signingSeed };
}
