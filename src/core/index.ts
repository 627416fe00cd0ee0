/** The front door of the core. A new practice adds its export and its name in `practices`, here and nowhere else. */
import type { Result } from '#kernel';
import { checkIn } from './check-in/index.ts';
import { noticing } from './noticing/index.ts';
import type { CommandOf, Context, Draft, Refusal } from './practice.ts';
import { promises } from './promises/index.ts';
import { decideWith, type State } from './state.ts';

export * from './check-in/index.ts';
export * from './feelings.ts';
export * from './limits.ts';
export * from './noticing/index.ts';
export * from './practice.ts';
export * from './promises/index.ts';
export * from './state.ts';
export * from './text.ts';
export * from './things.ts';
export * from './time.ts';

export const practices = [checkIn, noticing, promises] as const;

/** Every command that a screen may give. */
export type Command = CommandOf<(typeof practices)[number]>;

/** Hands a command to its practice. */
export const decideCommand = (
  state: State,
  command: { readonly practice: string },
  context: Context,
): Result<readonly Draft[], Refusal> => decideWith(state, practices, command, context);
