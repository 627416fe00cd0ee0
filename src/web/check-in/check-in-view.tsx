/** A check-in as it is read: its feelings, what was needed, the note; and one line of it in a list. */
import type { CheckIn, CheckInWords } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Icon, type IconName, toneOf, useName } from '../shell/parts/index.ts';
import { clockTime, relativeDay } from '../shell/time.ts';
import { needWords, strengthBefore } from './check-in-content.ts';
import { FeelingTag } from './feeling-parts.tsx';
import { feelingToFace, wordToLabel } from './feelings.ts';
import { feelingsContent } from './feelings-content.ts';
import { en } from './messages.ts';

/** "Quite hurt, tired and alone", in the way the language makes lists. */
export function wordsToSentence(words: CheckInWords, locale: string): string {
  const list = new Intl.ListFormat(locale).format(
    words.feelings.map((feeling) => feelingToFace(feeling, feelingsContent).word),
  );
  const before = strengthBefore(words.strength);
  return wordToLabel(before === '' ? list : `${before} ${list}`);
}

export function FeelingTags({ words }: { readonly words: CheckInWords }) {
  return (
    <ul class="check-in-tags">
      {words.feelings.map((feeling) => (
        <li key={feeling.type === 'known' ? feeling.id : feeling.words}>
          <FeelingTag face={feelingToFace(feeling, feelingsContent)} />
        </li>
      ))}
    </ul>
  );
}

/** Somebody's check-in as their own voice. */
export function CheckInVoice({ checkIn, words }: { readonly checkIn: CheckIn; readonly words: CheckInWords }) {
  const m = useMessages(en);
  const app = useApp();
  const who = useName(checkIn.author);
  const { locale, zone } = app.moment.value;
  return (
    <figure
      class={`bubble check-in-voice ${toneOf(app, checkIn.author)}`}
      data-is-mine={checkIn.author === 'me' || undefined}
    >
      <figcaption class="bubble-who">
        {who}, {clockTime(checkIn.feltAtMs, zone, locale)}
      </figcaption>
      <p class="voice">{wordsToSentence(words, locale)}</p>
      <FeelingTags words={words} />
      {words.note !== '' && (
        <blockquote class="voice-small check-in-note" dir="auto">
          {words.note}
        </blockquote>
      )}
      {words.needs.length > 0 && (
        <p>
          <span class="soft">{checkIn.author === 'me' ? m.detail.myNeeds : m.detail.needs}: </span>
          {new Intl.ListFormat(locale).format(words.needs.map((need) => needWords(need).word))}
        </p>
      )}
    </figure>
  );
}

const standingIcons: { readonly [standing in CheckIn['standing']]: IconName } = {
  mine: 'lock',
  'for-now': 'later',
  sealed: 'sealed',
  ours: 'ours',
  withdrawn: 'undo',
};

export function StandingTag({ checkIn }: { readonly checkIn: CheckIn }) {
  const m = useMessages(en);
  return (
    <span class="check-in-standing">
      <Icon name={standingIcons[checkIn.standing]} />
      {m.standing[checkIn.standing]}
    </span>
  );
}

/** One line of the list: when, what, and who can read it. */
export function CheckInRow({
  checkIn,
  isCurrent = false,
  hasDay = false,
}: {
  readonly checkIn: CheckIn;
  readonly isCurrent?: boolean;
  readonly hasDay?: boolean;
}) {
  const m = useMessages(en);
  const app = useApp();
  const who = useName(checkIn.author);
  const { nowMs, locale, zone } = app.moment.value;
  const { words } = checkIn;
  return (
    <li>
      <a class="check-in-row" href={`/check-in/${checkIn.id}`} aria-current={isCurrent ? 'page' : undefined}>
        <span class="row-apart">
          <span class="note">
            {hasDay && `${wordToLabel(relativeDay(checkIn.feltAtMs, nowMs, zone, locale))}, `}
            {clockTime(checkIn.feltAtMs, zone, locale)}
            {checkIn.author === 'partner' && (
              <span class={`check-in-by ${toneOf(app, 'partner')}`}> {m.list.by(who)}</span>
            )}
          </span>
          <StandingTag checkIn={checkIn} />
        </span>
        {words !== null && <FeelingTags words={words} />}
        {words !== null && words.note !== '' && (
          <span class="check-in-preview" dir="auto">
            {noteToPreview(words.note)}
          </span>
        )}
      </a>
    </li>
  );
}

const previewCharsMax = 96;

/** The first line of a note, at a word's end: cut here and not by the screen, so that large letters lose nothing. */
function noteToPreview(note: string): string {
  const [line = ''] = note.trim().split('\n', 1);
  if (line.length <= previewCharsMax) return line === note.trim() ? line : `${line} …`;
  const cut = line.slice(0, previewCharsMax);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), previewCharsMax / 2))} …`;
}
