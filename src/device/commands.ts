/**
 * From a person's command to entries on disk. A practice decides; what it wants in `mine` is written at once; what is
 * to be shared waits for its cancel window on this device and then leaves; what is sealed leaves as ciphertext.
 */
import { type Context, type Draft, decideWith, type Refusal, type ThingId, thingToMonth } from '#core';
import { conceal } from '#crypto';
import {
  assert,
  bytesToBase64url,
  bytesToHex,
  err,
  type Json,
  jsonToText,
  limits,
  ok,
  type Result,
  textToBytes,
} from '#kernel';
import { comparePlaced } from '#log';
import { isCaughtUp } from '#sync';
import { writeEntry } from './entries.ts';
import type { Live } from './live.ts';
import { currentEpoch, mailboxName, type Share, type SharePart } from './model.ts';
import { saveWindows } from './persistence.ts';
import { releasesDue, type Sealed } from './sealed.ts';
import { ensureMine, introduceDevices } from './spaces.ts';
import { loadMonth } from './things.ts';

export type CommandResult = Result<{ readonly things: readonly ThingId[] }, Refusal>;

export async function runCommand(live: Live, command: { readonly practice: string }): Promise<CommandResult> {
  const { model, ports } = live;
  const context: Context = {
    nowMs: ports.clock(),
    zone: ports.zone(),
    isPaired: model.ours !== null,
    newId: () => newThingId(live),
    isLeaving: (thing) => model.windows.some((share) => share.drafts.some((part) => part.thing === thing)),
  };
  const decided = decideWith(model.state, live.practices, command, context);
  if (!decided.ok) return decided;
  const drafts = decided.value;
  if (drafts.some((draft) => draft.space === 'ours') && !model.ours) return err({ refusal: 'device.refusal.alone' });
  await ensureMine(live);
  await introduceDevices(live);
  for (const draft of drafts.filter((one) => one.space === 'mine')) await writeDraft(live, draft);
  for (const draft of drafts.filter((one) => one.space === 'ours')) {
    if (draft.mode === 'at-once') await writeDraft(live, draft);
    else if (draft.mode === 'sealed-at-once') await sealDraft(live, draftToPart(live, draft));
  }
  const later = drafts.filter((one) => one.space === 'ours' && (one.mode === 'window' || one.mode === 'sealed'));
  if (later.length > 0) openWindow(live, later);
  return ok({ things: [...new Set(drafts.map((draft) => draft.thing))] });
}

/** An event as it stands in an entry. It came from `decide` of the same practice, which is what its `toBody` takes. */
function draftParts(live: Live, draft: Draft): { readonly kind: string; readonly data: Json } {
  const { kind } = draft.event as { readonly kind: string };
  const practice = live.practices.find((one) => kind.startsWith(`${one.key}/`));
  assert(practice !== undefined, `an event of a known practice, not ${kind}`);
  return { kind, data: practice.toBody(draft.event as never) };
}

async function writeDraft(live: Live, draft: Draft): Promise<void> {
  const space = draft.space === 'mine' ? live.model.mine : live.model.ours;
  if (!space) return;
  const { kind, data } = draftParts(live, draft);
  await writeEntry(live, space, kind, { thing: draft.thing, data });
}

function draftToPart(live: Live, draft: Draft): SharePart {
  const { kind, data } = draftParts(live, draft);
  const isSealed = draft.mode === 'sealed' || draft.mode === 'sealed-at-once';
  return { thing: draft.thing, kind, body: data, isSealed, exchange: draft.exchange ?? kindToPractice(kind) };
}

const kindToPractice = (kind: string): string => kind.split('/')[0] ?? '';

/** All that one command shares leaves together, or is kept back together. */
function openWindow(live: Live, drafts: readonly Draft[]): void {
  const { model, ports } = live;
  const parts = drafts.map((draft) => draftToPart(live, draft));
  const share: Share = {
    id: bytesToHex(ports.random(8)),
    practice: kindToPractice(parts[0]?.kind ?? ''),
    leavesAtMs: ports.clock() + model.cancelWindowMs,
    drafts: parts,
  };
  model.windows = [...model.windows, share];
  saveWindows(live);
}

/** Lets go what has waited long enough (or `only` that one). @returns when the next one is due, or null. */
export async function closeWindows(live: Live, only?: string): Promise<number | null> {
  const { model, ports } = live;
  // A clock that was ahead and has been put right must not hold a share for longer than a window can be.
  const latestMs = ports.clock() + limits.cancelWindowMsMax;
  if (model.windows.some((share) => share.leavesAtMs > latestMs)) {
    const leavesAtMs = ports.clock() + model.cancelWindowMs;
    model.windows = model.windows.map((share) => (share.leavesAtMs > latestMs ? { ...share, leavesAtMs } : share));
    saveWindows(live);
  }
  const due = model.windows.filter((share) => share.id === only || share.leavesAtMs <= ports.clock());
  if (due.length > 0 && model.ours) {
    model.windows = model.windows.filter((share) => !due.includes(share));
    saveWindows(live);
    for (const share of due) await letGo(live, share);
  }
  const next = model.windows.map((share) => share.leavesAtMs);
  return next.length === 0 ? null : Math.min(...next);
}

async function letGo(live: Live, share: Share): Promise<void> {
  const { ours } = live.model;
  if (!ours) return;
  for (const draft of share.drafts) {
    if (draft.isSealed) await sealDraft(live, draft);
    else await writeEntry(live, ours, draft.kind, { thing: draft.thing, data: draft.body });
  }
}

/** @returns false when it has left already. */
export function cancelWindow(live: Live, id: string): boolean {
  const kept = live.model.windows.filter((share) => share.id !== id);
  if (kept.length === live.model.windows.length) return false;
  live.model.windows = kept;
  saveWindows(live);
  return true;
}

async function sealDraft(live: Live, draft: SharePart): Promise<void> {
  const { ours } = live.model;
  if (!ours) return;
  const seal = bytesToHex(live.ports.random(16));
  const key = live.ports.random(32);
  const content = textToBytes(jsonToText({ kind: draft.kind, body: draft.body }));
  const concealed = await conceal(live.ports.primitives, key, textToBytes(seal), content);
  const common = { seal, thing: draft.thing, practice: kindToPractice(draft.kind) };
  await writeEntry(live, await ensureMine(live), 'sealed/key', {
    ...common,
    key: bytesToHex(key),
    kind: draft.kind,
    body: draft.body,
  });
  await writeEntry(live, ours, 'sealed/put', {
    ...common,
    exchange: draft.exchange,
    commitment: bytesToHex(concealed.commitment),
    ciphertext: bytesToBase64url(concealed.ciphertext),
  });
}

/** Releases what may open now: only for a sealed answer of the other that is here. */
export async function releaseSealed(live: Live): Promise<void> {
  const { ours } = live.model;
  // Only with all of the mailbox at hand: another device of mine may have given a key for this answer meanwhile.
  if (!ours || !isCaughtUp(live.model.sync, mailboxName(currentEpoch(ours)))) return;
  if (releasesDue(live.model.sealed).length === 0) return;
  const standing: [string, Sealed][] = [];
  const back = new Set<string>();
  for (const [name, one] of Object.entries(live.model.sealed)) {
    if (one.isReleased || !(await isTakenBack(live, one))) standing.push([name, one]);
    else if (one.who === 'me') back.add(one.seal);
  }
  // What the other gave for one that I took back meanwhile is free to meet what I sealed anew.
  const free = standing.map(([name, one]): [string, Sealed] =>
    one.who === 'partner' && back.has(one.counterpart) ? [name, { ...one, counterpart: '' }] : [name, one],
  );
  for (const { mine, counterpart } of releasesDue(Object.fromEntries(free))) {
    if (mine.key === null) continue;
    await writeEntry(live, ours, 'sealed/release', { seal: mine.seal, counterpart: counterpart.seal, key: mine.key });
  }
}

/** What its author withdrew (`<practice>/withdrawn`) while it was sealed, or what has ended, neither opens nor opens another. */
async function isTakenBack(live: Live, one: Sealed): Promise<boolean> {
  const { thing, practice, who, place } = one;
  if (place === null) return false;
  const month = thingToMonth(thing);
  await loadMonth(live, month);
  const kept = live.model.state.keptByMonth.get(month)?.get(thing)?.known.get(practice) ?? [];
  const events = [...kept.map(({ raw }) => raw), ...live.gathered.filter((raw) => raw.thing === thing)];
  const ends = live.practices.find(({ key }) => key === practice)?.endsSealed ?? [];
  return events.some(
    (raw) =>
      (raw.space === 'ours' && ends.includes(raw.event.kind)) ||
      (raw.who === who && raw.event.kind === `${practice}/withdrawn` && comparePlaced(raw, place) > 0),
  );
}

function newThingId(live: Live): ThingId {
  const birth = Math.max(0, Math.floor(live.ports.clock())).toString(16).padStart(12, '0').slice(-12);
  return birth + bytesToHex(live.ports.random(10));
}
