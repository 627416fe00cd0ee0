/**
 * A guided practice as data: its steps, who acts in each, what is said, what is written, what opens the next. A pack
 * file holds several (docs/PACKS.md); a session carries the one that it runs, so that it can be read for ever and both
 * phones run the same.
 *
 * Whatever a pack or a partner's phone sends is read here first. What must hold of every script that was read:
 * - steps stand in the order opening, turn, closing; the steps of the turn are gone through once by each speaker;
 * - no step goes back, but for the speaker's "almost"; so every path ends;
 * - a step marked `fixing` comes after a step with the speaker's word in each turn, on every path;
 * - what only one phone keeps (`keeps: mine`) is never waited for.
 */
import { isJsonObject, type Json, type JsonObject } from '#kernel';
import { bodyField } from '../body.ts';
import { cleanText } from '../text.ts';
import { guidedLimits } from './limits.ts';

export const skills = ['aware', 'turn-toward', 'tolerate', 'understand', 'non-defensive', 'empathy'] as const;
export type Skill = (typeof skills)[number];
export const evidenceStrengths = ['trial', 'studies', 'clinical-practice', 'idea'] as const;
export type EvidenceStrength = (typeof evidenceStrengths)[number];
export const peopleWords = ['one', 'two', 'one-or-two'] as const;
export type People = (typeof peopleWords)[number];
/** What a talk is about: stress from outside the couple first, then something small, then something hard. */
export const levels = ['outside', 'small', 'hard'] as const;
export type Level = (typeof levels)[number];
export const parts = ['opening', 'turn', 'closing'] as const;
export type Part = (typeof parts)[number];
export const whoWords = ['speaker', 'listener', 'both', 'either'] as const;
export type StepWho = (typeof whoWords)[number];
export const askKinds = ['words', 'choice', 'date'] as const;
export type AskKind = (typeof askKinds)[number];
const seenWords = ['whole', 'abstract', 'report'] as const;

export interface Source {
  readonly authors: string;
  readonly year: number | null;
  readonly title: string;
  /** How much of it was read. */
  readonly seen: (typeof seenWords)[number];
}

export interface Option {
  readonly id: string;
  readonly label: string;
  /** A later step, or `end`; '' goes on to the next. */
  readonly goes: string;
  /** Whoever chooses it wishes that nothing of the session is shown again: then it is let go, whatever the other chose. */
  readonly isForgetting: boolean;
}

export interface Ask {
  readonly id: string;
  readonly kind: AskKind;
  readonly label: string;
  readonly hint: string;
  readonly isLong: boolean;
  readonly isOptional: boolean;
  /** Of a choice. */
  readonly options: readonly Option[];
}

/** The speaker's word that they were understood. */
export interface Gate {
  readonly yes: string;
  readonly almost: string;
  /** Step of the same turn to which "almost" goes back. */
  readonly back: string;
}

export interface Step {
  readonly id: string;
  readonly part: Part;
  /** Who acts. `both`: each does it. `either`: whoever is quicker. */
  readonly who: StepWho;
  readonly title: string;
  readonly say: string;
  /** For the one who does not act. '' : a general sentence of the app. */
  readonly meanwhile: string;
  readonly asks: readonly Ask[];
  /** Answers of both open at once. */
  readonly isSealed: boolean;
  /** Who keeps what is written: both, or the one who wrote it. */
  readonly keeps: 'ours' | 'mine';
  /** What was answered in these steps is shown here. */
  readonly shows: readonly string[];
  /** A soft timer; null: none. */
  readonly seconds: number | null;
  readonly hasBell: boolean;
  /** Few words on a dim screen, while somebody talks. */
  readonly isQuiet: boolean;
  /** The pause stands out here. */
  readonly hasBreath: boolean;
  readonly opens: 'speaker' | 'listener' | 'either';
  /** On the button that opens the next step. '' : a general word of the app. */
  readonly openWord: string;
  readonly gate: Gate | null;
  /** Looking for a way out: only after everyone who speaks was understood. */
  readonly isFixing: boolean;
  /** Of a choice of both: where they go when they chose differently. '' : the next step. */
  readonly differ: string;
  /** An answer here may become a promise. */
  readonly mayPromise: boolean;
  /** Left out when one person does this alone. */
  readonly isForTwoOnly: boolean;
}

export interface Script {
  readonly pack: string;
  readonly key: string;
  readonly skill: Skill;
  readonly name: string;
  readonly line: string;
  readonly minutes: readonly [from: number, to: number];
  readonly people: People;
  readonly level: Level | null;
  readonly why: string;
  readonly evidence: {
    readonly strength: EvidenceStrength;
    readonly words: string;
    readonly sources: readonly Source[];
  };
  readonly leaves: string;
  /** How often the turn is gone through: 2, so that each speaks once. */
  readonly turns: 1 | 2;
  /** Both are asked first whether they are rested and willing. */
  readonly asksWilling: boolean;
  readonly steps: readonly Step[];
}

export type ScriptPath = readonly (string | number)[];

/** What is wrong with a script, for whoever wrote it. Sentences are made of it in the room `packs`. */
export type ScriptFault =
  | { readonly type: 'missing' }
  | { readonly type: 'unknown-field'; readonly name: string; readonly known: readonly string[] }
  | { readonly type: 'not-a-list' | 'not-a-group' | 'not-a-text' | 'empty' | 'not-yes-or-no' | 'not-a-key' }
  | { readonly type: 'not-a-number'; readonly min: number; readonly max: number }
  | { readonly type: 'not-one-of'; readonly known: readonly string[] }
  | { readonly type: 'too-long'; readonly charsMax: number }
  | { readonly type: 'too-many' | 'too-few'; readonly count: number }
  | { readonly type: 'twice'; readonly name: string }
  | { readonly type: 'minutes' }
  | { readonly type: 'claim-without-source' }
  | { readonly type: 'part-order'; readonly part: Part }
  | { readonly type: 'role-alone' }
  | { readonly type: 'no-such-step'; readonly name: string }
  | { readonly type: 'goes-back'; readonly name: string }
  | { readonly type: 'goes-into-turn'; readonly name: string }
  | { readonly type: 'goes-out-of-turn'; readonly name: string }
  | { readonly type: 'gate-who' | 'gate-outside-turn' | 'gate-with-asks' }
  | { readonly type: 'fixing-too-early' }
  | { readonly type: 'sealed-needs-both' | 'sealed-needs-asks' | 'sealed-and-mine' }
  | { readonly type: 'differ-needs-choice' | 'goes-of-both' }
  | { readonly type: 'choice-needs-options' | 'options-need-choice' }
  | { readonly type: 'quiet-with-asks' }
  | { readonly type: 'opens-nobody' }
  | { readonly type: 'turn-missing' };

export type Report = (path: ScriptPath, fault: ScriptFault) => void;

/** The inverse of `readScript`: plain JSON in the words of the pack format, defaults left out. */
export function scriptToJson(script: Script): Json {
  const { pack, key, skill, name, line, minutes, people, level, why, evidence, leaves, turns, asksWilling } = script;
  return lean({
    pack,
    key,
    skill,
    name,
    line,
    minutes: [...minutes],
    people,
    level,
    why,
    evidence: { ...evidence, sources: evidence.sources.map((source) => ({ ...source })) },
    leaves,
    turns,
    willing: asksWilling,
    steps: script.steps.map(stepToJson),
  });
}

function stepToJson(step: Step): Json {
  const { gate } = step;
  return lean({
    id: step.id,
    part: step.part,
    who: step.who,
    title: step.title,
    say: step.say,
    meanwhile: step.meanwhile,
    asks: step.asks.map((ask) =>
      lean({
        id: ask.id,
        kind: ask.kind,
        label: ask.label,
        hint: ask.hint,
        long: ask.isLong,
        optional: ask.isOptional,
        options: ask.options.map(({ id, label, goes, isForgetting }) =>
          lean({ id, label, goes, forgets: isForgetting }),
        ),
      }),
    ),
    sealed: step.isSealed,
    keeps: step.keeps,
    shows: [...step.shows],
    seconds: step.seconds,
    bell: step.hasBell,
    quiet: step.isQuiet,
    breath: step.hasBreath,
    opens: step.opens,
    'open-word': step.openWord,
    understood: gate === null ? null : { ...gate },
    fixing: step.isFixing,
    differ: step.differ,
    promise: step.mayPromise,
    'two-only': step.isForTwoOnly,
  });
}

/** Without what says nothing: null, false, '' and empty lists read as absent. */
function lean(fields: JsonObject): JsonObject {
  const isSaying = (value: Json | undefined): boolean =>
    value !== undefined &&
    value !== null &&
    value !== false &&
    value !== '' &&
    !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isSaying(value)));
}

// ------------------------------------------------------------------------------------------------ reading

const scriptFields = [
  'pack',
  'key',
  'skill',
  'name',
  'line',
  'minutes',
  'people',
  'level',
  'why',
  'evidence',
  'leaves',
  'turns',
  'willing',
  'steps',
] as const;
const stepFields = [
  'id',
  'part',
  'who',
  'title',
  'say',
  'meanwhile',
  'asks',
  'sealed',
  'keeps',
  'shows',
  'seconds',
  'bell',
  'quiet',
  'breath',
  'opens',
  'open-word',
  'understood',
  'fixing',
  'differ',
  'promise',
  'two-only',
] as const;
const askFields = ['id', 'kind', 'label', 'hint', 'long', 'optional', 'options'] as const;
const optionFields = ['id', 'label', 'goes', 'forgets'] as const;
const evidenceFields = ['strength', 'words', 'sources'] as const;
const sourceFields = ['authors', 'year', 'title', 'seen'] as const;
const gateFields = ['yes', 'almost', 'back'] as const;

const { lineCharsMax, textCharsMax, labelCharsMax, stepsMax, asksMax, optionsMax, secondsMax, minutesMax } =
  guidedLimits;

/** @returns the script, or null when anything was reported. */
export function readScript(json: Json, report: Report): Script | null {
  let isWhole = true;
  const tell: Report = (path, fault) => {
    isWhole = false;
    report(path, fault);
  };
  const at = createReader(json, [], scriptFields, tell);
  if (at === null) return null;
  const steps = at.list('steps', 1, stepsMax, readStep);
  const evidenceAt = at.group('evidence', evidenceFields);
  const script: Script = {
    pack: at.key('pack'),
    key: at.key('key'),
    skill: at.oneOf('skill', skills),
    name: at.text('name', labelCharsMax),
    line: at.text('line', lineCharsMax),
    minutes: readMinutes(at),
    people: at.oneOf('people', peopleWords),
    level: at.has('level') ? at.oneOf('level', levels) : null,
    why: at.text('why', textCharsMax),
    evidence: {
      strength: evidenceAt?.oneOf('strength', evidenceStrengths) ?? 'idea',
      words: evidenceAt?.text('words', textCharsMax) ?? '',
      sources: evidenceAt?.listOrNone('sources', 8, readSource) ?? [],
    },
    leaves: at.text('leaves', lineCharsMax),
    turns: at.number('turns', 1, 2, 1) === 2 ? 2 : 1,
    asksWilling: at.yes('willing'),
    steps,
  };
  if (script.evidence.strength !== 'idea' && evidenceAt !== null && script.evidence.sources.length === 0)
    tell(['evidence'], { type: 'claim-without-source' });
  if (isWhole) checkFlow(script, tell);
  return isWhole ? script : null;
}

function readMinutes(at: Reader): readonly [number, number] {
  const value = at.raw('minutes');
  const [from, to] = Array.isArray(value) ? value : [];
  const isFine =
    Array.isArray(value) &&
    value.length === 2 &&
    [from, to].every((one) => typeof one === 'number' && Number.isInteger(one) && one >= 1 && one <= minutesMax) &&
    Number(from) <= Number(to);
  if (!isFine) at.tell('minutes', { type: value === undefined ? 'missing' : 'minutes' });
  return [Number(from), Number(to)];
}

function readStep(json: Json, path: ScriptPath, tell: Report): Step | null {
  const at = createReader(json, path, stepFields, tell);
  if (at === null) return null;
  const who = at.oneOf('who', whoWords);
  const gateAt = at.has('understood') ? at.group('understood', gateFields) : null;
  return {
    id: at.key('id'),
    part: at.has('part') ? at.oneOf('part', parts) : 'opening',
    who,
    title: at.text('title', lineCharsMax),
    say: at.textOrNone('say', textCharsMax),
    meanwhile: at.textOrNone('meanwhile', lineCharsMax),
    asks: at.listOrNone('asks', asksMax, readAsk),
    isSealed: at.yes('sealed'),
    keeps: at.has('keeps') ? at.oneOf('keeps', ['ours', 'mine'] as const) : 'ours',
    shows: at.listOrNone('shows', stepsMax, readShown),
    seconds: at.has('seconds') ? at.number('seconds', 5, secondsMax, 5) : null,
    hasBell: at.yes('bell'),
    isQuiet: at.yes('quiet'),
    hasBreath: at.yes('breath'),
    opens: at.has('opens')
      ? at.oneOf('opens', ['speaker', 'listener', 'either'] as const)
      : who === 'both'
        ? 'either'
        : who,
    openWord: at.textOrNone('open-word', labelCharsMax),
    gate:
      gateAt === null
        ? null
        : {
            yes: gateAt.text('yes', labelCharsMax),
            almost: gateAt.text('almost', labelCharsMax),
            back: gateAt.key('back'),
          },
    isFixing: at.yes('fixing'),
    differ: at.has('differ') ? at.key('differ') : '',
    mayPromise: at.yes('promise'),
    isForTwoOnly: at.yes('two-only'),
  };
}

function readAsk(json: Json, path: ScriptPath, tell: Report): Ask | null {
  const at = createReader(json, path, askFields, tell);
  if (at === null) return null;
  const kind = at.has('kind') ? at.oneOf('kind', askKinds) : 'words';
  const options = at.listOrNone('options', optionsMax, readOption);
  if (kind === 'choice' && options.length < 2) at.tell('options', { type: 'choice-needs-options' });
  if (kind !== 'choice' && options.length > 0) at.tell('options', { type: 'options-need-choice' });
  noTwins(options, (option) => option.id, [...path, 'options'], tell);
  return {
    id: at.key('id'),
    kind,
    label: at.text('label', lineCharsMax),
    hint: at.textOrNone('hint', lineCharsMax),
    isLong: at.yes('long'),
    isOptional: at.yes('optional'),
    options,
  };
}

function readOption(json: Json, path: ScriptPath, tell: Report): Option | null {
  const at = createReader(json, path, optionFields, tell);
  if (at === null) return null;
  return {
    id: at.key('id'),
    label: at.text('label', lineCharsMax),
    goes: at.has('goes') ? at.key('goes') : '',
    isForgetting: at.yes('forgets'),
  };
}

function readSource(json: Json, path: ScriptPath, tell: Report): Source | null {
  const at = createReader(json, path, sourceFields, tell);
  if (at === null) return null;
  return {
    authors: at.text('authors', lineCharsMax),
    year: at.has('year') ? at.number('year', 1800, 2200, 1800) : null,
    title: at.text('title', lineCharsMax),
    seen: at.oneOf('seen', seenWords),
  };
}

function readShown(json: Json, path: ScriptPath, tell: Report): string | null {
  if (typeof json === 'string' && isKey(json)) return json;
  tell(path, { type: 'not-a-key' });
  return null;
}

// ------------------------------------------------------------------------------------------------ how it hangs together

/** Rules between steps. Called once every step is whole. */
function checkFlow({ steps, people, turns }: Script, tell: Report): void {
  noTwins(steps, (step) => step.id, ['steps'], tell);
  const indexById = new Map(steps.map((step, index) => [step.id, index] as const));
  const orderOf = (step: Step): number => parts.indexOf(step.part);
  let highest = 0;
  for (const [index, step] of steps.entries()) {
    const path = ['steps', index] as const;
    if (orderOf(step) < highest) tell([...path, 'part'], { type: 'part-order', part: step.part });
    highest = Math.max(highest, orderOf(step));
    checkStep(step, path, people, tell);
    for (const name of step.shows) {
      const shown = indexById.get(name);
      if (shown === undefined) tell([...path, 'shows'], { type: 'no-such-step', name });
      else if (shown >= index) tell([...path, 'shows'], { type: 'goes-back', name });
    }
    const jumps = [
      ...step.asks.flatMap((ask, a) =>
        ask.options.map((option, o) => ({ goes: option.goes, at: [...path, 'asks', a, 'options', o, 'goes'] })),
      ),
      { goes: step.differ, at: [...path, 'differ'] },
    ];
    for (const { goes, at } of jumps) {
      if (goes === '' || goes === 'end') continue;
      const target = indexById.get(goes);
      const targetStep = target === undefined ? undefined : steps[target];
      if (target === undefined || targetStep === undefined) tell(at, { type: 'no-such-step', name: goes });
      else if (target <= index) tell(at, { type: 'goes-back', name: goes });
      else if (targetStep.part === 'turn' && step.part !== 'turn') tell(at, { type: 'goes-into-turn', name: goes });
      // The other one's turn must not be left out by a jump.
      else if (targetStep.part !== 'turn' && step.part === 'turn' && turns === 2)
        tell(at, { type: 'goes-out-of-turn', name: goes });
    }
    if (step.gate !== null) {
      const back = indexById.get(step.gate.back);
      if (back === undefined) tell([...path, 'understood', 'back'], { type: 'no-such-step', name: step.gate.back });
      else if (back > index || steps[back]?.part !== 'turn')
        tell([...path, 'understood', 'back'], { type: 'goes-into-turn', name: step.gate.back });
    }
  }
  if (turns === 2 && !steps.some((step) => step.part === 'turn')) tell(['turns'], { type: 'turn-missing' });
  for (const index of fixingTooEarly(steps)) tell(['steps', index, 'fixing'], { type: 'fixing-too-early' });
}

function checkStep(step: Step, path: ScriptPath, people: People, tell: Report): void {
  noTwins(step.asks, (ask) => ask.id, [...path, 'asks'], tell);
  if (people === 'one' && (step.who === 'listener' || step.opens === 'listener'))
    tell([...path, 'who'], { type: 'role-alone' });
  if (step.isQuiet && step.asks.length > 0) tell([...path, 'quiet'], { type: 'quiet-with-asks' });
  if (step.isSealed) {
    if (step.who !== 'both') tell([...path, 'sealed'], { type: 'sealed-needs-both' });
    else if (step.asks.length === 0) tell([...path, 'sealed'], { type: 'sealed-needs-asks' });
    else if (step.keeps === 'mine') tell([...path, 'sealed'], { type: 'sealed-and-mine' });
  }
  const choices = step.asks.filter((ask) => ask.kind === 'choice');
  const hasGoes = choices.some((ask) => ask.options.some((option) => option.goes !== ''));
  if (step.differ !== '' && (step.who !== 'both' || choices.length !== 1))
    tell([...path, 'differ'], { type: 'differ-needs-choice' });
  if (hasGoes && (choices.length !== 1 || choices[0]?.isOptional === true || step.keeps === 'mine'))
    tell([...path, 'asks'], { type: 'goes-of-both' });
  if (step.gate !== null) {
    if (step.who !== 'speaker' || step.opens !== 'speaker') tell([...path, 'understood'], { type: 'gate-who' });
    if (step.part !== 'turn') tell([...path, 'understood'], { type: 'gate-outside-turn' });
    if (step.asks.length > 0) tell([...path, 'understood'], { type: 'gate-with-asks' });
  }
  // Who must write first has to be the one who may go on, or somebody could be kept waiting for nobody.
  if (
    step.asks.length > 0 &&
    (step.who === 'speaker' || step.who === 'listener') &&
    step.opens !== step.who &&
    step.opens !== 'either'
  )
    tell([...path, 'opens'], { type: 'opens-nobody' });
}

/**
 * Steps marked `fixing` that some path reaches without the speaker's word before. Walks every jump: a set of steps that
 * can be reached while the word is still lacking.
 */
function fixingTooEarly(steps: readonly Step[]): readonly number[] {
  const open = new Set<number>([0]);
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index];
    if (step === undefined || !open.has(index) || step.gate !== null) continue; // behind a gate the word has been said
    const goes = [...step.asks.flatMap((ask) => ask.options.map((option) => option.goes)), step.differ];
    for (const name of goes) {
      const target = steps.findIndex((one) => one.id === name);
      if (target > index) open.add(target);
    }
    open.add(index + 1);
  }
  return steps.flatMap((step, index) => (step.isFixing && open.has(index) ? [index] : []));
}

function noTwins<T>(list: readonly T[], toName: (one: T) => string, path: ScriptPath, tell: Report): void {
  const seen = new Set<string>();
  for (const [index, one] of list.entries()) {
    const name = toName(one);
    if (seen.has(name) && name !== '') tell([...path, index], { type: 'twice', name });
    seen.add(name);
  }
}

// ------------------------------------------------------------------------------------------------ one group of fields

const keyShape = /^[a-z][a-z0-9-]{0,47}$/;
const isKey = (text: string): boolean => keyShape.test(text);

interface Reader {
  readonly has: (name: string) => boolean;
  readonly raw: (name: string) => Json | undefined;
  readonly tell: (name: string, fault: ScriptFault) => void;
  readonly key: (name: string) => string;
  readonly text: (name: string, charsMax: number) => string;
  readonly textOrNone: (name: string, charsMax: number) => string;
  readonly yes: (name: string) => boolean;
  readonly number: (name: string, min: number, max: number, otherwise: number) => number;
  readonly oneOf: <T extends string>(name: string, known: readonly [T, ...T[]]) => T;
  readonly group: (name: string, known: readonly string[]) => Reader | null;
  readonly list: <T>(name: string, min: number, max: number, read: ReadItem<T>) => readonly T[];
  readonly listOrNone: <T>(name: string, max: number, read: ReadItem<T>) => readonly T[];
}

type ReadItem<T> = (json: Json, path: ScriptPath, tell: Report) => T | null;

/** Reads the fields of one group; tells of those that it does not know. null: it is no group. */
function createReader(
  json: Json | undefined,
  path: ScriptPath,
  known: readonly string[],
  report: Report,
): Reader | null {
  if (json === undefined || !isJsonObject(json)) {
    report(path, { type: json === undefined ? 'missing' : 'not-a-group' });
    return null;
  }
  for (const name of Object.keys(json))
    if (!known.includes(name)) report([...path, name], { type: 'unknown-field', name, known });
  const raw = (name: string): Json | undefined => bodyField(json, name) ?? undefined;
  const tell = (name: string, fault: ScriptFault): void => report([...path, name], fault);
  const has = (name: string): boolean => raw(name) !== undefined;
  const anyText = (name: string, charsMax: number): string => {
    const value = raw(name);
    if (typeof value !== 'string') {
      tell(name, { type: 'not-a-text' });
      return '';
    }
    const text = cleanText(value).trim();
    if (text === '') tell(name, { type: 'empty' });
    if (text.length > charsMax) tell(name, { type: 'too-long', charsMax });
    return text;
  };
  const list = <T>(name: string, min: number, max: number, read: ReadItem<T>): readonly T[] => {
    const value = raw(name);
    if (!Array.isArray(value)) {
      tell(name, { type: value === undefined ? 'missing' : 'not-a-list' });
      return [];
    }
    if (value.length < min) tell(name, { type: 'too-few', count: min });
    if (value.length > max) tell(name, { type: 'too-many', count: max });
    return value.slice(0, max).flatMap((item, index) => read(item, [...path, name, index], report) ?? []);
  };
  return {
    has,
    raw,
    tell,
    key: (name) => {
      const value = raw(name);
      if (typeof value === 'string' && isKey(value)) return value;
      tell(name, { type: value === undefined ? 'missing' : 'not-a-key' });
      return '';
    },
    text: (name, charsMax) => {
      if (has(name)) return anyText(name, charsMax);
      tell(name, { type: 'missing' });
      return '';
    },
    textOrNone: (name, charsMax) => (has(name) ? anyText(name, charsMax) : ''),
    yes: (name) => {
      const value = raw(name);
      if (value !== undefined && typeof value !== 'boolean') tell(name, { type: 'not-yes-or-no' });
      return value === true;
    },
    number: (name, min, max, otherwise) => {
      const value = raw(name);
      if (value === undefined) return otherwise;
      if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
      tell(name, { type: 'not-a-number', min, max });
      return otherwise;
    },
    oneOf: (name, words) => {
      const found = words.find((word) => word === raw(name));
      if (found === undefined) tell(name, has(name) ? { type: 'not-one-of', known: words } : { type: 'missing' });
      return found ?? words[0];
    },
    group: (name, fields) => createReader(raw(name), [...path, name], fields, report),
    list,
    listOrNone: (name, max, read) => (has(name) ? list(name, 0, max, read) : []),
  };
}
