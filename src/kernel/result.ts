/**
 * Expected failure is a value. A function that may be refused returns a Result whose error is a tagged plain
 * object; the words for a person are chosen at the edge. A state that cannot be is an `assert`, on in production.
 */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E> = { readonly ok: false; readonly error: E };
export type Result<T, E> = Ok<T> | Err<E>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const err = <E>(error: E): Err<E> => ({ ok: false, error });

/** States what must hold. @throws Error with the sentence, when it does not: a defect of ours, never of a person. */
export function assert(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(`This should not be possible: ${sentence}`);
}

/** For the end of an exhaustive `switch`: a compile error when a case is forgotten. */
export function unreachable(value: never): never {
  throw new Error(`This should not be possible: an unknown case ${JSON.stringify(value)}`);
}
