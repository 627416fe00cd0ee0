/** What is said after a wrong passphrase: gently, with the wait, and with what the wait is worth. */
import { useMessages } from '../shell/app.ts';
import { Note } from '../shell/parts/index.ts';
import { lockEn } from './messages.ts';
import type { Tries } from './use-tries.ts';

export function TriesNote({ tries }: { readonly tries: Tries }) {
  const m = useMessages(lockEn).front;
  if (!tries.isWrong.value) return null;
  const seconds = tries.secondsLeft.value;
  return (
    <>
      <Note icon="info" isNews>
        <p>{m.wrong}</p>
      </Note>
      {/* Outside of what is read out: a sentence that changes each second would never end. */}
      <div class="stack-tight">
        <p>{seconds > 0 ? m.wait(seconds) : m.ready}</p>
        <p class="note">{m.slows}</p>
      </div>
    </>
  );
}
