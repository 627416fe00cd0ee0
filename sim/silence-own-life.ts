/** Marker words in every text of the practices of a life of one's own; beside silence-practices.ts, which has the others. */
import type { Command, ThingId } from '#core';
import type { Writer } from './silence-words.ts';

/** One round of everything that one person can write, private and shared. */
export async function writeOwnLifeRound(writer: Writer): Promise<void> {
  const { word } = writer.marked;
  const entry = await give(writer, { practice: 'journal', type: 'write', words: word(), prompt: `${word()}?` });
  await give(writer, { practice: 'journal', type: 'change', thing: entry, words: word() });
  const text = { about: word(), seen: word(), hard: word(), keep: word() };
  const thing = await give(writer, { practice: 'neutral-observer', type: 'write', thing: null, ...text });
  await give(writer, { practice: 'neutral-observer', type: 'share', thing, parts: ['about', 'seen', 'hard', 'keep'] });
  await give(writer, { practice: 'own-life', type: 'note', thing: null, about: 'plans', words: word() });
  const when = { days: [4], part: 'evening', words: word() } as const;
  const time = await give(writer, { practice: 'own-life', type: 'keep-time', thing: null, ...when });
  await give(writer, { practice: 'own-life', type: 'share', thing: time });
  const day = writer.dayAhead(2);
  const page = await give(writer, { practice: 'counsellor', type: 'begin', day, isShared: false });
  const copy = await give(writer, { practice: 'counsellor', type: 'copy', thing: page, words: word() });
  await give(writer, { practice: 'counsellor', type: 'show', thing: copy, isShown: true });
  const look = { people: 'right', interests: 'right', alone: 'more', together: 'more', wish: word() } as const;
  await give(writer, { practice: 'own-life', type: 'look', ...look });
}

async function give(writer: Writer, command: Command): Promise<ThingId> {
  const result = await writer.device().command(command);
  if (!result.ok) throw new Error(`${command.practice} ${command.type}: ${result.error.refusal}`);
  return result.value.things[0] ?? '';
}
