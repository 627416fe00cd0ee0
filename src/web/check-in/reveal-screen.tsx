/**
 * The moment in which two sealed check-ins have opened: the two threads meet, once, and both can be read side by side.
 * Where motion is not wanted the threads only fade in.
 */
import { checkIn } from '#core';
import { AboutLinks } from '../shell/about-links.tsx';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Screen as Frame, Note } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { CheckInVoice } from './check-in-view.tsx';
import { MeetingThreads } from './meeting-threads.tsx';
import { en } from './messages.ts';
import { sealedOf } from './sealed.ts';
import './feelings.css';
import './check-in.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const thing = params.thing ?? '';
  const things = thingsOf(app.snapshot.value, checkIn);
  const sides = [thing, sealedOf(app.snapshot.value, thing)?.counterpart ?? ''].flatMap((id) => things.get(id) ?? []);
  const hasBoth = sides.length === 2;
  return (
    <Frame title={m.reveal.title} lead={m.reveal.lead} back={`/check-in/${thing}`}>
      {hasBoth && <MeetingThreads pair={thing} />}
      <div class="reveal-sides">
        {sides.map((one) => one.words !== null && <CheckInVoice key={one.id} checkIn={one} words={one.words} />)}
      </div>
      {sides.map((one) => one.author === 'partner' && <AboutLinks key={one.id} practice="check-in" thing={one.id} />)}
      {hasBoth ? (
        <Note icon="talk">
          <h2>{m.reveal.ask}</h2>
          <p class="voice-small">{m.reveal.question}</p>
        </Note>
      ) : (
        <Note icon="later">
          <p>{m.reveal.waiting}</p>
        </Note>
      )}
      <div class="buttons">
        <Button kind="quiet" href="/check-in">
          {m.reveal.done}
        </Button>
      </div>
    </Frame>
  );
}
