/** As far as both would go: each says it sealed, both open together, the lesser holds. Back to light is one press. */
import { useSignal } from '@preact/signals';
import { agreedDepth, latestReach, type OpeningDepth, type OpeningsCommand, openings } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Chip, Chips, Note } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { depthOf, depths } from './openings-content.ts';

export function AgreedDepth() {
  const m = useMessages(en);
  const { list } = m;
  const snapshot = useApp().snapshot.value;
  const { refused, run } = useCommand<OpeningsCommand>(m.refusals);
  const choice = useSignal<OpeningDepth>('light');
  const things = thingsOf(snapshot, openings);
  const agreed = agreedDepth(things);
  const isLeaving = snapshot.windows.some(
    ({ practice, thing }) => practice === 'openings' && things.get(thing)?.type !== 'opening',
  );
  const isSealed = latestReach(things, 'me', true) !== null;
  return (
    <Card title={list.agreeTitle} icon="ours">
      <p>{agreed === null ? list.agreeNone : list.agreed(depthOf(agreed))}</p>
      {isLeaving || isSealed ? (
        <Note icon="sealed">
          <p>{isLeaving ? list.leaving : list.sealed}</p>
        </Note>
      ) : (
        <>
          <p class="note">{list.agreeHow}</p>
          <Chips label={list.agreeChips}>
            {depths.map(({ depth, text }) => (
              <Chip
                key={depth}
                isOn={choice.value === depth}
                onToggle={() => {
                  choice.value = depth;
                }}
              >
                {text}
              </Chip>
            ))}
          </Chips>
          <Button
            kind="quiet"
            isSmall
            icon="sealed"
            onPress={() => void run({ practice: 'openings', type: 'agree', depth: choice.value })}
          >
            {list.agree}
          </Button>
        </>
      )}
      {latestReach(things, 'me', false)?.standing === 'open' && (
        <>
          <Button kind="quiet" isSmall onPress={() => void run({ practice: 'openings', type: 'lighter' })}>
            {list.lighter}
          </Button>
          <p class="note">{list.lighterNote}</p>
        </>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
    </Card>
  );
}
