/** The path: what waits, my side and the other's, and the ways on. Nothing is counted, and resting is one press away. */
import { useSignal } from '@preact/signals';
import {
  livePath,
  myProposal,
  mySides,
  type RebuildingCommand,
  type RebuildingPath,
  type RebuildingSide,
  rebuilding,
  restingPath,
  theirProposal,
  theirSides,
  theirTakenSides,
} from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Card,
  Chip,
  Chips,
  Screen as Frame,
  ListRow,
  More,
  Note,
  Rows,
  Sheet,
  useName,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { amends, setbacks } from './rebuilding-content.ts';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const snapshot = app.snapshot.value;
  const { nowMs } = app.moment.value;
  const { refused, run } = useCommand<RebuildingCommand>(m.refusals);
  const things = thingsOf(snapshot, rebuilding);
  const path = livePath(things, nowMs);
  const [mine, theirs] = [myProposal(things, nowMs), theirProposal(things, nowMs)];
  const isLeaving = (thing: string): boolean => snapshot.windows.some((share) => share.thing === thing);
  const sides = mySides(things);
  const canBegin = path === null && mine === null && theirs === null;
  return (
    <Frame
      title={m.hub.title}
      lead={path === null ? m.hub.lead : m.hub.leads[path.myRole]}
      back="/practices"
      aside={
        <>
          {(path?.myRole ?? sides[0]?.words?.role) === 'broke' && <Amends />}
          <More title={m.hub.setbacks}>
            <ul>
              {setbacks.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </More>
          <Note icon="care">
            <p>{m.hub.help}</p>
            <div>
              <Button kind="quiet" isSmall href="/help">
                {m.hub.helpLink}
              </Button>
            </div>
          </Note>
          {path !== null && !isLeaving(path.id) && <Rest path={path} />}
        </>
      }
    >
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {path !== null && isLeaving(path.id) && (
        <Note icon="send" tone="ours">
          <p>{m.hub.leaving}</p>
        </Note>
      )}
      {path === null && theirs !== null && (
        <Card title={m.hub.proposed(name)} icon="care">
          <p>{m.hub.theirRole[theirs.myRole === 'hurt' ? 'broke' : 'hurt'](name)}</p>
          <p>{m.hub.proposedText}</p>
          <div class="row">
            <Button isSmall href="/rebuilding/begin">
              {m.hub.look}
            </Button>
            <Button
              kind="quiet"
              isSmall
              onPress={() => void run({ practice: 'rebuilding', type: 'set-aside', thing: theirs.id })}
            >
              {m.hub.leave}
            </Button>
          </div>
        </Card>
      )}
      {path === null && mine !== null && (
        <Note icon="send" tone="ours">
          <p>{isLeaving(mine.id) ? m.hub.leaving : m.hub.mine(name)}</p>
          {!isLeaving(mine.id) && (
            <Button kind="plain" onPress={() => void run({ practice: 'rebuilding', type: 'end', thing: mine.id })}>
              {m.hub.takeBack}
            </Button>
          )}
        </Note>
      )}
      {canBegin && (
        <>
          {restingPath(things, nowMs) !== null && (
            <Note icon="later">
              <p>{m.hub.rests}</p>
            </Note>
          )}
          <p>{m.hub.beginLead}</p>
          <div class="buttons">
            <Button href="/rebuilding/begin">{m.hub.begin}</Button>
          </div>
        </>
      )}
      {(path !== null || sides.length > 0) && <Sides path={path} sides={sides} />}
      {path !== null && <Ways />}
      {path === null && sides.length > 0 && (
        <Card>
          <Rows>
            <ListRow href="/rebuilding/hours" icon="question" title={m.hours.questions} note={m.hub.onlyMine} />
          </Rows>
        </Card>
      )}
    </Frame>
  );
}

function Sides({ path, sides }: { readonly path: RebuildingPath | null; readonly sides: readonly RebuildingSide[] }) {
  const m = useMessages(en);
  const name = useName('partner');
  const things = thingsOf(useApp().snapshot.value, rebuilding);
  const theirs = path === null ? [] : theirSides(things, path);
  const taken = path === null ? [] : theirTakenSides(things, path).slice(0, 1);
  const role = path?.myRole ?? sides[0]?.words?.role ?? 'broke';
  const row = (side: RebuildingSide, note?: string) => (
    <ListRow
      key={side.id}
      href={`/rebuilding/side/${side.id}`}
      icon={side.standing === 'ours' ? 'ours' : 'lock'}
      title={<span dir="auto">{(side.words?.first || side.words?.second || '').slice(0, 80)}</span>}
      {...(note === undefined ? {} : { note })}
    />
  );
  return (
    <>
      <Card title={m.hub.yourSide} icon="lock">
        {sides.length > 0 && (
          <Rows>
            {sides.map((side) =>
              row(
                side,
                side.standing === 'mine' ? m.hub.onlyMine : side.standing === 'ours' ? m.hub.shared : m.hub.taken,
              ),
            )}
          </Rows>
        )}
        <div>
          <Button kind="quiet" isSmall icon="edit" href={`/rebuilding/write?role=${role}`}>
            {m.hub.write[role]}
          </Button>
        </div>
      </Card>
      {theirs.length + taken.length > 0 && (
        <Card title={m.hub.theirSide(name)} icon="ours">
          <Rows>
            {theirs.map((side) => row(side))}
            {taken.map(({ id }) => (
              <ListRow key={id} icon="undo" title={m.hub.taken} />
            ))}
          </Rows>
        </Card>
      )}
    </>
  );
}

function Ways() {
  const m = useMessages(en).hub;
  return (
    <Card>
      <Rows>
        <ListRow href="/rebuilding/openness" icon="ours" title={m.openness} note={m.opennessNote} />
        <ListRow href="/rebuilding/hours" icon="question" title={m.hours} note={m.hoursNote} />
        <ListRow href="/rebuilding/rituals" icon="appreciation" title={m.rituals} note={m.ritualsNote} />
        <ListRow href="/rebuilding/begin" icon="lock" title={m.again} note={m.againNote} />
      </Rows>
    </Card>
  );
}

/** Amends are promises like all others: they live there, and nowhere twice. */
function Amends() {
  const m = useMessages(en).hub;
  const app = useApp();
  const make = async (what: string): Promise<void> => {
    const { beginPromiseWith } = await import('../promises/make-screen.tsx');
    beginPromiseWith(what);
    app.navigate('/promises/new');
  };
  return (
    <Card title={m.amends} icon="promises">
      <p>{m.amendsText}</p>
      <Chips label={m.amends}>
        {amends.map(({ id, text }) => (
          <Chip key={id} isOn={false} onToggle={() => void make(text)}>
            {text}
          </Chip>
        ))}
      </Chips>
      <div>
        <Button kind="quiet" isSmall href="/promises/new">
          {m.amendsOwn}
        </Button>
      </div>
    </Card>
  );
}

function Rest({ path }: { readonly path: RebuildingPath }) {
  const m = useMessages(en);
  const name = useName('partner');
  const { run } = useCommand<RebuildingCommand>(m.refusals);
  const isAsking = useSignal(false);
  const rest = async (): Promise<void> => {
    await run({ practice: 'rebuilding', type: 'end', thing: path.id });
    isAsking.value = false;
  };
  return (
    <>
      <div>
        <Button kind="quiet" isSmall icon="later" onPress={() => (isAsking.value = true)}>
          {m.hub.rest}
        </Button>
      </div>
      <Sheet isOpen={isAsking.value} onClose={() => (isAsking.value = false)} title={m.hub.restTitle}>
        <p>{m.hub.restText(name)}</p>
        <div class="buttons">
          <Button onPress={() => void rest()}>{m.hub.rest}</Button>
          <Button kind="quiet" onPress={() => (isAsking.value = false)}>
            {m.hub.keep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
