/**
 * Walks every state that a small model can reach, nearest first: so the first trace that breaks a rule is a shortest
 * one, fit to be read. Nothing here is random, and a walk that was cut short never passes for a clean one.
 */

/** One thing that may happen, in words for the trace, and the state after it. */
export interface Step<State> {
  readonly name: string;
  readonly next: State;
  /** The rule that this very step breaks, if it breaks one. */
  readonly broken?: string | null;
  /** Something that a fair network and honest devices do by themselves. Where none is left, all is calm. */
  readonly isDue?: boolean;
}

export interface Model<State> {
  readonly name: string;
  readonly starts: readonly State[];
  /** Equal keys are the same state. */
  readonly key: (state: State) => string;
  readonly steps: (state: State) => readonly Step<State>[];
  /** The rule that this state breaks, or null. */
  readonly broken: (state: State, isCalm: boolean) => string | null;
}

export interface Outcome {
  readonly kind: 'clean' | 'broken' | 'cut-short';
  readonly states: number;
  readonly transitions: number;
  /** States in which nothing is due any more. */
  readonly calm: number;
  /** Steps of the longest of all shortest ways. */
  readonly depth: number;
  readonly rule: string;
  readonly trace: readonly string[];
}

export function explore<State>(model: Model<State>, statesMax: number): Outcome {
  const seen = new Set<string>();
  const states: State[] = [];
  const parents: number[] = [];
  const names: string[] = [];
  const depths: number[] = [];
  let [transitions, calm] = [0, 0];

  const visit = (state: State, parent: number, name: string): void => {
    const key = model.key(state);
    if (seen.has(key)) return;
    seen.add(key);
    states.push(state);
    parents.push(parent);
    names.push(name);
    depths.push(parent < 0 ? 0 : (depths[parent] ?? 0) + 1);
  };
  const traceTo = (index: number): string[] => {
    const trace: string[] = [];
    for (let at = index; (parents[at] ?? -1) >= 0; at = parents[at] ?? -1) trace.push(names[at] ?? '');
    return trace.reverse();
  };
  const end = (kind: Outcome['kind'], rule: string, trace: readonly string[]): Outcome => {
    return { kind, states: states.length, transitions, calm, depth: depths.at(-1) ?? 0, rule, trace };
  };

  for (const state of model.starts) visit(state, -1, '');
  // The list grows while it is walked: that makes the walk breadth-first.
  for (let at = 0; at < states.length; at += 1) {
    const state = states[at] as State;
    const steps = model.steps(state);
    const isCalm = !steps.some((step) => step.isDue);
    if (isCalm) calm += 1;
    const rule = model.broken(state, isCalm);
    if (rule !== null) return end('broken', rule, traceTo(at));
    for (const { name, next, broken } of steps) {
      transitions += 1;
      if (broken) return end('broken', broken, [...traceTo(at), name]);
      visit(next, at, name);
    }
    if (states.length > statesMax) return end('cut-short', '', []);
  }
  return end('clean', '', []);
}
