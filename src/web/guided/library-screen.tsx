/** The practices to choose from: by skill, the short ones first; then those of packs that were added. */
import { useSignal } from '@preact/signals';
import { type KeptScript, type Skill, skills } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Card, Chip, Chips, Choice, EmptyState, Screen as Frame, ListRow, More, Rows } from '../shell/parts/index.ts';
import { AddPack } from './add-pack.tsx';
import { keptOf, sessionsOf } from './guided-things.ts';
import { housePractices } from './library.ts';
import { en } from './messages.ts';
import { type ForWhom, type Group, groupPractices, type Listed, scriptToListed } from './shelf.ts';
import './guided.css';

const shownFirst = 3;
/** As chosen last, so that it stays while one looks at a practice and comes back. Until the app is closed. */
let lastPeople: ForWhom = 'all';
let lastSkill: Skill | null = null;

export function Screen() {
  const m = useMessages(en);
  const snapshot = useApp().snapshot.value;
  const people = useSignal<ForWhom>(lastPeople);
  const skill = useSignal<Skill | null>(lastSkill);
  const groups = groupPractices(housePractices, { people: people.value, skill: skill.value });
  const kept = keptOf(snapshot);
  return (
    <Frame
      title={m.title}
      lead={m.list.lead}
      back="/practices"
      aside={
        <>
          <AddPack kept={kept} />
          {sessionsOf(snapshot).length > 0 && (
            <Card>
              <Rows>
                <ListRow icon="later" title={m.list.sessions} href="/guided/sessions" />
              </Rows>
            </Card>
          )}
        </>
      }
    >
      <div class="stack">
        <Choice
          label={m.list.people}
          isLabelUnseen
          value={people.value}
          options={[
            { value: 'all', label: m.list.forAll },
            { value: 'one', label: m.list.forOne },
            { value: 'two', label: m.list.forTwo },
          ]}
          onChange={(value) => {
            lastPeople = value;
            people.value = value;
          }}
        />
        <Chips label={m.list.skills}>
          {skills.map((key) => (
            <Chip
              key={key}
              isOn={skill.value === key}
              onToggle={(isOn) => {
                lastSkill = isOn ? key : null;
                skill.value = lastSkill;
              }}
            >
              {m.skills[key].name}
            </Chip>
          ))}
        </Chips>
      </div>
      {groups.map((group) => (
        <section key={group.skill} class="stack">
          <div class="stack-tight">
            <h2>{m.skills[group.skill].name}</h2>
            <p class="note">{m.skills[group.skill].line}</p>
          </div>
          <GroupRows group={group} isWhole={skill.value !== null} />
        </section>
      ))}
      {groups.length === 0 && <EmptyState title={m.list.none}>{m.list.noneText}</EmptyState>}
      {kept.length > 0 && (
        <section class="stack">
          <div class="stack-tight">
            <h2>{m.list.kept}</h2>
            <p class="note">{m.list.keptLine}</p>
          </div>
          <PracticeRows practices={kept.map(keptToListed)} />
        </section>
      )}
    </Frame>
  );
}

const keptToListed = ({ id, script }: KeptScript): Listed => scriptToListed(script, `/guided/kept/${id}`);

/** A few of each, so that the list stays calm; the rest when asked for. */
function GroupRows({ group: { practices }, isWhole }: { readonly group: Group; readonly isWhole: boolean }) {
  const m = useMessages(en).list;
  const shownCount = isWhole || practices.length <= shownFirst + 1 ? practices.length : shownFirst;
  const rest = practices.slice(shownCount);
  return (
    <>
      <PracticeRows practices={practices.slice(0, shownCount)} />
      {rest.length > 0 && (
        <More title={m.more(rest.length)}>
          <PracticeRows practices={rest} />
        </More>
      )}
    </>
  );
}

function PracticeRows({ practices }: { readonly practices: readonly Listed[] }) {
  const m = useMessages(en);
  return (
    <Card>
      <Rows>
        {practices.map(({ path, name, line, minutes, people }) => (
          <ListRow
            key={path}
            title={name}
            note={
              <>
                {line}
                <span class="guided-facts">
                  {m.minutes(...minutes)}, {m.people[people]}
                </span>
              </>
            }
            href={path}
          />
        ))}
      </Rows>
    </Card>
  );
}
