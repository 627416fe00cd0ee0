/**
 * What people do in a simulated course of events, drawn by dice from what is on their screens. Every text holds a
 * marker that says who wrote it and how far it may travel: `keeps` never leaves its author's devices, `seals` opens
 * only when both have sealed, `shares` is for both. No marker may ever reach the relay.
 */
import {
  type Certainty,
  type CheckIn,
  type CheckInCommand,
  certainties,
  type Noticing,
  type NoticingCommand,
  type Pledge,
  type PromisesCommand,
  type Strength,
  strengths,
} from '#core';
import type { Snapshot } from '#device';
import type { Dice } from './clockwork.ts';

export const markerStart = 'zz-';
export type Reach = 'keeps' | 'seals' | 'shares';
export const marker = (person: string, reach: Reach): string => `${markerStart}${person}-${reach}-`;

export interface Author {
  readonly person: string;
  readonly dice: Dice;
  readonly nowMs: number;
  /** Counts the texts of this person. */
  readonly nextNumber: () => number;
}

export type Deed = CheckInCommand | NoticingCommand | PromisesCommand;

/** One command: sometimes about a thing that is on the screen, sometimes a new one. It may be refused. */
export function nextDeed(author: Author, snapshot: Snapshot): Deed {
  const { dice } = author;
  const isPaired = snapshot.partner !== null;
  const kind = dice.roll(10);
  if (kind < 5) return checkInDeed(author, thingsOf<CheckIn>(snapshot, 'check-in'), isPaired);
  if (kind < 8) return promiseDeed(author, thingsOf<Pledge>(snapshot, 'promises'), isPaired);
  return noticingDeed(author, thingsOf<Noticing>(snapshot, 'noticing'), isPaired);
}

/** Under the key of a practice stands only what its own fold made. */
const thingsOf = <Thing>(snapshot: Snapshot, practice: string): readonly Thing[] =>
  [...(snapshot.thingsByPractice.get(practice)?.values() ?? [])] as readonly Thing[];

function text({ person, dice, nextNumber }: Author, reach: Reach, charsMax = 240): string {
  const filler = dice.chance(0.05) ? dice.roll(charsMax * 8) : dice.roll(60);
  const start = `${marker(person, reach)}${nextNumber()}`;
  return `${start} ${'so it goes '.repeat(40)}`.slice(0, Math.min(charsMax, start.length + filler));
}

const strengthOf = (dice: Dice): Strength => dice.pick(strengths);
const certaintyOf = (dice: Dice): Certainty => dice.pick(certainties);
const feelingsOf = (dice: Dice) => [{ type: 'known' as const, id: dice.pick(['calm', 'tired', 'glad', 'tense']) }];

function checkInDeed(author: Author, all: readonly CheckIn[], isPaired: boolean): CheckInCommand {
  const { dice, nowMs } = author;
  const mine = all.filter((one) => one.author === 'me');
  const typed = (reach: Reach) => ({
    feelings: feelingsOf(dice),
    strength: strengthOf(dice),
    needs: [],
    note: text(author, reach, 3_000),
  });
  if (mine.length === 0 || dice.chance(0.6)) {
    const visibility = isPaired ? dice.pick(['mine', 'for-now', 'ours', 'ours', 'sealed', 'sealed'] as const) : 'mine';
    const reach = visibility === 'mine' ? 'keeps' : visibility === 'sealed' ? 'seals' : 'shares';
    const feltAtMs = dice.chance(0.2) ? nowMs - dice.roll(3_600_000) : null;
    return { practice: 'check-in', type: 'write', visibility, feltAtMs, ...typed(reach) };
  }
  const { id: thing, standing, words } = dice.pick(mine);
  const mayTravel = standing !== 'mine' && words?.note.startsWith(marker(author.person, 'shares'));
  const type = dice.pick(['rewrite', 'share', 'share', 'withdraw', 'forget'] as const);
  if (type === 'rewrite')
    return { practice: 'check-in', type, thing, ...typed(standing === 'mine' ? 'keeps' : 'shares') };
  // What was meant to be kept or sealed is not shared: so its marker can be held to that.
  if (type === 'share' && !mayTravel) return { practice: 'check-in', type: 'withdraw', thing };
  return { practice: 'check-in', type, thing };
}

function promiseDeed(author: Author, all: readonly Pledge[], isPaired: boolean): PromisesCommand {
  const { dice, nowMs } = author;
  const date = new Date(nowMs + (1 + dice.roll(20)) * 86_400_000).toISOString().slice(0, 10);
  const by = { date, time: dice.chance(0.5) ? '19:30' : null };
  const typed = (to: 'partner' | 'myself') => ({
    what: text(author, to === 'partner' ? 'shares' : 'keeps'),
    by,
    plan: dice.chance(0.3) ? { trigger: text(author, 'keeps'), action: text(author, 'keeps') } : null,
    certainty: certaintyOf(dice),
    isPlanShared: false,
  });
  if (all.length === 0 || dice.chance(0.4)) {
    const to = isPaired && dice.chance(0.7) ? 'partner' : 'myself';
    return { practice: 'promises', type: 'make', to, ...typed(to) };
  }
  const pledge = dice.pick(all);
  const { id: thing, to, standing, offer } = pledge;
  const words = text(author, to === 'partner' ? 'shares' : 'keeps');
  if (pledge.maker === 'partner') {
    if (standing === 'kept') return { practice: 'promises', type: 'see', thing, words };
    if (standing === 'owned') return { practice: 'promises', type: 'answer', thing, choice: 'own-words', words };
    if (offer?.by === 'partner') return { practice: 'promises', type: 'agree-letting-go', thing };
    return { practice: 'promises', type: 'offer-letting-go', thing, words };
  }
  if (standing !== 'open') return { practice: 'promises', type: 'reopen', thing };
  if (to === 'myself' && dice.chance(0.3))
    return { practice: 'promises', type: dice.pick(['let-go', 'forget'] as const), thing };
  switch (dice.roll(5)) {
    case 0:
      return { practice: 'promises', type: 'change', thing, what: words, by, because: words };
    case 1:
    case 2:
      return { practice: 'promises', type: 'keep', thing, words };
    case 3:
      return {
        practice: 'promises',
        type: 'own',
        thing,
        happened: words,
        cost: words,
        now: words,
        next: dice.chance(0.5) ? typed(to) : null,
      };
    default:
      return offer?.by === 'me'
        ? { practice: 'promises', type: 'take-back-letting-go', thing }
        : { practice: 'promises', type: 'offer-letting-go', thing, words };
  }
}

function noticingDeed(author: Author, all: readonly Noticing[], isPaired: boolean): NoticingCommand {
  const { dice } = author;
  if (all.length === 0 || dice.chance(0.3)) {
    return {
      practice: 'noticing',
      type: 'notice',
      thing: null,
      cues: [dice.pick(['face', 'voice', 'silence'] as const)],
      words: text(author, 'keeps'),
    };
  }
  const noticing = dice.pick(all);
  const { id: thing } = noticing;
  const answer = (reach: Reach) => ({
    feelings: feelingsOf(dice),
    strength: strengthOf(dice),
    words: text(author, reach),
  });
  if (noticing.side === 'asked') {
    const type = dice.pick(['answer', 'answer', 'withdraw-answer', 'set-aside'] as const);
    return type === 'answer'
      ? { practice: 'noticing', type, thing, ...answer('shares') }
      : { practice: 'noticing', type, thing };
  }
  if (noticing.guess === null) {
    return {
      practice: 'noticing',
      type: 'guess',
      thing,
      feelings: feelingsOf(dice),
      strength: strengthOf(dice),
      certainty: certaintyOf(dice),
    };
  }
  if (noticing.asked === null) {
    const type = isPaired ? dice.pick(['send', 'send', 'say'] as const) : 'say';
    return { practice: 'noticing', type, thing, opener: `${text(author, type === 'send' ? 'shares' : 'keeps')}?` };
  }
  switch (dice.roll(4)) {
    case 0:
      return { practice: 'noticing', type: 'write-down', thing, ...answer('keeps') };
    case 1:
      return { practice: 'noticing', type: 'judge', thing, closeness: 'near', words: text(author, 'keeps') };
    case 2:
      return { practice: 'noticing', type: 'withdraw-question', thing };
    default:
      return { practice: 'noticing', type: dice.pick(['put-away', 'forget'] as const), thing };
  }
}
