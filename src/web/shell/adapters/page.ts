/**
 * How one page of the store lies in bytes. All pages are of one size, whatever they hold:
 *
 *   leaf (level 0)     records in the order of their names
 *   branch (level 1+)  for each page below it: a name that none of its records is before, and its number
 *   chunk              a part of a value that is too long for a leaf
 *   map                how many pages there are, and which of them are in use
 *
 * A value that is too long stands in chunks, and in the leaf its length and their numbers (depth 1); if that list is
 * itself too long, it stands in chunks in turn (depth 2), and so on.
 */
import { type Bytes, bytesToText, textToBytes } from '#kernel';

/** As it lies in IndexedDB, with nonce and tag. */
export const pageBytes = 8_192;
export const plainBytes = pageBytes - 12 - 16;

export interface Item {
  readonly name: string;
  readonly depth: number;
  /** The value, or where it stands, or the number of a page below. */
  readonly value: Bytes;
}

export type Page =
  | { readonly type: 'tree'; readonly level: number; readonly items: readonly Item[] }
  | { readonly type: 'chunk' | 'map'; readonly bytes: Bytes };

export interface TreePage {
  readonly level: number;
  readonly items: readonly Item[];
}

/** How a page of the tree, and a value in chunks, are read; by the tree itself and by what is being written. */
export interface PageReader {
  /** Throws BrokenTree where a page does not open that leads to others; a leaf that does not open is empty. */
  readonly treePage: (id: number, level: number | null) => Promise<TreePage>;
  readonly value: (item: Item) => Promise<Bytes | null>;
}

const kinds = { chunk: 254, map: 255 };
const headBytes = 3;
const itemHeadBytes = 5;
/** What the items of a page may come to, each with its head. */
export const roomBytes = plainBytes - headBytes;
/** A record or an entry of a branch takes half a page at most, so that each page has place for two. */
export const itemBytesMax = roomBytes >> 1;

export const itemBytes = ({ name, value }: Item): number => itemHeadBytes + textToBytes(name).length + value.length;

export function pageToBytes(page: Page): Bytes {
  const whole = new Uint8Array(plainBytes);
  const view = new DataView(whole.buffer);
  if (page.type !== 'tree') {
    whole[0] = kinds[page.type];
    view.setUint16(1, page.bytes.length);
    whole.set(page.bytes, headBytes);
    return whole;
  }
  whole[0] = page.level;
  view.setUint16(1, page.items.length);
  let at = headBytes;
  for (const { name, depth, value } of page.items) {
    const nameBytes = textToBytes(name);
    view.setUint16(at, nameBytes.length);
    whole[at + 2] = depth;
    view.setUint16(at + 3, value.length);
    whole.set(nameBytes, at + itemHeadBytes);
    at += itemHeadBytes + nameBytes.length;
    whole.set(value, at);
    at += value.length;
  }
  return whole;
}

/** null when it is no page. Values look into the given bytes. */
export function bytesToPage(plain: Bytes): Page | null {
  if (plain.length !== plainBytes) return null;
  const view = new DataView(plain.buffer, plain.byteOffset);
  const kind = view.getUint8(0);
  const count = view.getUint16(1);
  if (kind === kinds.chunk || kind === kinds.map) {
    const bytes = plain.subarray(headBytes, headBytes + count);
    return bytes.length === count ? { type: kind === kinds.map ? 'map' : 'chunk', bytes } : null;
  }
  const items: Item[] = [];
  let at = headBytes;
  for (let i = 0; i < count; i++) {
    if (at + itemHeadBytes > plainBytes) return null;
    const nameEnd = at + itemHeadBytes + view.getUint16(at);
    const end = nameEnd + view.getUint16(at + 3);
    const name = end > plainBytes ? null : bytesToText(plain.subarray(at + itemHeadBytes, nameEnd));
    if (name === null) return null;
    items.push({ name, depth: view.getUint8(at + 2), value: plain.subarray(nameEnd, end) });
    at = end;
  }
  return { type: 'tree', level: kind, items };
}

export function numbersToBytes(numbers: readonly number[]): Bytes {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(4 * index, number);
  return bytes;
}

export function bytesToNumbers(bytes: Bytes): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(4 * index));
}

/** The entry of a branch for a page below it. */
export const branchItem = (name: string, id: number): Item => ({ name, depth: 0, value: numbersToBytes([id]) });
export const itemToPageId = ({ value }: Item): number => bytesToNumbers(value)[0] ?? 0;

/**
 * Deals items out to as many pages as they need. `last` is the last of them that is new: a name that goes on from the
 * one before it (the next entry of a device) will soon be followed by another, so the pages before it are left full;
 * otherwise all become about equally full.
 */
export function dealOut(items: readonly Item[], last: number): readonly (readonly Item[])[] {
  const sizes = items.map(itemBytes);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= roomBytes) return items.length > 0 ? [items] : [];
  const name = items[last]?.name ?? '';
  const goesOn = sharedChars(name, items[last - 1]?.name) > sharedChars(name, items[last + 1]?.name) + 8;
  const wanted = goesOn ? roomBytes : total / Math.ceil(total / roomBytes);
  const pages: Item[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const [index, item] of items.entries()) {
    const size = sizes[index] ?? 0;
    if (filled >= wanted || filled + size > roomBytes) {
      pages.push([]);
      filled = 0;
    }
    pages[pages.length - 1]?.push(item);
    filled += size;
  }
  return pages;
}

function sharedChars(a: string, b = ''): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count++;
  return count;
}
