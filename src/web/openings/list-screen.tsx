/** One question at a time, as deep as I chose; how deep the two share; and what was written. Nothing is counted. */
import { useSignal } from '@preact/signals';
import { chosenDepth, type Opening, type OpeningsCommand, openings, openingsNewestFirst } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Card,
  Chip,
  Chips,
  Screen as Frame,
  hasPartner,
  ListRow,
  Note,
  Rows,
  useName,
  When,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { AgreedDepth } from './agreed-depth.tsx';
import { en } from './messages.ts';
import { depths, questionsUpTo, questionText } from './openings-content.ts';
import { TurnNote } from './turn-note.tsx';

export function Screen() {
  const m = useMessages(en);
  const shell = useMessages(shellEn);
  const app = useApp();
  const snapshot = app.snapshot.value;
  const { refused, run } = useCommand<OpeningsCommand>(m.refusals);
  const things = thingsOf(snapshot, openings);
  const chosen = chosenDepth(things);
  // The deepest of what was chosen come first; skipping goes on to the lighter ones and round again.
  const questions = [...questionsUpTo(chosen)].reverse();
  const skipped = useSignal(0);
  const question = questions[skipped.value % questions.length];
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const all = openingsNewestFirst(things);
  const sections = [
    { title: m.list.kept, list: all.filter(({ standing }) => standing === 'mine') },
    { title: m.list.shared, list: all.filter(({ standing }) => standing !== 'mine') },
  ].filter(({ list }) => list.length > 0);
  return (
    <Frame title={m.list.title} lead={m.list.lead} back="/practices">
      <Chips label={m.list.depth}>
        {depths.map(({ depth, text }) => (
          <Chip
            key={depth}
            isOn={depth === chosen}
            onToggle={() => {
              skipped.value = 0;
              void run({ practice: 'openings', type: 'choose', depth });
            }}
          >
            {text}
          </Chip>
        ))}
      </Chips>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <TurnNote />
      {question !== undefined && (
        <Card title={question.text} icon="question">
          <div class="row">
            <Button isSmall href={`/openings/new?q=${question.id}`}>
              {m.list.write}
            </Button>
            <Button
              kind="quiet"
              isSmall
              onPress={() => {
                skipped.value += 1;
              }}
            >
              {m.list.another}
            </Button>
          </div>
        </Card>
      )}
      <Card title={m.aloud.card} icon="talk">
        <p>{m.aloud.line}</p>
        <Button kind="quiet" isSmall href="/openings/aloud">
          {m.aloud.title}
        </Button>
      </Card>
      {hasPartner(snapshot) && <AgreedDepth />}
      {sections.map(({ title, list }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          <Card>
            <Rows>
              {list.slice(0, shownCount.value).map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </Rows>
          </Card>
        </section>
      ))}
      {sections.some(({ list }) => list.length > shownCount.value) && (
        <Button
          kind="plain"
          onPress={() => {
            shownCount.value += limits.rowsShownMax;
          }}
        >
          {m.list.older}
        </Button>
      )}
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </Frame>
  );
}

function Row({ one }: { readonly one: Opening }) {
  const m = useMessages(en).list;
  const name = useName('partner');
  const isLeaving = useApp().snapshot.value.windows.some(({ thing }) => thing === one.id);
  const isTaken = one.words === null;
  const isClosed = one.author === 'partner' && !one.isOpened;
  return (
    <ListRow
      href={`/openings/${one.id}`}
      icon={isTaken ? 'undo' : one.standing === 'mine' ? 'lock' : isClosed ? 'sealed' : 'ours'}
      title={isTaken ? m.taken : isClosed ? m.closed : questionText(one.question)}
      note={
        <>
          {one.standing !== 'mine' && `${one.author === 'me' ? m.byMe : m.by(name)}, `}
          <When atMs={one.sharedAtMs ?? one.beganAtMs} />
          {isLeaving ? `. ${m.about}` : one.standing === 'withdrawn' && !isTaken && `. ${m.taken}`}
        </>
      }
    />
  );
}
