/** What Attune is, whose words it uses, what it is not. */
import { useMessages } from '../shell/app.ts';
import { Card, Screen as Frame, Note } from '../shell/parts/index.ts';
import { settingsEn } from './messages.ts';

export function Screen() {
  const m = useMessages(settingsEn);
  return (
    <Frame title={m.about.title} back="/me">
      <p class="voice">{m.about.lead}</p>
      <p>{m.about.free}</p>
      <p>{m.about.ideas}</p>
      <Note icon="care">
        <p>{m.about.limits}</p>
      </Note>
      <Card>
        <p>
          {m.about.licence}{' '}
          <a href="/source" target="_blank" rel="noopener">
            {m.about.source}
          </a>
        </p>
        <p>
          {m.about.fonts}{' '}
          <a href="/OFL.txt" target="_blank" rel="noopener">
            {m.about.fontsLicence}
          </a>
        </p>
        <small>{m.version(__VERSION__)}</small>
      </Card>
    </Frame>
  );
}
