/** A path at rest: one soft line, and the way back. Nothing else asks for anything. */
import type { Path, ProgrammeCommand } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Note } from '../shell/parts/index.ts';
import { relativeDay } from '../shell/time.ts';
import { en } from './messages.ts';
import { PathMarks } from './path-marks.tsx';

export function PausedPath({ path }: { readonly path: Path }) {
  const m = useMessages(en);
  const { nowMs, zone, locale } = useApp().moment.value;
  const { refused, run } = useCommand<ProgrammeCommand>(m.refusals);
  const { pause, stage } = path;
  if (pause === null) return null;
  const day = pause.untilMs === null ? null : relativeDay(pause.untilMs, nowMs, zone, locale);
  const words = m.paused;
  const line =
    pause.why === 'rest'
      ? day === null
        ? words.resting
        : words.restingUntil(day)
      : day === null
        ? words.away
        : words.awayUntil(day);
  return (
    <>
      <PathMarks at={stage} />
      <p class="voice-small soft">{line}</p>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <div class="buttons">
        <Button onPress={() => void run({ practice: 'programme', type: 'resume' })}>{words.back}</Button>
        <Button kind="quiet" href={`/programme/step/${stage}`}>
          {words.read}
        </Button>
      </div>
    </>
  );
}
