/** Whether a practice came with the other one's phone: neither one of the house, word for word, nor one that I keep. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Session } from '#core';
import { useApp } from '../shell/app.ts';
import { keptOf } from './guided-things.ts';
import { isOfHouse, isSameScript } from './library.ts';

export function useIsFromPartner({ id, beganBy, script }: Session): boolean {
  const { snapshot } = useApp();
  const isForeign = useSignal(false);
  useEffect(() => {
    if (beganBy === 'me') return;
    void isOfHouse(script).then(
      (isOurs) => (isForeign.value = !isOurs),
      () => {}, // our own could not be fetched, so nobody can tell
    );
  }, [id]);
  return isForeign.value && !keptOf(snapshot.value).some((kept) => isSameScript(kept.script, script));
}
