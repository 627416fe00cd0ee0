/** The quick exit: in the same corner of every screen, and of every sheet that lies over one. */
import { en } from '../../messages/en.ts';
import { useMessages } from '../app.ts';
import { leaveAtOnce } from '../quick-exit.ts';

export function ExitButton() {
  const m = useMessages(en);
  return (
    <button class="exit" type="button" aria-label={m.exitLabel} title={m.exitLabel} onClick={() => leaveAtOnce(window)}>
      {m.exit}
    </button>
  );
}
