/**
 * Messages are plain typed objects: text, or functions that make text. English is the source; a language is a
 * function from an English object to its own of the same type, so a forgotten or mistyped message does not compile.
 *
 * An area (the shell, a practice) writes `messages.ts`: `export const en = { title: 'Promises', due: (day: string) => … }`
 * and reads them with `useMessages(en)`. A translation is `translated(en, { … })`, collected in a language's module.
 */

/** Text, a function to text, or a tree of such. */
export type Translate = <T extends object>(english: T) => T;

export interface Language {
  readonly code: string;
  /** In its own language. */
  readonly name: string;
  /** What `Intl` is asked for. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly load: () => Promise<Translate>;
}

const english: Language = {
  code: 'en',
  name: 'English',
  locale: 'en',
  direction: 'ltr',
  load: async () => (messages) => messages,
};

/** Not a language: English with accents, 40 % longer, right to left. It shows what a translation would break. */
const pseudo: Language = {
  code: 'pseudo',
  name: 'Pseudo (for testing)',
  locale: 'en',
  direction: 'rtl',
  load: async () => (await import('./pseudo.ts')).toPseudo,
};

export const languages: readonly Language[] = [english];
export const testLanguages: readonly Language[] = [pseudo];

export function findLanguage(code: string | null): Language {
  return [...languages, ...testLanguages].find((language) => language.code === code) ?? english;
}

/** One translated area: the same shape as the English one. */
export function translated<T extends object>(en: T, other: T): readonly [object, object] {
  return [en, other];
}

/** A language from its areas; an area that has no translation yet stays English. */
export function areasToTranslate(areas: ReadonlyMap<object, object>): Translate {
  return <T extends object>(en: T): T => {
    // Pairs are made by `translated`, which demands one type on both sides.
    return (areas.get(en) as T | undefined) ?? en;
  };
}

type PluralForms = { readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string };

/** The right form for a number; `#` stands for the number itself, written as the locale writes it. */
export function plural(locale: string, count: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form.replaceAll('#', new Intl.NumberFormat(locale).format(count));
}
