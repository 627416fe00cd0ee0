/**
 * What Noor may do for herself in the practices of a life of her own: write, change, delete and bring back, decline,
 * prepare a share and keep it back. Beside private-acts.ts, which has the others.
 */
import type { Command, JournalEntry, NeutralThing, OwnLifeThing, ProtectedTime } from '#core';
import type { Device } from '#device';
import type { PrivateAct } from './private-acts.ts';

/** A time of Sam's own, shared, so that there is something to cheer or to leave. */
export async function shareOneTime(sam: Device): Promise<void> {
  const kept = await sam.command({ practice: 'own-life', type: 'keep-time', thing: null, ...evening('chess') });
  const thing = kept.ok ? kept.value.things[0] : undefined;
  if (thing !== undefined) await sam.command({ practice: 'own-life', type: 'share', thing });
}

const evening = (words: string) => ({ days: [4], part: 'evening', words }) as const;
const outside = (words: string) => ({ about: words, seen: `${words}.`, hard: '', keep: words });
const look = { people: 'right', interests: 'more', alone: 'more', together: 'right' } as const;

export const ownLifeActs: readonly PrivateAct[] = [
  act('a journal entry written', (words) => [
    { practice: 'journal', type: 'write', words, prompt: 'What is on your mind?' },
  ]),
  act('a journal entry changed', (words, device) =>
    all<JournalEntry>(device, 'journal')
      .slice(0, 1)
      .map(({ id }) => ({ practice: 'journal', type: 'change', thing: id, words: `${words}, again` })),
  ),
  act('a journal entry deleted and brought back', (_, device) =>
    all<JournalEntry>(device, 'journal')
      .slice(0, 1)
      .flatMap(({ id: thing }): readonly Command[] => [
        { practice: 'journal', type: 'delete', thing },
        { practice: 'journal', type: 'restore', thing },
      ]),
  ),
  act('a look from outside written', (words) => [
    { practice: 'neutral-observer', type: 'write', thing: null, ...outside(words) },
  ]),
  act('a look from outside drafted', (_, device) =>
    all<NeutralThing>(device, 'neutral-observer')
      .filter(({ type }) => type === 'text')
      .slice(0, 1)
      .map(({ id }) => ({ practice: 'neutral-observer', type: 'share', thing: id, parts: ['seen'] })),
  ),
  act('a look from outside declined', () => [{ practice: 'neutral-observer', type: 'rest' }]),
  act('something of my own noted', (words) => [
    { practice: 'own-life', type: 'note', thing: null, about: 'people', words },
  ]),
  act('a time of my own kept', (words) => [
    { practice: 'own-life', type: 'keep-time', thing: null, ...evening(words) },
  ]),
  act('a time of my own drafted', (_, device) =>
    times(device, 'me').map(({ id }) => ({ practice: 'own-life', type: 'share', thing: id })),
  ),
  act('a cheer drafted', (_, device) =>
    times(device, 'partner').map(({ id }) => ({ practice: 'own-life', type: 'cheer', thing: id, word: 'enjoy-it' })),
  ),
  act('the balance looked at', (words) => [{ practice: 'own-life', type: 'look', ...look, wish: words }]),
];

const times = (device: Device, owner: 'me' | 'partner'): readonly ProtectedTime[] =>
  all<OwnLifeThing>(device, 'own-life')
    .filter((one) => one.type === 'time')
    .filter((one) => one.owner === owner)
    .slice(0, 1);

/** Under the key of a practice stands only what its own fold made. */
const all = <Thing>(device: Device, practice: string): readonly Thing[] =>
  [...(device.snapshot().thingsByPractice.get(practice)?.values() ?? [])] as readonly Thing[];

function act(name: string, toCommands: (words: string, device: Device) => readonly Command[]): PrivateAct {
  return {
    name,
    run: async (device, dice) => {
      const commands = toCommands('only for me '.repeat(1 + dice.roll(9)).trim(), device);
      let isDone = commands.length > 0;
      for (const command of commands) isDone = (await device.command(command)).ok && isDone;
      return isDone;
    },
  };
}
