/** Flaws planted into a copy of the functions that ship: the models must see them, since they ask these very functions. */
import type { Patch } from '../patched.ts';
import type { WorldName } from './worlds.ts';

export interface Planted extends Patch {
  readonly words: string;
  /** The model that must notice. */
  readonly seenBy: 'members' | WorldName;
}

const membership = 'src/device/membership.ts';

export const planted: readonly Planted[] = [
  {
    name: 'vouch-by-anyone',
    words: 'a vouch by the other person counts',
    file: membership,
    find: '(vouch) => vouch.person === joined.person && members.get(vouch.by)?.person === joined.person,',
    replace: '(vouch) => vouch.person === joined.person,',
    seenBy: 'members',
  },
  {
    name: 'own-word-is-enough',
    words: 'a device belongs by its own word alone',
    file: membership,
    find: 'if (!isVouched) continue;',
    replace: '',
    seenBy: 'members',
  },
  {
    name: 'removal-by-anyone',
    words: 'a removal by the other person counts',
    file: membership,
    find: '.some((by) => by !== device && members.get(by)?.person === person)',
    replace: '.some((by) => by !== device)',
    seenBy: 'members',
  },
  {
    name: 'last-word-wins',
    words: 'of two words of a device about itself the last to come is believed',
    file: membership,
    find: 'if (known && !isEarlier(joined, known)) return membership;',
    replace: '',
    seenBy: 'members',
  },
  {
    name: 'vouch-forgives',
    words: 'a vouch undoes a removal',
    file: membership,
    find: 'return { ...membership, vouches: {',
    replace: 'return { ...membership, removed: { ...membership.removed, [device]: [] }, vouches: {',
    seenBy: 'members',
  },
  {
    name: 'lesser-key-wins',
    words: 'of two keys the lesser is written with',
    file: 'src/device/epochs.ts',
    find: 'x.epoch.generation - y.epoch.generation ||',
    replace: 'y.epoch.generation - x.epoch.generation ||',
    seenBy: 'one',
  },
  {
    name: 'open-to-removed',
    words: 'a key that a removed device has is not noticed',
    file: membership,
    find: 'recipients.some((device) => members.get(device)?.isRemoved === true)',
    replace: 'recipients.some((device) => members.get(device)?.isRemoved === undefined)',
    seenBy: 'both',
  },
];
