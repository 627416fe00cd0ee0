/** For the counsellor: what this app is and is not, and that practices are plain text. One screen, to show or to print. */
import content from '#content/counsellor/en.json' with { type: 'json' };
import { useMessages } from '../shell/app.ts';
import { Button, Screen as Frame } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import './counsellor.css';

export function Screen() {
  const m = useMessages(en);
  return (
    <Frame title={m.list.about} back="/counsellor">
      <div class="paper stack-wide">
        {content.forCounsellor.map(({ id, title, lines }) => (
          <article key={id} class="stack-tight">
            <h2>{title}</h2>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </article>
        ))}
      </div>
      <div class="buttons">
        <Button kind="quiet" icon="paper" onPress={() => window.print()}>
          {m.sheet.print}
        </Button>
      </div>
    </Frame>
  );
}
