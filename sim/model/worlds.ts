/** The households in which model 2 is walked: each small enough to be walked whole. */
import type { World } from './epochs.ts';
import { bitOf } from './people.ts';

const everybody = bitOf('phone') | bitOf('tablet') | bitOf('laptop') | bitOf('sam') | bitOf('guest');

const one: World = {
  name: 'one removal, and the removed one writes on',
  honest: ['phone', 'sam'],
  others: ['tablet'],
  removals: [['phone', 'tablet']],
  notes: ['phone', 'sam'],
  stray: 'tablet',
  changesMax: 2,
  isPhoneGreater: true,
};

const both: World = {
  name: 'both remove one at the same time',
  honest: ['phone', 'sam'],
  others: ['tablet', 'sam2'],
  removals: [
    ['phone', 'tablet'],
    ['sam', 'sam2'],
  ],
  notes: ['phone'],
  changesMax: 2,
  isPhoneGreater: true,
};

const hostile: World = {
  name: '',
  honest: ['phone', 'laptop'],
  others: ['tablet', 'sam'],
  removals: [],
  notes: [],
  changesMax: 2,
  isPhoneGreater: true,
};

export const worlds = {
  one,
  both,
  mirrored: { ...both, name: 'the same, the other key being the greater', isPhoneGreater: false },
  forgetful: {
    ...one,
    name: 'one removal, and a relay that forgets a box',
    notes: ['phone'],
    stray: 'tablet',
    losses: 1,
  },
  own: {
    ...one,
    name: 'two of Noor’s remove a third',
    honest: ['phone', 'laptop'],
    others: ['tablet', 'sam'],
    removals: [
      ['phone', 'tablet'],
      ['laptop', 'tablet'],
    ],
    notes: [],
  },
  linked: {
    name: 'a laptop is linked while the tablet is removed',
    honest: ['phone', 'sam'],
    linked: 'laptop',
    others: ['tablet'],
    removals: [['phone', 'tablet']],
    notes: [],
    changesMax: 2,
    isPhoneGreater: true,
  },
  words: {
    ...hostile,
    name: 'Sam says whatever he likes about devices',
    notes: ['phone'],
    hostile: {
      by: 'sam',
      said: [
        { kind: 'removed', by: 'sam', about: 'phone' },
        { kind: 'vouch', by: 'sam', about: 'guest', person: 'noor' },
        { kind: 'joined', by: 'guest', person: 'noor', atMs: 2 },
      ],
      epochs: [],
    },
  },
  keys: {
    ...hostile,
    name: 'Sam hands out keys as he likes',
    notes: ['laptop'],
    hostile: {
      by: 'sam',
      said: [],
      epochs: [
        { generation: 9, by: 'sam', seals: everybody, knew: 0, names: 0, isFair: false },
        { generation: 3, by: 'sam', seals: bitOf('sam') | bitOf('laptop'), knew: 0, names: 0, isFair: true },
      ],
    },
  },
} satisfies Readonly<Record<string, World>>;
export type WorldName = keyof typeof worlds;

/** A lost tablet in a thief's hands, at a time when Sam has not heard yet that it was taken off. */
const thief: World = {
  ...one,
  others: ['tablet'],
  notes: [],
  changesMax: 3,
  hostile: { by: 'tablet', said: [], epochs: [] },
};

/** By what can happen. */
export const limitWorlds: Readonly<Record<string, World>> = {
  'a lost device vouches for another before all have heard that it was taken off': {
    ...thief,
    name: 'a thief vouches',
    hostile: {
      by: 'tablet',
      said: [
        { kind: 'vouch', by: 'tablet', about: 'guest', person: 'noor' },
        { kind: 'joined', by: 'guest', person: 'noor', atMs: 2 },
      ],
      epochs: [],
    },
  },
  'a lost device takes the other off the list before all have heard that it was taken off': {
    ...thief,
    name: 'a thief removes',
    hostile: { by: 'tablet', said: [{ kind: 'removed', by: 'tablet', about: 'phone' }], epochs: [] },
  },
};
