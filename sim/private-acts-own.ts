/**
 * What Noor may do for herself in the practices of a life of her own and in her doubts: write, change, delete and bring
 * back, decline, take the way out, prepare a share and keep it back. Beside private-acts.ts, which has the others.
 */
import type { Command, CounsellorThing, OwnLifeThing, ThingId } from '#core';
import type { Device } from '#device';
import type { PrivateAct } from './private-acts.ts';

/** A time of Sam's own, shared, so that there is something to cheer or to leave. */
export async function shareOneTime(sam: Device): Promise<void> {
  const give = async (command: Command) => sam.command(command);
  const kept = await give({ practice: 'own-life', type: 'keep-time', thing: null, ...evening('chess') });
  const thing = kept.ok ? kept.value.things[0] : undefined;
  if (thing !== undefined) await give({ practice: 'own-life', type: 'share', thing });
}

/** A page for a counsellor that Sam began and has chosen for, so that there is something to leave unanswered. */
export async function beginOnePage(sam: Device, day: string): Promise<void> {
  const begun = await sam.command(asCommand({ practice: 'counsellor', type: 'begin', day, isShared: true }));
  const thing = begun.ok ? begun.value.things[0] : undefined;
  const waiting = sam.snapshot().windows.find((share) => share.thing === thing);
  if (thing === undefined || waiting === undefined) return;
  await sam.shareNow(waiting.id);
  await sam.command(
    asCommand({ practice: 'counsellor', type: 'consent', thing, items: [], seenUntilMs: 0, span: 'week' }),
  );
}

const asCommand = (command: Command): Command => command;

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
  act('a doubt come true, the way out taken and taken back, and what was seen noted', writeDoubt, (thing, words) => [
    { practice: 'benefit-of-the-doubt', type: 'say-how-it-turned-out', thing, turnedOut: 'as-feared' },
    { practice: 'benefit-of-the-doubt', type: 'leave' },
    { practice: 'benefit-of-the-doubt', type: 'note', saw: words },
    { practice: 'benefit-of-the-doubt', type: 'begin-again' },
    { practice: 'benefit-of-the-doubt', type: 'forget', thing },
  ]),
  counsellorPage(),
  act(
    'what may go on a page chosen, put otherwise, and drafted',
    (_, device) => {
      const page = all<CounsellorThing>(device, 'counsellor').find((one) => one.type === 'page' && one.isShared);
      return page === undefined ? null : { practice: 'counsellor', type: 'choose', thing: page.id, items: [page.id] };
    },
    (thing) => [
      { practice: 'counsellor', type: 'choose', thing, items: [] },
      { practice: 'counsellor', type: 'consent', thing, items: [thing], seenUntilMs: 0, span: 'session' },
    ],
  ),
  act('a cheer drafted', (_, device) => {
    const time = all<OwnLifeThing>(device, 'own-life').find((one) => one.type === 'time' && one.owner === 'partner');
    return time === undefined ? null : { practice: 'own-life', type: 'cheer', thing: time.id, word: 'enjoy-it' };
  }),
];

/** A page of my own: begun, words copied for it, put on it and taken off, and all of it deleted now and then. */
function counsellorPage(): PrivateAct {
  return {
    name: 'a page of my own for a counsellor',
    run: async (device, dice) => {
      const give = async (command: Command): Promise<ThingId | undefined> => {
        const given = await device.command(command);
        return given.ok ? given.value.things[0] : undefined;
      };
      const own = all<CounsellorThing>(device, 'counsellor').find((one) => one.type === 'page' && !one.isShared);
      const day = own?.type === 'page' ? own.day : dayOf(device);
      const page = own?.id ?? (await give({ practice: 'counsellor', type: 'begin', day, isShared: false }));
      if (page === undefined) return false;
      const words = 'only for me '.repeat(1 + dice.roll(9)).trim();
      const copy = await give({ practice: 'counsellor', type: 'copy', thing: page, words });
      if (copy === undefined) return false;
      await give({ practice: 'counsellor', type: 'show', thing: copy, isShown: true });
      if (dice.chance(0.3)) await give({ practice: 'counsellor', type: 'forget', thing: copy });
      return true;
    },
  };
}

/** A day that both can name: that of the page that Sam began. */
function dayOf(device: Device): string {
  const shared = all<CounsellorThing>(device, 'counsellor').find((one) => one.type === 'page');
  return shared?.type === 'page' ? shared.day : '';
}

function writeEntry(words: string): Command {
  return { practice: 'journal', type: 'write', words, prompt: 'What is on your mind?' };
}
function writeFromOutside(words: string): Command {
  const text = { about: words, seen: `${words}.`, hard: '', keep: words };
  return { practice: 'neutral-observer', type: 'write', thing: null, ...text };
}
function writeDoubt(words: string): Command {
  const others = [`${words} one`, `${words} two`];
  return { practice: 'benefit-of-the-doubt', type: 'write', saw: words, story: words, others, question: `${words}?` };
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
