/**
 * Help, over whatever is open: no address, so nothing in the history; no request, since it came with the practices; nothing
 * written. Everybody has the same page. (docs/ABUSE.md, case 31.)
 */
import lines from '#content/help/lines.json' with { type: 'json' };
import { useApp, useMessages } from '../shell/app.ts';
import { Card, More, Sheet } from '../shell/parts/index.ts';
import { en } from './messages.ts';

type Line = (typeof lines.lines)[number];

/** By country; the rules of the texts hold that each of them has one. */
const emergency: Readonly<Record<string, string>> = lines.emergency;

export interface HelpSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function HelpSheet({ isOpen, onClose }: HelpSheetProps) {
  const m = useMessages(en);
  const { code } = useApp().language.value;
  const here = countryHere(navigator.languages);
  const names = new Intl.DisplayNames([code, 'en'], { type: 'region' });
  const countries = [...new Set(lines.lines.map(({ country }) => country))]
    .filter((country) => country !== here)
    .map((country) => ({ country, name: names.of(country) ?? country }))
    .sort((a, b) => a.name.localeCompare(b.name, code));
  const day = new Intl.DateTimeFormat(code, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(lines.gathered));
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={m.title}>
      <p class="soft">{m.lead}</p>
      <Card title={m.now.title} icon="care">
        <p>{m.now.text}</p>
        {here !== null && <p>{m.now.number(names.of(here) ?? here, emergency[here] ?? '')}</p>}
        <p>{m.now.other}</p>
      </Card>
      <section class="stack">
        <h3>{m.notThis.title}</h3>
        <p>{m.notThis.lead}</p>
        <ul class="plain-list">
          {m.notThis.signs.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
        <p>{m.notThis.text}</p>
      </section>
      <section class="stack">
        <h3>{m.lines.title}</h3>
        <p>{m.lines.lead}</p>
        {here !== null && <Lines of={here} />}
        <More title={m.lines.more}>
          {countries.map(({ country, name }) => (
            <section key={country} class="stack-tight">
              <h4>{name}</h4>
              <p>{m.lines.emergency(emergency[country] ?? '')}</p>
              <Lines of={country} />
            </section>
          ))}
        </More>
        <p class="note">{m.lines.none(lines.anywhere.name, lines.anywhere.site)}</p>
        <p class="note">{m.lines.gathered(day)}</p>
      </section>
      <section class="stack">
        <h3>{m.seen.title}</h3>
        <p>{m.seen.text}</p>
      </section>
      <section class="stack">
        <h3>{m.two.title}</h3>
        <p>{m.two.text}</p>
        <p>{m.two.alone}</p>
      </section>
    </Sheet>
  );
}

/** No links: a press that dials, or opens a site, stays in a list somewhere. */
function Lines({ of: country }: { readonly of: string }) {
  const m = useMessages(en).lines;
  const shown: readonly Line[] = lines.lines.filter((line) => line.country === country);
  return (
    <ul class="plain-list">
      {shown.map(({ name, number, site, kind }) => (
        <li key={name}>
          {name} ({kind === 'crisis' ? m.kinds.crisis : m.kinds.violence}):{' '}
          <strong>{[number, site].filter((part) => part !== '').join(', ')}</strong>
        </li>
      ))}
    </ul>
  );
}

/**
 * The country of the first language that names one we know, such as AT of de-AT; null: none does. Where the phone is, it
 * does not say, so the country is always named beside its number.
 */
function countryHere(languages: readonly string[]): string | null {
  const known = new Set(lines.lines.map(({ country }) => country));
  const named = languages.map((tag) => new Intl.Locale(tag).region ?? '');
  return named.find((region) => known.has(region)) ?? null;
}
