/** The frame of the app: four places, the screen in the middle, the bars, and the veil for when nobody is here. */
import { type ReadonlySignal, type Signal, signal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { HelpSheetProps } from '../help/help-sheet.tsx';
import { en } from '../messages/en.ts';
import { type App, AppContext, useApp, useMessages } from './app.ts';
import { Bars } from './bars.tsx';
import { ExitButton } from './parts/exit-button.tsx';
import { Button, Icon, Screen } from './parts/index.ts';
import type { PracticeScreens } from './practice-screens.ts';
import { findRoute, type Match, type PlaceKey, type RouteDefinition, type ScreenProps } from './router.ts';
import { placeOf, routesOf, shellRoutes } from './routes.ts';

/** What is on screen: a screen whose module has arrived. The one before stays until the next is there. */
export interface Shown {
  readonly route: RouteDefinition | null;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly visit: number;
  readonly Screen: ComponentType<ScreenProps>;
}

/** The help page, which lies over a screen. Behind a function, since a signal of a component would be called by it. */
export interface HelpOver {
  readonly sheet: Signal<(() => ComponentType<HelpSheetProps>) | null>;
  readonly isOpen: Signal<boolean>;
}

export interface ShellProps {
  readonly app: App;
  readonly shown: ReadonlySignal<Shown | null>;
  readonly help: HelpOver;
}

export function Shell({ app, shown, help }: ShellProps) {
  return (
    <AppContext.Provider value={app}>
      <Frame shown={shown} />
      <Help help={help} />
    </AppContext.Provider>
  );
}

function Help({ help: { sheet, isOpen } }: Pick<ShellProps, 'help'>) {
  const HelpSheet = sheet.value?.();
  return HelpSheet === undefined ? null : <HelpSheet isOpen={isOpen.value} onClose={() => (isOpen.value = false)} />;
}

function Frame({ shown }: { readonly shown: ReadonlySignal<Shown | null> }) {
  const m = useMessages(en);
  const now = shown.value;
  const app = useApp();
  const { isReady } = app.snapshot.value;
  useFocusAfterNavigation(shown);
  useTitle(shown, m);
  if (now === null) return null;
  const isGuided = now.route?.isGuided ?? false;
  return (
    <>
      <div class="shell" data-is-guided={isGuided || undefined}>
        <a class="skip" href="#main">
          {m.skip}
        </a>
        <ExitButton />
        {!isGuided && <Navigation place={now.route === null ? null : placeOf(now.route)} />}
        <main id="main" class={isGuided ? '' : 'main'} tabIndex={-1}>
          {(isReady || isDrawnUnread(now.route)) && (
            <now.Screen key={now.visit} params={now.params} query={now.query} />
          )}
        </main>
        <Bars isGuided={isGuided} />
      </div>
      <div class="veil" aria-hidden="true">
        {m.covers[app.preferences.cover.value]}
      </div>
    </>
  );
}

/**
 * Today can be drawn before anything has been read from disk. Any other screen would say for a moment that nothing is
 * there, or begin to change a thing that it does not have yet: it waits those few milliseconds.
 */
const isDrawnUnread = (route: RouteDefinition | null): boolean =>
  route === null || route.path === '/' || route.path === '';

const places: readonly { readonly key: PlaceKey; readonly path: string }[] = [
  { key: 'today', path: '/' },
  { key: 'practices', path: '/practices' },
  { key: 'us', path: '/us' },
  { key: 'me', path: '/me' },
];

function Navigation({ place }: { readonly place: PlaceKey | null }) {
  const m = useMessages(en);
  return (
    <nav class="nav" aria-label={m.navigation}>
      <p class="nav-name" aria-hidden="true">
        {m.covers[useApp().preferences.cover.value]}
      </p>
      <ul>
        {places.map(({ key, path }) => (
          <li key={key}>
            <a href={path} aria-current={key === place ? 'page' : undefined}>
              <Icon name={key} />
              {m.places[key]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Loads the screen of each new address; what is shown changes only once it is here. */
export function createShown(
  app: Pick<App, 'location'>,
  practices: Promise<readonly PracticeScreens[]>,
  changes: (change: () => void) => void,
): { readonly shown: ReadonlySignal<Shown | null>; readonly follow: () => void } {
  const shown = signal<Shown | null>(null);
  const findMatch = async (path: string): Promise<Match | null> =>
    findRoute(shellRoutes, path) ?? findRoute(routesOf(await practices), path);
  const follow = (): void => {
    const { path, query, visit } = app.location.value;
    const show = (match: Match | null, Screen: ComponentType<ScreenProps>): void => {
      if (app.location.peek().visit !== visit) return;
      const next: Shown = { route: match?.route ?? null, params: match?.params ?? {}, query, visit, Screen };
      if (shown.peek() === null) shown.value = next;
      else changes(() => (shown.value = next));
    };
    void findMatch(path).then(
      (match) =>
        match === null
          ? show(null, NotFound)
          : match.route.load().then(
              (module) => show(match, module.Screen),
              () => show(match, NotHere),
            ),
      () => show(null, NotHere),
    );
  };
  return { shown, follow };
}

/** A screen that stands in front of all others, wherever the address leads. */
export const alone = (Screen: ComponentType<ScreenProps>): Shown => ({
  route: { path: '', isGuided: true, load: async () => ({ Screen }) },
  params: {},
  query: new URLSearchParams(),
  visit: 0,
  Screen,
});

function NotFound() {
  const m = useMessages(en);
  return (
    <Screen title={m.notFound.title} lead={m.notFound.text}>
      <Button href="/">{m.notFound.home}</Button>
    </Screen>
  );
}

/** The part of the app for this screen could not be fetched: no connection yet, and it was never opened before. */
export function NotHere() {
  const m = useMessages(en);
  return (
    <Screen title={m.notHere.title} lead={m.notHere.text}>
      <Button onPress={() => window.location.reload()}>{m.closedStore.again}</Button>
    </Screen>
  );
}

/** Screens without a title of their own take focus at their heading, and every screen begins at its top. */
function useFocusAfterNavigation(shown: ReadonlySignal<Shown | null>) {
  useEffect(() => {
    document.body.dataset.hasNavigated = '';
  }, []);
  useSignalEffect(() => {
    if ((shown.value?.visit ?? 0) === 0) return;
    window.scrollTo(0, 0);
    queueMicrotask(() => document.querySelector<HTMLElement>('h1[data-takes-focus]')?.focus({ preventScroll: true }));
  });
}

/** The browser writes titles into its history, where no lock reaches: they name the place, never what somebody wrote. */
function useTitle(shown: ReadonlySignal<Shown | null>, m: typeof en) {
  useSignalEffect(() => {
    const route = shown.value?.route ?? null;
    const isNamed = route !== null && route.path !== '' && route.path !== '/';
    document.title = isNamed ? `${m.places[placeOf(route)]} · ${m.appName}` : m.appName;
  });
}

export function ElsewhereScreen() {
  const m = useMessages(en);
  return (
    <div class="alone-screen">
      <h1>{m.elsewhere.title}</h1>
      <p class="soft">{m.elsewhere.text}</p>
      <Button onPress={() => window.location.reload()}>{m.elsewhere.here}</Button>
    </div>
  );
}

/** Said without an app around it: English, because no language has been loaded. */
export function PlainScreen(props: { readonly title: string; readonly text: string; readonly again: string | null }) {
  return (
    <main class="alone-screen">
      <h1>{props.title}</h1>
      <p class="soft">{props.text}</p>
      {props.again !== null && <Button onPress={() => window.location.reload()}>{props.again}</Button>}
    </main>
  );
}
