/** Small pieces that several promise screens show: when it is due, the round mark, one line of the list. */
import type { Pledge, When } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Icon, toneOf, useName } from '../shell/parts/index.ts';
import { whenToWords } from './due.ts';
import { en } from './messages.ts';

/** "by tomorrow, 20:30", and what the maker's clock said where it differs. */
export function Due({ pledge }: { readonly pledge: Pick<Pledge, 'when' | 'maker' | 'standing'> }) {
  const m = useMessages(en).when;
  const name = useName('partner');
  const words = whenToWords(pledge.when, useApp().moment.value);
  const makers =
    words.makers === null
      ? null
      : pledge.maker === 'me'
        ? m.makersMine(words.makers)
        : m.makersTheirs(words.makers, name);
  return (
    <time dateTime={new Date(pledge.when.dueAtMs).toISOString()}>
      {wordToLabel(dueSentence(words, m, pledge.standing === 'open' && words.isPast))}
      {makers !== null && ` (${makers})`}
    </time>
  );
}

export function dueSentence(words: ReturnType<typeof whenToWords>, m: typeof en.when, wasDue: boolean): string {
  const { day, time } = words;
  if (wasDue) return time === null ? m.wasDue(day) : m.wasDueTime(day, time);
  return time === null ? m.by(day) : m.byTime(day, time);
}

export function useDueSentence(): (when: When) => string {
  const m = useMessages(en).when;
  const moment = useApp().moment.value;
  return (when) => dueSentence(whenToWords(when, moment), m, false);
}

/** Whose it is by its tone, how it stands by what is inside. The words beside it say the same. */
export function PromiseMark({ pledge }: { readonly pledge: Pledge }) {
  const app = useApp();
  return (
    <span class={`promise-mark ${toneOf(app, pledge.maker)}`} data-standing={pledge.standing} aria-hidden="true">
      {pledge.standing === 'kept' && <Icon name="check" />}
    </span>
  );
}

export function PromiseRow({ pledge, isCurrent = false }: { readonly pledge: Pledge; readonly isCurrent?: boolean }) {
  const m = useMessages(en);
  const isLeaving = useApp().snapshot.value.windows.some((share) => share.thing === pledge.id);
  return (
    <li>
      <a class="promise-row" href={`/promises/${pledge.id}`} aria-current={isCurrent ? 'page' : undefined}>
        <PromiseMark pledge={pledge} />
        <span class="promise-row-words">
          <span class="promise-row-what" dir="auto">
            {wordToLabel(pledge.what)}
          </span>
          <small>
            {pledge.standing === 'open' ? <Due pledge={pledge} /> : m.standing[pledge.standing]}
            {pledge.standing === 'open' && pledge.changes.length > 0 && `. ${m.standing.changed}`}
            {isLeaving && `. ${m.list.waiting}`}
          </small>
        </span>
        <Icon name="forward" />
      </a>
    </li>
  );
}
