/**
 * The name and icon under which this device shows the app from outside: in the tab, in the list of open apps, and on
 * the home screen if it is installed from then on. Neutral, not a disguise: inside, the app says what it is.
 */
import { effect } from '@preact/signals';
import type { Cover, Preferences } from './preferences.ts';

const files: Readonly<Record<Cover, Readonly<Record<string, string>>>> = {
  attune: { manifest: '/manifest.webmanifest', icon: '/icon.svg', 'apple-touch-icon': '/icon-180.png' },
  notes: { manifest: '/notes.webmanifest', icon: '/notes.svg', 'apple-touch-icon': '/notes-180.png' },
};

/** @param names in the language of the screens. */
export function followCover(
  document: Document,
  preferences: Preferences,
  names: () => Readonly<Record<Cover, string>>,
): void {
  const title = document.querySelector('title');
  let isOwn = true;
  // A neutral name stands alone: a title says which screen is open, and the browser keeps it in its history.
  const coverTitle = (): void => {
    const { value } = preferences.cover;
    const name = names()[value];
    if (value !== 'attune' && document.title !== '' && document.title !== name) document.title = name;
  };
  if (title) new MutationObserver(coverTitle).observe(title, { childList: true });
  effect(() => {
    const { value } = preferences.cover;
    coverTitle();
    // What the page came with is Attune's already.
    if (value === 'attune' && isOwn) return;
    isOwn = false;
    for (const link of document.querySelectorAll<HTMLLinkElement>('head > link')) {
      const href = files[value][link.rel];
      if (href !== undefined) link.setAttribute('href', href);
    }
  });
}
