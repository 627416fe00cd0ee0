/** Something good: what happened and, if one likes, what it means. Told to the other, or kept; also put differently. */
import { useSignal } from '@preact/signals';
import { coreLimits, type GoodNews, type GoodNewsCommand, goodNews } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, hasPartner, Note, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const old = thingsOf(useApp().snapshot.value, goodNews).get(params.thing ?? '');
  const own = old?.teller === 'me' && old.standing === 'mine' ? old : null;
  return <Writing key={own?.id ?? 'new'} old={own} />;
}

function Writing({ old }: { readonly old: GoodNews | null }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<GoodNewsCommand>(m.refusals);
  const happened = useSignal(old?.words?.happened ?? '');
  const means = useSignal(old?.words?.means ?? '');
  const canTell = old === null && hasPartner(app.snapshot.value);
  const isEmpty = happened.value.trim() === '';
  const save = async (type: 'tell' | 'keep'): Promise<void> => {
    const words = { happened: happened.value, means: means.value };
    const things = await run(
      type === 'tell'
        ? { practice: 'good-news', type, ...words }
        : { practice: 'good-news', type, thing: old?.id ?? null, ...words },
    );
    if (things !== null) app.navigate(`/good-news/${things[0] ?? ''}`, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.make.title}
      lead={m.make.lead}
      closeWord="cancel"
      onClose={() => app.back(old === null ? '/good-news' : `/good-news/${old.id}`)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          {canTell && (
            <Button isDisabled={isEmpty} onPress={() => void save('tell')}>
              {m.make.tell(name)}
            </Button>
          )}
          <Button kind={canTell ? 'quiet' : 'main'} isDisabled={isEmpty} onPress={() => void save('keep')}>
            {old === null ? m.make.keep : m.make.save}
          </Button>
        </>
      }
    >
      <Field
        label={m.make.happened}
        isLong
        isVoice
        charsMax={coreLimits.paragraphCharsMax}
        value={happened.value}
        onInput={(text) => {
          clear();
          happened.value = text;
        }}
      />
      <Field
        label={m.make.means}
        hint={m.make.meansHint}
        isLong
        isVoice
        charsMax={coreLimits.paragraphCharsMax}
        value={means.value}
        onInput={(text) => {
          clear();
          means.value = text;
        }}
      />
    </Steps>
  );
}
