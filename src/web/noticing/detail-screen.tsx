/**
 * One noticing, from my side or as the one who is asked. My side: what I saw, my guess, the question and its answer,
 * and how close it was. The other side: the question and nothing else; leaving it sends nothing.
 */
import { type Noticing, noticing } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { EmptyState, Screen as Frame, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { AskedDetail } from './asked-detail.tsx';
import { AskerDetail } from './asker-detail.tsx';
import { en } from './messages.ts';
import { noticedToWords } from './noticing-view.tsx';
import '../check-in/feelings.css';
import '../check-in/check-in.css';
import './noticing.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const one = thingsOf(app.snapshot.value, noticing).get(params.thing ?? '');
  if (one === undefined) {
    return (
      <Frame title={m.list.title} back="/noticing">
        <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
      </Frame>
    );
  }
  const title = one.side === 'asker' ? noticedToWords(one, app.moment.value.locale) : m.asked.title(name);
  return (
    <Frame
      title={title}
      back="/noticing"
      {...(one.side === 'asker' ? { kicker: m.detail.noticed } : { lead: m.asked.lead })}
    >
      <Sides key={one.id} one={one} />
    </Frame>
  );
}

function Sides({ one }: { readonly one: Noticing }) {
  return one.side === 'asker' ? <AskerDetail one={one} /> : <AskedDetail one={one} />;
}
