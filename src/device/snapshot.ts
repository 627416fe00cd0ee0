/** From the model to what screens may draw. Pure; one new value after each change. */

import { unknownCount } from '#core';
import { type Chain, hasGap, isWithheld } from '#log';
import type { Live } from './live.ts';
import { type Model, type SpaceModel, spaces } from './model.ts';
import { counterpartOf, exchangeOf, sealedState } from './sealed.ts';
import { needsRelay } from './sync-driver.ts';
import type {
  Connection,
  DeviceInfo,
  Notice,
  Pairing,
  Person,
  RecoveryProgress,
  SealedThing,
  Snapshot,
} from './types.ts';

export interface PairingWords {
  readonly link: string;
  readonly words: readonly string[];
}

export function modelToSnapshot(live: Live, pairingWords: PairingWords, isReady: boolean): Snapshot {
  const { model } = live;
  return {
    isReady,
    thingsByPractice: model.state.thingsByPractice,
    sealed: sealedThings(model),
    windows: model.windows.flatMap(({ id, practice, leavesAtMs, drafts }) =>
      [...new Set(drafts.map(({ thing }) => thing))].map((thing) => ({ id, thing, practice, leavesAtMs })),
    ),
    me: person(model, model.self.person, model.ours?.writer === 1 ? 'ember' : 'dusk'),
    partner: model.partner === null ? null : person(model, model.partner, model.ours?.writer === 1 ? 'dusk' : 'ember'),
    pairing: pairing(model, pairingWords),
    devices: devices(model),
    connection: connection(live),
    notices: notices(model),
    isRecoverySet: isPhraseShown(model),
    recovery: recoveryProgress(model),
    partings: model.partings,
    isSilent: model.isSilent,
    aside: model.aside,
    backup: model.backup,
    hasEarlierMonths: [...model.allMonths].some((month) => !model.loadedMonths.has(month)),
  };
}

const isPhraseShown = (model: Model): boolean => model.phrase !== null && model.phrases.shown.has(model.phrase);

function recoveryProgress({ recovery, hasFoundNothing, ours }: Model): RecoveryProgress {
  if (recovery === null) return hasFoundNothing ? 'nothing-found' : 'none';
  if (recovery.stage === 'ring') return 'looking';
  // Whoever had nobody to share with has no `ours` to read.
  return recovery.spaces.includes('mine') || ours !== null ? 'reading' : 'none';
}

const person = (model: Model, id: string, tone: Person['tone']): Person => ({
  name: model.people[id]?.name ?? null,
  tone,
});

function sealedThings(model: Model): readonly SealedThing[] {
  return Object.values(model.sealed)
    .filter((one) => one.place !== null)
    .sort((a, b) => (b.place?.atMs ?? 0) - (a.place?.atMs ?? 0))
    .map((one) => ({
      thing: one.thing,
      practice: one.practice,
      exchange: exchangeOf(one),
      who: one.who,
      atMs: one.place?.atMs ?? 0,
      state: sealedState(one, model.sealed),
      counterpart: counterpartOf(one, model.sealed)?.thing || null,
    }));
}

function pairing(model: Model, { link, words }: PairingWords): Pairing {
  const { pairing: record, pairingEnded } = model;
  if (!record) return pairingEnded ? { step: 'ended', ...pairingEnded } : { step: 'none' };
  const { purpose, expiresAtMs, relayUrl, isConfirmed } = record;
  if (record.stage === 'comparing') return { step: 'comparing', purpose, words, isConfirmed };
  if (record.role === 'inviter') return { step: 'inviting', purpose, link, expiresAtMs };
  return record.stage === 'asked' ? { step: 'invited', purpose, relayUrl } : { step: 'joining', purpose };
}

function devices(model: Model): readonly DeviceInfo[] {
  const byId = new Map<string, DeviceInfo>();
  for (const space of spaces(model)) {
    for (const member of space.members.values()) {
      const { device, kind, name, atMs, isRemoved } = member;
      const known = byId.get(device);
      const who = member.person === model.self.person ? 'me' : 'partner';
      if (known && known.addedAtMs > 0) continue;
      // Everyone has a paper device, made quietly: it is on my own list once I have seen its words, and on no other's.
      if (kind === 'paper' && (who === 'partner' || (!isRemoved && !isPhraseShown(model)))) continue;
      byId.set(device, {
        id: device,
        who,
        isThis: device === model.self.device,
        kind,
        addedAtMs: atMs,
        name,
        isRemoved,
      });
    }
  }
  return [...byId.values()].sort((a, b) => a.addedAtMs - b.addedAtMs || (a.id < b.id ? -1 : 1));
}

function connection(live: Live): Connection {
  const { model } = live;
  const isNeeded = needsRelay(live);
  const unsentCount = spaces(model).reduce((sum, space) => sum + space.unsent.size, 0) + model.letters.length;
  return {
    relayUrl: model.relayUrl,
    isNeeded,
    state: model.sync.connection,
    unsentCount: isNeeded ? unsentCount : 0,
    partnerHeardAtMs: model.partnerHeardAtMs,
    clockDifferenceMs: model.clockDifferenceMs,
  };
}

function notices(model: Model): readonly Notice[] {
  const found: Notice[] = [];
  const isOff = model.mine?.members.get(model.self.device)?.isRemoved === true;
  for (const space of spaces(model)) {
    for (const [name, chain] of Object.entries(space.chains)) {
      const device = [...space.members.keys()].find((key) => key.startsWith(name)) ?? name;
      const member = space.members.get(device);
      const who = member?.person === model.partner ? 'partner' : 'me';
      // Several devices of one person may write for the paper device: its chain may fork honestly.
      // Of this device's own chain only a fork can be news: what others claim beyond its end is made up.
      const isOwn = device === model.self.device;
      const type = member?.kind === 'paper' || (isOwn && !chain.isForked) ? null : chainNotice(chain);
      // Taken off the list, this device gets nothing new: what it lacks is no news of the server's doing.
      if (type === 'fork' || (type && !isOff)) found.push({ type, device, who });
    }
    found.push(...aheadNotices(model, space));
  }
  if (isOff) found.push({ type: 'removed' });
  if (model.hasRolledBack) found.push({ type: 'rollback' });
  const newer = model.newerCount + unknownCount(model.state);
  if (newer > 0) found.push({ type: 'newer', count: newer });
  if (model.foreignCount > 0) found.push({ type: 'foreign', count: model.foreignCount });
  if (model.mendedCount > 0) found.push({ type: 'mended', count: model.mendedCount });
  if (model.relayRefusal !== null) found.push({ type: 'relay', code: model.relayRefusal });
  if (model.isElsewhere) found.push({ type: 'elsewhere' });
  return found;
}

const chainNotice = (chain: Chain): 'fork' | 'gap' | 'withheld' | null =>
  chain.isForked ? 'fork' : hasGap(chain) ? 'gap' : isWithheld(chain) ? 'withheld' : null;

function aheadNotices(model: Model, space: SpaceModel): readonly Notice[] {
  const counts = new Map<string, number>();
  for (const one of space.held) counts.set(one.device, (counts.get(one.device) ?? 0) + 1);
  return [...counts].map(([device, count]) => {
    const who = space.members.get(device)?.person === model.partner ? 'partner' : 'me';
    return { type: 'ahead', device, who, count };
  });
}
