/**
 * The quiet bars above the navigation: a share that waits for its cancel window, a new version that waits for
 * consent. They never cover an action and never vanish with news that was not read elsewhere.
 */

import { useSignal } from '@preact/signals';
import type { WaitingShare } from '#device';
import { en } from '../messages/en.ts';
import { useApp, useMessages } from './app.ts';
import { Button, useName } from './parts/index.ts';
import { timeLeft } from './time.ts';

/** The newest ones; older ones are still in Settings' reach through their own thing. */
const windowsShownMax = 2;

export function Bars({ isGuided }: { readonly isGuided: boolean }) {
  const app = useApp();
  const byId = new Map(app.snapshot.value.windows.map((share) => [share.id, share] as const));
  const windows = [...byId.values()].slice(-windowsShownMax);
  const hasUpdate = app.updateWaits.value && !isGuided;
  return (
    <div class="bars" data-is-guided={isGuided || undefined}>
      {windows.map((share) => (
        <WindowBar key={share.id} share={share} />
      ))}
      {hasUpdate && <UpdateBar />}
    </div>
  );
}

function WindowBar({ share }: { readonly share: WaitingShare }) {
  const app = useApp();
  const m = useMessages(en);
  const name = useName('partner');
  const hasLeft = useSignal(false);
  const { nowMs, locale } = app.moment.value;
  const keep = async () => {
    hasLeft.value = !(await app.device.cancelShare(share.id));
  };
  if (hasLeft.value) return null;
  return (
    <div class="bar">
      <p class="unseen" role="status">
        {m.window.news(name)}
      </p>
      <p class="bar-words" aria-hidden="true">
        {m.window.goes(name, timeLeft(share.leavesAtMs - nowMs, locale))}
      </p>
      <div class="bar-actions">
        <Button kind="plain" onPress={() => void keep()}>
          {m.window.keep}
        </Button>
        <Button kind="plain" onPress={() => void app.device.shareNow(share.id)}>
          {m.window.now}
        </Button>
      </div>
    </div>
  );
}

function UpdateBar() {
  const app = useApp();
  const m = useMessages(en);
  return (
    <div class="bar">
      <p class="bar-words" role="status">
        {m.update.ready}
      </p>
      <div class="bar-actions">
        <Button kind="plain" onPress={app.useUpdate}>
          {m.update.now}
        </Button>
        <Button kind="plain" onPress={app.putUpdateOff}>
          {m.update.later}
        </Button>
      </div>
    </div>
  );
}
