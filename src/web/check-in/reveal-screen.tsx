/**
 * The moment in which two sealed check-ins have opened: the two threads meet, once, and both can be read side by side.
 * Where motion is not wanted the threads only fade in.
 */
import { useRef } from 'preact/hooks';
import { checkIn } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Screen as Frame, Note, toneOf } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { CheckInVoice } from './check-in-view.tsx';
import { en } from './messages.ts';
import { sealedOf } from './sealed.ts';
import './feelings.css';
import './check-in.css';

/** Pairs whose threads have met on this screen since the app was opened. Kept nowhere: it would be a trace. */
const met = new Set<string>();

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

function MeetingThreads({ pair }: { readonly pair: string }) {
  const app = useApp();
  const isFirst = useRef(!met.has(pair));
  met.add(pair);
  return (
    <div class="meeting" data-is-first={isFirst.current || undefined}>
      <svg viewBox="0 0 320 72" preserveAspectRatio="none" aria-hidden="true">
        <path class={`meeting-from ${toneOf(app, 'me')}`} d="M0 10C60 6 96 36 160 36" />
        <path class={`meeting-to ${toneOf(app, 'partner')}`} d="M320 62C260 66 224 36 160 36" />
      </svg>
      <span class="meeting-knot ours" />
    </div>
  );
}
