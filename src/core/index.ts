/** The front door of the core. Practices stand in `practices.ts`. */
import type { Result } from '#kernel';
import type { CommandOf, Context, Draft, PracticeAny, Refusal } from './practice.ts';
import * as exported from './practices.ts';
import { decideWith, type State } from './state.ts';

export * from './feelings.ts';
export * from './limits.ts';
export * from './my-copy.ts';
export type * from './practice.ts';
export * from './practices.ts';
export * from './shared-things.ts';
export * from './state.ts';
export * from './text.ts';
export * from './things.ts';
export * from './time.ts';
export * from './written.ts';

type Exported = typeof exported;
type Registered = {
  [Name in keyof Exported]: Exported[Name] extends PracticeAny ? Exported[Name] : never;
}[keyof Exported];

/** Whatever `practices.ts` exports that is a practice. */
export const practices: readonly Registered[] = Object.values(exported).filter(isPractice);

function isPractice(value: Exported[keyof Exported]): value is Registered {
  return typeof value === 'object' && value !== null && 'fold' in value && 'decide' in value;
}

/** Every command that a screen may give. */
export type Command = CommandOf<Registered>;

/** Hands a command to its practice. */
export const decideCommand = (
  state: State,
  command: { readonly practice: string },
  context: Context,
): Result<readonly Draft[], Refusal> => decideWith(state, practices, command, context);
