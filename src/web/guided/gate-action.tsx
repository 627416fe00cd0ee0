/**
 * Whether the speaker feels understood. Two answers of the same weight: neither is the ink of a main action, and "almost"
 * has room to say what is missing, which may also stay unsaid.
 */
import { type Signal, useSignal } from '@preact/signals';
import { type Gate, guidedLimits, type Verdict } from '#core';
import { useMessages } from '../shell/app.ts';
import { Button, Field } from '../shell/parts/index.ts';
import { en } from './messages.ts';

export interface GateActionProps {
  readonly gate: Gate;
  readonly missed: Signal<string>;
  readonly onSay: (verdict: Verdict) => void;
}

export function GateAction({ gate, missed, onSay }: GateActionProps) {
  const m = useMessages(en).gate;
  const isAlmost = useSignal(false);
  if (isAlmost.value) {
    return (
      <>
        <Field
          label={m.missing}
          hint={m.missingHint}
          isLong
          isVoice
          charsMax={guidedLimits.answerCharsMax}
          value={missed.value}
          onInput={(text) => (missed.value = text)}
        />
        <Button onPress={() => onSay('almost')}>{m.say}</Button>
        <Button kind="plain" onPress={() => (isAlmost.value = false)}>
          {m.back}
        </Button>
      </>
    );
  }
  return (
    <div class="gate">
      <Button kind="quiet" onPress={() => onSay('yes')}>
        {gate.yes}
      </Button>
      <Button kind="quiet" onPress={() => (isAlmost.value = true)}>
        {gate.almost}
      </Button>
    </div>
  );
}
