/** What I tend to read, in sentences, or that there is not enough yet to tell. */
import type { Noticing } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { feelingsContent } from '../check-in/feelings-content.ts';
import type { Quadrant } from '../check-in/field-geometry.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Card } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { places } from './places.ts';
import { noticingsToTendencies, type Tendency } from './tendencies.ts';

export function TendenciesCard({
  noticings,
  isLink = false,
}: {
  readonly noticings: ReadonlyMap<string, Noticing>;
  readonly isLink?: boolean;
}) {
  const m = useMessages(en).tendencies;
  const tendencies = noticingsToTendencies(noticings.values(), places, useApp().moment.value.nowMs);
  const telling = tendencies.filter(({ leaning }) => leaning !== 'few');
  const few = tendencies.filter(({ leaning }) => leaning === 'few');
  return (
    <Card {...(isLink ? { title: m.title, href: '/noticing/reading' } : {})}>
      {telling.length === 0 && <p class="voice-small">{m.none}</p>}
      {telling.length === 0 && <p class="soft">{m.noneText}</p>}
      {telling.map((tendency) => (
        <p key={tendency.guessed} class="voice-small">
          {tendencyToSentence(tendency, m)}
        </p>
      ))}
      {telling.length > 0 &&
        few.map((tendency) => (
          <p key={tendency.guessed} class="note">
            {tendencyToSentence(tendency, m)}
          </p>
        ))}
    </Card>
  );
}

function tendencyToSentence({ guessed, leaning, instead }: Tendency, m: typeof en.tendencies): string {
  const quarter = quarterWord(guessed);
  switch (leaning) {
    case 'few':
      return m.few(wordToLabel(quarter));
    case 'often':
      return m.often(quarter);
    case 'mixed':
      return m.mixed(quarter);
    case 'other':
      return instead === null ? m.other(quarter) : m.otherAs(quarter, quarterWord(instead));
  }
}

const quarterWord = (quadrant: Quadrant): string =>
  feelingsContent.quadrants.find(({ id }) => id === quadrant)?.word ?? quadrant;
