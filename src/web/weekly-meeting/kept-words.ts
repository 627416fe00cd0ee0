/** What I can bring: my notes, and kind words that I kept for the meeting. What had its turn is not offered again. */
import { appreciation, type ChosenNote, notesAtHand, usedNotes, weeklyMeeting } from '#core';
import type { Snapshot } from '#device';
import { thingsOf } from '../shell/practice-screens.ts';

export function keptAppreciations(snapshot: Snapshot): readonly ChosenNote[] {
  const used = usedNotes(thingsOf(snapshot, weeklyMeeting));
  const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
  return [...thingsOf(snapshot, appreciation).values()]
    .filter(({ author, standing, id }) => author === 'me' && standing === 'mine' && !used.has(id) && !leaving.has(id))
    .sort((a, b) => a.beganAtMs - b.beganAtMs || (a.id < b.id ? -1 : 1))
    .flatMap(({ id: note, words }) =>
      words === null
        ? []
        : [
            {
              note,
              part: 'appreciation' as const,
              words: [words.did, words.meant].filter((text) => text !== '').join('\n'),
            },
          ],
    );
}

/** Kept kind words first: the agenda begins with them. */
export const canBring = (snapshot: Snapshot): readonly ChosenNote[] => [
  ...keptAppreciations(snapshot),
  ...notesAtHand(thingsOf(snapshot, weeklyMeeting)).map(({ id: note, part, words }) => ({ note, part, words })),
];
