/** Agreed openness, one thing at a time. Only the date of my own yes is shown, so an end tells nothing of the other's. */
import { useSignal } from '@preact/signals';
import {
  canRenew,
  livePath,
  type OpenDays,
  type OpenItem,
  openDays,
  openItems,
  type RebuildingCommand,
  type RebuildingPath,
  rebuilding,
} from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Card,
  Chip,
  Chips,
  Choice,
  EmptyState,
  Field,
  Screen as Frame,
  More,
  Note,
  Sheet,
  useName,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { relativeDay } from '../shell/time.ts';
import { en } from './messages.ts';
import { items, reachLists, reachReason } from './rebuilding-content.ts';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const path = livePath(thingsOf(app.snapshot.value, rebuilding), app.moment.value.nowMs);
  return (
    <Frame title={m.open.title} lead={m.open.lead} back="/rebuilding">
      {path === null ? <EmptyState title={m.hub.title}>{m.hub.rests}</EmptyState> : <Items path={path} />}
    </Frame>
  );
}

function Items({ path }: { readonly path: RebuildingPath }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { nowMs, zone, locale } = app.moment.value;
  const { refused, run, clear } = useCommand<RebuildingCommand>({
    ...m.refusals,
    'rebuilding.refusal.reaches-in': reachReason,
  });
  const days = useSignal<OpenDays>(7);
  const words = useSignal('');
  const ending = useSignal<OpenItem | null>(null);
  const all = openItems(thingsOf(app.snapshot.value, rebuilding), path, nowMs);
  const isLeaving = ({ id }: OpenItem): boolean => app.snapshot.value.windows.some(({ thing }) => thing === id);
  const agree = (thing: string): void =>
    void run({ practice: 'rebuilding', type: 'agree-item', thing, days: days.value, reach: reachLists(name) });
  const end = async (thing: string): Promise<void> => {
    await run({ practice: 'rebuilding', type: 'end-item', thing });
    ending.value = null;
  };
  const propose = async (): Promise<void> => {
    const given = { words: words.value, days: days.value, reach: reachLists(name) };
    if ((await run({ practice: 'rebuilding', type: 'propose-item', ...given })) !== null) words.value = '';
  };
  const said = (item: OpenItem) => (
    <p class="voice-small" dir="auto">
      {item.words}
    </p>
  );
  const lengths = (
    <Choice
      label={m.open.days}
      value={String(days.value)}
      options={openDays.map((count) => ({ value: String(count), label: m.open.daysOf[count] }))}
      onChange={(value) => {
        days.value = openDays.find((count) => String(count) === value) ?? days.value;
      }}
    />
  );
  const note = (sentence: string) => <p class="note">{sentence}</p>;
  return (
    <>
      {refused !== null && refused.field !== 'words' && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {all.toMe.map((item) => (
        <Card key={item.id} title={m.open.toMe(name)} icon="ours">
          {said(item)}
          {lengths}
          <div class="row">
            <Button isSmall onPress={() => agree(item.id)}>
              {m.open.yes}
            </Button>
            <Button
              kind="quiet"
              isSmall
              onPress={() => void run({ practice: 'rebuilding', type: 'set-aside', thing: item.id })}
            >
              {m.open.leave}
            </Button>
          </div>
          {note(m.open.noReason(name))}
        </Card>
      ))}
      {[...all.live, ...all.byMe].map((item) => {
        const isLive = all.live.includes(item);
        const day = relativeDay(item.agreed?.mineUntilMs ?? nowMs, nowMs, zone, locale);
        return (
          <Card key={item.id} title={isLive ? m.open.live : m.open.byMe} icon={isLive ? 'check' : 'send'}>
            {said(item)}
            {note(isLeaving(item) ? m.open.leaving : isLive ? m.open.until(day) : m.open.waits)}
            {!isLeaving(item) && (
              <div>
                <Button kind="quiet" isSmall icon="undo" onPress={() => (ending.value = item)}>
                  {m.open.end}
                </Button>
              </div>
            )}
          </Card>
        );
      })}
      {all.ended.map((item) => (
        <Card key={item.id} title={m.open.ended} icon="later">
          {said(item)}
          {canRenew(item) && !isLeaving(item) && (
            <>
              <div>
                <Button kind="quiet" isSmall onPress={() => agree(item.id)}>
                  {m.open.renew}
                </Button>
              </div>
              {note(m.open.renewNote)}
            </>
          )}
        </Card>
      ))}
      <More title={m.open.newTitle}>
        <Field
          label={m.open.field}
          hint={m.open.fieldHint}
          error={refused?.field === 'words' ? refused.sentence : null}
          isLong
          isVoice
          charsMax={limits.lineCharsMax}
          value={words.value}
          onInput={(text) => {
            clear();
            words.value = text;
          }}
        />
        <Chips label={m.open.ready}>
          {items.map(({ id, text }) => (
            <Chip key={id} isOn={words.value === text} onToggle={(isOn) => (words.value = isOn ? text : '')}>
              {text}
            </Chip>
          ))}
        </Chips>
        {lengths}
        <div class="buttons">
          <Button
            kind={all.toMe.length > 0 ? 'quiet' : 'main'}
            isDisabled={words.value.trim() === ''}
            onPress={() => void propose()}
          >
            {m.open.propose(name)}
          </Button>
        </div>
      </More>
      <Sheet isOpen={ending.value !== null} onClose={() => (ending.value = null)} title={m.open.endTitle}>
        <p>{m.open.endText(name)}</p>
        <div class="buttons">
          <Button onPress={() => void end(ending.value?.id ?? '')}>{m.open.end}</Button>
          <Button kind="quiet" onPress={() => (ending.value = null)}>
            {m.open.keep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
