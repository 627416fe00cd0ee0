/** The practice that an address names: one of the house, whose pack is fetched, or one that was added. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { KeptScript, Script } from '#core';
import { useApp } from '../shell/app.ts';
import { keptOf } from './guided-things.ts';
import { loadScript } from './library.ts';

export interface NamedScript {
  readonly script: Script | null;
  readonly kept: KeptScript | null;
  /** `missing`: there is none of that name. `not-here`: its pack could not be fetched. */
  readonly state: 'coming' | 'here' | 'missing' | 'not-here';
  /** Without the part after the practice, such as `/begin`. */
  readonly path: string;
}

export function useScript(params: Readonly<Record<string, string>>): NamedScript {
  const snapshot = useApp().snapshot.value;
  const { thing, pack = '', key = '' } = params;
  const loaded = useSignal<Pick<NamedScript, 'script' | 'state'>>({ script: null, state: 'coming' });
  useEffect(() => {
    if (thing !== undefined) return;
    void loadScript(pack, key).then(
      (script) => (loaded.value = { script, state: script === null ? 'missing' : 'here' }),
      () => (loaded.value = { script: null, state: 'not-here' }),
    );
  }, [thing, pack, key, loaded]);
  if (thing === undefined) return { ...loaded.value, kept: null, path: `/guided/${pack}/${key}` };
  const kept = keptOf(snapshot).find(({ id }) => id === thing) ?? null;
  const path = `/guided/kept/${thing}`;
  return { script: kept?.script ?? null, kept, state: kept === null ? 'missing' : 'here', path };
}
