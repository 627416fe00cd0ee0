/** My side, for me first: owning without excuses, or what I need to know and what not. A hint is only a hint. */
import { useSignal } from '@preact/signals';
import { coreLimits, firstExcuse, type RebuildingCommand, type RebuildingRole, rebuilding } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { excuses } from './rebuilding-content.ts';

export function Screen({ params, query }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const found = thingsOf(app.snapshot.value, rebuilding).get(params.thing ?? '');
  const old = found?.type === 'side' && found.author === 'me' && found.standing === 'mine' ? found : null;
  const role: RebuildingRole = old?.words?.role ?? (query.get('role') === 'hurt' ? 'hurt' : 'broke');
  const { refused, run, clear } = useCommand<RebuildingCommand>(m.refusals);
  const words = { first: useSignal(old?.words?.first ?? ''), second: useSignal(old?.words?.second ?? '') };
  const excuse = role === 'broke' ? firstExcuse(`${words.first.value} ${words.second.value}`, excuses.match) : null;
  const close = (): void => app.back(old === null ? '/rebuilding' : `/rebuilding/side/${old.id}`);
  const save = async (): Promise<void> => {
    const [first, second] = [words.first.value, words.second.value];
    const things = await run({ practice: 'rebuilding', type: 'write', thing: old?.id ?? null, role, first, second });
    if (things !== null) app.navigate(`/rebuilding/side/${things[0] ?? ''}`, { isReplacing: true });
  };
  const paragraph = (field: 'first' | 'second', hint?: string) => (
    <Field
      label={m.write[field][role]}
      {...(hint === undefined ? {} : { hint })}
      isLong
      isVoice
      charsMax={coreLimits.paragraphCharsMax}
      value={words[field].value}
      onInput={(text) => {
        clear();
        words[field].value = text;
      }}
    />
  );
  return (
    <Steps
      place={m.place}
      title={m.write.titles[role]}
      lead={m.write.leads[role]}
      closeWord="cancel"
      onClose={close}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void save()}>{m.write.save}</Button>
        </>
      }
    >
      {paragraph('first')}
      {paragraph('second', m.write.secondHint[role])}
      {excuse !== null && (
        <Note isNews icon="edit">
          <p>
            {excuses.hint} “{excuse}”.
          </p>
          <p>{m.write.excuse}</p>
        </Note>
      )}
    </Steps>
  );
}
