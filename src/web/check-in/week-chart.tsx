/** My own week: dots and a line from hard to good, one sentence, and the same as a list for whoever reads by ear. */
import type { CheckIn } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Card, More, toneOf } from '../shell/parts/index.ts';
import { clockTime, isoDay, relativeDay, weekday } from '../shell/time.ts';
import { wordsToSentence } from './check-in-view.tsx';
import { feelingsContent } from './feelings-content.ts';
import { en } from './messages.ts';
import { checkInsToWeek, dotToShare, pointsToPath, type WeekDay, weekToDays, weekToSentence } from './week.ts';

const pleasantnessById: ReadonlyMap<string, number> = new Map(
  feelingsContent.feelings.map(({ id, pleasantness }) => [id, pleasantness]),
);
const width = 320;
const height = 132;
const topMargin = 14;
const bottomMargin = 26;
const sideMargin = 7;
const dayMs = 24 * 3_600_000;

export function WeekChart({ checkIns }: { readonly checkIns: ReadonlyMap<string, CheckIn> }) {
  const m = useMessages(en);
  const app = useApp();
  const { nowMs, zone, locale } = app.moment.value;
  const dots = checkInsToWeek(checkIns.values(), pleasantnessById, nowMs);
  const sentence = weekToSentence(dots);
  const place = (dot: WeekDay) => {
    const share = dotToShare(dot, nowMs);
    return {
      x: sideMargin + share.x * (width - 2 * sideMargin),
      y: topMargin + share.y * (height - topMargin - bottomMargin),
    };
  };
  const days = weekToDays(dots, (atMs) => isoDay(atMs, zone)).map(place);
  const middle = topMargin + (height - topMargin - bottomMargin) / 2;
  const bottom = height - bottomMargin;
  return (
    <Card title={m.week.title}>
      {sentence !== 'too-few' && (
        <svg
          class={`week ${toneOf(app, 'me')}`}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={m.week.label}
        >
          <path class="week-grid" d={`M0 ${topMargin}H${width}M0 ${middle}H${width}M0 ${bottom}H${width}`} />
          <path class="week-line" d={pointsToPath(days)} />
          {dots.map((dot) => (
            <circle key={dot.id} class="week-dot" cx={place(dot).x} cy={place(dot).y} r="4" />
          ))}
          <text x="0" y={topMargin - 4}>
            {m.week.high}
          </text>
          <text x="0" y={bottom - 4}>
            {m.week.low}
          </text>
          <text x="0" y={height - 6}>
            {weekday(nowMs - 6.5 * dayMs, zone, locale)}
          </text>
          <text x={width} y={height - 6} text-anchor="end">
            {relativeDay(nowMs, nowMs, zone, locale)}
          </text>
        </svg>
      )}
      <p class="voice-small">{m.week.sentences[sentence]}</p>
      {sentence !== 'too-few' && (
        <More title={m.week.asList}>
          <ul class="plain-list">
            {dots.map((dot) => {
              const words = checkIns.get(dot.id)?.words;
              return (
                <li key={dot.id}>
                  {weekday(dot.atMs, zone, locale)}, {clockTime(dot.atMs, zone, locale)}
                  {words && `: ${wordsToSentence(words, locale)}`}
                </li>
              );
            })}
          </ul>
        </More>
      )}
      <small>{m.week.onlyYou}</small>
    </Card>
  );
}
