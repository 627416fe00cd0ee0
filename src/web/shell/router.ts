/**
 * Paths to screens. A pattern is a path with `:names` (`/promises/:thing`). Pure, but for `createRouter`, which holds
 * the address bar: History API, native links, view transitions where the browser has them.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';

export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export interface RouteDefinition {
  readonly path: string;
  /** The module of the screen, loaded when first needed; its component is called `Screen`. */
  readonly load: () => Promise<{ readonly Screen: ComponentType<ScreenProps> }>;
  /** A guided step fills the screen: no navigation below, its own Pause or Close above. */
  readonly isGuided?: boolean;
  /** Which of the four places is marked as current; by default the one whose path it begins with, else Practices. */
  readonly place?: PlaceKey;
}

export type PlaceKey = 'today' | 'practices' | 'us' | 'me';

export interface Match {
  readonly route: RouteDefinition;
  readonly params: Readonly<Record<string, string>>;
}

export interface Location {
  readonly path: string;
  readonly query: URLSearchParams;
  /** Counts up with each change, so that two visits to one path differ. */
  readonly visit: number;
}

/** The params of `path` under `pattern`, or null. Slashes at the end do not matter; a broken escape never matches. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pathToSegments(pattern);
  const given = pathToSegments(path);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = segmentToText(given[index] ?? '');
    if (value === null) return null;
    if (segment.startsWith(':')) params[segment.slice(1)] = value;
    else if (segment !== value) return null;
  }
  return params;
}

/** The first route that fits; a path without params wins over one with, whatever their order. */
export function findRoute(routes: readonly RouteDefinition[], path: string): Match | null {
  const exactFirst = [...routes].sort((a, b) => paramCount(a.path) - paramCount(b.path));
  for (const route of exactFirst) {
    const params = matchPath(route.path, path);
    if (params !== null) return { route, params };
  }
  return null;
}

/** The address of a pattern with its params filled in. */
export function fillPath(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern
    .split('/')
    .map((segment) => (segment.startsWith(':') ? encodeURIComponent(params[segment.slice(1)] ?? '') : segment))
    .join('/');
}

/** True for a click that should stay in the app: plain, left, same origin, no download, no new window. */
export function isOwnClick(
  event: Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'>,
  link: Pick<HTMLAnchorElement, 'origin' | 'target' | 'hasAttribute'>,
  origin: string,
): boolean {
  if (event.defaultPrevented || event.button !== 0) return false;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  return link.origin === origin && (link.target === '' || link.target === '_self') && !link.hasAttribute('download');
}

export interface Router {
  readonly location: ReadonlySignal<Location>;
  readonly navigate: (path: string, options?: { readonly isReplacing?: boolean }) => void;
  /** One step back inside the app, or to `fallback` when the app was opened here. */
  readonly back: (fallback: string) => void;
}

/** `shows` runs the change; the shell wraps it in a view transition. */
export function createRouter(window: Window, shows: (change: () => void) => void): Router {
  let visit = 0;
  const read = (): Location => ({
    path: window.location.pathname,
    query: new URLSearchParams(window.location.search),
    visit: visit++,
  });
  const location = signal(read());
  const depth = (): number => {
    const state: unknown = window.history.state;
    return typeof state === 'object' && state !== null && 'depth' in state && typeof state.depth === 'number'
      ? state.depth
      : 0;
  };
  const update = (): void =>
    shows(() => {
      location.value = read();
    });

  const navigate: Router['navigate'] = (path, options = {}) => {
    if (options.isReplacing) window.history.replaceState({ depth: depth() }, '', path);
    else window.history.pushState({ depth: depth() + 1 }, '', path);
    update();
  };

  window.addEventListener('popstate', update);
  window.document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || !isOwnClick(event, link, window.location.origin)) return;
    if (link.hash !== '' && link.pathname === window.location.pathname) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  });

  return {
    location,
    navigate,
    back: (fallback) => {
      if (depth() > 0) window.history.back();
      else navigate(fallback, { isReplacing: true });
    },
  };
}

const pathToSegments = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '');

const paramCount = (pattern: string): number => pathToSegments(pattern).filter((part) => part.startsWith(':')).length;

function segmentToText(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null; // URIError: the only throw of decodeURIComponent
  }
}
