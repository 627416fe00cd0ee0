/**
 * JSON with one spelling for one value: keys in code-unit order, no white space, whole numbers only, no
 * duplicate keys (RFC 8785, without its floating-point part, which we do not need and therefore refuse).
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

const depthMax = 16;

/** The one spelling of `value`. Keys whose value is `undefined` are left out. @throws Error on a number that is not whole. */
export function jsonToText(value: Json): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`This should not be possible: ${value} is not a whole number`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (isJsonArray(value)) return `[${value.map(jsonToText).join(',')}]`;
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${jsonToText(value[key] ?? null)}`);
  return `{${fields.join(',')}}`;
}

/** Reads any JSON of at most `charsMax` characters and 16 levels; null when it is none, or holds a fraction. */
export function textToJson(text: string, charsMax: number): Json | null {
  if (text.length > charsMax) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value, 0) ? value : null;
  } catch {
    return null; // SyntaxError: the only throw of JSON.parse on a string
  }
}

export const isJsonObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !isJsonArray(value);

const isJsonArray = (value: Json): value is readonly Json[] => Array.isArray(value);

function isJson(value: unknown, depth: number): value is Json {
  if (depth > depthMax) return false;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  return typeof value === 'object' && Object.values(value).every((item) => isJson(item, depth + 1));
}
