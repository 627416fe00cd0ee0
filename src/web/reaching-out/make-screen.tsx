/**
 * What I would like just now. One tap is enough: what it does (ask, words to say aloud, keep it for me) is chosen
 * above, and says so. Words of one's own are optional and stand before the tap.
 */
import { useSignal } from '@preact/signals';
import { type ReachingOutCommand, type WishKey, wishKeys } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Card, Choice, Field, hasPartner, ListRow, Note, Rows, Steps, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { useWishLabel, wishIcons } from './wish-view.tsx';
import './reaching-out.css';

type Way = 'ask' | 'aloud' | 'keep';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const label = useWishLabel();
  const isTwo = hasPartner(app.snapshot.value);
  const { refused, run, clear } = useCommand<ReachingOutCommand>(m.refusals);
  const chosen = useSignal<Way | null>(null);
  const words = useSignal('');
  // Until something is chosen it follows whether there is somebody to ask, which is known once the device was read.
  const way: Way = chosen.value ?? (isTwo ? 'ask' : 'aloud');
  const leads = { ask: m.make.askLead(name), aloud: m.make.aloudLead, keep: m.make.keepLead };
  const choose = async (wish: WishKey): Promise<void> => {
    if (way === 'aloud') return app.navigate(`/reaching-out/aloud?wish=${wish}`);
    const things = await run({ practice: 'reaching-out', type: way, wish, words: words.value });
    if (things !== null) app.navigate(`/reaching-out/${things[0] ?? ''}`, { isReplacing: true });
  };
  return (
    <Steps place={m.place} title={m.make.title} closeWord="cancel" onClose={() => app.back('/reaching-out')}>
      <div class="stack">
        <Choice
          label={m.make.way}
          isLabelUnseen
          value={way}
          options={[
            ...(isTwo ? [{ value: 'ask' as const, label: m.make.ask(name) }] : []),
            { value: 'aloud', label: m.make.aloud },
            { value: 'keep', label: m.make.keep },
          ]}
          onChange={(value) => {
            clear();
            chosen.value = value;
          }}
        />
        <p class="soft">{leads[way]}</p>
      </div>
      {way !== 'aloud' && (
        <div class="grows">
          <Field
            label={m.make.words}
            isLong
            isVoice
            charsMax={limits.lineCharsMax}
            value={words.value}
            onInput={(text) => {
              clear();
              words.value = text;
            }}
          />
        </div>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <Card>
        <Rows label={m.make.wishes}>
          {wishKeys.map((wish) => (
            <ListRow key={wish} icon={wishIcons[wish]} title={label(wish)} onPress={() => void choose(wish)} />
          ))}
        </Rows>
      </Card>
    </Steps>
  );
}
