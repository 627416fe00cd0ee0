/** Marker words in every text of the weekly meeting; beside silence-practices.ts, which has the others. */
import { type Command, meetingParts, notesAtHand, thingsOf, weeklyMeeting } from '#core';
import type { Writer } from './silence-words.ts';

const key = { practice: 'weekly-meeting' } as const;

const thingsNow = (writer: Writer) => thingsOf(writer.device().snapshot().thingsByPractice, weeklyMeeting);
const chosenNow = (writer: Writer) =>
  notesAtHand(thingsNow(writer))
    .slice(-4)
    .map(({ id: note, part, words }) => ({ note, part, words }));

/** Notes for each part, a look of one's own at the latest of them, and a meeting where none is before the two. */
export async function writeMeetingRound(writer: Writer): Promise<void> {
  const { word } = writer.marked;
  for (const part of meetingParts) await give(writer, { ...key, type: 'note', thing: null, part, words: word() });
  await give(writer, { ...key, type: 'begin-own', way: 'one-phone', notes: chosenNow(writer) });
  await tryTo(writer, { ...key, type: 'propose', atMs: null });
}

/** Notes that are there already are brought to whatever waits; with both it begins, and is closed. */
export async function bringToMeetings(writer: Writer): Promise<void> {
  for (const one of thingsNow(writer).values()) {
    if (one.type !== 'meeting' || one.way !== 'two-phones') continue;
    const { id: thing } = one;
    if (one.standing === 'begun') await give(writer, { ...key, type: 'close', thing });
    else if (one.standing === 'waiting' && one.mine === null)
      await tryTo(writer, { ...key, type: 'bring', thing, notes: chosenNow(writer) });
  }
}

async function give(writer: Writer, command: Command): Promise<void> {
  const result = await writer.device().command(command);
  if (!result.ok) throw new Error(`${command.practice} ${command.type}: ${result.error.refusal}`);
}

/** Refused where the other one was first. */
async function tryTo(writer: Writer, command: Command): Promise<void> {
  await writer.device().command(command);
}
