/** Whose it is, and who can read it. */
import type { Person, Snapshot } from '#device';
import { en } from '../../messages/en.ts';
import { type App, useApp, useMessages } from '../app.ts';
import type { ToneName } from './card.tsx';
import { Choice } from './field.tsx';

export type WhoKey = 'me' | 'partner' | 'both';

/** The class that carries a person's tone; what is both's is moss. A tone chosen in Settings wins, on this device. */
export function toneOf(app: App, who: WhoKey): ToneName {
  if (who === 'both') return 'ours';
  const mine = app.preferences.tone.value ?? app.snapshot.value.me.tone;
  if (who === 'me') return mine;
  return mine === 'dusk' ? 'ember' : 'dusk';
}

/** "Sam", or words that work before a name is known. */
export function useName(who: WhoKey): string {
  const m = useMessages(en);
  const { partner } = useApp().snapshot.value;
  if (who === 'both') return m.bothOfYou;
  return who === 'me' ? m.you : (partner?.name ?? m.theOther);
}

/** A dot in the person's tone and their name: "You" for me, the name for the other, "Both of you". */
export function WhoTag({ who }: { readonly who: WhoKey }) {
  return <span class={`who ${toneOf(useApp(), who)}`}>{useName(who)}</span>;
}

export const nameOf = (person: Person | null, otherwise: string): string => person?.name ?? otherwise;

/** `mine` never leaves my devices. `later`: mine for now. `sealed`: both open at once. `ours`: shared. */
export type Visibility = 'mine' | 'later' | 'sealed' | 'ours';

export interface VisibilityChoiceProps {
  readonly value: Visibility | null;
  readonly onChange: (value: Visibility) => void;
  /** The ones that make sense here, in order. While alone only `mine` and `later` are offered, whatever is listed. */
  readonly allowed?: readonly Visibility[];
  readonly label?: string;
}

/** Who can read this: one clear act, in words. */
export function VisibilityChoice(props: VisibilityChoiceProps) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const allowed = (props.allowed ?? ['mine', 'later', 'ours']).filter(
    (one) => hasPartner(app.snapshot.value) || one === 'mine' || one === 'later',
  );
  const words = {
    mine: { icon: 'lock', tone: 'calm', ...m.visibility.mine },
    later: { icon: 'later', tone: toneOf(app, 'me'), ...m.visibility.later },
    sealed: { icon: 'sealed', tone: 'ours', label: m.visibility.sealed.label, hint: m.visibility.sealed.hint(name) },
    ours: { icon: 'ours', tone: 'ours', label: m.visibility.ours.label, hint: m.visibility.ours.hint(name) },
  } as const;
  return (
    <Choice
      look="list"
      label={props.label ?? m.visibility.question}
      value={props.value}
      options={allowed.map((value) => ({ value, ...words[value] }))}
      onChange={props.onChange}
    />
  );
}

export const hasPartner = (snapshot: Snapshot): boolean => snapshot.partner !== null;
