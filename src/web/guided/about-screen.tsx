/** One practice before it begins: what one does, why, how sure research is, and what stays behind. */
import { useSignal } from '@preact/signals';
import type { GuidedCommand, KeptScript, Script } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, More, Note, Sheet } from '../shell/parts/index.ts';
import type { ScreenProps } from '../shell/router.ts';
import { findListed } from './library.ts';
import { en } from './messages.ts';
import { type NamedScript, useScript } from './use-script.ts';
import './guided.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const named = useScript(params);
  const listed = named.script ?? findListed(params.pack ?? '', params.key ?? '');
  if (listed === null) {
    return (
      <Frame title={m.title} back="/guided">
        {named.state === 'missing' && <EmptyState title={m.about.missing}>{m.about.missingText}</EmptyState>}
      </Frame>
    );
  }
  const facts = [
    m.minutes(listed.minutes[0], listed.minutes[1]),
    m.people[listed.people],
    ...(listed.level === null ? [] : [m.levels[listed.level]]),
  ];
  return (
    <Frame title={listed.name} kicker={m.skills[listed.skill].name} back="/guided">
      <div class="stack">
        <p class="voice">{listed.line}</p>
        <p class="note">{facts.join(', ')}</p>
      </div>
      {named.state === 'not-here' && (
        <Note icon="offline">
          <p>{m.about.notHere}</p>
        </Note>
      )}
      {named.script !== null && <About {...named} script={named.script} />}
    </Frame>
  );
}

function About({ script, kept, path }: NamedScript & { readonly script: Script }) {
  const { about: m, strengths } = useMessages(en);
  return (
    <>
      <div class="main-action">
        <Button href={`${path}/begin`}>{m.begin}</Button>
      </div>
      <More title={m.steps}>
        <ol class="numbered">
          {script.steps.map(({ id, title, isQuiet }) => (
            <li key={id}>{isQuiet ? m.quietStep(title) : title}</li>
          ))}
        </ol>
      </More>
      <Card title={m.why}>
        <p>{script.why}</p>
      </Card>
      <Card title={m.evidence}>
        <p>
          <strong>{strengths[script.evidence.strength]}</strong> {script.evidence.words}
        </p>
        <Sources sources={script.evidence.sources} />
      </Card>
      <Card title={m.leaves}>
        <p>{script.leaves}</p>
      </Card>
      {kept !== null && <Kept kept={kept} />}
    </>
  );
}

function Sources({ sources }: Pick<Script['evidence'], 'sources'>) {
  const { about: m, seen } = useMessages(en);
  if (sources.length === 0) return null;
  return (
    <ul class="plain-list note">
      {sources.map(({ authors, year, title, seen: howMuch }) => (
        <li key={`${authors} ${title}`}>
          {m.source(authors, year === null ? '' : m.year(year), title)} {seen[howMuch]}
        </li>
      ))}
    </ul>
  );
}

function Kept({ kept }: { readonly kept: KeptScript }) {
  const { about: m, refusals } = useMessages(en);
  const app = useApp();
  const { run } = useCommand<GuidedCommand>(refusals);
  const isAsking = useSignal(false);
  const remove = async (): Promise<void> => {
    const things = await run({ practice: 'guided', type: 'forget', thing: kept.id });
    if (things !== null) app.navigate('/guided', { isReplacing: true });
  };
  return (
    <>
      <div class="row-apart">
        <small>{m.fromPack}</small>
        <Button kind="plain" onPress={() => (isAsking.value = true)}>
          {m.remove}
        </Button>
      </div>
      <Sheet isOpen={isAsking.value} onClose={() => (isAsking.value = false)} title={m.removeTitle}>
        <p>{m.removeText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void remove()}>
            {m.remove}
          </Button>
          <Button kind="quiet" onPress={() => (isAsking.value = false)}>
            {m.keep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
