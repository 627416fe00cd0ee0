/** One step to read, before it, in it or after it. Where it is next to mine, the way there. */
import {
  currentPath,
  isPathStage,
  type Path,
  type PathStage,
  type ProgrammeCommand,
  programme,
  stageAfter,
  stageBefore,
} from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Note } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en as cardEn } from './card-messages.ts';
import { en } from './messages.ts';
import { PathMarks } from './path-marks.tsx';
import { stageWords } from './programme-content.ts';
import { StepChoices, StepMore, StepReason } from './step-parts.tsx';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en).step;
  const stage = params.stage ?? '';
  if (!isPathStage(stage))
    return (
      <Frame title={m.missing} back="/programme">
        <EmptyState title={m.missing} action={<Button href="/programme">{m.toPath}</Button>}>
          {m.missingText}
        </EmptyState>
      </Frame>
    );
  return <Step key={stage} stage={stage} />;
}

function Step({ stage }: { readonly stage: PathStage }) {
  const m = useMessages(en);
  const { stages, youAreAt } = useMessages(cardEn);
  const app = useApp();
  const path = currentPath(thingsOf(app.snapshot.value, programme));
  const { title, line } = stageWords(stage);
  return (
    <Frame title={title} lead={line} back="/programme">
      <div class="stack-tight">
        <PathMarks at={path?.stage ?? null} reading={stage} />
        {path !== null && <p class="note">{youAreAt(stages[path.stage])}</p>}
      </div>
      <StepReason stage={stage} />
      <StepChoices stage={stage} isTogether={path?.isTogether ?? null} title={m.home.toChoose} />
      <StepMore stage={stage} />
      {path !== null && <WayThere path={path} stage={stage} />}
    </Frame>
  );
}

function WayThere({ path, stage }: { readonly path: Path; readonly stage: PathStage }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run } = useCommand<ProgrammeCommand>(m.refusals);
  const type = stageAfter(path.stage) === stage ? 'go-on' : stageBefore(path.stage) === stage ? 'go-back' : null;
  if (type === null) return null;
  const go = async (): Promise<void> => {
    const things = await run({ practice: 'programme', type });
    if (things !== null) app.navigate('/programme');
  };
  return (
    <>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <div class="buttons">
        <Button kind="quiet" onPress={() => void go()}>
          {type === 'go-on' ? m.step.goOn : m.step.goBack}
        </Button>
      </div>
    </>
  );
}
