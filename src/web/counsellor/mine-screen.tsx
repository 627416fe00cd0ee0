/** My own page: words of mine, written here or copied here by one act, each put on the page or left off it. */
import { useSignal } from '@preact/signals';
import { type CounsellorCommand, counsellor, counsellorCopies, counsellorLimits } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Chip, EmptyState, Field, Screen as Frame, More } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { useOwn, useTitles } from './shared-words.ts';

export function Screen({ params }: ScreenProps) {
  const all = useMessages(en);
  const m = all.mine;
  const app = useApp();
  const titleOf = useTitles();
  const { refused, run, clear } = useCommand<CounsellorCommand>(all.refusals);
  const words = useSignal('');
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const own = useOwn();
  const things = thingsOf(app.snapshot.value, counsellor);
  const page = things.get(params.thing ?? '');
  const back = `/counsellor/${params.thing ?? ''}`;
  if (page?.type !== 'page' || page.isForgotten)
    return (
      <Frame title={m.title} back={back}>
        <EmptyState title={all.page.missing}>{all.page.missingText}</EmptyState>
      </Frame>
    );
  const write = (text: string): void => {
    clear();
    words.value = text;
  };
  /** One act: the words become a piece of this page, and stand on it. */
  const add = async (): Promise<void> => {
    const made = await run({ practice: 'counsellor', type: 'copy', thing: page.id, words: words.value });
    const [thing] = made ?? [];
    if (thing === undefined) return;
    words.value = '';
    await run({ practice: 'counsellor', type: 'show', thing, isShown: true });
  };
  const copies = counsellorCopies(things, page.id);
  return (
    <Frame title={m.title} lead={m.lead} back={back}>
      {copies.map((copy) => (
        <Card key={copy.id}>
          <p class="voice" dir="auto">
            {copy.words}
          </p>
          <div class="row">
            <Chip
              isOn={copy.isShown}
              onToggle={(isShown) => void run({ practice: 'counsellor', type: 'show', thing: copy.id, isShown })}
            >
              {m.may}
            </Chip>
            <Button
              kind="plain"
              isSmall
              onPress={() => void run({ practice: 'counsellor', type: 'forget', thing: copy.id })}
            >
              {m.remove}
            </Button>
          </div>
        </Card>
      ))}
      <Field
        label={m.field}
        isLong
        isVoice
        charsMax={counsellorLimits.copyCharsMax}
        value={words.value}
        error={refused?.sentence ?? null}
        onInput={write}
      />
      <div class="buttons">
        <Button kind="quiet" isDisabled={words.value.trim() === ''} onPress={() => void add()}>
          {m.add}
        </Button>
        {copies.some(({ isShown }) => isShown) && (
          <Button icon="paper" href={`/counsellor/${page.id}/print?of=mine`}>
            {m.look}
          </Button>
        )}
      </div>
      <More title={m.from}>
        <p class="note">{own?.length === 0 ? m.fromEmpty : m.fromNote}</p>
        {(own ?? []).slice(0, shownCount.value).map((thing) => (
          <Card key={thing.id} title={titleOf(thing.practice)}>
            <p dir="auto">{thing.words}</p>
            <div class="row">
              <Button kind="quiet" isSmall icon="copy" onPress={() => write(thing.words)}>
                {m.copy}
              </Button>
            </div>
          </Card>
        ))}
        {(own?.length ?? 0) > shownCount.value && (
          <Button
            kind="plain"
            onPress={() => {
              shownCount.value += limits.rowsShownMax;
            }}
          >
            {m.older}
          </Button>
        )}
      </More>
    </Frame>
  );
}
