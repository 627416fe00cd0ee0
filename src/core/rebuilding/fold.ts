/**
 * Rebuilding: what the facts make.
 *
 * A thing is mine when one of my own devices gave birth to it, whatever the other wrote to its id; only else is it the
 * partner's. Only the other one takes a path up, agrees to an hour, or gives the second yes to an item.
 *
 * Openness goes by rounds. A round holds once each of the two has said yes in it, and the first yes of each counts; a round
 * counts only when the one before it held. It ends at the earlier of the two dates, and no date is later than thirty days
 * after its own yes. So nothing that the other writes can make my yes last longer than I said, or bring back what ended.
 *
 * No end has a clock in it. Whoever shows a thing asks view-model.ts: ended by hand or by its date is the same.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import { openMsMax, otherRole, type RebuildingEvent, type RebuildingRole, type SideWords } from './events.ts';

interface Born {
  readonly id: ThingId;
  readonly author: Who;
  readonly beganAtMs: number;
}
export interface RebuildingPath extends Born {
  readonly type: 'path';
  readonly myRole: RebuildingRole;
  readonly takenUpAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly isSetAside: boolean;
}
export interface RebuildingSide extends Born {
  readonly type: 'side';
  readonly standing: 'mine' | 'ours' | 'withdrawn';
  readonly role: RebuildingRole;
  /** null: the other's, taken back; or mine, deleted. */
  readonly words: SideWords | null;
  readonly sharedAtMs: number | null;
}
export interface OpenRound {
  readonly round: number;
  readonly atMs: number;
  /** When it ends by itself. Screens show only `mineUntilMs`, so that an end by hand can be told from no date. */
  readonly untilMs: number;
  readonly mineUntilMs: number;
  readonly endedAtMs: number | null;
}
/** One yes that waits for the other. */
export interface OpenAsk {
  readonly round: number;
  readonly by: Who;
  readonly atMs: number;
  readonly untilMs: number;
  readonly isEnded: boolean;
  readonly isSetAside: boolean;
}
export interface OpenItem extends Born {
  readonly type: 'item';
  readonly path: ThingId;
  readonly words: string;
  readonly agreed: OpenRound | null;
  readonly ask: OpenAsk | null;
}
export interface QuestionHour extends Born {
  readonly type: 'hour';
  readonly path: ThingId;
  readonly startMs: number;
  readonly minutes: number;
  readonly isAgreed: boolean;
  readonly isEnded: boolean;
  readonly isSetAside: boolean;
}
export interface Ritual extends Born {
  readonly type: 'ritual';
  readonly path: ThingId;
  readonly words: string;
  readonly isResting: boolean;
}
export interface KeptQuestion extends Born {
  readonly type: 'question';
  readonly words: string;
}
export type RebuildingThing = RebuildingPath | RebuildingSide | OpenItem | QuestionHour | Ritual | KeptQuestion;

type One = Recorded<RebuildingEvent>;
type Of<Kind extends RebuildingEvent['kind']> = Recorded<Extract<RebuildingEvent, { readonly kind: Kind }>>;
const isOf =
  <Kind extends RebuildingEvent['kind']>(kind: Kind) =>
  (one: One): one is Of<Kind> =>
    one.event.kind === kind;

export function foldRebuilding(recorded: readonly One[]): RebuildingThing | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const isForgotten = mine.some(isOf('rebuilding/own-forgotten'));
  const asked = mine.findLast(isOf('rebuilding/own-asked'));
  if (mine.some(isOf('rebuilding/own-written'))) return foldSide('me', mine, ours, isForgotten);
  if (asked !== undefined)
    return isForgotten ? null : { type: 'question', ...bornOf(asked), author: 'me', words: asked.event.words };
  for (const author of ['me', 'partner'] as const) {
    const found =
      foldPath(author, mine, ours) ??
      foldItem(author, mine, ours) ??
      foldHour(author, mine, ours) ??
      foldRitual(author, ours) ??
      foldSide(author, mine, ours, isForgotten);
    if (found !== null) return found;
  }
  return null;
}

const bornOf = ({ thing: id, who: author, atMs: beganAtMs }: One): Born => ({ id, author, beganAtMs });
const by = (who: Who) => (one: One) => one.who === who;
const notBy = (who: Who) => (one: One) => one.who !== who;
const isAside = (mine: readonly One[], round = 1): boolean =>
  mine.filter(isOf('rebuilding/own-set-aside')).some(({ event }) => event.round === round);

function foldPath(author: Who, mine: readonly One[], ours: readonly One[]): RebuildingPath | null {
  const born = ours.filter(isOf('rebuilding/proposed')).find(by(author));
  if (born === undefined) return null;
  const { role } = born.event;
  return {
    type: 'path',
    ...bornOf(born),
    myRole: author === 'me' ? role : otherRole(role),
    takenUpAtMs: ours.filter(isOf('rebuilding/taken-up')).find(notBy(author))?.atMs ?? null,
    endedAtMs: ours.find(isOf('rebuilding/ended'))?.atMs ?? null,
    isSetAside: author === 'partner' && isAside(mine),
  };
}

function foldSide(
  author: Who,
  mine: readonly One[],
  ours: readonly One[],
  isForgotten: boolean,
): RebuildingSide | null {
  const shared = ours.filter(isOf('rebuilding/shared')).find(by(author));
  const written = author === 'me' ? mine.filter(isOf('rebuilding/own-written')) : [];
  const born = written[0] ?? shared;
  if (born === undefined) return null;
  const isWithdrawn = shared !== undefined && ours.filter(isOf('rebuilding/withdrawn')).some(by(author));
  const standing = shared === undefined ? 'mine' : isWithdrawn ? 'withdrawn' : 'ours';
  const copy = isForgotten ? undefined : written.at(-1)?.event;
  if (standing === 'mine' && copy === undefined) return null;
  const words = standing === 'ours' ? shared?.event : copy;
  return {
    type: 'side',
    ...bornOf(born),
    standing,
    role: (words ?? born.event).role,
    words: words === undefined ? null : { role: words.role, first: words.first, second: words.second },
    sharedAtMs: shared?.atMs ?? null,
  };
}

interface Yes {
  readonly who: Who;
  readonly atMs: number;
  readonly untilMs: number;
}

function foldItem(author: Who, mine: readonly One[], ours: readonly One[]): OpenItem | null {
  const born = ours.filter(isOf('rebuilding/item-proposed')).find(by(author));
  if (born === undefined) return null;
  const more = ours.filter(isOf('rebuilding/item-agreed'));
  const yesOf = (who: Who, round: number): Yes | null => {
    const first =
      round === 1 && who === author ? born : more.find((one) => one.who === who && one.event.round === round);
    if (first === undefined) return null;
    return { who, atMs: first.atMs, untilMs: Math.min(first.event.untilMs, first.atMs + openMsMax) };
  };
  const endedAt = (round: number): number | null =>
    ours.filter(isOf('rebuilding/item-ended')).find(({ event }) => event.round === round)?.atMs ?? null;
  let agreed: OpenRound | null = null;
  for (let round = 1; ; round++) {
    const [me, partner] = [yesOf('me', round), yesOf('partner', round)];
    if (me !== null && partner !== null) {
      agreed = {
        round,
        atMs: Math.max(me.atMs, partner.atMs),
        untilMs: Math.min(me.untilMs, partner.untilMs),
        mineUntilMs: me.untilMs,
        endedAtMs: endedAt(round),
      };
      continue;
    }
    const one = me ?? partner;
    const ask: OpenAsk | null =
      one === null
        ? null
        : {
            round,
            by: one.who,
            atMs: one.atMs,
            untilMs: one.untilMs,
            isEnded: endedAt(round) !== null,
            isSetAside: one.who === 'partner' && isAside(mine, round),
          };
    return { type: 'item', ...bornOf(born), path: born.event.path, words: born.event.words, agreed, ask };
  }
}

function foldHour(author: Who, mine: readonly One[], ours: readonly One[]): QuestionHour | null {
  const born = ours.filter(isOf('rebuilding/hour-offered')).find(by(author));
  if (born === undefined) return null;
  const { path, startMs, minutes } = born.event;
  return {
    type: 'hour',
    ...bornOf(born),
    path,
    startMs,
    minutes,
    isAgreed: ours.filter(isOf('rebuilding/hour-agreed')).some(notBy(author)),
    isEnded: ours.some(isOf('rebuilding/ended')),
    isSetAside: author === 'partner' && isAside(mine),
  };
}

function foldRitual(author: Who, ours: readonly One[]): Ritual | null {
  const born = ours.filter(isOf('rebuilding/ritual-added')).find(by(author));
  if (born === undefined) return null;
  const { path, words } = born.event;
  return { type: 'ritual', ...bornOf(born), path, words, isResting: ours.some(isOf('rebuilding/ritual-rested')) };
}
