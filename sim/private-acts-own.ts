/**
 * What Noor may do for herself in the practices of a life of her own: write, change, delete and bring back, decline,
 * prepare a share and keep it back. Beside private-acts.ts, which has the others.
 */
import type { Command, OwnLifeThing, ThingId } from '#core';
import type { Device } from '#device';
import type { PrivateAct } from './private-acts.ts';

/** A time of Sam's own, shared, so that there is something to cheer or to leave. */
export async function shareOneTime(sam: Device): Promise<void> {
  const give = async (command: Command) => sam.command(command);
  const kept = await give({ practice: 'own-life', type: 'keep-time', thing: null, ...evening('chess') });
  const thing = kept.ok ? kept.value.things[0] : undefined;
  if (thing !== undefined) await give({ practice: 'own-life', type: 'share', thing });
}

const evening = (words: string) => ({ days: [4], part: 'evening', words }) as const;
const look = { people: 'right', interests: 'more', alone: 'more', together: 'right' } as const;

/** Few acts that do much: each further one makes those rarer that wait for another act before them. */
export const ownLifeActs: readonly PrivateAct[] = [
  act('a journal entry written, changed, deleted and brought back', writeEntry, (thing, words) => [
    { practice: 'journal', type: 'change', thing, words: `${words}, again` },
    { practice: 'journal', type: 'delete', thing },
    { practice: 'journal', type: 'restore', thing },
  ]),
  act('a look from outside written, declined and drafted', writeFromOutside, (thing) => [
    { practice: 'neutral-observer', type: 'rest' },
    { practice: 'neutral-observer', type: 'share', thing, parts: ['seen'] },
  ]),
  act('a life of my own noted, looked at, and a time of it drafted', keepTime, (thing, words) => [
    { practice: 'own-life', type: 'note', thing: null, about: 'people', words },
    { practice: 'own-life', type: 'look', ...look, wish: words },
    { practice: 'own-life', type: 'share', thing },
  ]),
  act('a cheer drafted', (_, device) => {
    const time = all<OwnLifeThing>(device, 'own-life').find((one) => one.type === 'time' && one.owner === 'partner');
    return time === undefined ? null : { practice: 'own-life', type: 'cheer', thing: time.id, word: 'enjoy-it' };
  }),
];

function writeEntry(words: string): Command {
  return { practice: 'journal', type: 'write', words, prompt: 'What is on your mind?' };
}
function writeFromOutside(words: string): Command {
  const text = { about: words, seen: `${words}.`, hard: '', keep: words };
  return { practice: 'neutral-observer', type: 'write', thing: null, ...text };
}
function keepTime(words: string): Command {
  return { practice: 'own-life', type: 'keep-time', thing: null, ...evening(words) };
}

/** Under the key of a practice stands only what its own fold made. */
export const all = <Thing>(device: Device, practice: string): readonly Thing[] =>
  [...(device.snapshot().thingsByPractice.get(practice)?.values() ?? [])] as readonly Thing[];

/** A first command, and what is done to the thing that it made, one after the other. */
export function act(
  name: string,
  toFirst: (words: string, device: Device) => Command | null,
  toRest: (thing: ThingId, words: string) => readonly Command[] = () => [],
): PrivateAct {
  return {
    name,
    run: async (device, dice) => {
      const words = 'only for me '.repeat(1 + dice.roll(9)).trim();
      const first = toFirst(words, device);
      const made = first === null ? null : await device.command(first);
      if (made?.ok !== true) return false;
      let isDone = true;
      for (const command of toRest(made.value.things[0] ?? '', words))
        isDone = (await device.command(command)).ok && isDone;
      return isDone;
    },
  };
}
