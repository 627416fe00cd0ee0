/** A path that goes on: today's suggestion, the reason of this step, what else there is, and the ways on. */
import { useSignal } from '@preact/signals';
import {
  dayKind,
  instantToWallDate,
  isWelcome,
  type Path,
  type ProgrammeCommand,
  programme,
  stageAfter,
  stageBefore,
  wantsDraw,
} from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Note, Sheet } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { PathMarks } from './path-marks.tsx';
import * as content from './programme-content.ts';
import { StepChoices, StepMore, StepReason } from './step-parts.tsx';
import { Offered } from './suggestion.tsx';
import { useSuggestion } from './use-suggestion.ts';

export function WalkingPath({ path }: { readonly path: Path }) {
  const m = useMessages(en).home;
  const { nowMs, zone } = useApp().moment.value;
  return (
    <>
      <PathMarks at={path.stage} />
      {isWelcome(path, nowMs, zone) && (
        <Note icon="programme" tone="ours">
          <p>{m.welcome}</p>
        </Note>
      )}
      <ForToday path={path} />
      <StepReason stage={path.stage} />
      <StepChoices stage={path.stage} isTogether={path.isTogether} title={m.choose} />
      <StepMore stage={path.stage} />
      <WaysOn path={path} />
    </>
  );
}

function ForToday({ path }: { readonly path: Path }) {
  const m = useMessages(en).home;
  const { snapshot, moment } = useApp();
  const { nowMs, zone } = moment.value;
  const suggestion = useSuggestion(path, content);
  const choice = suggestion === null ? null : content.choiceOf(suggestion.practice);
  if (suggestion !== null && choice !== null)
    return (
      <Card title={m.today} icon="programme">
        <Offered suggestion={suggestion} choice={choice} isMain />
      </Card>
    );
  // About to be drawn: in a moment it is there.
  if (wantsDraw(thingsOf(snapshot.value, programme), path, nowMs, zone)) return null;
  const isFree = dayKind(path.stage, instantToWallDate(nowMs, zone)) === 'none';
  return <p class="soft">{isFree ? m.free : m.noMore}</p>;
}

function WaysOn({ path }: { readonly path: Path }) {
  const m = useMessages(en);
  const { refused, run } = useCommand<ProgrammeCommand>(m.refusals);
  const isAsking = useSignal(false);
  const next = stageAfter(path.stage);
  const go = async (type: 'go-on' | 'go-back'): Promise<void> => {
    isAsking.value = false;
    const things = await run({ practice: 'programme', type });
    if (things !== null) window.scrollTo(0, 0);
  };
  return (
    <section class="stack">
      <h2>{m.home.whenever}</h2>
      <div class="row">
        {next !== null && (
          <Button kind="quiet" isSmall onPress={() => (isAsking.value = true)}>
            {m.home.next}
          </Button>
        )}
        <Button kind="quiet" isSmall href="/programme/rest">
          {m.home.rest}
        </Button>
        <Button kind="quiet" isSmall href="/programme/away">
          {m.home.away}
        </Button>
        {stageBefore(path.stage) !== null && (
          <Button kind="plain" onPress={() => void go('go-back')}>
            {m.home.back}
          </Button>
        )}
      </div>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <Sheet
        isOpen={isAsking.value}
        onClose={() => (isAsking.value = false)}
        title={next === null ? '' : m.goOn.title(content.stageWords(next).title)}
      >
        <p>{next === null ? '' : content.stageWords(next).line}</p>
        <p class="soft">{m.goOn.text}</p>
        <div class="buttons">
          <Button onPress={() => void go('go-on')}>{m.goOn.go}</Button>
          <Button kind="quiet" onPress={() => (isAsking.value = false)}>
            {m.goOn.stay}
          </Button>
        </div>
      </Sheet>
    </section>
  );
}
