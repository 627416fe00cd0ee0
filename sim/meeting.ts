/** Two devices meet in spite of everything: links are opened, words compared, tabs closed and opened on the way. */
import type { Purpose } from '#device';
import type { SimDevice } from './sim-device.ts';
import type { World } from './world.ts';

/** So long they try in the weather as it is; then the weather clears up, and they try as long again. */
const roundsMax = 40;

export type MeetingOutcome = 'met' | 'not-met' | { readonly problem: string };

/** Plays both people until both devices say that it is done, or patience ends. */
export async function meet(
  world: World,
  inviter: SimDevice,
  joiner: SimDevice,
  purpose: Purpose,
): Promise<MeetingOutcome> {
  const weather = { ...world.networkFaults };
  let link = '';
  const end = (outcome: MeetingOutcome): MeetingOutcome => {
    Object.assign(world.networkFaults, weather);
    return outcome;
  };
  // Each may hold half of another meeting that was left lying: the words tell, and people begin anew.
  const [left, right] = [wordsOf(inviter), wordsOf(joiner)];
  if (left !== null && right !== null && left !== right)
    for (const sim of [inviter, joiner]) if (sim.device) await sim.orGone(sim.device.endPairing());
  for (let round = 0; round < 2 * roundsMax; round++) {
    let isDisturbed = false;
    // Who has joined is never left alone with it: nothing but more time helps the one who invited.
    if (round === roundsMax) Object.assign(world.networkFaults, { loss: 0, delayMsMax: 0, halfOpen: 0 });
    for (const sim of [inviter, joiner]) {
      if (!sim.device) await sim.start();
      sim.isReachable = true;
      sim.goOnline();
      // What was left lying of another meeting is put away first, in every round: an app may end before it has done so.
      const pairing = sim.device?.snapshot().pairing;
      if (!sim.device || !pairing || !('purpose' in pairing) || pairing.purpose === purpose) continue;
      // Half of it has been said already, and nobody may break it off for the other.
      if (pairing.step === 'comparing' && pairing.isConfirmed) return end('not-met');
      if ((await sim.orGone(sim.device.endPairing())) === 'gone') isDisturbed = true;
    }
    if (isDisturbed) continue;
    if (isDone(inviter, joiner, purpose)) {
      for (const sim of [inviter, joiner]) if (sim.device) await sim.orGone(sim.device.endPairing());
      return end('met');
    }
    const problem = await goOn(inviter, joiner, purpose, link, (next) => {
      link = next;
    });
    if (problem !== null) return end({ problem });
    await world.run(2_000 + world.dice.roll(6_000));
  }
  return end('not-met');
}

async function goOn(
  inviter: SimDevice,
  joiner: SimDevice,
  purpose: Purpose,
  link: string,
  setLink: (link: string) => void,
): Promise<string | null> {
  const [a, b] = [inviter.device, joiner.device];
  if (!a || !b) return null;
  const [at, bt] = [a.snapshot().pairing, b.snapshot().pairing];
  if (at.step === 'comparing' && bt.step === 'comparing') {
    if (at.words.join() !== bt.words.join()) return `the words differ: ${at.words} / ${bt.words}`;
  }
  if (at.step === 'comparing' && !at.isConfirmed) await inviter.orGone(a.confirmWords(true));
  if (bt.step === 'comparing' && !bt.isConfirmed) await joiner.orGone(b.confirmWords(true));
  if (at.step === 'comparing' || bt.step === 'comparing') return null;
  if (isJoinerDone(joiner, purpose)) return null; // what the joiner said is on its way
  if (at.step !== 'inviting') {
    const invited = await inviter.orGone(a.invite(purpose));
    if (invited !== 'gone' && invited.ok) setLink(invited.value.link);
    if (bt.step !== 'none') await joiner.orGone(b.endPairing());
    return null;
  }
  if (link === '') setLink(at.link);
  if (bt.step === 'none' || bt.step === 'ended') {
    const opened = await joiner.orGone(b.openLink(at.link));
    if (opened !== 'gone' && opened.ok && joiner.device) await joiner.orGone(joiner.device.join());
    // An invitation that is over for the one who joins is over.
    if (bt.step === 'ended' && inviter.device) await inviter.orGone(inviter.device.endPairing());
  } else if (bt.step === 'invited') await joiner.orGone(b.join());
  return null;
}

/** The four words on its screen; null when none are compared. */
function wordsOf(sim: SimDevice): string | null {
  const pairing = sim.device?.snapshot().pairing;
  return pairing?.step === 'comparing' ? pairing.words.join() : null;
}

const isPaired = (sim: SimDevice): boolean => sim.device?.snapshot().partner != null;
const ownId = (sim: SimDevice): string | null => sim.device?.snapshot().devices.find((one) => one.isThis)?.id ?? null;
const knows = (sim: SimDevice, id: string): boolean =>
  sim.device?.snapshot().devices.some((one) => one.id === id && one.who === 'me') ?? false;

function isDone(inviter: SimDevice, joiner: SimDevice, purpose: Purpose): boolean {
  if (purpose === 'partner') return isPaired(inviter) && isPaired(joiner);
  const id = ownId(joiner);
  return id !== null && knows(inviter, id) && isJoinerDone(joiner, purpose);
}

const isJoinerDone = (joiner: SimDevice, purpose: Purpose): boolean =>
  purpose === 'partner' ? isPaired(joiner) : (joiner.device?.snapshot().devices.length ?? 0) > 0;
