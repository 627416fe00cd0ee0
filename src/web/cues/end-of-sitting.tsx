/** The end: one plain thing that is true, another each day, and somebody to ask. */
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Steps } from '../shell/parts/index.ts';
import { sources, truths } from './cues-content.ts';
import { en } from './messages.ts';

const dayMs = 24 * 3_600_000;

export function EndOfSitting() {
  const m = useMessages(en);
  const app = useApp();
  const truth = truths[Math.floor(app.moment.value.nowMs / dayMs) % truths.length];
  return (
    <Steps
      title={m.end.title}
      place={m.place}
      onClose={() => app.back('/cues')}
      action={
        <>
          <Button onPress={() => app.back('/cues')}>{m.end.done}</Button>
          <Button kind="quiet" href="/noticing/new">
            {m.end.toNoticing}
          </Button>
        </>
      }
    >
      {truth !== undefined && (
        <div class="stack-tight">
          <p class="voice">{truth.text}</p>
          {sources
            .filter(({ id }) => truth.sources.includes(id))
            .map(({ id, authors, year }) => (
              <p key={id} class="note">
                {authors}, {year}
              </p>
            ))}
        </div>
      )}
      <p>{m.end.ask}</p>
    </Steps>
  );
}
