/** Small pieces that several screens of reaching out show: an answer in its author's voice, one line of the list. */
import { isWishResting, type Who, type Wish, type WishKey } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, type IconName, ListRow, toneOf, useName, When } from '../shell/parts/index.ts';
import { answerToWords } from './answer-words.ts';
import { en as cardEn } from './card-messages.ts';
import { en } from './messages.ts';

export const wishIcons: { readonly [key in WishKey]: IconName } = {
  'ten-minutes': 'later',
  hug: 'ours',
  'to-be-heard': 'talk',
  help: 'care',
  fun: 'good-news',
  'quiet-company': 'us',
};

/** "A hug" */
export function useWishLabel(): (wish: WishKey) => string {
  const m = useMessages(cardEn);
  return (wish) => wordToLabel(m.wishes[wish]);
}

/** What was answered, by whom, in one sentence. */
export function AnswerBubble({ wish, by, title }: { readonly wish: Wish; readonly by: Who; readonly title: string }) {
  const m = useMessages(cardEn);
  const changed = useMessages(en).detail.changed;
  const app = useApp();
  const { answer } = wish;
  if (answer === null) return null;
  const { said, atMs, changedAtMs } = answer;
  return (
    <>
      <Bubble who={title} tone={toneOf(app, by)} isMine={by === 'me'}>
        {answerToWords(said, changedAtMs ?? atMs, app.moment.value, m.answer)}
      </Bubble>
      {changedAtMs !== null && (
        <p class="note">
          {changed} <When atMs={changedAtMs} hasTime />
        </p>
      )}
    </>
  );
}

/** The line says who and when; nothing of what the answer was, so that no list gathers who could not. */
export function WishRow({ wish }: { readonly wish: Wish }) {
  const m = useMessages(en).list;
  const label = useWishLabel();
  const name = useName('partner');
  const app = useApp();
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === wish.id);
  return (
    <ListRow
      href={`/reaching-out/${wish.id}`}
      icon={wish.said === null ? 'undo' : wishIcons[wish.said.wish]}
      title={<span dir="auto">{wish.said === null ? m.takenTitle : label(wish.said.wish)}</span>}
      note={
        <>
          {wish.standing !== 'mine' && `${wish.asker === 'me' ? m.byMe : m.by(name)}, `}
          <When atMs={wish.askedAtMs ?? wish.beganAtMs} />
          {isLeaving ? `. ${m.leaving}` : stateOf(wish, app.moment.value.nowMs, m)}
        </>
      }
    />
  );
}

function stateOf(wish: Wish, nowMs: number, m: typeof en.list): string {
  if (wish.standing === 'withdrawn') return `. ${m.taken}`;
  if (wish.answer !== null) return `. ${m.answered}`;
  return wish.isSetAside && !isWishResting(wish, nowMs) ? `. ${m.setAside}` : '';
}
