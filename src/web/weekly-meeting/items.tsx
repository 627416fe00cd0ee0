/** What the two brought to one part of the agenda, as each said it. */
import type { AgendaItem } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, toneOf, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';

export function Items({ items }: { readonly items: readonly AgendaItem[] }) {
  const m = useMessages(en).agenda;
  const app = useApp();
  const name = useName('partner');
  return (
    <>
      {items.map(({ who, nth, words }) => (
        <Bubble key={`${who} ${nth}`} who={who === 'me' ? m.you : name} tone={toneOf(app, who)} isMine={who === 'me'}>
          <span dir="auto">{words}</span>
        </Bubble>
      ))}
    </>
  );
}
