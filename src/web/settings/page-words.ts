/** The words of a readable page, in the language and the zone of now. */
import type { App } from '../shell/app.ts';
import type { exportEn } from './export-messages.ts';
import type { PageWords } from './readable-page.ts';

export function pageWordsOf(app: App, doc: (typeof exportEn)['doc'], partner: string): PageWords {
  const { zone, locale } = app.moment.value;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone });
  // A day without a time is that day everywhere.
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const titles = new Map(
    app.practices.value.map((practice) => [practice.key, practice.listCard(app.translate.value).title]),
  );
  return {
    ...doc,
    partner,
    day: (iso) => (iso.length > 10 ? day : date).format(Date.parse(iso)),
    practice: (key) => titles.get(key) ?? key,
  };
}
