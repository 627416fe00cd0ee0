/** One thing that the other did and, if one likes, what it meant. Told now, or kept for a good moment. */
import { useSignal } from '@preact/signals';
import { type Appreciation, type AppreciationCommand, appreciation, coreLimits } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Chip, Chips, Field, hasPartner, Note, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { meanings, starters } from './appreciation-content.ts';
import { en } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const old = thingsOf(useApp().snapshot.value, appreciation).get(params.thing ?? '');
  const own = old?.author === 'me' && old.standing === 'mine' ? old : null;
  return <Writing key={own?.id ?? 'new'} old={own} />;
}

function Writing({ old }: { readonly old: Appreciation | null }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<AppreciationCommand>(m.refusals);
  const did = useSignal(old?.words?.did ?? '');
  const meant = useSignal(old?.words?.meant ?? '');
  const isTwo = hasPartner(app.snapshot.value);
  const canSay = old === null && isTwo;
  const isEmpty = did.value.trim() === '';
  const putDid = (text: string): void => {
    clear();
    did.value = text;
  };
  const putMeant = (text: string): void => {
    clear();
    meant.value = text;
  };
  const save = async (type: 'say' | 'keep'): Promise<void> => {
    const words = { did: did.value, meant: meant.value };
    const things = await run(
      type === 'say'
        ? { practice: 'appreciation', type, ...words }
        : { practice: 'appreciation', type, thing: old?.id ?? null, ...words },
    );
    if (things !== null) app.navigate(`/appreciation/${things[0] ?? ''}`, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.make.title}
      lead={m.make.lead}
      closeWord="cancel"
      onClose={() => app.back(old === null ? '/appreciation' : `/appreciation/${old.id}`)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          {canSay && (
            <Button isDisabled={isEmpty} onPress={() => void save('say')}>
              {m.make.say(name)}
            </Button>
          )}
          <Button kind={canSay ? 'quiet' : 'main'} isDisabled={isEmpty} onPress={() => void save('keep')}>
            {old !== null ? m.make.save : isTwo ? m.make.keepForMeeting : m.make.keep}
          </Button>
        </>
      }
    >
      <Field
        label={m.make.did}
        isLong
        isVoice
        charsMax={coreLimits.paragraphCharsMax}
        value={did.value}
        onInput={putDid}
      />
      {did.value === '' && (
        <Chips label={m.make.starters}>
          {starters.map(({ id, text }) => (
            <Chip key={id} isOn={false} onToggle={() => putDid(`${text} `)}>
              {text}
            </Chip>
          ))}
        </Chips>
      )}
      <Field
        label={m.make.meant}
        hint={m.make.meantHint}
        isLong
        isVoice
        charsMax={coreLimits.paragraphCharsMax}
        value={meant.value}
        onInput={putMeant}
      />
      <Chips label={m.make.meanings}>
        {meanings.map(({ id, text }) => (
          <Chip key={id} isOn={meant.value === text} onToggle={(isOn) => putMeant(isOn ? text : '')}>
            {text}
          </Chip>
        ))}
      </Chips>
    </Steps>
  );
}
