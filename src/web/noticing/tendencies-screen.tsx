/** "What I tend to read": sentences, how they come about, and the comparisons they rest on. For me alone. */
import { noticing } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Screen as Frame, More } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { closenessWord } from './noticing-content.ts';
import { guessToWords } from './noticing-view.tsx';
import { TendenciesCard } from './tendencies-card.tsx';
import '../check-in/check-in.css';
import './noticing.css';

const rowsMax = 60;

export function Screen() {
  const m = useMessages(en).tendencies;
  const app = useApp();
  const { locale } = app.moment.value;
  const noticings = thingsOf(app.snapshot.value, noticing);
  const compared = [...noticings.values()]
    .flatMap((one) =>
      one.side === 'asker' && one.guess !== null && one.judged !== null
        ? [{ ...one, guess: one.guess, judged: one.judged }]
        : [],
    )
    .sort((a, b) => b.judged.atMs - a.judged.atMs)
    .slice(0, rowsMax);
  return (
    <Frame title={m.title} lead={m.lead} back="/noticing">
      <TendenciesCard noticings={noticings} />
      <More title={m.how}>
        <p class="soft">{m.howText}</p>
      </More>
      {compared.length > 0 && (
        <More title={m.seen}>
          <ul class="plain-list">
            {compared.map(({ id, guess, answer, judged }) => (
              <li key={id}>
                {m.row(
                  guessToWords(guess, locale),
                  answer?.said && answer.said.feelings.length > 0
                    ? guessToWords(answer.said, locale)
                    : closenessWord(judged.closeness).toLocaleLowerCase(locale),
                )}
              </li>
            ))}
          </ul>
        </More>
      )}
    </Frame>
  );
}
