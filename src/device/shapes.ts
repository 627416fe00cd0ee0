/** Reading foreign JSON: each function gives the value in the expected shape, or null. Nothing throws. */
import { type Bytes, hexToBytes, isJsonObject, type Json, type JsonObject, limits } from '#kernel';

export const asObject = (value: Json | undefined): JsonObject | null =>
  value !== undefined && isJsonObject(value) ? value : null;

export const asText = (value: Json | undefined, charsMax: number): string | null =>
  typeof value === 'string' && value.length <= charsMax ? value : null;

export const asWhole = (value: Json | undefined): number | null =>
  typeof value === 'number' && value >= 0 ? value : null;

/** A hex text of exactly `length` bytes. */
export const asHex = (value: Json | undefined, length: number): string | null =>
  typeof value === 'string' && value.length === 2 * length && /^[0-9a-f]*$/.test(value) ? value : null;

export function asBytes(value: Json | undefined, length: number): Bytes | null {
  const hex = asHex(value, length);
  return hex === null ? null : hexToBytes(hex);
}

/** Hex bytes of any length up to `lengthMax`. */
export const asSomeBytes = (value: Json | undefined, lengthMax: number): Bytes | null =>
  typeof value === 'string' && value.length <= 2 * lengthMax ? hexToBytes(value) : null;

export const asList = (value: Json | undefined, countMax: number): readonly Json[] | null =>
  Array.isArray(value) && value.length <= countMax ? value : null;

/** SHA-256 hashes of parts, as hex; what is not one is passed over. */
export const asHashes = (json: Json | undefined): readonly string[] =>
  (asList(json, limits.carriedPartsMax) ?? []).flatMap((one) => asHex(one, 32) ?? []);
