/**
 * In sight on every step: the ways out. Each opens help at once (a plain link, see `createHelp`), and says to the
 * practice that it ends here. Where it has ended the same two places hold the ways to help and to the journal, so that
 * the focus has somewhere to come back to when help closes.
 */
import { benefitOfTheDoubt, isHelpFirst } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import './benefit-of-the-doubt.css';

export function Exits({ onLeave }: { readonly onLeave: () => void }) {
  const m = useMessages(en).exits;
  const isHelp = isHelpFirst(thingsOf(useApp().snapshot.value, benefitOfTheDoubt));
  const leaves = isHelp ? {} : { onPress: onLeave };
  return (
    <nav class="row" aria-label={m.label}>
      <Button kind="quiet" isSmall href="/help" {...leaves}>
        {isHelp ? m.help : m.pattern}
      </Button>
      <Button kind="quiet" isSmall href={isHelp ? '/journal/new' : '/help'} {...leaves}>
        {isHelp ? m.journal : m.afraid}
      </Button>
    </nav>
  );
}
