/** A field for the passphrase: hidden unless it is to be seen. No form around it, so that no browser takes it for a login. */
import { type Signal, useSignal } from '@preact/signals';
import { useMessages } from '../shell/app.ts';
import { Button, Field } from '../shell/parts/index.ts';
import { lockEn } from './messages.ts';

export interface PassphraseFieldProps {
  readonly label: string;
  readonly value: Signal<string>;
  readonly hint?: string;
  readonly error?: string | null;
  /** Whether it is seen; shared by fields that stand together. Without it the field has its own. */
  readonly isSeen?: Signal<boolean>;
  readonly onEnter?: () => void;
}

export function PassphraseField(props: PassphraseFieldProps) {
  const m = useMessages(lockEn);
  const ownSeen = useSignal(false);
  const isSeen = props.isSeen ?? ownSeen;
  return (
    <div class="stack-tight">
      <Field
        label={props.label}
        value={props.value.value}
        type={isSeen.value ? 'text' : 'password'}
        capitals="none"
        error={props.error ?? null}
        onInput={(text) => (props.value.value = text)}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        {...(props.onEnter === undefined ? {} : { onEnter: props.onEnter })}
      />
      {props.isSeen === undefined && <SeenButton isSeen={isSeen} words={m} />}
    </div>
  );
}

export function SeenButton({
  isSeen,
  words,
}: {
  readonly isSeen: Signal<boolean>;
  readonly words: { show: string; hide: string };
}) {
  return (
    <div class="row">
      <Button kind="plain" isSmall onPress={() => (isSeen.value = !isSeen.value)}>
        {isSeen.value ? words.hide : words.show}
      </Button>
    </div>
  );
}
