/** Marker words in every text of rebuilding; beside silence-practices.ts. Words are made only where one may write. */
import { type Command, livePath, mySides, openItems, rebuilding, ritualsOf, theirProposal, thingsOf } from '#core';
import type { Writer } from './silence-words.ts';

const hourMs = 3_600_000;
const thingsFor = (writer: Writer) => thingsOf(writer.device().snapshot().thingsByPractice, rebuilding);
const nowOf = (writer: Writer): number =>
  Math.max(...[...thingsFor(writer).values()].map(({ beganAtMs }) => beganAtMs));

/** A side of each part and a question for oneself; a path, when there is none. */
export async function writeRebuildingRound(writer: Writer): Promise<void> {
  const { word } = writer.marked;
  for (const role of ['broke', 'hurt'] as const)
    await give(writer, { practice: 'rebuilding', type: 'write', thing: null, role, first: word(), second: word() });
  await give(writer, { practice: 'rebuilding', type: 'keep-question', words: word() });
  await offer(writer, { practice: 'rebuilding', type: 'propose', role: 'broke' });
}

/** Takes a path up; on one, shares, proposes, and says yes. */
export async function answerRebuilding(writer: Writer): Promise<void> {
  const nowMs = nowOf(writer);
  const theirs = theirProposal(thingsFor(writer), nowMs);
  if (theirs !== null) await offer(writer, { practice: 'rebuilding', type: 'take-up', thing: theirs.id });
  const things = thingsFor(writer);
  const path = livePath(things, nowMs);
  if (path === null) return;
  const side = mySides(things).find(({ standing, words }) => standing === 'mine' && words?.role === path.myRole);
  if (side !== undefined) await offer(writer, { practice: 'rebuilding', type: 'share', thing: side.id });
  const { live, byMe, toMe } = openItems(things, path, nowMs);
  for (const { id: thing } of toMe)
    await offer(writer, { practice: 'rebuilding', type: 'agree-item', thing, days: 7, reach: [] });
  if (live.length + byMe.length === 0)
    await tryTo(writer, (words) => ({ practice: 'rebuilding', type: 'propose-item', words, days: 7, reach: [] }));
  if (ritualsOf(things, path).length < 2)
    await tryTo(writer, (words) => ({ practice: 'rebuilding', type: 'add-ritual', words, reach: [] }));
  const startMs = nowMs + 30 * hourMs;
  await offer(writer, { practice: 'rebuilding', type: 'offer-hour', startMs, minutes: 30 });
}

/** May be refused: the other one may have gone on meanwhile. No marked word is in it. */
const offer = (writer: Writer, command: Command): Promise<unknown> => writer.device().command(command);

async function give(writer: Writer, command: Command): Promise<void> {
  const result = await writer.device().command(command);
  if (!result.ok) throw new Error(`${command.practice} ${command.type}: ${result.error.refusal}`);
}

/** When it was refused its word was never written. */
async function tryTo(writer: Writer, toCommand: (words: string) => Command): Promise<void> {
  const { marked } = writer;
  const before = marked.count();
  const { ok } = await writer.device().command(toCommand(marked.word()));
  if (!ok) marked.takeBack(before);
}
