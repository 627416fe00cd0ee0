/** "Are you rested enough, and willing?" Both answers are good ones; "not tonight" writes nothing, and tells nobody. */
import { useSignal } from '@preact/signals';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Steps } from '../shell/parts/index.ts';
import { en } from './messages.ts';

export interface WillingStepProps {
  readonly place: string;
  /** Asked of the two in front of this phone, or of one. */
  readonly isForBoth: boolean;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

export function WillingStep({ place, isForBoth, onYes, onClose }: WillingStepProps) {
  const m = useMessages(en).begin;
  const app = useApp();
  const isResting = useSignal(false);
  if (isResting.value) {
    return (
      <Steps
        place={place}
        title={m.restTitle}
        onClose={onClose}
        action={<Button onPress={() => app.navigate('/', { isReplacing: true })}>{m.restDone}</Button>}
      >
        <p class="voice">{m.restText}</p>
      </Steps>
    );
  }
  return (
    <Steps
      place={place}
      title={isForBoth ? m.willing : m.meWillingTitle}
      lead={m.willingLead}
      closeWord="cancel"
      onClose={onClose}
      action={
        <>
          <Button onPress={onYes}>{isForBoth ? m.bothWilling : m.meWilling}</Button>
          <Button kind="quiet" onPress={() => (isResting.value = true)}>
            {m.notTonight}
          </Button>
        </>
      }
    />
  );
}
