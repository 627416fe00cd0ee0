/**
 * Leaving: alone, at once, without a connection and without a word to anybody. The keys of ours go from this device,
 * and with them its boxes; what I wrote for myself stays where it is; what was shared stays as one readable copy, apart
 * from the practices, so that it meets no one with whom I begin anew. See docs/decisions/0029.
 *
 *   mine  ours/left {space}    so that my other devices leave too, once they hear of it
 *
 * Silent, a device speaks to no server at all: by default after leaving, and for anybody who wishes to be left in peace.
 */
import {
  addAllRecorded,
  type MyCopy,
  myCopyToText,
  noState,
  type RecordedAny,
  stateToMyCopy,
  stateToRecorded,
  textToMyCopy,
  thingToMonth,
} from '#core';
import { bytesToHex, err, limits, ok, type Result } from '#kernel';
import { joinOurs } from './apply.ts';
import { writeEntry } from './entries.ts';
import type { Live } from './live.ts';
import { keptKey, mailboxName, put, remove, type SpaceModel, spacePrefix, unsentKey } from './model.ts';
import { namesOf, wholeState } from './my-copy.ts';
import { saveLetters, savePartings, savePeople, saveRecovery, saveWindows, setSilent } from './persistence.ts';
import { asObject, asText } from './shapes.ts';
import { ensureMine, introduceDevices } from './spaces.ts';
import { checkpoint, flushEvents } from './things.ts';

/** @param isSilent whether this device falls silent, and its person's other devices do not hear of it. */
export async function leave(live: Live, isSilent: boolean): Promise<Result<null, 'alone'>> {
  const { model } = live;
  if (!model.ours) return err('alone');
  const mine = await ensureMine(live);
  await introduceDevices(live);
  await writeEntry(live, mine, 'ours/left', { space: bytesToHex(model.ours.id) });
  if (isSilent) setSilent(live, true);
  return ok(null);
}

/** Called at the end of each task: lets go of a space that its person has left, here or on another device. */
export async function partFromLeft(live: Live): Promise<void> {
  const { model } = live;
  const { ours } = model;
  if (!ours || !model.left.has(bytesToHex(ours.id))) return;
  await flushEvents(live);
  if (model.moved.has(bytesToHex(ours.id))) {
    letGoOfSealed(live); // what was still closed stays closed
  } else {
    await keepCopy(live, ours);
    await keepOnlyMine(live);
    await removeAll(live, 'carried/'); // parts of a coming back that did not come about
  }
  await letGoOf(live, ours);
  live.effects.hangUp();
  const next = asObject(model.nextOurs ?? undefined);
  model.nextOurs = null;
  savePartings(live);
  if (next) await joinOurs(live, next);
}

/** What was shared, with what waited to be: in words, and in no key's reach. */
async function keepCopy(live: Live, ours: SpaceModel): Promise<void> {
  const { model, ports } = live;
  const waiting = model.windows.flatMap(({ drafts }) => drafts);
  const drafts = waiting.map(
    ({ thing, kind, body }, at): RecordedAny => ({
      event: { kind, body },
      thing,
      entry: `waiting/${at}`,
      space: 'ours',
      who: 'me',
      device: model.self.device,
      seq: at,
      atMs: ports.clock(),
      atCount: 0,
      seal: 'closed',
    }),
  );
  const whole = addAllRecorded(await wholeState(live), live.practices, drafts);
  const copy = stateToMyCopy(whole, namesOf(live), ports.clock());
  const shared = copy.things.filter(({ events }) => events.some((event) => event.in === 'ours'));
  // A device that comes back from my words or my file hears of it before it has read anything of ours.
  if (shared.length === 0) return;
  const space = bytesToHex(ours.id);
  put(live.tx, keptKey(space), { text: myCopyToText({ ...copy, things: shared }) });
  const parting = { space, leftAtMs: ports.clock(), name: copy.names.partner };
  model.partings = [...model.partings.filter((one) => one.space !== space), parting];
  savePartings(live);
}

/** The months again, of that alone which I wrote for myself. */
async function keepOnlyMine(live: Live): Promise<void> {
  const { model } = live;
  const mine = stateToRecorded(await wholeState(live)).filter(({ space }) => space === 'mine');
  const months = new Set(mine.map(({ thing }) => thingToMonth(thing)));
  for (const month of model.allMonths) if (!months.has(month)) remove(live.tx, `month/${month}`);
  model.state = addAllRecorded(noState, live.practices, mine);
  model.allMonths = months;
  model.loadedMonths = months;
  model.dirtyMonths = new Set(months);
  letGoOfSealed(live);
  model.windows = [];
  saveWindows(live);
  checkpoint(live);
}

function letGoOfSealed({ model, tx }: Live): void {
  for (const name of Object.keys(model.sealed)) remove(tx, `sealed/${name}`);
  model.sealed = {};
}

/** Keys, boxes, marks and places: nothing is left by which this device could come back into it. */
async function letGoOf(live: Live, ours: SpaceModel): Promise<void> {
  const { model } = live;
  const mailboxes = new Set(ours.epochs.map(mailboxName));
  for (const mailbox of mailboxes) {
    model.cursors.delete(mailbox);
    live.accessSeeds.delete(mailbox);
    remove(live.tx, `cursor/${mailbox}`);
  }
  for (const prefix of [spacePrefix('ours'), unsentKey('ours', ''), 'newer/ours/']) await removeAll(live, prefix);
  remove(live.tx, 'space/ours');
  remove(live.tx, 'head/ours');
  model.letters = model.letters.filter(({ key }) => !mailboxes.has(bytesToHex(key.mailbox)));
  saveLetters(live);
  if (model.partner !== null) {
    model.people = Object.fromEntries(Object.entries(model.people).filter(([person]) => person !== model.partner));
    savePeople(live);
  }
  if (model.recovery?.spaces.includes('ours')) {
    const left = model.recovery.spaces.filter((kind) => kind !== 'ours');
    model.recovery = left.length === 0 ? null : { ...model.recovery, spaces: left };
    saveRecovery(live);
  }
  model.ours = null;
  model.partner = null;
  model.toldEpochs = 0;
  model.partnerHeardAtMs = null;
}

async function removeAll(live: Live, prefix: string): Promise<void> {
  for (const key of [...live.tx.puts.keys()]) if (key.startsWith(prefix)) remove(live.tx, key);
  for (let after = ''; ; ) {
    const page = await live.ports.store.range(prefix, after, limits.storeRangeMax);
    for (const [key] of page) remove(live.tx, key);
    const last = page[page.length - 1];
    if (!last || page.length < limits.storeRangeMax) return;
    after = last[0];
  }
}

// ---------------------------------------------------------------------------------------------- what was kept of it

/** What was shared in a space that I have left; null when there is none, or it was deleted. */
export async function readKept(live: Live, space: string): Promise<MyCopy | null> {
  const record = await live.readRecord(keptKey(space));
  const text = asText(asObject(record ?? undefined)?.text, Number.MAX_SAFE_INTEGER);
  const copy = text === null ? null : textToMyCopy(text);
  return copy?.ok ? copy.value : null;
}

export function forgetKept(live: Live, space: string): void {
  remove(live.tx, keptKey(space));
  live.model.partings = live.model.partings.filter((one) => one.space !== space);
  savePartings(live);
}
