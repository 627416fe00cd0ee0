/** The parts of the agenda. A module of its own, so that the first load does not carry it. */
import content from '#content/weekly-meeting/en.json' with { type: 'json' };
import { type MeetingPart, meetingParts } from '#core';

export interface PartWords {
  readonly part: MeetingPart;
  readonly title: string;
  /** What to write a note about. */
  readonly ask: string;
  /** How it is done in the meeting, and alone. */
  readonly together: string;
  readonly alone: string;
}

export const partWords: readonly PartWords[] = meetingParts.flatMap((part) =>
  content.parts.filter(({ id }) => id === part).map(({ id: _, ...words }) => ({ part, ...words })),
);
export const titleOf = (part: MeetingPart): string => partWords.find((one) => one.part === part)?.title ?? '';
export const { thanks } = content;
/** How a yes reads as a promise, after "I will". */
export const promiseWords: string = content.promise;
