/**
 * A pause: what the facts make.
 *
 * Who paused: I did, when one of my own devices wrote it; only else the partner. A pause of mine alone hears nobody but
 * my devices. Either may make a shared one longer, once: of two who do so at once the first in the total order counts.
 * Either may come back, which ends it for both; either may leave it for today, also after the other one came back,
 * until they have come back themselves.
 *
 * Timestamps are claims. A pause or an extension that reaches further than a day from when it was written is no fact.
 */
import type { Placed } from '#log';
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { PauseEvent, PauseSpan } from './events.ts';
import { pauseLimits } from './limits.ts';

export interface Pause {
  readonly id: ThingId;
  readonly session: ThingId | null;
  readonly by: Who;
  readonly beganAtMs: number;
  /** When we go on: an instant. With the extension, if there is one. */
  readonly untilMs: number;
  readonly isExtended: boolean;
  /** Both phones show it. Otherwise it is mine. */
  readonly isShared: boolean;
  /** The promise of the one who paused to come back; null where it is mine alone. */
  readonly promise: ThingId | null;
  /** How that promise reads. */
  readonly what: string;
  /** Who has said that they are back, the first first. */
  readonly back: readonly Who[];
  readonly ending: PauseEnding | null;
  /** Where it stands in the total order, and its extension: these say which of two counts. */
  readonly place: Placed;
  readonly extension: PauseExtension | null;
}

export interface PauseEnding {
  readonly how: 'returned' | 'left';
  readonly by: Who;
  readonly atMs: number;
  readonly place: Placed;
}

export interface PauseExtension {
  readonly by: Who;
  readonly untilMs: number;
  readonly place: Placed;
}

type One = Recorded<PauseEvent>;

export function foldPause(recorded: readonly One[]): Pause | null {
  const mine = recorded.filter((one) => isOwn(one) && one.space === 'mine' && one.who === 'me');
  const ours = recorded.filter((one) => !isOwn(one) && one.space === 'ours');
  const byMe = ours.find(({ who, event }) => who === 'me' && event.kind === 'pause/begun');
  if (byMe !== undefined) return foldFrom(byMe, ours);
  const own = mine.find(({ event }) => event.kind === 'pause/own-begun');
  if (own !== undefined) return foldFrom(own, mine);
  const theirs = ours.find(({ who, event }) => who === 'partner' && event.kind === 'pause/begun');
  return theirs === undefined ? null : foldFrom(theirs, ours);
}

const isOwn = ({ event }: One): boolean => event.kind.startsWith('pause/own-');

function foldFrom(born: One, all: readonly One[]): Pause | null {
  const pause = begin(born);
  return pause === null ? null : all.reduce(step, pause);
}

function begin({ event, thing, who, ...place }: One): Pause | null {
  if (event.kind !== 'pause/begun' && event.kind !== 'pause/own-begun') return null;
  if (!isSane(event, place.atMs)) return null;
  const isShared = event.kind === 'pause/begun';
  return {
    id: thing,
    session: event.session,
    by: who,
    beganAtMs: event.fromMs,
    untilMs: event.untilMs,
    isExtended: false,
    isShared,
    promise: isShared ? event.promise : null,
    what: isShared ? event.what : '',
    back: [],
    ending: null,
    place: placeOf(place),
    extension: null,
  };
}

const isSane = ({ fromMs, untilMs }: PauseSpan, atMs: number): boolean =>
  fromMs < untilMs &&
  untilMs <= atMs + pauseLimits.aheadMsMax &&
  untilMs - fromMs <= pauseLimits.aheadMsMax + pauseLimits.clockOffMsMax;

function step(pause: Pause, { event, who: by, ...recorded }: One): Pause {
  const place = placeOf(recorded);
  switch (event.kind) {
    case 'pause/extended':
    case 'pause/own-extended':
      return extend(pause, { by, untilMs: event.untilMs, place });
    case 'pause/returned':
    case 'pause/own-returned':
      return comeBack(pause, { how: 'returned', by, atMs: place.atMs, place });
    case 'pause/left':
    case 'pause/own-left':
      return leave(pause, { how: 'left', by, atMs: place.atMs, place });
    default:
      return pause;
  }
}

function extend(pause: Pause, extension: PauseExtension): Pause {
  const { untilMs, place } = extension;
  const isLater = untilMs > pause.untilMs && untilMs <= place.atMs + pauseLimits.aheadMsMax;
  const isNear = untilMs - pause.beganAtMs <= 2 * pauseLimits.aheadMsMax;
  if (pause.isExtended || pause.ending !== null || !isLater || !isNear) return pause;
  return { ...pause, untilMs, isExtended: true, extension };
}

/** The first word of coming back ends it; the other one's is kept beside it. */
function comeBack(pause: Pause, ending: PauseEnding): Pause {
  if (pause.ending?.how === 'left' || pause.back.includes(ending.by)) return pause;
  return { ...pause, back: [...pause.back, ending.by], ending: pause.ending ?? ending };
}

/** Nobody is held in a talk because the other one is ready for it. */
function leave(pause: Pause, ending: PauseEnding): Pause {
  if (pause.ending?.how === 'left' || pause.back.includes(ending.by)) return pause;
  return { ...pause, ending };
}

const placeOf = ({ atMs, atCount, device, seq, entry }: Placed): Placed => ({ atMs, atCount, device, seq, entry });
