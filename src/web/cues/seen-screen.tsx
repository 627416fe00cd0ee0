/** The faces I looked at, with how familiar each is to me, and the way to delete all of it. */
import { useSignal } from '@preact/signals';
import { type CuesCommand, cuePractice, type Familiarity, looksByCard } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Note, Sheet } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { cards, familiarityWord } from './cues-content.ts';
import { Face } from './face.tsx';
import { en } from './messages.ts';
import './cues.css';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run } = useCommand<CuesCommand>(m.refusals);
  const asksDelete = useSignal(false);
  const faces = facesSeen(looksByCard(thingsOf(app.snapshot.value, cuePractice)));
  const forget = async (): Promise<void> => {
    await run({ practice: 'cues', type: 'forget' });
    asksDelete.value = false;
  };
  if (faces.length === 0) {
    return (
      <Frame title={m.seen.title} lead={m.seen.lead} back="/cues">
        <EmptyState title={m.seen.emptyTitle} action={<Button href="/cues/look">{m.seen.start}</Button>}>
          {m.seen.empty}
        </EmptyState>
      </Frame>
    );
  }
  return (
    <Frame title={m.seen.title} lead={m.seen.lead} back="/cues">
      <ul class="cues-grid">
        {faces.map(({ face, grade }) => (
          <li key={face}>
            <a class="card" href={`/cues/face/${face}`}>
              <Face face={face} size="small" label={m.face} />
              <span class="note">{familiarityWord(grade)}</span>
            </a>
          </li>
        ))}
      </ul>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <div class="row">
        <Button kind="danger" isSmall onPress={() => (asksDelete.value = true)}>
          {m.seen.delete}
        </Button>
      </div>
      <Sheet isOpen={asksDelete.value} onClose={() => (asksDelete.value = false)} title={m.seen.deleteTitle}>
        <p>{m.seen.deleteText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void forget()}>
            {m.seen.deleteAction}
          </Button>
          <Button kind="quiet" onPress={() => (asksDelete.value = false)}>
            {m.seen.keep}
          </Button>
        </div>
      </Sheet>
    </Frame>
  );
}

interface FaceSeen {
  readonly face: string;
  /** As I said it last, in whichever of its moments. */
  readonly grade: Familiarity;
}

/** Latest first. Cards that this version does not know are left out. */
function facesSeen(looks: ReturnType<typeof looksByCard>): readonly FaceSeen[] {
  const lastByFace = new Map<string, { readonly grade: Familiarity; readonly atMs: number }>();
  for (const { id, face } of cards) {
    const last = looks.get(id)?.at(-1);
    if (last !== undefined && last.atMs >= (lastByFace.get(face)?.atMs ?? 0)) lastByFace.set(face, last);
  }
  return [...lastByFace].sort(([, a], [, b]) => b.atMs - a.atMs).map(([face, { grade }]) => ({ face, grade }));
}
