/** Said where the clock of this device is not the server's: a return time that looks odd has its reason beside it. */
import { useMessages } from '../shell/app.ts';
import { Note } from '../shell/parts/index.ts';
import { clockToWords, useAgreed } from './agreed.ts';
import { en } from './messages.ts';

export function ClockNote() {
  const m = useMessages(en);
  const { clockDifferenceMs, locale } = useAgreed();
  const words = clockToWords(clockDifferenceMs, locale, m.clock);
  if (words === null) return null;
  return (
    <Note icon="later">
      <p>{words}</p>
    </Note>
  );
}
