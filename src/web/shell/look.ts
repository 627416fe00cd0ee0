/** Puts theme, language, direction, and the veil onto the document. */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Language } from '../messages/language.ts';
import type { Preferences } from './preferences.ts';

const paperColours = { light: '#fbf9f5', dark: '#1a1510' } as const;

export function followLook(document: Document, preferences: Preferences, language: ReadonlySignal<Language>): void {
  const root = document.documentElement;
  effect(() => {
    const theme = preferences.theme.value;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      const own = meta.media.includes('dark') ? 'dark' : 'light';
      meta.content = paperColours[theme === 'system' ? own : theme];
    }
  });
  effect(() => {
    root.lang = language.value.locale;
    root.dir = language.value.direction;
  });
  // The list of open apps, and whoever looks at it, sees paper instead of words.
  const veil = (isVeiled: boolean): void => {
    if (isVeiled) root.dataset.isVeiled = '';
    else delete root.dataset.isVeiled;
  };
  document.addEventListener('visibilitychange', () => veil(document.hidden));
  window.addEventListener('pagehide', () => veil(true));
  window.addEventListener('pageshow', () => veil(document.hidden));
}

/** Runs a change of the screen inside a view transition, where the browser has them and motion is welcome. */
export function changeWithTransition(change: () => void): void {
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isCalm || document.hidden || !('startViewTransition' in document)) change();
  else {
    // AbortError: the next screen came before this one had faded in. The change itself has been made.
    document.startViewTransition(change).ready.catch(() => {});
  }
}
