/** What Noor may do for herself around the weekly meeting: gather notes, look at her week alone, choose and keep back. */
import type { ChosenNote, MeetingThing } from '#core';
import type { PrivateAct } from './private-acts.ts';
import { act, all } from './private-acts-own.ts';

const key = { practice: 'weekly-meeting' } as const;

export const meetingActs: readonly PrivateAct[] = [
  act(
    'notes for the meeting written, changed, looked at alone, and deleted',
    (words) => ({ ...key, type: 'note', thing: null, part: 'topic', words }),
    (thing, words) => {
      const notes: readonly ChosenNote[] = [{ note: thing, part: 'topic', words }];
      return [
        { ...key, type: 'note', thing, part: 'next', words: `${words}, again` },
        { ...key, type: 'begin-own', way: 'alone', notes },
        { ...key, type: 'begin-own', way: 'one-phone', notes: [] },
        { ...key, type: 'forget', thing },
      ];
    },
  ),
  act('what to bring to a meeting, drafted', (words, device) => {
    const theirs = all<MeetingThing>(device, 'weekly-meeting').find(
      (one) => one.type === 'meeting' && one.way === 'two-phones' && one.standing === 'waiting' && one.mine === null,
    );
    const kept: ChosenNote = { note: 'e'.repeat(32), part: 'appreciation', words };
    return theirs === undefined ? null : { ...key, type: 'bring', thing: theirs.id, notes: [kept] };
  }),
];
