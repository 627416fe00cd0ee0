/** Which parts of a text the other one may read: chosen one by one, shown as they will read them, shared by one act. */
import { useSignal } from '@preact/signals';
import {
  type NeutralCommand,
  type NeutralPart,
  type NeutralText,
  type NeutralWords,
  neutralObserver,
  neutralParts,
  shareNeutral,
} from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Card,
  Chip,
  Chips,
  EmptyState,
  Screen as Frame,
  hasPartner,
  Note,
  Steps,
  useName,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { partName } from './neutral-content.ts';
import { PartsView } from './parts-view.tsx';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const text = thingsOf(useApp().snapshot.value, neutralObserver).get(params.thing ?? '');
  if (text?.type === 'text' && text.author === 'me' && text.own !== null)
    return <Sharing key={text.id} text={text} own={text.own} />;
  return (
    <Frame title={m.list.title} back="/neutral-observer">
      <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
    </Frame>
  );
}

function Sharing({ text, own }: { readonly text: NeutralText; readonly own: NeutralWords }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<NeutralCommand>(m.refusals);
  const chosen = useSignal<readonly NeutralPart[]>([]);
  const home = `/neutral-observer/${text.id}`;
  const share = async (): Promise<void> => {
    const things = await run({ practice: 'neutral-observer', type: 'share', thing: text.id, parts: chosen.value });
    if (things !== null) app.navigate(home, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.share.title}
      lead={m.share.lead(name)}
      closeWord="cancel"
      onClose={() => app.back(home)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          {hasPartner(app.snapshot.value) ? (
            <Button isDisabled={chosen.value.length === 0} onPress={() => void share()}>
              {m.share.share(name)}
            </Button>
          ) : (
            <p class="soft">{m.share.alone}</p>
          )}
        </>
      }
    >
      <Chips label={m.share.choose}>
        {neutralParts
          .filter((part) => own[part] !== '')
          .map((part) => (
            <Chip
              key={part}
              isOn={chosen.value.includes(part)}
              onToggle={(isOn) => {
                clear();
                chosen.value = isOn ? [...chosen.value, part] : chosen.value.filter((one) => one !== part);
              }}
            >
              {partName(part, m.detail.about)}
            </Chip>
          ))}
      </Chips>
      {chosen.value.length > 0 && (
        <Card icon="ours" tone="ours" title={m.share.preview(name)}>
          <PartsView words={shareNeutral(own, chosen.value)} />
        </Card>
      )}
    </Steps>
  );
}
