/** What people do in a simulated world, by the same calls as the screens. */
import type { CheckInCommand, Visibility } from '#core';
import type { Device } from '#device';
import type { SimDevice } from './sim-device.ts';
import type { World } from './world.ts';

const here = (sim: SimDevice): Device => {
  if (!sim.device) throw new Error(`${sim.name} is not running`);
  return sim.device;
};

/** Noor invites, Sam joins, both say the words aloud and they are the same. */
export async function pairPeople(
  world: World,
  inviter: SimDevice,
  joiner: SimDevice,
  purpose: 'partner' | 'device' = 'partner',
): Promise<void> {
  const invited = await here(inviter).invite(purpose);
  if (!invited.ok) throw new Error(`invite: ${invited.error}`);
  await world.run(1_000);
  const opened = await here(joiner).openLink(invited.value.link);
  if (!opened.ok) throw new Error(`openLink: ${opened.error}`);
  const joined = await here(joiner).join();
  if (!joined.ok) throw new Error(`join: ${joined.error}`);
  await world.run(5_000);
  const words = [inviter, joiner].map((sim) => {
    const { pairing } = here(sim).snapshot();
    if (pairing.step !== 'comparing') throw new Error(`${sim.name} is at ${JSON.stringify(pairing)}`);
    return pairing.words.join(' ');
  });
  if (words[0] !== words[1]) throw new Error(`the words differ: ${words.join(' / ')}`);
  await here(inviter).confirmWords(true);
  await here(joiner).confirmWords(true);
  await world.run(5_000);
  for (const sim of [inviter, joiner]) await here(sim).endPairing();
}

export const linkDevices = (world: World, old: SimDevice, fresh: SimDevice): Promise<void> =>
  pairPeople(world, old, fresh, 'device');

export function writeCheckIn(sim: SimDevice, note: string, visibility: Visibility = 'mine') {
  const command: CheckInCommand = {
    practice: 'check-in',
    type: 'write',
    visibility,
    feltAtMs: null,
    feelings: [{ type: 'known', id: 'calm' }],
    strength: 3,
    needs: ['heard'],
    note,
  };
  return here(sim).command(command);
}
