/** The path: where I am, why, what can be done here today, and the ways on. Without one: what it is, and what it asks. */
import { currentPath, type Path, pathStages, pathStanding, programme } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Screen as Frame, ListRow, Note, Rows } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en as cardEn } from './card-messages.ts';
import { en } from './messages.ts';
import { PathAside } from './path-aside.tsx';
import { PausedPath } from './paused-path.tsx';
import { stageWords } from './programme-content.ts';
import { TheirStep } from './share-card.tsx';
import { WalkingPath } from './walking-path.tsx';

export function Screen() {
  const app = useApp();
  const path = currentPath(thingsOf(app.snapshot.value, programme));
  return path === null ? <NoPath /> : <OnPath path={path} />;
}

function NoPath() {
  const m = useMessages(en).intro;
  const { stages } = useMessages(cardEn);
  return (
    <Frame
      title={m.title}
      lead={m.lead}
      back="/practices/programme"
      aside={
        <Card title={m.steps}>
          <Rows label={m.steps}>
            {pathStages
              .filter((stage) => stage !== 'rhythm')
              .map((stage) => (
                <ListRow
                  key={stage}
                  title={stages[stage]}
                  note={stageWords(stage).line}
                  href={`/programme/step/${stage}`}
                />
              ))}
          </Rows>
        </Card>
      }
    >
      <TheirStep path={null} />
      <section class="stack-tight">
        <h2>{m.asks}</h2>
        <ul class="plain-list">
          {m.asksLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Note icon="info">
        <p>{m.honest}</p>
      </Note>
      <div class="buttons">
        <Button href="/programme/begin">{m.begin}</Button>
      </div>
    </Frame>
  );
}

function OnPath({ path }: { readonly path: Path }) {
  const m = useMessages(en).home;
  const { title, line } = stageWords(path.stage);
  const standing = pathStanding(path, useApp().moment.value.nowMs);
  const isPaused = standing === 'resting' || standing === 'away';
  return (
    <Frame title={title} kicker={m.kicker} lead={line} back="/practices/programme" aside={<PathAside path={path} />}>
      {isPaused ? <PausedPath path={path} /> : <WalkingPath path={path} />}
    </Frame>
  );
}
