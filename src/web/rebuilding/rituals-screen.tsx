/** What we do now: a short list of small things, of both. Either lets one rest; it does not vanish. */
import { useSignal } from '@preact/signals';
import { livePath, type RebuildingCommand, rebuilding, ritualsOf } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Chip, Chips, EmptyState, Field, Screen as Frame, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { reachLists, reachReason, rituals } from './rebuilding-content.ts';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<RebuildingCommand>({
    ...m.refusals,
    'rebuilding.refusal.reaches-in': reachReason,
  });
  const words = useSignal('');
  const things = thingsOf(app.snapshot.value, rebuilding);
  const path = livePath(things, app.moment.value.nowMs);
  const all = path === null ? [] : ritualsOf(things, path);
  const add = async (): Promise<void> => {
    const given = { words: words.value, reach: reachLists(name) };
    if ((await run({ practice: 'rebuilding', type: 'add-ritual', ...given })) !== null) words.value = '';
  };
  const put = (text: string): void => {
    clear();
    words.value = text;
  };
  return (
    <Frame title={m.rituals.title} lead={m.rituals.lead} back="/rebuilding">
      {path === null && <EmptyState title={m.hub.title}>{m.hub.rests}</EmptyState>}
      {path !== null && all.length === 0 && <EmptyState title={m.rituals.empty}>{m.rituals.emptyText}</EmptyState>}
      {all.map(({ id, words: said, isResting }) => (
        <Card key={id}>
          <p class="voice-small" dir="auto">
            {said}
          </p>
          {isResting ? (
            <p class="note">{m.rituals.rests}</p>
          ) : app.snapshot.value.windows.some(({ thing }) => thing === id) ? (
            <p class="note">{m.rituals.leaving}</p>
          ) : (
            <div>
              <Button
                kind="quiet"
                isSmall
                onPress={() => void run({ practice: 'rebuilding', type: 'rest-ritual', thing: id })}
              >
                {m.rituals.rest}
              </Button>
            </div>
          )}
        </Card>
      ))}
      {path !== null && (
        <section class="stack">
          <Field
            label={m.rituals.field}
            error={refused?.sentence ?? null}
            isVoice
            charsMax={limits.lineCharsMax}
            value={words.value}
            onInput={put}
          />
          <Chips label={m.rituals.ready}>
            {rituals.map(({ id, text }) => (
              <Chip key={id} isOn={words.value === text} onToggle={(isOn) => put(isOn ? text : '')}>
                {text}
              </Chip>
            ))}
          </Chips>
          <div class="buttons">
            <Button isDisabled={words.value.trim() === ''} onPress={() => void add()}>
              {m.rituals.add}
            </Button>
          </div>
        </section>
      )}
    </Frame>
  );
}
