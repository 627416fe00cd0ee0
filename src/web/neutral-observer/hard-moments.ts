/** When hard moments of the two were over: pauses, and talks about something hard, however they ended. Pure. */
import type { KeptScript, Pause, Session } from '#core';

type PauseOver = Pick<Pause, 'ending' | 'untilMs'>;
type TalkOver =
  | Pick<KeptScript, 'type'>
  | (Pick<Session, 'type' | 'ending'> & { readonly script: Pick<Session['script'], 'level'> });

export function hardMomentsEndedAtMs(pauses: Iterable<PauseOver>, talks: Iterable<TalkOver>): readonly number[] {
  return [
    // A pause that nobody ended was over when its time came.
    ...[...pauses].map(({ ending, untilMs }) => ending?.atMs ?? untilMs),
    ...[...talks].flatMap((talk) =>
      talk.type === 'session' && talk.script.level === 'hard' && talk.ending !== null ? [talk.ending.atMs] : [],
    ),
  ];
}
