/**
 * Coming back with the partner's help. Whoever lost every device, and has neither words nor file, meets the partner anew:
 * another space, other keys, four words compared. Then the partner's device carries over what both had shared.
 *
 *   mine  ours/moved      {space}     the space before is left for the new one; what it held stays where it is
 *   ours  things/carried  {events}    a part of what was shared before, as the one who stayed has it
 *
 * The grant of the pairing, which both confirmed, names the hash of every part: a later one, or a changed one, counts
 * for nothing. Nothing of *mine* is in them: the partner never had it. See docs/decisions/0028.
 */
import { type RecordedAny, recordedToJson, stateToRecorded } from '#core';
import { bytesToHex, bytesToText, type Json, jsonToText, limits, textToBytes, textToJson } from '#kernel';
import { comparePlaced } from '#log';
import { writeEntry } from './entries.ts';
import type { Live } from './live.ts';
import { put, remove, type SpaceModel } from './model.ts';
import { wholeState } from './my-copy.ts';
import { carriedKind } from './things.ts';

/** What an entry needs beside the events of its part. */
const wrapBytes = 1_024;
const carriedKey = (part: number): string => `carried/${String(part).padStart(6, '0')}`;

/** Cuts what both have shared into parts, keeps them until the other has joined, and gives their hashes. */
export async function prepareCarried(live: Live): Promise<readonly string[]> {
  const shared = stateToRecorded(await wholeState(live))
    .filter(({ space, seal }) => space === 'ours' && seal === 'open')
    .sort(comparePlaced);
  const parts = cutIntoParts(shared).slice(-limits.carriedPartsMax);
  const hashes: string[] = [];
  for (const [at, part] of parts.entries()) {
    const text = textToBytes(jsonToText(part));
    put(live.tx, carriedKey(at), text);
    hashes.push(bytesToHex(await live.ports.primitives.sha256(text)));
  }
  return hashes;
}

function cutIntoParts(shared: readonly RecordedAny[]): readonly Json[][] {
  const parts: Json[][] = [[]];
  let bytes = 0;
  for (const raw of shared) {
    const json: Json = { thing: raw.thing, event: recordedToJson(raw) };
    const length = textToBytes(jsonToText(json)).length + 1;
    if (length > limits.entryBodyBytesMax - wrapBytes) continue; // no practice writes one so long
    if (bytes + length > limits.entryBodyBytesMax - wrapBytes) {
      parts.push([]);
      bytes = 0;
    }
    parts[parts.length - 1]?.push(json);
    bytes += length;
  }
  return parts.filter((part) => part.length > 0);
}

/** The other has joined: what was prepared goes into the new space. */
export async function writeCarried(live: Live, ours: SpaceModel): Promise<void> {
  for (const [at] of ours.carried.entries()) {
    const bytes = live.tx.puts.get(carriedKey(at)) ?? (await live.ports.store.get(carriedKey(at)));
    const part = bytes === null ? null : textToJson(bytesToText(bytes) ?? '', limits.entryBodyBytesMax);
    if (part !== null) await writeEntry(live, ours, carriedKind, { events: part });
    remove(live.tx, carriedKey(at));
  }
}
