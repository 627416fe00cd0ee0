/**
 * Model 1: who belongs, in every order in which the words about it can arrive, once or twice. The state is what the
 * real `addMembershipEntry` made; the rules are checked on what the real `membershipToMembers` makes of it.
 */
import type { Model, Step } from './explore.ts';
import {
  bitOf,
  keyOf,
  membershipOf,
  personKeyOf,
  type Said,
  saidToWords,
  takeSaid,
  toView,
  type View,
  viewToText,
} from './people.ts';

const start: readonly Said[] = [
  { kind: 'joined', by: 'phone', person: 'noor', atMs: 1 },
  { kind: 'joined', by: 'sam', person: 'sam', atMs: 1 },
];

/** A tablet that is vouched for, a laptop that the tablet vouches for, a removal; and Sam, who tries what he can. */
const all: readonly Said[] = [
  { kind: 'joined', by: 'tablet', person: 'noor', atMs: 1 },
  { kind: 'vouch', by: 'phone', about: 'tablet', person: 'noor' },
  { kind: 'joined', by: 'laptop', person: 'noor', atMs: 1 },
  { kind: 'vouch', by: 'tablet', about: 'laptop', person: 'noor' },
  { kind: 'removed', by: 'phone', about: 'tablet' },
  { kind: 'joined', by: 'guest', person: 'noor', atMs: 2 },
  { kind: 'joined', by: 'guest', person: 'sam', atMs: 1 },
  { kind: 'vouch', by: 'sam', about: 'guest', person: 'noor' },
  { kind: 'vouch', by: 'sam', about: 'guest', person: 'sam' },
  { kind: 'removed', by: 'sam', about: 'phone' },
  { kind: 'removed', by: 'guest', about: 'laptop' },
];

interface State {
  readonly view: Known;
  readonly taken: number;
  /** Bit of the one entry that came twice; 0: none yet. */
  readonly again: number;
}

/** Equal views are kept once, with what follows from each word. */
interface Known extends View {
  readonly id: number;
  readonly text: string;
  readonly after: (Known | undefined)[];
}
const known = new Map<string, Known>();

function intern(view: View): Known {
  const key = `${view.waiting} ${JSON.stringify(view.membership)}`;
  const found = known.get(key) ?? { ...view, id: known.size, text: viewToText(view), after: [] };
  known.set(key, found);
  return found;
}

function take(view: Known, at: number): Known {
  const after = view.after[at] ?? intern(takeSaid(view, all, at));
  view.after[at] = after;
  return after;
}

const inOneOrder = new Map<number, string>();
function viewInOneOrder(taken: number): string {
  const found = inOneOrder.get(taken);
  if (found !== undefined) return found;
  let view = toView(membershipOf(start));
  for (const [at] of all.entries()) if ((taken & (1 << at)) !== 0) view = takeSaid(view, all, at);
  const text = viewToText(view);
  inOneOrder.set(taken, text);
  return text;
}

export const membersModel = (): Model<State> => ({
  name: 'who belongs',
  starts: [{ view: intern(toView(membershipOf(start))), taken: 0, again: 0 }],
  key: ({ view, taken, again }) => `${view.id} ${taken} ${again}`,
  steps: ({ view, taken, again }) => {
    const steps: Step<State>[] = [];
    for (const [at, said] of all.entries()) {
      const bit = 1 << at;
      if ((taken & bit) !== 0 && again !== 0) continue;
      const isAgain = (taken & bit) !== 0;
      const next = { view: take(view, at), taken: taken | bit, again: isAgain ? bit : again };
      steps.push({ name: `${saidToWords(said)}${isAgain ? ', again' : ''}`, next });
    }
    return steps;
  },
  broken: ({ view, taken }) => {
    if (view.text !== viewInOneOrder(taken)) return 'who belongs does not depend on the order of arrival';
    const has = (at: number): boolean => (taken & (1 << at)) !== 0;
    const personOf = (device: 'tablet' | 'laptop' | 'guest') => view.members.get(keyOf(device))?.person;
    if (personOf('guest') === personKeyOf('noor')) return 'nobody else’s word makes a device Noor’s';
    if (personOf('tablet') !== undefined && !(has(0) && has(1)))
      return 'a device needs its own word and one of its own people’s';
    if (personOf('laptop') !== undefined && !(has(0) && has(1) && has(2) && has(3)))
      return 'a device needs its own word and one of its own people’s';
    if ((view.removed & (bitOf('phone') | bitOf('laptop'))) !== 0) return 'nobody takes another’s device off the list';
    const isTabletOff = (view.removed & bitOf('tablet')) !== 0;
    if (has(0) && has(1) && isTabletOff !== has(4)) return 'what was taken off stays off';
    return null;
  },
});
