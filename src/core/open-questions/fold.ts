/**
 * Open questions: what the facts make. Four kinds of things: a question that is answered in writing, an entry on one
 * of my two maps, a question of my own, and the deck (what has been asked, and how deep it may go).
 *
 * Who asked: I did, when one of my own devices wrote the birth; only else the partner. The question stands as it was
 * first put. Each answers for themselves, and takes their own answer back. Their sealed answer is not here before it
 * has opened, so nothing here can tell what is in it, or whether it exists.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { MapSubject, OwnMapped, QuestionDepth, QuestionPut, QuestionsEvent, QuestionTopic } from './events.ts';

export type OpenQuestion = SharedQuestion | MapEntry | OwnQuestion | QuestionDeck;

/** A question for both, answered in writing. */
export interface SharedQuestion {
  readonly id: ThingId;
  readonly type: 'shared';
  readonly asker: Who;
  readonly askedAtMs: number;
  readonly topic: QuestionTopic;
  readonly question: QuestionPut;
  /** The asker took it back: nobody answers any more. What was answered before stays until it is taken back. */
  readonly isWithdrawn: boolean;
  readonly mine: WrittenAnswer | null;
  readonly theirs: WrittenAnswer | null;
  /** I left it for now: known on my devices only. */
  readonly isSetAside: boolean;
}

export interface WrittenAnswer {
  /** `sealed`: mine, and they cannot read it yet. */
  readonly standing: 'sealed' | 'open' | 'withdrawn';
  /** null: taken back. */
  readonly words: string | null;
  readonly atMs: number;
}

export interface MapEntry {
  readonly id: ThingId;
  readonly type: 'entry';
  readonly about: MapSubject;
  readonly topic: QuestionTopic;
  readonly question: QuestionPut;
  readonly words: string;
  /** When these words were written. */
  readonly wordsAtMs: number;
  /** When they were last written, or found to be still true. */
  readonly lookedAtMs: number;
  /** What stood there before, oldest first. */
  readonly earlier: readonly { readonly words: string; readonly atMs: number }[];
  /** It is no longer so, and off the map; looking at it again brings it back. */
  readonly isLetGo: boolean;
}

export interface OwnQuestion {
  readonly id: ThingId;
  readonly type: 'own';
  readonly text: string;
  readonly keptAtMs: number;
}

export interface QuestionDeck {
  readonly id: ThingId;
  readonly type: 'deck';
  readonly depth: { readonly depth: QuestionDepth; readonly atMs: number } | null;
  /** Oldest first; of very many the latest. */
  readonly uses: readonly QuestionUse[];
}

export interface QuestionUse {
  readonly question: string;
  readonly atMs: number;
}

/** Of one deck, which is that of a month: more than its days can bring. */
const usesKeptMax = 800;
/** Earlier words of one entry that a fold keeps. */
const earlierKeptMax = 50;

type One = Recorded<QuestionsEvent>;

export function foldQuestions(recorded: readonly One[]): OpenQuestion | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const isAskedBy = (by: Who): boolean =>
    ours.some(({ who, event }) => who === by && event.kind === 'open-questions/asked');
  if (isAskedBy('me')) return foldShared('me', ours, mine);
  const isForgotten = mine.some(({ event }) => event.kind === 'open-questions/own-forgotten');
  const own = foldEntry(mine) ?? foldOwnQuestion(mine) ?? foldDeck(mine);
  if (own !== null) return isForgotten ? null : own;
  return isAskedBy('partner') ? foldShared('partner', ours, mine) : null;
}

function foldShared(asker: Who, ours: readonly One[], mine: readonly One[]): SharedQuestion | null {
  const bornAt = ours.findIndex(({ who, event }) => who === asker && event.kind === 'open-questions/asked');
  const birth = ours[bornAt];
  if (birth?.event.kind !== 'open-questions/asked') return null;
  const { topic, question } = birth.event;
  let shared: SharedQuestion = {
    id: birth.thing,
    type: 'shared',
    asker,
    askedAtMs: birth.atMs,
    topic,
    question,
    isWithdrawn: false,
    mine: null,
    theirs: null,
    isSetAside: asker === 'partner' && mine.some(({ event }) => event.kind === 'open-questions/own-set-aside'),
  };
  for (const { event, who, atMs, seal } of ours.slice(bornAt)) {
    if (event.kind === 'open-questions/question-withdrawn' && who === asker) shared = { ...shared, isWithdrawn: true };
    else if (event.kind === 'open-questions/answered')
      shared = answered(shared, who, { standing: seal === 'closed' ? 'sealed' : 'open', words: event.words, atMs });
    else if (event.kind === 'open-questions/withdrawn')
      shared = answered(shared, who, { standing: 'withdrawn', words: null, atMs });
  }
  return shared;
}

/** The last word of each stands. */
const answered = (shared: SharedQuestion, who: Who, answer: WrittenAnswer): SharedQuestion =>
  who === 'me' ? { ...shared, mine: answer } : { ...shared, theirs: answer };

function foldEntry(mine: readonly One[]): MapEntry | null {
  const birth = mine.find(({ event }) => isMapped(event));
  if (birth === undefined || !isMapped(birth.event)) return null;
  const { kind, topic, question, words } = birth.event;
  let entry: MapEntry = {
    id: birth.thing,
    type: 'entry',
    about: kind === 'open-questions/own-learnt' ? 'partner' : 'me',
    topic,
    question,
    words,
    wordsAtMs: birth.atMs,
    lookedAtMs: birth.atMs,
    earlier: [],
    isLetGo: false,
  };
  for (const { event, atMs } of mine.slice(mine.indexOf(birth))) {
    if (event.kind === 'open-questions/own-changed') entry = changed(entry, event.words, atMs);
    else if (event.kind === 'open-questions/own-still-true') entry = { ...entry, lookedAtMs: atMs, isLetGo: false };
    else if (event.kind === 'open-questions/own-let-go') entry = { ...entry, lookedAtMs: atMs, isLetGo: true };
  }
  return entry;
}

const isMapped = (event: QuestionsEvent): event is OwnMapped =>
  event.kind === 'open-questions/own-learnt' || event.kind === 'open-questions/own-answered';

function changed(entry: MapEntry, words: string, atMs: number): MapEntry {
  const earlier = [...entry.earlier, { words: entry.words, atMs: entry.wordsAtMs }].slice(-earlierKeptMax);
  return { ...entry, words, wordsAtMs: atMs, lookedAtMs: atMs, earlier, isLetGo: false };
}

function foldOwnQuestion(mine: readonly One[]): OwnQuestion | null {
  for (const { thing, event, atMs } of mine)
    if (event.kind === 'open-questions/own-question')
      return { id: thing, type: 'own', text: event.text, keptAtMs: atMs };
  return null;
}

function foldDeck(mine: readonly One[]): QuestionDeck | null {
  let id: ThingId | null = null;
  let depth: QuestionDeck['depth'] = null;
  const uses: QuestionUse[] = [];
  for (const { thing, event, atMs } of mine) {
    if (event.kind === 'open-questions/own-depth') depth = { depth: event.depth, atMs };
    else if (event.kind === 'open-questions/own-used') uses.push({ question: event.question, atMs });
    else continue;
    id ??= thing;
  }
  return id === null ? null : { id, type: 'deck', depth, uses: uses.slice(-usesKeptMax) };
}
