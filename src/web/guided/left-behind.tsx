/**
 * What I was typing when the other one went on. It is still here; it goes to the step that it belongs to, or goes, only when
 * I say so: words that both can read are given by a press, never by the press of somebody else.
 */
import { useSignal } from '@preact/signals';
import type { GuidedCommand, Session } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useMessages } from '../shell/app.ts';
import { Button, Note, useName } from '../shell/parts/index.ts';
import { draftsLeftBehind, dropDraft } from './drafts.ts';
import { en } from './messages.ts';

export function LeftBehind({ session }: { readonly session: Session }) {
  const { left: m, refusals } = useMessages(en);
  const name = useName('partner');
  const { refused, run } = useCommand<GuidedCommand>(refusals);
  const changes = useSignal(0);
  void changes.value;
  return draftsLeftBehind(session).map((draft) => {
    const { place, visit, voice, values } = draft;
    const drop = (): void => {
      dropDraft(draft);
      changes.value++;
    };
    const keep = async (): Promise<void> => {
      const things = await run({ practice: 'guided', type: 'answer', thing: session.id, place, visit, voice, values });
      if (things !== null) drop();
    };
    const words = (session.places[place]?.step.asks ?? []).flatMap(({ id, kind }) =>
      kind === 'words' ? (values[id] ?? '') : [],
    );
    return (
      <Note key={`${place}/${visit}`} isNews icon="edit">
        <p>{session.way !== 'two-phones' || session.ending?.by === 'me' ? m.mine : m.title(name)}</p>
        {words.map((text) => text !== '' && <p class="voice-small guided-words">{text}</p>)}
        {refused && <p>{refused.sentence}</p>}
        <div class="row">
          <Button kind="quiet" isSmall onPress={() => void keep()}>
            {m.keep}
          </Button>
          <Button kind="plain" onPress={drop}>
            {m.drop}
          </Button>
        </div>
      </Note>
    );
  });
}
