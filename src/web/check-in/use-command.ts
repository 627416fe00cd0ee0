/**
 * One command of a practice at a time, and the sentence for a person when it is refused. What resolved with things is
 * on disk. A refusal that has no sentence here (from a newer core) gets an honest general one.
 */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ThingId } from '#core';
import { useApp } from '../shell/app.ts';

export interface Refused {
  readonly sentence: string;
  readonly field: string | null;
}

export interface CommandRun<Command> {
  readonly refused: Refused | null;
  /** The things that the command wrote to; null when it was refused or another one is still being saved. */
  readonly run: (command: Command) => Promise<readonly ThingId[] | null>;
  readonly clear: () => void;
}

const general = 'That did not work here. What you wrote is still on this screen; try again in a moment.';

export function useCommand<Command extends { readonly practice: string }>(
  refusals: Readonly<Record<string, string>>,
): CommandRun<Command> {
  const app = useApp();
  const refused = useSignal<Refused | null>(null);
  const isSaving = useRef(false);
  return {
    refused: refused.value,
    clear: () => {
      refused.value = null;
    },
    run: async (command) => {
      if (isSaving.current) return null;
      isSaving.current = true;
      const result = await app.device.command(command).finally(() => {
        isSaving.current = false;
      });
      refused.value = result.ok
        ? null
        : { sentence: refusals[result.error.refusal] ?? general, field: result.error.field ?? null };
      return result.ok ? result.value.things : null;
    },
  };
}
