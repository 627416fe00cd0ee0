/**
 * What was written in my name: of each of my own entries at hand its practice, its thing, the device and the time, and no
 * word of it. It is for me alone, so that I can see what somebody wrote who had a device of mine in their hands. Of the
 * partner's entries nothing is told: which device they used is theirs.
 */
import type { Space, ThingId } from './practice.ts';
import type { State } from './state.ts';

export interface Written {
  readonly practice: string;
  readonly thing: ThingId;
  readonly space: Space;
  /** As in the list of devices: hex of its signing key. */
  readonly device: string;
  readonly atMs: number;
}

/** Newest first. */
export const stateToWritten = ({ keptByMonth }: Pick<State, 'keptByMonth'>): readonly Written[] =>
  [...keptByMonth.values()]
    .flatMap((things) =>
      [...things].flatMap(([thing, { known }]) =>
        [...known].flatMap(([practice, events]) =>
          events
            .filter(({ raw }) => raw.who === 'me')
            .map(({ raw: { space, device, atMs } }) => ({ practice, thing, space, device, atMs })),
        ),
      ),
    )
    .sort((a, b) => b.atMs - a.atMs || (a.thing < b.thing ? 1 : -1));
