/** The front door of the weekly meeting. */
import type { Practice } from '../practice.ts';
import { decideMeeting, type WeeklyMeetingCommand } from './decide.ts';
import { type MeetingEvent, meetingToBody, parseMeeting } from './events.ts';
import { foldMeeting, type MeetingThing } from './fold.ts';
import { meetingOpenMsMax, noteOpenMsMax } from './view-model.ts';

export type { WeeklyMeetingCommand, WeeklyMeetingRefusal } from './decide.ts';
export { type ChosenNote, type MeetingEvent, type MeetingPart, meetingParts, type OwnWay } from './events.ts';
export type { Meeting, MeetingItem, MeetingNote, MeetingThing } from './fold.ts';
export {
  type AgendaItem,
  agendaPart,
  currentMeeting,
  notesAtHand,
  ownMeeting,
  pastMeetings,
  usedNotes,
} from './view-model.ts';

export const weeklyMeeting: Practice<MeetingEvent, MeetingThing, WeeklyMeetingCommand> = {
  key: 'weekly-meeting',
  parse: parseMeeting,
  toBody: meetingToBody,
  fold: foldMeeting,
  isOpen: (thing, nowMs) => {
    if (thing.type === 'note') return nowMs - thing.beganAtMs < noteOpenMsMax;
    return thing.standing !== 'rest' && nowMs - thing.beganAtMs < meetingOpenMsMax;
  },
  endsSealed: ['weekly-meeting/not-this-week'],
  decide: decideMeeting,
};
