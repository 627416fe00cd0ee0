/** What one of the two wrote in a step, as it is read: in their tone, and in italics where it is what they heard. */
import type { Who } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, toneOf } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { answerToLines, type Said } from './transcript.ts';

export interface SaidViewProps {
  readonly said: Said;
  /** As they are called here. */
  readonly name: (who: Who) => string;
  /** Written by both into one phone. */
  readonly isTogether?: boolean;
}

export function SaidView({ said, name, isTogether = false }: SaidViewProps) {
  const m = useMessages(en).step;
  const app = useApp();
  const { by } = said.answer;
  const { moment } = app;
  const lines = answerToLines(said);
  if (lines.length === 0) return null;
  const hasLabels = said.place.step.asks.length > 1;
  return (
    <Bubble
      who={isTogether ? m.both : wordToLabel(name(by))}
      tone={isTogether ? 'ours' : toneOf(app, by)}
      isMine={by === 'me' && !isTogether}
      isHeard={said.place.step.part === 'turn' && by === said.place.listener}
    >
      {lines.map(({ ask, kind, text }) => (
        <span key={ask} class="said-line">
          {hasLabels && <small>{ask}</small>}
          {kind === 'date' ? dayOf(text, moment.value.locale) : text}
        </span>
      ))}
    </Bubble>
  );
}

/** A date on the wall, the same in every zone. */
const dayOf = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
