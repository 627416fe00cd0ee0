/** What a person should know about the history itself: each a calm sentence and the next step, never an alarm. */
import type { Notice } from '#device';
import { en, type ShellMessages } from '../messages/en.ts';
import { useApp, useMessages } from './app.ts';
import { Note, useName } from './parts/index.ts';

export function Notices() {
  const { notices, connection } = useApp().snapshot.value;
  const m = useMessages(en);
  const partnerName = useName('partner');
  const shown = notices.filter(isShown);
  const isWaiting = connection.isNeeded && connection.state === 'offline' && connection.unsentCount > 0;
  if (shown.length === 0 && !isWaiting) return null;
  return (
    <section class="stack" aria-label={m.notices.title}>
      {isWaiting && (
        <Note icon="offline" tone="calm">
          <p>{m.offline.some(connection.unsentCount)}</p>
        </Note>
      )}
      {shown.map((notice) => {
        const [text, next] = noticeToWords(notice, m, partnerName);
        return (
          <Note key={JSON.stringify(notice)} icon="info" tone="calm">
            <p>{text}</p>
            <p class="note">{next}</p>
          </Note>
        );
      })}
    </section>
  );
}

/**
 * `elsewhere` has a screen of its own. `removed` is not shown: a withdrawal is quiet, whoever may hold the device that
 * was taken off the list.
 */
type ShownNotice = Exclude<Notice, { type: 'elsewhere' | 'removed' }>;
const isShown = (notice: Notice): notice is ShownNotice => notice.type !== 'elsewhere' && notice.type !== 'removed';

/** The sentence and the next step. */
export function noticeToWords(
  notice: ShownNotice,
  m: ShellMessages,
  partnerName: string,
): readonly [text: string, next: string] {
  const words = m.notices;
  switch (notice.type) {
    case 'gap':
    case 'fork':
    case 'withheld':
    case 'ahead': {
      const whose = notice.who === 'me' ? m.whose.me : m.whose.partner(partnerName);
      return [words[notice.type].text(whose), words[notice.type].next];
    }
    case 'rollback':
    case 'newer':
    case 'foreign':
    case 'relay':
    case 'mended':
      return [words[notice.type].text, words[notice.type].next];
  }
}
