/** What is mine: protected times, people, interests and plans; and the times that the other one shared. */
import {
  isTimeChanged,
  type OwnLifeSubject,
  ownLife,
  ownLifeSubjects,
  ownNotes,
  ownTimes,
  type ProtectedTime,
  timesOfOther,
  wordsOfTime,
} from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Screen as Frame, ListRow, Rows, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en as cardEn } from './card-messages.ts';
import { en } from './messages.ts';

export function Screen() {
  const m = useMessages(en);
  const name = useName('partner');
  const things = thingsOf(useApp().snapshot.value, ownLife);
  const mine = ownTimes(things);
  const theirs = timesOfOther(things);
  return (
    <Frame
      title={m.home.title}
      lead={m.home.lead}
      back="/practices"
      aside={
        theirs.length > 0 && (
          <Card title={m.home.theirs(name)} icon="ours">
            <Times times={theirs} />
          </Card>
        )
      }
    >
      <section class="stack">
        <h2>{m.home.times}</h2>
        {mine.length === 0 ? (
          <p class="soft">{m.home.timesNone}</p>
        ) : (
          <Card>
            <Times times={mine} />
          </Card>
        )}
        <div class="buttons">
          <Button href="/own-life/time">{m.home.addTime}</Button>
        </div>
      </section>
      {ownLifeSubjects.map((about) => (
        <Notes key={about} about={about} />
      ))}
      <div class="buttons">
        <Button kind="quiet" href="/own-life/note">
          {m.home.add}
        </Button>
      </div>
      <Card>
        <Rows>
          <ListRow icon="lock" title={m.home.balance} note={m.home.balanceNote} href="/own-life/balance" />
        </Rows>
      </Card>
    </Frame>
  );
}

function Times({ times }: { readonly times: readonly ProtectedTime[] }) {
  const m = useMessages(en).home;
  const card = useMessages(cardEn);
  const { windows } = useApp().snapshot.value;
  const noteOf = (time: ProtectedTime): string => {
    if (windows.some(({ thing }) => thing === time.id)) return m.leaving;
    if (time.standing === 'mine') return m.mine;
    if (time.standing === 'withdrawn') return m.taken;
    return isTimeChanged(time) ? m.changed : m.shared;
  };
  return (
    <Rows>
      {times.map((time) => {
        const words = wordsOfTime(time);
        return (
          <ListRow
            key={time.id}
            href={`/own-life/time/${time.id}`}
            icon={words === null ? 'undo' : 'calendar'}
            title={
              <span dir="auto">
                {words === null ? m.takenTitle : card.time(card.when(words.days, words.part), words.words)}
              </span>
            }
            note={noteOf(time)}
          />
        );
      })}
    </Rows>
  );
}

function Notes({ about }: { readonly about: OwnLifeSubject }) {
  const m = useMessages(en);
  const notes = ownNotes(thingsOf(useApp().snapshot.value, ownLife), about);
  return (
    <section class="stack">
      <h2>{m.subjects[about]}</h2>
      {notes.length === 0 ? (
        <p class="soft">{m.home.none[about]}</p>
      ) : (
        <Card>
          <Rows>
            {notes.map(({ id, words }) => (
              <ListRow key={id} href={`/own-life/note/${id}`} title={<span dir="auto">{words}</span>} />
            ))}
          </Rows>
        </Card>
      )}
    </section>
  );
}
