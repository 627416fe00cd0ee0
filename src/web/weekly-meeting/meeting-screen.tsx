/** One meeting: before it begins its time and what I bring; afterwards what we went through. Either lets it rest. */
import { useSignal } from '@preact/signals';
import { agendaPart, type Meeting, type WeeklyMeetingCommand, weeklyMeeting } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { PromisedRow } from '../reaching-out/promised-row.tsx';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Card,
  EmptyState,
  Screen as Frame,
  hasPartner,
  ListRow,
  Note,
  Rows,
  Sheet,
  useName,
  When,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { Items } from './items.tsx';
import { partWords, promiseWords, titleOf } from './meeting-content.ts';
import { en } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const found = thingsOf(useApp().snapshot.value, weeklyMeeting).get(params.thing ?? '');
  if (found?.type === 'meeting' && found.standing !== 'rest') return <Detail key={found.id} one={found} />;
  const rest = found?.type === 'meeting' ? found : null;
  return (
    <Frame title={m.meeting.title} back="/weekly-meeting">
      <EmptyState title={rest ? m.meeting.rested : m.missing}>{rest ? m.meeting.restedText : m.missingText}</EmptyState>
      {rest && <Promised one={rest} note={m.meeting.promisedRest} />}
    </Frame>
  );
}

function Detail({ one }: { readonly one: Meeting }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run } = useCommand<WeeklyMeetingCommand>(m.refusals);
  const isLeaving = app.snapshot.value.windows.some(({ thing }) => thing === one.id);
  const { standing, way } = one;
  const hasBrought = way === 'two-phones' && standing !== 'begun' && (one.mine ?? []).length > 0;
  return (
    <Frame
      title={m.meeting.title}
      kicker={
        <span class="day">
          <When atMs={one.time.atMs ?? one.beganAtMs} hasTime />
        </span>
      }
      back="/weekly-meeting"
      {...(hasBrought ? { aside: <Brought one={one} run={run} isLeaving={isLeaving} /> } : {})}
    >
      {standing === 'waiting' && <Waiting one={one} isLeaving={isLeaving} run={run} />}
      {standing === 'begun' && (
        <div class="buttons">
          <Button href={`/weekly-meeting/${one.id}/agenda`}>{m.meeting.go}</Button>
        </div>
      )}
      {standing === 'closed' && (
        <>
          <p class="soft">{m.meeting.closed}</p>
          {partWords.map(({ part, title }) => {
            const items = agendaPart(one, part).filter(
              ({ who, nth }) => part !== 'topic' || (one.topic?.who === who && one.topic.nth === nth),
            );
            return items.length === 0 ? null : (
              <section key={part} class="stack">
                <h2>{title}</h2>
                <Items items={items} />
              </section>
            );
          })}
        </>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {way !== 'two-phones' && <Forget one={one} run={run} />}
    </Frame>
  );
}

type Run = ReturnType<typeof useCommand<WeeklyMeetingCommand>>['run'];
interface PartProps {
  readonly one: Meeting;
  readonly run: Run;
}

/** What a yes has become: whoever gave it says there how it went, or that it will be different. */
function Promised({ one, note }: { readonly one: Meeting; readonly note?: string }) {
  const m = useMessages(en).meeting;
  if (one.promise === null) return null;
  return (
    <>
      <PromisedRow thing={one.promise.thing} title={m.promised} />
      {note !== undefined && <p class="note">{note}</p>}
    </>
  );
}

function Waiting({ one, run, isLeaving }: PartProps & { readonly isLeaving: boolean }) {
  const m = useMessages(en).meeting;
  const app = useApp();
  const name = useName('partner');
  const isAsking = useSignal(false);
  const { time, isAgreed, mine, id: thing } = one;
  const close = (): void => {
    isAsking.value = false;
  };
  const rest = async (): Promise<void> => {
    await run({ practice: 'weekly-meeting', type: 'not-this-week', thing });
    close();
  };
  if (!hasPartner(app.snapshot.value)) return null;
  const said = time.by === 'me' ? m.byMe(name) : m.byThem(name);
  const bringPath = `/weekly-meeting/${thing}/bring`;
  const canAgree = time.by === 'partner' && time.atMs !== null && !isAgreed;
  return (
    <>
      <p>{isAgreed ? m.agreed : time.atMs === null ? m.now : said}</p>
      {isLeaving && (
        <Note icon="sealed">
          <p>{m.leaving}</p>
        </Note>
      )}
      {mine !== null && (
        <Note icon="sealed" isNews>
          <p>{mine.some(({ words }) => words !== null) ? m.sealed : m.sealedNone}</p>
        </Note>
      )}
      {!isLeaving && (
        <>
          {canAgree && (
            <>
              <div class="buttons">
                <Button
                  icon="check"
                  onPress={() => void run({ practice: 'weekly-meeting', type: 'agree', thing, what: promiseWords })}
                >
                  {m.agree}
                </Button>
              </div>
              <p class="note">{m.becomes}</p>
            </>
          )}
          {mine === null && !canAgree && (
            <div class="buttons">
              <Button href={bringPath}>{m.bring}</Button>
            </div>
          )}
          <div class="row">
            {mine === null && canAgree && (
              <Button kind="quiet" isSmall icon="sealed" href={bringPath}>
                {m.bring}
              </Button>
            )}
            <Button kind="quiet" isSmall icon="calendar" href={`/weekly-meeting/${thing}/move`}>
              {m.move}
            </Button>
            <Button kind="quiet" isSmall onPress={() => (isAsking.value = true)}>
              {m.rest}
            </Button>
          </div>
          <p class="note">{m.alone}</p>
        </>
      )}
      <Promised one={one} />
      <Sheet isOpen={isAsking.value} onClose={close} title={m.restTitle}>
        <p>{m.restText}</p>
        <div class="buttons">
          <Button onPress={() => void rest()}>{m.rest}</Button>
          <Button kind="quiet" onPress={close}>
            {m.keep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

/** What I brought. Each can be taken back, before it begins and after. */
function Brought({ one, run, isLeaving }: PartProps & { readonly isLeaving: boolean }) {
  const m = useMessages(en).meeting;
  const isOver = one.standing === 'closed';
  return (
    <section class="stack">
      <h2>{isOver ? m.broughtThen : m.brought}</h2>
      <Card>
        <Rows>
          {(one.mine ?? []).map(({ part, words }, nth) => (
            <ListRow
              key={nth}
              icon={words === null ? 'undo' : isOver ? 'ours' : 'sealed'}
              title={words ?? m.taken}
              note={titleOf(part)}
              end={
                words !== null &&
                !isLeaving && (
                  <Button
                    kind="plain"
                    label={`${m.takeBack}: ${words}`}
                    onPress={() => void run({ practice: 'weekly-meeting', type: 'take-back', thing: one.id, nth })}
                  >
                    {m.takeBack}
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      </Card>
    </section>
  );
}

function Forget({ one, run }: PartProps) {
  const m = useMessages(en).meeting;
  const app = useApp();
  const isAsking = useSignal(false);
  const close = (): void => {
    isAsking.value = false;
  };
  const forget = async (): Promise<void> => {
    if ((await run({ practice: 'weekly-meeting', type: 'forget', thing: one.id })) !== null)
      app.back('/weekly-meeting');
  };
  return (
    <div class="row">
      <Button kind="danger" isSmall onPress={() => (isAsking.value = true)}>
        {m.delete}
      </Button>
      <Sheet isOpen={isAsking.value} onClose={close} title={m.deleteTitle}>
        <p>{m.deleteText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void forget()}>
            {m.delete}
          </Button>
          <Button kind="quiet" onPress={close}>
            {m.deleteKeep}
          </Button>
        </div>
      </Sheet>
    </div>
  );
}
