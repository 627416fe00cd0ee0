/**
 * Guided practices: what a person may do in a session. Each command names the step that was on the screen when it was
 * given; where the other one has gone on meanwhile, words are kept with the step that they belong to, and a press does
 * nothing.
 */
import { err, jsonToText, ok, type Result } from '#kernel';
import type { Context, Refusal, ThingId, Who } from '../practice.ts';
import { cleanText, typedText } from '../text.ts';
import { isWallDate } from '../time.ts';
import { type At, type GuidedDraft, shareAnswer, type Values, type Verdict } from './events.ts';
import { guidedLimits } from './limits.ts';
import { type Ask, type Script, scriptToJson } from './script.ts';
import { actorsOf, type KeptScript, mayGo, type Place, placeOf, type Session, type Way } from './session.ts';

export type GuidedCommand =
  /** `first`: who speaks first. */
  | {
      readonly practice: 'guided';
      readonly type: 'begin';
      readonly script: Script;
      readonly way: Way;
      readonly topic: string;
      readonly first: Who;
    }
  /** `voice`: who wrote it; on two phones always `me`. */
  | ({
      readonly practice: 'guided';
      readonly type: 'answer';
      readonly thing: ThingId;
      readonly voice: Who;
      readonly values: Values;
    } & At)
  /** Opens the next step, with the words of this one (null: there are none, or they were given before). */
  | ({
      readonly practice: 'guided';
      readonly type: 'go';
      readonly thing: ThingId;
      readonly voice: Who;
      readonly values: Values | null;
      readonly verdict: Verdict;
      readonly missed: string;
    } & At)
  /** Ends it before its end; what was written stays. */
  | { readonly practice: 'guided'; readonly type: 'leave'; readonly thing: ThingId; readonly words: string }
  /** Keeps a practice of somebody else's pack on my devices. */
  | { readonly practice: 'guided'; readonly type: 'keep-script'; readonly script: Script }
  /** Not now: stays on my devices. */
  | { readonly practice: 'guided'; readonly type: 'set-aside'; readonly thing: ThingId }
  /** My devices no longer show it. */
  | { readonly practice: 'guided'; readonly type: 'forget'; readonly thing: ThingId };

export type GuidedRefusal =
  | 'guided.refusal.not-there'
  | 'guided.refusal.alone'
  | 'guided.refusal.way'
  | 'guided.refusal.too-large'
  | 'guided.refusal.topic-too-long'
  | 'guided.refusal.over'
  | 'guided.refusal.moved-on'
  | 'guided.refusal.not-yours'
  | 'guided.refusal.not-yet'
  | 'guided.refusal.nothing-written'
  | 'guided.refusal.nothing-chosen'
  | 'guided.refusal.no-date'
  | 'guided.refusal.words-too-long'
  | 'guided.refusal.answered';

type Decision = Result<readonly GuidedDraft[], Refusal>;
type Of<Type extends GuidedCommand['type']> = Extract<GuidedCommand, { readonly type: Type }>;
const refuse = (refusal: GuidedRefusal, field?: string) => err(field === undefined ? { refusal } : { refusal, field });

export function decideGuided(
  things: ReadonlyMap<ThingId, Session | KeptScript>,
  command: GuidedCommand,
  context: Context,
): Decision {
  if (command.type === 'begin') return begin(command, context);
  if (command.type === 'keep-script') return keepScript(command.script, context);
  const session = things.get(command.thing);
  if (session === undefined) return refuse('guided.refusal.not-there');
  const { id } = session;
  if (command.type === 'set-aside') return ok([{ thing: id, space: 'mine', event: { kind: 'guided/own-set-aside' } }]);
  if (command.type === 'forget') return ok([{ thing: id, space: 'mine', event: { kind: 'guided/own-forgotten' } }]);
  if (session.type === 'kept') return refuse('guided.refusal.not-there');
  if (session.way === 'two-phones' && !context.isPaired) return refuse('guided.refusal.alone');
  if (command.type === 'leave') return leave(session, command);
  if (session.way === 'two-phones' && command.voice !== 'me') return refuse('guided.refusal.not-yours');
  return command.type === 'answer' ? answer(session, command) : go(session, command, context);
}

function keepScript(script: Script, context: Context): Decision {
  if (jsonToText(scriptToJson(script)).length > guidedLimits.scriptCharsMax) return refuse('guided.refusal.too-large');
  return ok([{ thing: context.newId(), space: 'mine', event: { kind: 'guided/own-script-kept', script } }]);
}

function begin({ script, way, topic, first }: Of<'begin'>, context: Context): Decision {
  if (way === 'two-phones' && !context.isPaired) return refuse('guided.refusal.alone');
  if (script.people === (way === 'alone' ? 'two' : 'one')) return refuse('guided.refusal.way');
  if (jsonToText(scriptToJson(script)).length > guidedLimits.scriptCharsMax) return refuse('guided.refusal.too-large');
  const about = typedText(topic);
  if (about.length > guidedLimits.topicCharsMax) return refuse('guided.refusal.topic-too-long', 'topic');
  const thing = context.newId();
  if (way !== 'two-phones')
    return ok([{ thing, space: 'mine', event: { kind: 'guided/own-begun', script, topic: about, way, first } }]);
  return ok([
    {
      thing,
      space: 'ours',
      // Words of one's own may still be taken back; the practice alone may not wait for that.
      mode: about === '' ? 'at-once' : 'window',
      event: { kind: 'guided/begun', script, topic: about, first: first === 'me' ? 'author' : 'other' },
    },
  ]);
}

function leave(session: Session, command: Of<'leave'>): Decision {
  if (session.ending !== null) return refuse('guided.refusal.over');
  const words = typedText(command.words);
  if (words.length > guidedLimits.answerCharsMax) return refuse('guided.refusal.words-too-long', 'words');
  return session.way === 'two-phones'
    ? ok([{ thing: session.id, space: 'ours', mode: 'at-once', event: { kind: 'guided/left', words } }])
    : ok([{ thing: session.id, space: 'mine', event: { kind: 'guided/own-left' } }]);
}

/** Words are taken for any step that was on the screen, so that nothing typed is lost to a press of the other one. */
function answer(session: Session, command: Of<'answer'> | Of<'go'>): Decision {
  const { voice, place, visit } = command;
  const at = session.places[place];
  if (at === undefined || !actorsOf(at, session.way).includes(voice)) return refuse('guided.refusal.not-yours');
  const isAnswered = session.answers.some(
    (one) => one.place === place && one.visit === visit && one.by === voice && !one.isLate,
  );
  if (isAnswered) return refuse('guided.refusal.answered');
  const values = typedValues(at, command.values ?? {});
  if (!values.ok) return values;
  return ok([answerDraft(session, at, { place, visit }, voice, values.value)]);
}

function answerDraft(session: Session, { step }: Place, { place, visit }: At, voice: Who, values: Values): GuidedDraft {
  const thing = session.id;
  const own = { place, visit, voice, values };
  if (session.way !== 'two-phones' || step.keeps === 'mine')
    return { thing, space: 'mine', event: { kind: 'guided/own-answered', ...own } };
  const event = shareAnswer(own);
  return step.isSealed
    ? { thing, space: 'ours', mode: 'sealed-at-once', exchange: exchangeOfStep(session, { place, visit }), event }
    : { thing, space: 'ours', mode: 'at-once', event };
}

/** The sealed answers of one visit to one step open with each other. */
export const exchangeOfStep = ({ id }: Pick<Session, 'id'>, { place, visit }: At): string =>
  `guided/${id}/${place}/${visit}`;

function go(session: Session, command: Of<'go'>, _context: Context): Decision {
  const { voice, place, visit, verdict } = command;
  if (session.ending !== null) return refuse('guided.refusal.over');
  if (place !== session.place || visit !== session.visit)
    return command.values === null ? refuse('guided.refusal.moved-on') : answer(session, command);
  const answered = command.values === null ? ok([]) : answer(session, command);
  if (!answered.ok) return answered;
  const missed = typedText(command.missed);
  if (missed.length > guidedLimits.answerCharsMax) return refuse('guided.refusal.words-too-long', 'missed');
  const after = withDraft(session, answered.value, voice);
  const at = placeOf(session);
  // What is sealed opens first; then either goes on.
  if (at?.step.isSealed === true && session.way !== 'alone' && answered.value.length > 0) return answered;
  if (!mayGo(after, voice, verdict)) return answered.value.length > 0 ? answered : refuse('guided.refusal.not-yet');
  const move = { place, visit, verdict, missed: verdict === 'almost' ? missed : '' };
  const thing = session.id;
  return ok([
    ...answered.value,
    session.way === 'two-phones'
      ? { thing, space: 'ours', mode: 'at-once', event: { kind: 'guided/went', ...move } }
      : { thing, space: 'mine', event: { kind: 'guided/own-went', voice, ...move } },
  ]);
}

/** The session as it will be with these words, to ask whether the next step may open. */
function withDraft(session: Session, drafts: readonly GuidedDraft[], by: Who): Session {
  const added = drafts.flatMap(({ event }) =>
    event.kind === 'guided/answered' || event.kind === 'guided/own-answered'
      ? [
          {
            place: event.place,
            visit: event.visit,
            by,
            values: event.values,
            atMs: 0,
            isClosed: false,
            isPrivate: false,
            isLate: false,
          },
        ]
      : [],
  );
  return { ...session, answers: [...session.answers, ...added] };
}

function typedValues({ step }: Place, typed: Values): Result<Values, Refusal> {
  const values: Record<string, string> = {};
  for (const ask of step.asks) {
    const raw = Object.hasOwn(typed, ask.id) ? (typed[ask.id] ?? '') : '';
    const value = ask.kind === 'words' ? typedText(raw) : cleanText(raw);
    if (value === '' && ask.isOptional) continue;
    const problem = value === '' ? lackOf(ask) : problemOf(ask, value);
    if (problem !== null) return refuse(problem, ask.id);
    values[ask.id] = value;
  }
  return ok(values);
}

function lackOf(ask: Ask): GuidedRefusal {
  if (ask.kind === 'choice') return 'guided.refusal.nothing-chosen';
  return ask.kind === 'date' ? 'guided.refusal.no-date' : 'guided.refusal.nothing-written';
}

function problemOf(ask: Ask, value: string): GuidedRefusal | null {
  if (ask.kind === 'choice') return ask.options.some(({ id }) => id === value) ? null : 'guided.refusal.nothing-chosen';
  if (ask.kind === 'date') return isWallDate(value) ? null : 'guided.refusal.no-date';
  return value.length > guidedLimits.answerCharsMax ? 'guided.refusal.words-too-long' : null;
}
