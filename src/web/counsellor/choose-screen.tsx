/** What the two share, one after the other, each with one chip. Choosing stays with me until I seal it. */
import { useSignal } from '@preact/signals';
import {
  type ConsentSpan,
  type CounsellorCommand,
  type CounsellorPage,
  consentSpans,
  counsellor,
  pageStanding,
  type SharedThing,
} from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Chip, Choice, EmptyState, Screen as Frame, More, Note } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { SaidWords } from './said-words.tsx';
import { sharedToReadable, useShared, useTitles } from './shared-words.ts';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const things = thingsOf(app.snapshot.value, counsellor);
  const found = things.get(params.thing ?? '');
  const shared = useShared();
  const back = `/counsellor/${params.thing ?? ''}`;
  const isMine = found?.type === 'page' && found.isShared && !found.isForgotten;
  if (isMine && pageStanding(things, found.id, app.moment.value.nowMs) === 'choosing' && shared !== null)
    return <Choosing key={found.id} page={found} shared={shared} />;
  return (
    <Frame title={m.choose.title} back={back}>
      {!isMine && <EmptyState title={m.page.missing}>{m.page.missingText}</EmptyState>}
    </Frame>
  );
}

function Choosing({ page, shared }: { readonly page: CounsellorPage; readonly shared: readonly SharedThing[] }) {
  const all = useMessages(en);
  const m = all.choose;
  const app = useApp();
  const titleOf = useTitles();
  const { refused, run } = useCommand<CounsellorCommand>(all.refusals);
  const chosen = useSignal<ReadonlySet<string>>(new Set(page.chosen));
  const span = useSignal<ConsentSpan>('week');
  const isKept = useSignal(false);
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const readable = sharedToReadable(shared);
  const back = `/counsellor/${page.id}`;
  // Only what stands here can be said yes to: what was chosen once and taken back since goes.
  const items = (): readonly string[] => readable.map(({ id }) => id).filter((id) => chosen.value.has(id));
  const seal = async (): Promise<void> => {
    const ids = new Set(items());
    const moments = shared.filter(({ id }) => ids.has(id)).flatMap(({ events }) => events.map(({ atMs }) => atMs));
    const things = await run({
      practice: 'counsellor',
      type: 'consent',
      thing: page.id,
      items: [...ids],
      seenUntilMs: Math.max(0, ...moments),
      span: span.value,
    });
    if (things !== null) app.navigate(back, { isReplacing: true });
  };
  const keep = async (): Promise<void> => {
    isKept.value = (await run({ practice: 'counsellor', type: 'choose', thing: page.id, items: items() })) !== null;
  };
  return (
    <Frame title={m.title} lead={m.lead} back={back}>
      <More title={m.how}>
        <ul class="plain-list">
          {m.howLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </More>
      {readable.length === 0 && <EmptyState title={m.empty}>{m.emptyText}</EmptyState>}
      {readable.slice(0, shownCount.value).map((thing) => (
        <Card key={thing.id} title={titleOf(thing.practice)}>
          <SaidWords said={thing.said} />
          <div class="row">
            <Chip
              isOn={chosen.value.has(thing.id)}
              onToggle={(isOn) => {
                const next = new Set(chosen.value);
                if (isOn) next.add(thing.id);
                else next.delete(thing.id);
                chosen.value = next;
                isKept.value = false;
              }}
            >
              {m.may}
            </Chip>
          </div>
        </Card>
      ))}
      {readable.length > shownCount.value && (
        <Button
          kind="plain"
          onPress={() => {
            shownCount.value += limits.rowsShownMax;
          }}
        >
          {all.list.older}
        </Button>
      )}
      <Choice
        label={m.span}
        value={span.value}
        options={consentSpans.map((value) => ({ value, label: m.spans[value] }))}
        onChange={(value) => {
          span.value = value;
        }}
      />
      <p class="note">{m.spanNote}</p>
      {(refused !== null || isKept.value) && (
        <Note isNews icon={refused === null ? 'check' : 'info'}>
          <p>{refused?.sentence ?? m.saved}</p>
        </Note>
      )}
      <div class="buttons">
        <Button icon="sealed" onPress={() => void seal()}>
          {m.seal}
        </Button>
        <Button kind="quiet" onPress={() => void keep()}>
          {m.save}
        </Button>
      </div>
    </Frame>
  );
}
