/** The signature of the house: when two sealed answers have opened, the two threads meet, once. */
import { useRef } from 'preact/hooks';
import { useApp } from '../shell/app.ts';
import { toneOf } from '../shell/parts/index.ts';
import './check-in.css';

/** Pairs whose threads have met since the app was opened. Kept nowhere: it would be a trace. */
const met = new Set<string>();

export function MeetingThreads({ pair }: { readonly pair: string }) {
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
