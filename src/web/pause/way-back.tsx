/** After a pause: three gentle first sentences, and the way on. Most of it happens away from the screen. */
import { useSignal } from '@preact/signals';
import { birthOf, type PauseWhole } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Steps } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { OpenPromise } from './open-promise.tsx';
import { backLines } from './pause-content.ts';

const shownCount = 3;
const guidedPath = '/guided/attune-non-defensive/back-after-a-pause';

export function WayBack({ whole }: { readonly whole: PauseWhole }) {
  const m = useMessages(en);
  const app = useApp();
  const { session, id } = whole.pause;
  const home = session === null ? '/' : `/guided/session/${session}`;
  // Others after another pause, the same ones while this one is looked at.
  const first = useSignal(Math.floor(birthOf(id) / 1000));
  const shown = Array.from({ length: shownCount }, (_, at) => backLines[(first.value + at) % backLines.length]);
  return (
    <Steps
      place={m.place}
      title={m.wayBack.title}
      lead={m.wayBack.lead}
      onClose={() => app.back(home)}
      action={
        session === null ? (
          <>
            <Button onPress={() => app.navigate('/')}>{m.wayBack.done}</Button>
            <Button kind="quiet" href={guidedPath}>
              {m.wayBack.steps}
            </Button>
          </>
        ) : (
          <Button href={home}>{m.wayBack.toSession}</Button>
        )
      }
    >
      <ul class="stack" aria-label={m.wayBack.sentences} aria-live="polite">
        {shown.map(
          (line) =>
            line !== undefined && (
              <li key={line.id}>
                <Card>
                  <p class="voice">{line.text}</p>
                </Card>
              </li>
            ),
        )}
      </ul>
      <div>
        <Button kind="quiet" isSmall onPress={() => (first.value += shownCount)}>
          {m.wayBack.others}
        </Button>
      </div>
      <OpenPromise whole={whole} text={m.wayBack.late} />
    </Steps>
  );
}
