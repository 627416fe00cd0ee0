/**
 * My map of the other one, or of myself: what I learnt, by what it is about, newest first, with its age in words. It is
 * never finished and nothing on it is counted. Mine alone.
 */
import { letGoEntries, type MapEntry, type MapSubject, mapGroups, openQuestions } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Choice, EmptyState, Screen as Frame, ListRow, More, Rows, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { ageInWords } from './age.ts';
import { firstLine } from './first-line.ts';
import { en } from './messages.ts';
import { topicWord } from './questions-content.ts';
import '../noticing/noticing.css';

export function Screen({ query }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const about: MapSubject = query.get('of') === 'me' ? 'me' : 'partner';
  const things = thingsOf(app.snapshot.value, openQuestions);
  const groups = mapGroups(things, about);
  const letGo = letGoEntries(things, about);
  return (
    <Frame
      title={about === 'me' ? m.map.ofMe : m.map.ofPartner(name)}
      lead={about === 'me' ? m.map.leadMe : m.map.lead}
      back="/open-questions"
    >
      <Choice
        label={m.map.which}
        isLabelUnseen
        value={about}
        options={[
          { value: 'partner', label: m.map.partner(name) },
          { value: 'me', label: m.map.me },
        ]}
        onChange={(value) =>
          app.navigate(value === 'me' ? '/open-questions/map?of=me' : '/open-questions/map', { isReplacing: true })
        }
      />
      {groups.length === 0 && (
        <EmptyState
          title={m.map.emptyTitle}
          action={
            <Button kind="quiet" isSmall href="/open-questions">
              {m.map.question}
            </Button>
          }
        >
          {about === 'me' ? m.map.emptyMe : m.map.emptyPartner(name)}
        </EmptyState>
      )}
      {groups.map(({ topic, entries }) => (
        <section key={topic} class="stack">
          <h2>{wordToLabel(topicWord(topic))}</h2>
          <div class="card">
            <Entries entries={entries} label={wordToLabel(topicWord(topic))} />
          </div>
        </section>
      ))}
      {letGo.length > 0 && (
        <More title={m.map.letGo}>
          <Entries entries={letGo} label={m.map.letGo} />
        </More>
      )}
    </Frame>
  );
}

function Entries({ entries, label }: { readonly entries: readonly MapEntry[]; readonly label: string }) {
  const m = useMessages(en);
  const moment = useApp().moment.value;
  return (
    <Rows label={label}>
      {entries.map(({ id, words, question, wordsAtMs }) => (
        <ListRow
          key={id}
          href={`/open-questions/map/${id}`}
          title={
            <span class="noticing-title" dir="auto">
              {firstLine(words)}
            </span>
          }
          note={
            <>
              {m.map.row(ageInWords(wordsAtMs, moment, m.age))} <bdi>{question.text}</bdi>
            </>
          }
        />
      ))}
    </Rows>
  );
}
