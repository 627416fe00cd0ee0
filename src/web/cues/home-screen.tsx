/** Where it begins: what a face can and cannot tell, said before the first face; alone or together; how it is made. */
import { useMessages } from '../shell/app.ts';
import { Button, Screen as Frame, ListRow, More, Note, Rows } from '../shell/parts/index.ts';
import { made, sources, standing } from './cues-content.ts';
import { Face } from './face.tsx';
import { en } from './messages.ts';
import './cues.css';

export function Screen() {
  const m = useMessages(en).home;
  return (
    <Frame title={m.title} lead={m.lead} back="/practices" aside={<Beside />}>
      <div class="cues-center stack">
        <Face face="smile-slanted" size="large" label={null} />
        <p class="voice">{standing}</p>
      </div>
      <div class="buttons">
        <Button href="/cues/look">{m.start}</Button>
        <Button kind="quiet" href="/cues/together">
          {m.together}
        </Button>
      </div>
      <p class="note">{m.length}</p>
    </Frame>
  );
}

function Beside() {
  const m = useMessages(en).home;
  return (
    <>
      <Note icon="lock">
        <p>{m.private}</p>
      </Note>
      <div class="card">
        <Rows>
          <ListRow href="/cues/seen" icon="cues" title={m.seen} note={m.seenNote} />
        </Rows>
      </div>
      <Made />
    </>
  );
}

/** Each sentence with what it rests on. */
function Made() {
  const m = useMessages(en).home;
  return (
    <More title={m.made}>
      {made.map((claim) => (
        <div key={claim.id} class="stack-tight">
          <p>{claim.text}</p>
          {sources
            .filter(({ id }) => claim.sources.includes(id))
            .map(({ id, authors, year, about }) => (
              <p key={id} class="note">
                {m.source(authors, year, about)}
              </p>
            ))}
        </div>
      ))}
    </More>
  );
}
