/**
 * The service worker from the page's side. A new version waits until the person agrees; every other tab then opens
 * anew with it. The only Trusted Types policy of the app is here, and it lets one address through.
 */
import { type ReadonlySignal, signal } from '@preact/signals';

const workerPath = '/sw.js';

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

export interface Updates {
  readonly isWaiting: ReadonlySignal<boolean>;
  readonly use: () => void;
  readonly putOff: () => void;
}

export function watchUpdates(container: ServiceWorkerContainer | undefined, policies: unknown): Updates {
  const isWaiting = signal(false);
  let waiting: ServiceWorker | null = null;
  let isConsented = false;
  const offer = (worker: ServiceWorker | null): void => {
    // Without a controller this is the first visit: nothing older is running that could be replaced.
    if (worker === null || !container?.controller) return;
    waiting = worker;
    isWaiting.value = true;
  };
  const watch = (registration: ServiceWorkerRegistration | undefined): void => {
    // Some test browsers answer with nothing where workers are turned off.
    if (registration === undefined) return;
    offer(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => worker.state === 'installed' && offer(worker));
    });
    document.addEventListener('visibilitychange', () => {
      // Offline, the check simply does not happen; the next one will.
      if (!document.hidden) registration.update().catch(() => {});
    });
  };
  container?.addEventListener('controllerchange', () => {
    if (isConsented) window.location.reload();
  });
  container?.register(workerUrl(policies), { updateViaCache: 'none' }).then(watch, () => {
    // Refused by the browser (a private window, a setting): the app works, only not without a connection.
  });
  return {
    isWaiting,
    use: () => {
      isConsented = true;
      waiting?.postMessage('use-now');
    },
    putOff: () => {
      isWaiting.value = false;
    },
  };
}

function workerUrl(policies: unknown): string {
  if (!isPolicyFactory(policies)) return workerPath;
  const policy = policies.createPolicy('attune', {
    createScriptURL: (url) => {
      if (url !== workerPath) throw new Error('This should not be possible: a script from elsewhere');
      return url;
    },
  });
  // A TrustedScriptURL, which `register` takes wherever Trusted Types exist; the DOM types know only strings.
  return policy.createScriptURL(workerPath) as string;
}

const isPolicyFactory = (value: unknown): value is PolicyFactory =>
  typeof value === 'object' && value !== null && 'createPolicy' in value;
