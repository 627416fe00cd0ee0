/**
 * What Noor may do for herself in rebuilding: leave a proposal of Sam's, write her side and drop it, keep a question for
 * an hour, draft a path of her own. Beside private-acts.ts. The gate has no act here: no command carries an answer of it.
 */
import type { Command, RebuildingThing } from '#core';
import type { Device } from '#device';
import type { PrivateAct } from './private-acts.ts';

export const rebuildingActs: readonly PrivateAct[] = [
  act('a path not taken up', (device) => {
    const theirs = things(device).find((one) => one.type === 'path' && one.author === 'partner' && !one.isSetAside);
    return theirs === undefined ? null : { practice: 'rebuilding', type: 'set-aside', thing: theirs.id };
  }),
  act('a path taken up, drafted', (device) => {
    const theirs = things(device).find((one) => one.type === 'path' && one.author === 'partner');
    return theirs === undefined ? null : { practice: 'rebuilding', type: 'take-up', thing: theirs.id };
  }),
  act('a side written, put differently, and deleted', (device, words) => {
    const own = things(device).find((one) => one.type === 'side');
    if (own === undefined) return { practice: 'rebuilding', type: 'write', thing: null, ...side(words) };
    return words.length % 2 === 0
      ? { practice: 'rebuilding', type: 'forget', thing: own.id }
      : { practice: 'rebuilding', type: 'write', thing: own.id, ...side(`${words}, again`) };
  }),
  act('a question kept for an hour, or let go', (device, words) => {
    const kept = things(device).find((one) => one.type === 'question');
    return kept === undefined
      ? { practice: 'rebuilding', type: 'keep-question', words }
      : { practice: 'rebuilding', type: 'forget', thing: kept.id };
  }),
];

const side = (words: string) => ({ role: 'hurt', first: words, second: words }) as const;

/** Under the key of a practice stands only what its own fold made. */
const things = (device: Device): readonly RebuildingThing[] =>
  [...(device.snapshot().thingsByPractice.get('rebuilding')?.values() ?? [])] as readonly RebuildingThing[];

function act(name: string, toCommand: (device: Device, words: string) => Command | null): PrivateAct {
  return {
    name,
    run: async (device, dice) => {
      const command = toCommand(device, 'only for me '.repeat(1 + dice.roll(9)).trim());
      return command !== null && (await device.command(command)).ok;
    },
  };
}
