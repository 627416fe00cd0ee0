/** My notes of the week, the meeting that is before us, and the ways to hold one. Nothing is counted. */
import { currentMeeting, notesAtHand, ownMeeting, pastMeetings, type WeeklyMeetingCommand, weeklyMeeting } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Screen as Frame, hasPartner, ListRow, Note, Rows, useName, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { keptAppreciations } from './kept-words.ts';
import { titleOf } from './meeting-content.ts';
import { en } from './messages.ts';

export function Screen() {
  const m = useMessages(en);
  const shell = useMessages(shellEn);
  const app = useApp();
  const snapshot = app.snapshot.value;
  const things = thingsOf(snapshot, weeklyMeeting);
  const notes = notesAtHand(things);
  const kept = keptAppreciations(snapshot);
  const past = pastMeetings(things).slice(0, limits.rowsShownMax);
  const pastWord = { 'two-phones': m.home.pastTwo, 'one-phone': m.home.pastPhone, alone: m.home.pastAlone };
  return (
    <Frame
      title={m.home.title}
      lead={m.home.lead}
      back="/practices"
      aside={
        <>
          <Meet />
          {past.length > 0 && (
            <section class="stack">
              <h2>{m.home.past}</h2>
              <Card>
                <Rows>
                  {past.map(({ id, way, beganAtMs }) => (
                    <ListRow
                      key={id}
                      href={`/weekly-meeting/${id}`}
                      icon={way === 'two-phones' ? 'ours' : 'lock'}
                      title={
                        <span class="day">
                          <When atMs={beganAtMs} />
                        </span>
                      }
                      note={pastWord[way]}
                    />
                  ))}
                </Rows>
              </Card>
            </section>
          )}
        </>
      }
    >
      <section class="stack">
        <h2>{m.home.notes}</h2>
        {notes.length + kept.length === 0 ? (
          <p class="soft">{m.home.none}</p>
        ) : (
          <Card>
            <Rows>
              {kept.map(({ note, words }) => (
                <ListRow key={note} href={`/appreciation/${note}`} icon="lock" title={words} note={m.home.kept} />
              ))}
              {notes.map(({ id, part, words }) => (
                <ListRow key={id} href={`/weekly-meeting/note/${id}`} icon="lock" title={words} note={titleOf(part)} />
              ))}
            </Rows>
          </Card>
        )}
        <div class="buttons">
          <Button icon="plus" href="/weekly-meeting/note">
            {m.home.write}
          </Button>
        </div>
      </section>
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </Frame>
  );
}

function Meet() {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const snapshot = app.snapshot.value;
  const things = thingsOf(snapshot, weeklyMeeting);
  const { refused, run } = useCommand<WeeklyMeetingCommand>(m.refusals);
  const isPaired = hasPartner(snapshot);
  const current = isPaired ? currentMeeting(things, app.moment.value.nowMs) : null;
  const own = ownMeeting(things);
  const isLeaving = snapshot.windows.some(({ practice, thing }) => practice === 'weekly-meeting' && !things.has(thing));
  return (
    <section class="stack">
      <h2>{m.home.meet}</h2>
      {current !== null && (
        <Card>
          <Rows>
            <ListRow
              href={`/weekly-meeting/${current.id}`}
              icon="calendar"
              title={m.meeting.title}
              note={current.time.atMs === null ? m.meeting.now : <When atMs={current.time.atMs} hasTime />}
            />
          </Rows>
        </Card>
      )}
      {isLeaving && (
        <Note icon="send" tone="ours">
          <p>{m.home.leaving(name)}</p>
        </Note>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {isPaired && current === null && !isLeaving && (
        <div class="row">
          <Button kind="quiet" isSmall icon="calendar" href="/weekly-meeting/propose">
            {m.home.propose}
          </Button>
          <Button
            kind="quiet"
            isSmall
            onPress={() => void run({ practice: 'weekly-meeting', type: 'propose', atMs: null })}
          >
            {m.home.now}
          </Button>
        </div>
      )}
      <div class="row">
        {own !== null && (
          <Button kind="quiet" isSmall href={`/weekly-meeting/${own.id}/agenda`}>
            {own.way === 'alone' ? m.home.own : m.home.ownTwo}
          </Button>
        )}
        <Button kind="quiet" isSmall icon="phone" href="/weekly-meeting/one-phone">
          {m.home.onePhone}
        </Button>
        <Button kind="quiet" isSmall icon="lock" href="/weekly-meeting/alone">
          {m.home.alone}
        </Button>
      </div>
    </section>
  );
}
