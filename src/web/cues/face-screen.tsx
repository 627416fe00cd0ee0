/** One face, with every moment in which it stands, what it could be in each, and what to ask. */
import { useMessages } from '../shell/app.ts';
import { EmptyState, Screen as Frame } from '../shell/parts/index.ts';
import type { ScreenProps } from '../shell/router.ts';
import { Question, Readings } from './card-parts.tsx';
import { cardsOfFace, standing } from './cues-content.ts';
import { Face } from './face.tsx';
import { en } from './messages.ts';
import '../check-in/feelings.css';
import '../check-in/check-in.css';
import './cues.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const face = params.face ?? '';
  const moments = cardsOfFace(face);
  if (moments.length === 0) {
    return (
      <Frame title={m.home.title} back="/cues/seen">
        <EmptyState title={m.one.missing}>{m.one.missingText}</EmptyState>
      </Frame>
    );
  }
  return (
    <Frame title={moments.length > 1 ? m.one.title : m.one.titleOne} back="/cues/seen">
      <div class="stack">
        <Face face={face} size="large" label={m.face} />
        <p class="note cues-center">{standing}</p>
      </div>
      {moments.map((card) => (
        <section key={card.id} class="card">
          <p class="voice">{card.context}</p>
          <Readings card={card} />
          <Question card={card} />
        </section>
      ))}
    </Frame>
  );
}
