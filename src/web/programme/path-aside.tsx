/** Beside the path: with whom I walk, where each of us is as far as it was said, and putting it away. */
import { useSignal } from '@preact/signals';
import { type Path, type ProgrammeCommand, programme, sharedStepOf } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Choice, hasPartner, Note, Sheet, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { ShareCard } from './share-card.tsx';

export function PathAside({ path }: { readonly path: Path }) {
  const isTwo = hasPartner(useApp().snapshot.value);
  return (
    <>
      <Company path={path} />
      {isTwo && <ShareCard path={path} />}
      <PutAway />
    </>
  );
}

function Company({ path: { isTogether } }: { readonly path: Path }) {
  const m = useMessages(en);
  const { run } = useCommand<ProgrammeCommand>(m.refusals);
  return (
    <Card title={m.company.title} icon="us">
      <Choice
        label={m.company.label}
        isLabelUnseen
        value={isTogether ? 'together' : 'alone'}
        options={[
          { value: 'alone', label: m.company.alone },
          { value: 'together', label: m.company.together },
        ]}
        onChange={(value) =>
          void run({ practice: 'programme', type: 'choose-company', isTogether: value === 'together' })
        }
      />
      <p class="note" aria-live="polite">
        {isTogether ? m.company.togetherNote : m.company.aloneNote}
      </p>
    </Card>
  );
}

function PutAway() {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<ProgrammeCommand>(m.refusals);
  const isAsking = useSignal(false);
  const isShown = (sharedStepOf(thingsOf(app.snapshot.value, programme), 'me')?.stage ?? null) !== null;
  const end = async (): Promise<void> => {
    const things = await run({ practice: 'programme', type: 'end' });
    if (things === null) return;
    isAsking.value = false;
    window.scrollTo(0, 0);
  };
  return (
    <div>
      <Button kind="plain" onPress={() => (isAsking.value = true)}>
        {m.end.open}
      </Button>
      <Sheet isOpen={isAsking.value} onClose={() => (isAsking.value = false)} title={m.end.title}>
        <p>{m.end.text}</p>
        {isShown && <p class="soft">{m.end.shared(name)}</p>}
        {refused && (
          <Note isNews icon="info">
            <p>{refused.sentence}</p>
          </Note>
        )}
        <div class="buttons">
          <Button onPress={() => void end()}>{m.end.away}</Button>
          <Button kind="quiet" onPress={() => (isAsking.value = false)}>
            {m.end.keep}
          </Button>
        </div>
      </Sheet>
    </div>
  );
}
