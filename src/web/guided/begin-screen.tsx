/**
 * Before the first step: whether tonight is a night for it, where the practice asks that, and how it is done. Nothing is
 * written before the last press. "Not tonight" writes nothing at all.
 */
import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { type GuidedCommand, guidedLimits, type Script, type Way, type Who } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Choice, EmptyState, Field, hasPartner, Note, Steps, useName } from '../shell/parts/index.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { useScript } from './use-script.ts';
import { WillingStep } from './willing-step.tsx';

/** What the weekly meeting is to talk about, for the next talk that begins. In memory, as in `promises/make-screen.tsx`. */
let given = '';
export function beginTalkWith(topic: string): void {
  given = topic.slice(0, guidedLimits.topicCharsMax).toWellFormed();
}
function takeGiven(): string {
  const topic = given;
  given = '';
  return topic;
}

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const { script, state, path } = useScript(params);
  if (script !== null) return <Beginning script={script} path={path} />;
  return (
    <Steps title={m.title} onClose={() => app.back('/guided')}>
      {state === 'missing' && <EmptyState title={m.about.missing}>{m.about.missingText}</EmptyState>}
      {state === 'not-here' && <Note icon="offline">{m.about.notHere}</Note>}
    </Steps>
  );
}

/** What is possible here, the first of them first. */
export function waysOf({ people }: Pick<Script, 'people'>, isPaired: boolean): readonly Way[] {
  const forTwo: readonly Way[] = people === 'one' ? [] : isPaired ? ['two-phones', 'passed'] : ['passed'];
  const forOne: readonly Way[] = people === 'two' ? [] : ['alone'];
  return isPaired ? [...forTwo, ...forOne] : [...forOne, ...forTwo];
}

const hasRoles = ({ steps }: Script): boolean => steps.some(({ who }) => who === 'speaker' || who === 'listener');

function Beginning({ script, path }: { readonly script: Script; readonly path: string }) {
  const { begin: m, refusals } = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<GuidedCommand>(refusals);
  const isPaired = hasPartner(app.snapshot.value);
  const ways = waysOf(script, isPaired);
  const isWilling = useSignal(!script.asksWilling);
  const way = useSignal<Way>(ways[0] ?? 'alone');
  const first = useSignal<Who>('me');
  const [begun] = useState(takeGiven);
  const topic = useSignal(begun);
  const close = (): void => app.back(path);
  const isForTwo = way.value !== 'alone';

  const begin = async (): Promise<void> => {
    const things = await run({
      practice: 'guided',
      type: 'begin',
      script,
      way: way.value,
      first: isForTwo && hasRoles(script) ? first.value : 'me',
      topic: isForTwo ? topic.value : '',
    });
    const session = things?.[0];
    if (session !== undefined) app.navigate(`/guided/session/${session}`, { isReplacing: true });
  };

  if (!isWilling.value) {
    return (
      <WillingStep
        place={script.name}
        isForBoth={script.people === 'two'}
        onYes={() => (isWilling.value = true)}
        onClose={close}
      />
    );
  }
  return (
    <Steps
      place={script.name}
      title={m.how}
      closeWord="cancel"
      onClose={close}
      action={
        <>
          {refused && refused.field === null && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void begin()}>{way.value === 'two-phones' ? m.startWith(name) : m.start}</Button>
        </>
      }
    >
      {ways.length > 1 ? (
        <Choice
          look="list"
          label={m.how}
          isLabelUnseen
          value={way.value}
          options={ways.map((value) => ({ value, label: m.ways[value].label, hint: m.ways[value].hint(name) }))}
          onChange={(value) => (way.value = value)}
        />
      ) : (
        <Card title={m.ways[way.value].label}>
          <p class="soft">{m.ways[way.value].hint(name)}</p>
        </Card>
      )}
      {isForTwo && hasRoles(script) && (
        <Choice
          label={m.first}
          value={first.value}
          options={[
            { value: 'me', label: m.me },
            { value: 'partner', label: m.other(name) },
          ]}
          onChange={(value) => (first.value = value)}
        />
      )}
      {isForTwo && (
        <Field
          label={m.topic}
          hint={m.topicHint}
          charsMax={guidedLimits.topicCharsMax}
          value={topic.value}
          error={refused?.field === 'topic' ? refused.sentence : null}
          onInput={(text) => (topic.value = text)}
        />
      )}
    </Steps>
  );
}
