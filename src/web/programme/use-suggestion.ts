/**
 * Today's suggestion of a path. It is drawn when it is first looked for, once a day; who comes back after a pause is
 * back as soon as they look. Both are kept in mine, and nothing of it goes to the other.
 */
import { useEffect } from 'preact/hooks';
import {
  dayKind,
  instantToWallDate,
  type Path,
  type ProgrammeCommand,
  pathStanding,
  programme,
  type Suggestion,
  suggestionToday,
  wantsDraw,
} from '#core';
import { useApp } from '../shell/app.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { choicesToDraw } from './fitting.ts';
import type { PathChoice } from './programme-content.ts';
import { freshSeed } from './seed.ts';

export interface ProgrammeContent {
  readonly choicesOf: (stage: Path['stage'], kind: ReturnType<typeof dayKind>) => readonly PathChoice[];
}

/** `content` null: not here yet, and nothing is drawn before it is. */
export function useSuggestion(path: Path, content: ProgrammeContent | null): Suggestion | null {
  const { device, snapshot, moment } = useApp();
  const things = thingsOf(snapshot.value, programme);
  const { nowMs, zone } = moment.value;
  const isBack = pathStanding(path, nowMs) === 'back';
  const wants = wantsDraw(things, path, nowMs, zone);
  useEffect(() => {
    const resume: ProgrammeCommand = { practice: 'programme', type: 'resume' };
    if (isBack) void device.command(resume);
  }, [isBack, device]);
  useEffect(() => {
    if (!wants || content === null) return;
    const offered = content.choicesOf(path.stage, dayKind(path.stage, instantToWallDate(nowMs, zone)));
    const choices = choicesToDraw(things, path, offered);
    const draw: ProgrammeCommand = { practice: 'programme', type: 'draw', choices, seed: freshSeed() };
    // Refused where another device was quicker: then what that one drew stands.
    if (choices.length > 0) void device.command(draw);
  }, [wants, content, device]);
  return suggestionToday(things, path, nowMs, zone);
}
