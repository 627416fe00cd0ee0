/**
 * Reading of event bodies. A body was written by any version, or by a partner who means harm: each reader is total,
 * and gives null for what it does not take. Nothing is repaired except the letters of a text (`cleanText`); a text
 * that is too long makes the whole event unreadable, so nobody is shown half a sentence as if it were whole.
 */
import { isJsonObject, type Json, type JsonObject } from '#kernel';
import { coreLimits } from './limits.ts';
import { cleanText } from './text.ts';

export type Read<T> = (json: Json | undefined) => T | null;

/** Own fields only, so that no body can speak through `__proto__`. */
export const bodyFields = (body: Json): JsonObject | null => (isJsonObject(body) ? body : null);

export const bodyField = (fields: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** A text of at most `charsMax`; absent reads as empty. */
export const readText =
  (charsMax: number): Read<string> =>
  (json) => {
    if (json === undefined) return '';
    if (typeof json !== 'string') return null;
    const text = cleanText(json);
    return text.length <= charsMax ? text : null;
  };

/** A text that says something. */
export const readWords =
  (charsMax: number): Read<string> =>
  (json) => {
    const text = readText(charsMax)(json);
    return text === null || text.trim() === '' ? null : text;
  };

export const readWhole =
  (min: number, max: number): Read<number> =>
  (json) =>
    typeof json === 'number' && Number.isSafeInteger(json) && json >= min && json <= max ? json + 0 : null;

export const readMoment: Read<number> = readWhole(0, coreLimits.timeMsMax);

export const readOneOf =
  <T extends string | number>(values: readonly T[]): Read<T> =>
  (json) =>
    values.find((value) => value === json) ?? null;

/** Every item must be readable; `countMin` to `countMax` of them. */
export const readList =
  <T>(countMin: number, countMax: number, read: Read<T>): Read<readonly T[]> =>
  (json) => {
    if (!Array.isArray(json) || json.length < countMin || json.length > countMax) return null;
    const items: T[] = [];
    for (const item of json) {
      const value = read(item);
      if (value === null) return null;
      items.push(value);
    }
    return items;
  };

const thingShape = /^[0-9a-f]{32}$/;

export const readThing: Read<string> = (json) => (typeof json === 'string' && thingShape.test(json) ? json : null);
