/** Words of own life that the first load needs: its cards in Practices, on Today and on Us. */
import { wordToLabel } from '../check-in/feelings.ts';

/** From Monday, 1, to Sunday, 7. */
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const dayName = (day: number): string => days[day - 1] ?? '';
const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

export const en = {
  listCard: {
    title: 'A life of my own',
    line: 'Your people, your interests, your plans, and time that is yours.',
    why: 'Two people who each have a life of their own have more to bring home. Time apart is part of being close.',
    evidenceNote: 'Our own idea, from what many who help couples advise. Nobody has tested this exercise.',
    leaves:
      'All of it stays with you, but for the times that you share. Nobody can say no to a time here, and no place is ever asked for.',
  },
  start: 'See what is yours',
  mine: 'My own life',
  day: dayName,
  /** "Thursday evening", "Monday and Friday mornings", "Sunday" */
  when: (some: readonly number[], part: 'morning' | 'afternoon' | 'evening' | 'day'): string => {
    if (some.length === 7) return part === 'day' ? 'Every day' : `Every ${part}`;
    const named = listOf(some.map(dayName));
    if (part === 'day') return named;
    return `${named} ${part}${some.length > 1 ? 's' : ''}`;
  },
  time: (when: string, words: string): string => (words === '' ? when : `${when}: ${words}`),
  today: {
    mine: { morning: 'This morning is yours', afternoon: 'This afternoon is yours', evening: 'This evening is yours' },
    mineDay: 'Today is yours',
    mineAction: 'See it',
    shared: (name: string) => `${wordToLabel(name)} keeps some time for a life of their own`,
    sharedAction: 'Cheer, if you like',
    cheered: (name: string) => `${wordToLabel(name)} cheers you on`,
    cheeredAction: 'See it',
  },
  us: {
    mine: 'A time of yours',
    theirs: (name: string) => `A time of ${name}’s own`,
  },
};
