/**
 * Own life: what the facts make: a note of something that is mine, a look at the balance, or a protected time.
 *
 * A thing that my own devices began is mine, and is what they began, whatever the partner wrote to its id. Only else a
 * shared time makes a time of the one who shared it. Of the owner's shares and withdrawals the last stands, so that a time
 * that moved can be shared anew; of the other one's cheers, too.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { BalanceLook, OwnLifeEvent, OwnLifeSubject, TimeWords } from './events.ts';

export interface OwnNote {
  readonly type: 'note';
  readonly id: ThingId;
  readonly about: OwnLifeSubject;
  readonly words: string;
  readonly beganAtMs: number;
}

export interface OwnLook extends BalanceLook {
  readonly type: 'look';
  readonly id: ThingId;
  readonly beganAtMs: number;
}

export interface ProtectedTime {
  readonly type: 'time';
  readonly id: ThingId;
  readonly owner: Who;
  readonly beganAtMs: number;
  readonly standing: 'mine' | 'ours' | 'withdrawn';
  /** As I have it; null: it is not mine, or I let it go. */
  readonly own: TimeWords | null;
  /** As both can read it. */
  readonly shared: TimeWords | null;
  readonly sharedAtMs: number | null;
  readonly cheer: { readonly word: string; readonly atMs: number } | null;
}

export type OwnLifeThing = OwnNote | OwnLook | ProtectedTime;

type One = Recorded<OwnLifeEvent>;

export function foldOwnLife(recorded: readonly One[]): OwnLifeThing | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const isForgotten = mine.some(({ event }) => event.kind === 'own-life/own-forgotten');
  const own = mine.find(({ event }) => event.kind !== 'own-life/own-forgotten' && isMineKind(event));
  if (own?.event.kind === 'own-life/own-noted') return isForgotten ? null : foldNote(own, mine);
  if (own?.event.kind === 'own-life/own-looked') {
    const { kind: _, ...look } = own.event;
    return isForgotten ? null : { type: 'look', id: own.thing, beganAtMs: own.atMs, ...look };
  }
  return foldTime(mine, ours, isForgotten);
}

const isMineKind = ({ kind }: OwnLifeEvent): boolean => kind.startsWith('own-life/own-');

function foldNote(born: One, mine: readonly One[]): OwnNote | null {
  const last = mine.findLast(({ event }) => event.kind === 'own-life/own-noted')?.event;
  if (last?.kind !== 'own-life/own-noted') return null;
  return { type: 'note', id: born.thing, about: last.about, words: last.words, beganAtMs: born.atMs };
}

function foldTime(mine: readonly One[], ours: readonly One[], isForgotten: boolean): ProtectedTime | null {
  const own = mine.filter(({ event }) => event.kind === 'own-life/own-time');
  const isShare = ({ event }: One): boolean => event.kind === 'own-life/time-shared';
  const isByMe = own.length > 0 || ours.some((one) => one.who === 'me' && isShare(one));
  const owner: Who = isByMe ? 'me' : 'partner';
  const shares = ours.filter((one) => one.who === owner && isShare(one));
  const born = own[0] ?? shares[0];
  if (born === undefined) return null;
  const copy = isForgotten ? null : timeOf(own.at(-1));
  if (copy === null && shares.length === 0) return null;
  const last = ours.findLast(
    (one) => one.who === owner && (isShare(one) || (one.event.kind === 'own-life/withdrawn' && shares.length > 0)),
  );
  const shared = last === undefined ? null : timeOf(last);
  const cheer = ours.findLast(({ who, event }) => who !== owner && event.kind === 'own-life/cheered');
  return {
    type: 'time',
    id: born.thing,
    owner,
    beganAtMs: born.atMs,
    standing: shared !== null ? 'ours' : shares.length > 0 ? 'withdrawn' : 'mine',
    own: copy,
    shared,
    sharedAtMs: shared === null ? null : (last?.atMs ?? null),
    cheer:
      shared !== null && cheer?.event.kind === 'own-life/cheered' ? { word: cheer.event.word, atMs: cheer.atMs } : null,
  };
}

function timeOf(one: One | undefined): TimeWords | null {
  const event = one?.event;
  if (event?.kind !== 'own-life/own-time' && event?.kind !== 'own-life/time-shared') return null;
  return { days: event.days, part: event.part, words: event.words };
}
