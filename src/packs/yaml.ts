/**
 * YAML as far as packs need it: groups, lists, texts, numbers, true and false; and for each value the line on which it
 * stands, so that whoever wrote it can be told where. No anchors, tags or directives: a pack says everything where it
 * stands, and cannot grow when it is read.
 */
import {
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml';
import type { ScriptPath } from '#core';
import { type Json, ok, type Result } from '#kernel';

export interface YamlProblem {
  readonly line: number;
  readonly type: 'syntax' | 'anchor' | 'twice' | 'key' | 'documents' | 'nothing';
  /** The parser's own words, or the name in question. */
  readonly words: string;
}

export interface Positioned {
  readonly json: Json;
  /** Line of the value, or of the nearest group around it, from 1. */
  readonly lineOf: (path: ScriptPath) => number;
}

const depthMax = 12;

export function readYaml(text: string): Result<Positioned, YamlProblem> {
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: depthMax });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return fail((error.mark?.line ?? 0) + 1, 'syntax', error.reason);
  }
  return composeEvents(text, events);
}

const fail = (line: number, type: YamlProblem['type'], words: string) =>
  ({ ok: false, error: { line, type, words } }) as const;

interface Open {
  readonly path: ScriptPath;
  /** A map, so that no name can speak through `__proto__`. */
  readonly fields: Map<string, Json> | null;
  readonly items: Json[] | null;
  key: string | null;
}

/** Builds the value out of its events; the first thing that a pack may not hold ends it. */
function composeEvents(text: string, events: readonly Event[]): Result<Positioned, YamlProblem> {
  const lineAt = createLines(text);
  const lines = new Map<string, number>();
  const stack: (Open | null)[] = [];
  let root: Json | undefined;
  let lastLine = 1;
  const here = (): Open | null => stack.at(-1) ?? null;
  const pathOf = (): ScriptPath => {
    const open = here();
    if (open === null) return [];
    return open.items === null ? [...open.path, open.key ?? ''] : [...open.path, open.items.length];
  };
  const place = (value: Json): void => {
    const open = here();
    if (open === null) root = value;
    else if (open.items !== null) open.items.push(value);
    else if (open.fields !== null && open.key !== null) {
      open.fields.set(open.key, value);
      open.key = null;
    }
  };
  const awaitsKey = (): boolean => here()?.fields !== null && here() !== null && here()?.key === null;
  let documents = 0;
  for (const event of events) {
    switch (event.type) {
      case EVENT_DOCUMENT:
        documents += 1;
        if (documents > 1) return fail(lastLine, 'documents', '');
        stack.push(null);
        break;
      case EVENT_ALIAS:
        return fail(lineAt(event.anchorStart), 'anchor', '');
      case EVENT_SCALAR: {
        if (event.anchorStart >= 0 || event.tagStart >= 0)
          return fail(lineAt(Math.max(event.anchorStart, event.tagStart)), 'anchor', '');
        const value = getScalarValue(text, event);
        lastLine = lineAt(Math.max(0, event.valueStart));
        const open = here();
        if (open !== null && awaitsKey()) {
          if (open.fields?.has(value) === true) return fail(lastLine, 'twice', value);
          open.key = value;
          lines.set(pathToKey([...open.path, value]), lastLine);
        } else {
          if (open === null || open.items !== null) lines.set(pathToKey(pathOf()), lastLine);
          place(event.style === SCALAR_STYLE.PLAIN ? plainToJson(value) : value);
        }
        break;
      }
      case EVENT_MAPPING:
      case EVENT_SEQUENCE: {
        if (event.anchorStart >= 0 || event.tagStart >= 0)
          return fail(lineAt(Math.max(event.anchorStart, event.tagStart)), 'anchor', '');
        if (awaitsKey()) return fail(lineAt(event.start), 'key', '');
        const path = pathOf();
        lastLine = lineAt(event.start);
        if (!lines.has(pathToKey(path))) lines.set(pathToKey(path), lastLine);
        const isGroup = event.type === EVENT_MAPPING;
        stack.push({ path, fields: isGroup ? new Map() : null, items: isGroup ? null : [], key: null });
        break;
      }
      case EVENT_POP: {
        const open = stack.pop() ?? null;
        if (open !== null) place(open.fields === null ? open.items : Object.fromEntries(open.fields));
        break;
      }
    }
  }
  if (root === undefined) return fail(1, 'nothing', '');
  const lineOf = (path: ScriptPath): number => {
    for (let length = path.length; length > 0; length--) {
      const line = lines.get(pathToKey(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
  return ok({ json: root, lineOf });
}

const pathToKey = (path: ScriptPath): string => path.join('\n');

/** The core schema of YAML 1.2.2, section 10.3, without octal and hexadecimal numbers, infinity and NaN. */
function plainToJson(text: string): Json {
  if (text === '' || /^(~|null|Null|NULL)$/.test(text)) return null;
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  return /^[-+]?[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : text;
}

/** From an offset to its line, from 1. */
function createLines(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
