/** Small pieces that several noticing screens show: a guess, an answer, one line of the list. */
import type { Answer, Guess, Noticing, NoticingByMe } from '#core';
import { strengthBefore } from '../check-in/check-in-content.ts';
import { FeelingTag } from '../check-in/feeling-parts.tsx';
import { feelingToFace, wordToLabel } from '../check-in/feelings.ts';
import { feelingsContent } from '../check-in/feelings-content.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { ListRow, toneOf, useName, When } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { certaintyWords, kinds } from './noticing-content.ts';

const listOf = (feelings: Guess['feelings'], locale: string): string =>
  new Intl.ListFormat(locale).format(feelings.map((feeling) => feelingToFace(feeling, feelingsContent).word));

/** "quite hurt and tired" */
export function guessToWords(guess: Pick<Answer, 'feelings' | 'strength'>, locale: string): string {
  const list = listOf(guess.feelings, locale);
  return guess.strength === null ? list : `${strengthBefore(guess.strength)} ${list}`;
}

/** What I saw, as one sentence without a verdict. */
export function noticedToWords(one: NoticingByMe, locale: string): string {
  if (one.words !== '') return wordToLabel(one.words);
  const words = kinds.filter(({ id }) => one.cues.includes(id)).map(({ word }) => word);
  return wordToLabel(new Intl.ListFormat(locale).format(words));
}

export function GuessView({ guess }: { readonly guess: Guess }) {
  const { locale } = useApp().moment.value;
  const sure = certaintyWords[guess.certainty - 1] ?? '';
  return (
    <div class="stack-tight">
      <p class="voice-small">{wordToLabel(guessToWords(guess, locale))}</p>
      <p class="note">{sure}</p>
    </div>
  );
}

/** What somebody said that it is, in their voice. */
export function AnswerView({
  answer,
  title,
  who,
  isHeard = false,
}: {
  readonly answer: Answer;
  readonly title: string;
  readonly who: 'me' | 'partner';
  readonly isHeard?: boolean;
}) {
  return (
    <figure class={`bubble ${toneOf(useApp(), who)}`} data-is-mine={who === 'me' || undefined}>
      <figcaption class="bubble-who">{title}</figcaption>
      {answer.feelings.length > 0 && (
        <ul class="check-in-tags">
          {answer.feelings.map((feeling) => (
            <li key={feeling.type === 'known' ? feeling.id : feeling.words}>
              <FeelingTag face={feelingToFace(feeling, feelingsContent)} />
            </li>
          ))}
        </ul>
      )}
      {answer.words !== '' && (
        <blockquote dir="auto" class={`voice noticing-said ${isHeard ? 'heard' : ''}`}>
          {answer.words}
        </blockquote>
      )}
    </figure>
  );
}

/** Where it stands, by the next thing to do. */
export function stateOf(one: NoticingByMe): keyof typeof en.list.state {
  if (one.isPutAway && one.judged === null) return 'rests';
  if (one.judged !== null) return 'done';
  if (one.answer?.said) return 'answered';
  if (one.asked?.how === 'withdrawn') return 'rests';
  if (one.asked !== null) return 'asked';
  return one.opener === null ? 'guessing' : 'prepared';
}

export function NoticingRow({ one }: { readonly one: Noticing }) {
  const m = useMessages(en);
  const name = useName('partner');
  const { locale } = useApp().moment.value;
  const href = `/noticing/${one.id}`;
  if (one.side === 'asked') {
    const state =
      one.opener === null ? m.list.taken : one.myAnswer?.said ? m.list.myAnswer : one.isSetAside ? m.list.setAside : '';
    return (
      <ListRow
        href={href}
        icon="talk"
        title={
          <span class="noticing-title" dir="auto">
            {one.opener ?? m.list.question}
          </span>
        }
        note={
          <>
            {m.list.asks(name)}, <When atMs={one.askedAtMs} />
            {state !== '' && `. ${state}`}
          </>
        }
      />
    );
  }
  return (
    <ListRow
      href={href}
      icon="noticing"
      title={
        <span class="noticing-title" dir="auto">
          {noticedToWords(one, locale)}
        </span>
      }
      note={
        <>
          {m.list.state[stateOf(one)]}, <When atMs={one.noticedAtMs} />.{' '}
          {one.guess === null ? m.list.noGuess : m.list.guess(guessToWords(one.guess, locale))}
        </>
      }
    />
  );
}
