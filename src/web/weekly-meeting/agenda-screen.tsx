/** The meeting itself, one part at a time, at the pace of those who sit together. Nothing is sent while they talk. */
import { useSignal } from '@preact/signals';
import { type AgendaItem, agendaPart, type Meeting, type WeeklyMeetingCommand, weeklyMeeting } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Choice, EmptyState, Note, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { Items } from './items.tsx';
import { partWords, thanks } from './meeting-content.ts';
import { en } from './messages.ts';

/** Who comes back from the talk about the topic, or from a promise, is where they were. In memory only. */
const stepByMeeting = new Map<string, number>();

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const found = thingsOf(app.snapshot.value, weeklyMeeting).get(params.thing ?? '');
  const isOpen = found?.type === 'meeting' && (found.standing === 'begun' || found.standing === 'closed');
  if (isOpen) return <Agenda key={found.id} one={found} />;
  return (
    <Steps title={m.place} onClose={() => app.back('/weekly-meeting')}>
      <EmptyState title={m.missing}>{m.refusals['weekly-meeting.refusal.not-begun']}</EmptyState>
    </Steps>
  );
}

function Agenda({ one }: { readonly one: Meeting }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run } = useCommand<WeeklyMeetingCommand>(m.refusals);
  const step = useSignal(stepByMeeting.get(one.id) ?? 0);
  const go = (to: number): void => {
    stepByMeeting.set(one.id, to);
    step.value = to;
    window.scrollTo(0, 0);
  };
  const end = async (): Promise<void> => {
    if (one.standing === 'begun' && (await run({ practice: 'weekly-meeting', type: 'close', thing: one.id })) === null)
      return;
    stepByMeeting.delete(one.id);
    app.navigate(`/weekly-meeting/${one.id}`, { isReplacing: true });
  };
  const now = partWords[step.value];
  const how = one.way === 'alone' ? 'alone' : 'together';
  const items = now === undefined ? [] : agendaPart(one, now.part);
  return (
    <Steps
      place={m.place}
      title={now?.title ?? m.agenda.thanks}
      lead={(now ?? thanks)[how]}
      step={step.value + 1}
      stepCount={partWords.length + 1}
      onClose={() => app.back('/weekly-meeting')}
      {...(step.value > 0 ? { onBack: () => go(step.value - 1) } : {})}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          {now === undefined ? (
            <Button onPress={() => void end()}>{one.standing === 'begun' ? m.agenda.close : m.agenda.done}</Button>
          ) : (
            <Button onPress={() => go(step.value + 1)}>{m.agenda.continue}</Button>
          )}
        </>
      }
    >
      {now !== undefined && items.length === 0 && (
        <p class="soft">{one.way === 'alone' ? m.agenda.nothingAlone : m.agenda.nothing}</p>
      )}
      {now?.part === 'topic' ? (
        <Topic one={one} items={items} run={run} />
      ) : (
        items.map((item) => (
          <div key={`${item.who} ${item.nth}`} class="stack-tight">
            <Items items={[item]} />
            {now?.part === 'next' && <ToPromise words={item.words} label={m.agenda.promise} />}
          </div>
        ))
      )}
      {now?.part === 'next' && items.length === 0 && <ToPromise words="" label={m.agenda.promiseNew} />}
    </Steps>
  );
}

interface TopicProps {
  readonly one: Meeting;
  readonly items: readonly AgendaItem[];
  readonly run: ReturnType<typeof useCommand<WeeklyMeetingCommand>>['run'];
}
const nameOfItem = ({ who, nth }: Pick<AgendaItem, 'who' | 'nth'>): string => `${who} ${nth}`;

function Topic({ one, items, run }: TopicProps) {
  const m = useMessages(en).agenda;
  const name = useName('partner');
  const { picks } = one;
  const find = (place: Meeting['topic']) =>
    place === null ? undefined : items.find((item) => nameOfItem(item) === nameOfItem(place));
  const topic = find(one.topic);
  const theirs = find(picks.partner);
  return (
    <>
      {items.length > 1 && one.standing === 'begun' && (
        <>
          <Choice
            look="list"
            label={m.pick}
            value={picks.me === null ? null : nameOfItem(picks.me)}
            options={items.map((item) => ({
              value: nameOfItem(item),
              label: item.words,
              hint: item.who === 'me' ? m.you : name,
            }))}
            onChange={(value) => {
              const item = items.find((each) => nameOfItem(each) === value);
              if (item === undefined) return;
              const { who, nth } = item;
              void run({ practice: 'weekly-meeting', type: 'topic', thing: one.id, who, nth });
            }}
          />
          {one.way === 'two-phones' && topic === undefined && <p class="note">{m.pickHow}</p>}
          {topic === undefined && theirs !== undefined && (
            <Note icon="info">
              <p>
                {m.theirPick(name)}
                <bdi>{theirs.words}</bdi>
              </p>
            </Note>
          )}
        </>
      )}
      {topic !== undefined && (
        <section class="stack">
          <h2>{m.picked}</h2>
          <Items items={[topic]} />
          {one.way !== 'alone' && <ToTalk topic={topic.words} />}
        </section>
      )}
    </>
  );
}

/** The words go by memory: in an address they would stay in the history of the browser, and reach the server on a reload. */
function ToTalk({ topic }: { readonly topic: string }) {
  const m = useMessages(en).agenda;
  const app = useApp();
  const begin = async (key: 'something-small' | 'something-hard'): Promise<void> => {
    const { beginTalkWith } = await import('../guided/begin-screen.tsx');
    beginTalkWith(topic);
    app.navigate(`/guided/attune-understand/${key}/begin`);
  };
  return (
    <>
      <div class="row">
        <Button kind="quiet" isSmall icon="talk" onPress={() => void begin('something-small')}>
          {m.talk}
        </Button>
        <Button kind="quiet" isSmall icon="care" onPress={() => void begin('something-hard')}>
          {m.hard}
        </Button>
      </div>
      <p class="note">{m.talkNote}</p>
    </>
  );
}

function ToPromise({ words, label }: { readonly words: string; readonly label: string }) {
  const app = useApp();
  const begin = async (): Promise<void> => {
    const { beginPromiseWith } = await import('../promises/make-screen.tsx');
    beginPromiseWith(words);
    app.navigate('/promises/new');
  };
  return (
    <div class="row">
      <Button kind="quiet" isSmall icon="promises" onPress={() => void begin()}>
        {label}
      </Button>
    </div>
  );
}
