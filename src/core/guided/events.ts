/**
 * Guided practices: the facts of a session, which is one run of one script.
 *
 * On two phones (ours): `guided/begun` (birth, carries the script), `answered`, `went`, `left`.
 * On one phone, alone or passed across (mine): `guided/own-begun` (birth), `own-answered`, `own-went`, `own-left`.
 * And mine, beside a session on two phones: `own-answered` (a step whose words only their writer keeps),
 * `own-set-aside` (not now, told to nobody), `own-forgotten`. A practice from a file: `own-script-kept`.
 *
 * A step of a session is named by its place and by the visit: how many moves were made before. Both are in every fact
 * about it, so that two people who press at once, or whose phones meet again later, cannot mean different steps.
 */
import { isJsonObject, type Json, jsonToText } from '#kernel';
import { bodyField, bodyFields, type Read, readOneOf, readText, readWhole } from '../body.ts';
import type { DraftOf, Who } from '../practice.ts';
import { guidedLimits } from './limits.ts';
import { readScript, type Script, scriptToJson } from './script.ts';

/** By the id of what was asked: words, the id of an option, or a date. What was left open is absent. */
export type Values = Readonly<Record<string, string>>;

/** `on`: to the next step. `yes`, `almost`: the speaker's word on whether they were understood. */
export type Verdict = 'on' | 'yes' | 'almost';
export const verdicts: readonly Verdict[] = ['on', 'yes', 'almost'];

export interface At {
  readonly place: number;
  readonly visit: number;
}

export interface Begun {
  readonly kind: 'guided/begun';
  readonly script: Script;
  readonly topic: string;
  /** Who speaks first, from the side of the author. */
  readonly first: 'author' | 'other';
}
export interface Answered extends At {
  readonly kind: 'guided/answered';
  readonly values: Values;
}
export interface Went extends At {
  readonly kind: 'guided/went';
  readonly verdict: Verdict;
  /** With `almost`: what is still missing, in the speaker's words. */
  readonly missed: string;
}
export interface Left {
  readonly kind: 'guided/left';
  readonly words: string;
}
export type GuidedOursEvent = Begun | Answered | Went | Left;

export interface OwnBegun {
  readonly kind: 'guided/own-begun';
  readonly script: Script;
  readonly topic: string;
  readonly way: 'alone' | 'passed';
  /** Who speaks first: the owner of this phone, or the one beside them. */
  readonly first: Who;
}
export interface OwnAnswered extends At {
  readonly kind: 'guided/own-answered';
  readonly voice: Who;
  readonly values: Values;
}
export interface OwnWent extends At {
  readonly kind: 'guided/own-went';
  readonly voice: Who;
  readonly verdict: Verdict;
  readonly missed: string;
}
/** A practice out of a pack that was added from a file. */
export interface OwnScriptKept {
  readonly kind: 'guided/own-script-kept';
  readonly script: Script;
}
export interface OwnMark {
  readonly kind: 'guided/own-left' | 'guided/own-set-aside' | 'guided/own-forgotten';
}
export type GuidedMineEvent = OwnBegun | OwnAnswered | OwnWent | OwnScriptKept | OwnMark;

export type GuidedEvent = GuidedMineEvent | GuidedOursEvent;
export type GuidedDraft = DraftOf<GuidedMineEvent, GuidedOursEvent>;

/** The one way from mine to ours: what was typed on this phone, as the partner gets it. */
export const shareAnswer = ({ place, visit, values }: Omit<OwnAnswered, 'kind' | 'voice'>): Answered => ({
  kind: 'guided/answered',
  place,
  visit,
  values,
});

const ownMarks = ['guided/own-left', 'guided/own-set-aside', 'guided/own-forgotten'] as const;
const readPlace = readWhole(0, 3 * guidedLimits.stepsMax);
const readVisit = readWhole(0, guidedLimits.movesMax);
const readTopic = readText(guidedLimits.topicCharsMax);
const readWords = readText(guidedLimits.answerCharsMax);
const readVerdict = readOneOf(verdicts);
const readVoice = readOneOf<Who>(['me', 'partner']);
const askIdShape = /^[a-z][a-z0-9-]{0,47}$/;

export const readValues: Read<Values> = (json) => {
  if (json === undefined || !isJsonObject(json)) return null;
  const entries = Object.entries(json);
  if (entries.length > guidedLimits.asksMax) return null;
  const values: [string, string][] = [];
  for (const [id, value] of entries) {
    const words = readWords(value);
    if (!askIdShape.test(id) || words === null || words === '') return null;
    values.push([id, words]);
  }
  return Object.fromEntries(values.sort(([a], [b]) => (a < b ? -1 : 1)));
};

const readWholeScript: Read<Script> = (json) => {
  if (json === undefined || jsonToText(json).length > guidedLimits.scriptCharsMax) return null;
  return readScript(json, () => {});
};

export function parseGuided(kind: string, body: Json): GuidedEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const field = (name: string): Json | undefined => bodyField(fields, name);
  const mark = ownMarks.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };
  switch (kind) {
    case 'guided/begun': {
      const [script, topic] = [readWholeScript(field('script')), readTopic(field('topic'))];
      const first = readOneOf(['author', 'other'] as const)(field('first'));
      return script === null || topic === null || first === null ? null : { kind, script, topic, first };
    }
    case 'guided/own-begun': {
      const [script, topic] = [readWholeScript(field('script')), readTopic(field('topic'))];
      const way = readOneOf(['alone', 'passed'] as const)(field('way'));
      const first = readVoice(field('first'));
      return script === null || topic === null || way === null || first === null
        ? null
        : { kind, script, topic, way, first };
    }
    case 'guided/own-script-kept': {
      const script = readWholeScript(field('script'));
      return script === null ? null : { kind, script };
    }
    case 'guided/left': {
      const words = readWords(field('words'));
      return words === null ? null : { kind, words };
    }
    default:
      return parseStep(kind, field);
  }
}

function parseStep(kind: string, field: (name: string) => Json | undefined): GuidedEvent | null {
  const [place, visit] = [readPlace(field('place')), readVisit(field('visit'))];
  if (place === null || visit === null) return null;
  const isOwn = kind === 'guided/own-answered' || kind === 'guided/own-went';
  const voice = readVoice(field('voice'));
  if (isOwn && voice === null) return null;
  if (kind === 'guided/answered' || kind === 'guided/own-answered') {
    const values = readValues(field('values'));
    if (values === null) return null;
    if (kind === 'guided/answered') return { kind, place, visit, values };
    return voice === null ? null : { kind, place, visit, voice, values };
  }
  if (kind !== 'guided/went' && kind !== 'guided/own-went') return null;
  const [verdict, missed] = [readVerdict(field('verdict')), readWords(field('missed'))];
  if (verdict === null || missed === null) return null;
  if (kind === 'guided/went') return { kind, place, visit, verdict, missed };
  return voice === null ? null : { kind, place, visit, voice, verdict, missed };
}

export function guidedToBody(event: GuidedEvent): Json {
  const { kind: _, ...fields } = event;
  return 'script' in event ? { ...fields, script: scriptToJson(event.script) } : (fields as { [name: string]: Json });
}
