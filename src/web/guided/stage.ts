/**
 * What a session asks of the one in front of this phone, now. Pure. The engine in the core says who may do what; here it
 * becomes what a screen shows.
 *
 * On one phone passed across there are two in front of it, one after the other: `voice` is the one who writes next, and
 * `holder` the one who should have the phone in their hands for it.
 */
import {
  type Ask,
  type At,
  actorsOf,
  answersHere,
  awaited,
  mayGo,
  openersOf,
  type Place,
  placeOf,
  type Session,
  type SessionAnswer,
  type Who,
} from '#core';

/**
 * `write`: words or a choice. `decide`: the speaker's word. `sealed`: written, and closed until both have. `opened`:
 * what was sealed can be read by both. `rest`: nothing to write here; whoever may opens what comes next.
 */
export type Stage = 'write' | 'decide' | 'sealed' | 'opened' | 'rest';

export interface Turn {
  readonly place: Place;
  readonly stage: Stage;
  /** In whose name this phone writes and opens now. */
  readonly voice: Who;
  /** Passed across: who should hold the phone. null: it does not matter. */
  readonly holder: Who | null;
  /** Whether this step is for `voice` to act in. */
  readonly isActor: boolean;
  /** `voice` may open the next step now. */
  readonly mayOpen: boolean;
  /** What `voice` writes here opens the next step at once. */
  readonly opensByWriting: boolean;
}

/** What is asked at a place. On one phone nothing would stay one's own, so such questions are left to paper. */
export const asksAt = ({ step }: Place, { way }: Session): readonly Ask[] =>
  way === 'passed' && step.keeps === 'mine' ? [] : step.asks;

/** null: it is over. */
export function turnOf(session: Session): Turn | null {
  const place = placeOf(session);
  if (place === null || session.ending !== null) return null;
  const { voice, holder } = voiceAt(session, place);
  const stage = stageOf(session, place, voice);
  const openers = openersOf(place, session.way);
  const isOthersAwaited = place.step.who !== 'either' && awaited(session).some((who) => who !== voice);
  return {
    place,
    stage,
    voice,
    holder,
    isActor: actorsOf(place, session.way).includes(voice),
    mayOpen: mayGo(session, voice, 'on'),
    opensByWriting:
      openers.includes(voice) &&
      !isOthersAwaited &&
      !isSealedHere(session, place) &&
      (place.step.keeps === 'ours' || session.way === 'alone'),
  };
}

function voiceAt(session: Session, place: Place): Pick<Turn, 'voice' | 'holder'> {
  if (session.way !== 'passed') return { voice: 'me', holder: null };
  const { step, speaker, listener } = place;
  if (step.gate !== null) return { voice: speaker, holder: speaker };
  const here = answersHere(session);
  if (asksAt(place, session).length > 0 && step.who !== 'either') {
    const actors = actorsOf(place, session.way);
    const next = [speaker, listener].find((who) => actors.includes(who) && !here.some(({ by }) => by === who));
    if (next !== undefined) return { voice: next, holder: next };
  }
  const openers = openersOf(place, session.way);
  return { voice: openers.includes('me') ? 'me' : 'partner', holder: null };
}

function stageOf(session: Session, place: Place, voice: Who): Stage {
  const { step } = place;
  if (step.gate !== null) return openersOf(place, session.way).includes(voice) ? 'decide' : 'rest';
  const here = answersHere(session);
  // What only I keep stands in another space, so the clock of the other phone may make it late. It is written all the same.
  const written = step.keeps === 'mine' ? session.answers.filter((one) => isOfVisit(one, session)) : here;
  const isWritten = written.some(({ by }) => step.who === 'either' || by === voice);
  if (asksAt(place, session).length > 0 && actorsOf(place, session.way).includes(voice) && !isWritten) return 'write';
  if (!isSealedHere(session, place)) return 'rest';
  return here.length > 1 && here.every(({ isClosed }) => !isClosed) ? 'opened' : 'sealed';
}

const isOfVisit = (one: At, { place, visit }: At): boolean => one.place === place && one.visit === visit;

/** Alone there is nobody to seal it for. */
const isSealedHere = ({ way }: Session, { step }: Place): boolean => step.isSealed && way !== 'alone';

/** My words of the last time this step was met, to begin with when it comes again. */
export const wordsBefore = (session: Session, place: number, voice: Who): SessionAnswer | null =>
  session.answers.findLast((one) => one.place === place && one.by === voice && !one.isLate) ?? null;
