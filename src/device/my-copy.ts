/**
 * My copy, out of this device and back (core/my-copy.ts). What comes back is written as entries of *mine*, which say
 * when the words were first written; a thing of which anything is known here is left as it is. So doing it twice, or on
 * two devices, brings nothing twice, and nothing that is here changes.
 */
import {
  addAllRecorded,
  type BroughtBack,
  broughtBackToBody,
  type MyCopy,
  monthRecordToRecorded,
  myCopyToThings,
  type SharedThing,
  type State,
  stateToMyCopy,
  stateToShared,
  textToMyCopy,
  thingToMonth,
} from '#core';
import { err, ok, type Result } from '#kernel';
import { writeEntry } from './entries.ts';
import type { Live } from './live.ts';
import { ensureMine, introduceDevices } from './spaces.ts';
import { broughtBackKind, loadMonth } from './things.ts';
import type { MyCopyRefusal } from './types.ts';

export async function makeMyCopy(live: Live): Promise<MyCopy> {
  return stateToMyCopy(await wholeState(live), namesOf(live), live.ports.clock());
}

export function namesOf({ model }: Live): MyCopy['names'] {
  const name = (person: string | null) => (person === null ? '' : (model.people[person]?.name ?? ''));
  return { me: name(model.self.person), partner: name(model.partner) };
}

/** What the two share, of all months; nothing of mine. */
export const readShared = async (live: Live, except: readonly string[]): Promise<readonly SharedThing[]> =>
  stateToShared(await wholeState(live), live.ports.clock(), except);

/** All months, beside what is at hand: the screens go on showing what they showed. */
export async function wholeState(live: Live): Promise<State> {
  const { model } = live;
  let { state } = model;
  for (const month of [...model.allMonths].filter((one) => !model.loadedMonths.has(one)).sort()) {
    const record = await live.readRecord(`month/${month}`);
    if (record !== null) state = addAllRecorded(state, live.practices, monthRecordToRecorded(record));
  }
  return state;
}

/** What could be brought back from a file. Nothing is written. */
export function readMyCopy(
  live: Pick<Live, 'practices' | 'ports'>,
  text: string,
): Result<readonly (readonly BroughtBack[])[], MyCopyRefusal> {
  const copy = textToMyCopy(text);
  if (!copy.ok) return copy;
  const things = myCopyToThings(copy.value, live.practices, live.ports.clock());
  return things.length === 0 ? err('nothing-mine') : ok(things);
}

/** @returns how many of these things were written; the others were here already. */
export async function bringBackThings(live: Live, things: readonly (readonly BroughtBack[])[]): Promise<number> {
  let count = 0;
  for (const events of things) {
    const [first] = events;
    if (first === undefined || (await isKnown(live, first.thing))) continue;
    const mine = await ensureMine(live);
    await introduceDevices(live);
    for (const event of events) await writeEntry(live, mine, broughtBackKind, broughtBackToBody(event));
    count += 1;
  }
  return count;
}

async function isKnown(live: Live, thing: string): Promise<boolean> {
  const month = thingToMonth(thing);
  await loadMonth(live, month);
  return (
    live.model.state.keptByMonth.get(month)?.has(thing) === true ||
    live.gathered.some((raw) => raw.thing === thing) ||
    live.model.windows.some((share) => share.drafts.some((part) => part.thing === thing))
  );
}
