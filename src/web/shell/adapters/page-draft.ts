/** The pages that one commit writes: which change, which are new, which are free again. Nothing of it counts before it is written. */
import { assert, type Bytes, noBytes, textToBytes } from '#kernel';
import {
  branchItem,
  bytesToNumbers,
  dealOut,
  type Item,
  itemBytes,
  itemBytesMax,
  itemToPageId,
  numbersToBytes,
  type Page,
  type PageReader,
  pageToBytes,
  roomBytes,
  type TreePage,
} from './page.ts';

export const rootId = 0;
export const mapId = 1;
/** How many pages there are from the first day, and at least how many are added: 4 MB. */
export const stepPages = 512;
/** As many as one map has bits for: half a gigabyte. */
const pagesMax = (roomBytes - 4) * 8;

/** What the map says. */
export interface PageBook {
  readonly count: number;
  readonly used: Bytes;
}
export const emptyBook: PageBook = { count: 0, used: noBytes };

export function pageToBook(page: Page | null): PageBook | null {
  if (page?.type !== 'map' || page.bytes.length !== 4 + pagesMax / 8) return null;
  return { count: bytesToNumbers(page.bytes.subarray(0, 4))[0] ?? 0, used: page.bytes.slice(4) };
}

function bookToPage({ count, used }: PageBook): Page {
  const bytes = new Uint8Array(4 + used.length);
  bytes.set(numbersToBytes([count]));
  bytes.set(used, 4);
  return { type: 'map', bytes };
}

export type Change = readonly [string, Bytes | null];
export type Draft = ReturnType<typeof startDraft>;

export function startDraft(before: PageBook, reader: PageReader) {
  const used = new Uint8Array(pagesMax / 8);
  used.set(before.used);
  let count = before.count;
  let isMapChanged = false;
  let hasNoRoom = false;
  let lowestFree = 0;
  /** null: free again, to be filled with random bytes. */
  const pages = new Map<number, Page | null>();

  const isUsed = (id: number): boolean => (((used[id >> 3] ?? 0) >> (id & 7)) & 1) === 1;
  const mark = (id: number, is: boolean): void => {
    isMapChanged = true;
    const bit = 1 << (id & 7);
    used[id >> 3] = is ? (used[id >> 3] ?? 0) | bit : (used[id >> 3] ?? 0) & ~bit;
  };

  function grow(): void {
    const next = Math.min(pagesMax, count + Math.max(stepPages, count >> 3));
    for (let id = count; id < next; id++) pages.set(id, null);
    count = next;
  }
  function take(): number {
    while (lowestFree < count && isUsed(lowestFree)) lowestFree++;
    if (lowestFree >= count) grow();
    if (lowestFree >= count) hasNoRoom = true;
    else mark(lowestFree, true);
    return lowestFree;
  }
  function free(id: number): void {
    mark(id, false);
    lowestFree = Math.min(lowestFree, id);
    pages.set(id, null);
  }
  const setTree = (id: number, level: number, items: readonly Item[]): void => {
    pages.set(id, { type: 'tree', level, items });
  };

  async function freeChunks({ name, depth, value }: Item): Promise<void> {
    if (depth === 0) return;
    const where = await reader.value({ name, depth: depth - 1, value });
    for (const id of bytesToNumbers(where ?? noBytes).slice(1)) free(id);
    await freeChunks({ name, depth: depth - 1, value });
  }

  /** The record as it stands in its leaf, its value in chunks where it is long. */
  function toItem(name: string, value: Bytes, depth = 0): Item {
    const item = { name, depth, value };
    if (itemBytes(item) <= itemBytesMax) return item;
    assert(textToBytes(name).length < itemBytesMax >> 1, 'the name of a record is short');
    const ids: number[] = [];
    for (let at = 0; at < value.length && !hasNoRoom; at += roomBytes) {
      const id = take();
      pages.set(id, { type: 'chunk', bytes: value.subarray(at, at + roomBytes) });
      ids.push(id);
    }
    return hasNoRoom
      ? { name, depth, value: noBytes }
      : toItem(name, numbersToBytes([value.length, ...ids]), depth + 1);
  }

  interface Changed {
    readonly items: readonly Item[];
    /** The last of them that is new. */
    readonly last: number;
  }

  async function changeLeaf(before: readonly Item[], changes: readonly Change[]): Promise<Changed> {
    const items: Item[] = [];
    let last = -1;
    let at = 0;
    for (const [name, value] of changes) {
      for (let item = before[at]; item && item.name < name; item = before[++at]) items.push(item);
      const known = before[at];
      if (known?.name === name) {
        at++;
        await freeChunks(known);
      }
      if (value === null) continue;
      items.push(toItem(name, value));
      last = items.length - 1;
    }
    return { items: [...items, ...before.slice(at)], last };
  }

  async function changeBranch({ level, items: before }: TreePage, changes: readonly Change[]): Promise<Changed> {
    const items: Item[] = [];
    let last = -1;
    let at = 0;
    for (const [index, item] of before.entries()) {
      const next = before[index + 1]?.name;
      const from = at;
      while (at < changes.length && (next === undefined || (changes[at]?.[0] ?? '') < next)) at++;
      if (from === at) items.push(item);
      else {
        const standing = await changePage(item, level - 1, changes.slice(from, at));
        items.push(...standing);
        if (standing.length > 1) last = items.length - 1;
      }
    }
    return { items, last };
  }

  const changeItems = (page: TreePage, changes: readonly Change[]): Promise<Changed> =>
    page.level === 0 ? changeLeaf(page.items, changes) : changeBranch(page, changes);

  /** Writes a page and what it now needs beside it; gives what stands for them in the branch above. */
  async function changePage(item: Item, level: number, changes: readonly Change[]): Promise<readonly Item[]> {
    const id = itemToPageId(item);
    const page = await reader.treePage(id, level);
    const { items, last } = await changeItems(page, changes);
    if (isSame(page.items, items)) return [item];
    const parts = dealOut(items, last);
    if (parts.length === 0) free(id);
    return parts.map((part, index) => {
      const partId = index === 0 ? id : take();
      setTree(partId, level, part);
      return index === 0 ? item : branchItem(part[0]?.name ?? '', partId);
    });
  }

  /** Puts these under the root, with as many levels between as they need. */
  function setRoot(level: number, { items, last }: Changed): void {
    let parts = dealOut(items, last);
    let height = level;
    for (; parts.length > 1 && !hasNoRoom; height++) {
      const above = parts.map((part) => {
        const id = take();
        setTree(id, height, part);
        return branchItem(part[0]?.name ?? '', id);
      });
      parts = dealOut(above, above.length - 1);
    }
    setTree(rootId, parts.length === 0 ? 0 : height, parts[0] ?? []);
  }

  const draft = {
    /** The first pages of a new store. */
    begin: () => {
      grow();
      for (const id of [rootId, mapId]) mark(id, true);
      setTree(rootId, 0, []);
      return draft;
    },
    change: async (changes: readonly Change[]): Promise<void> => {
      const root = await reader.treePage(rootId, null);
      const changed = await changeItems(root, changes);
      if (!isSame(root.items, changed.items)) setRoot(root.level, changed);
    },
    mark,
    free,
    isUsed,
    setRoot,
    isFull: (): boolean => hasNoRoom,
    book: (): PageBook => ({ count, used }),
    written: (): Iterable<readonly [number, Page | null]> => pages,
    toPages: (): ReadonlyMap<number, Bytes | null> => {
      if (isMapChanged) pages.set(mapId, bookToPage({ count, used }));
      return new Map([...pages].map(([id, page]) => [id, page === null ? null : pageToBytes(page)] as const));
    },
  };
  return draft;
}

const isSame = (a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const pagesPerRead = 256;

/** Finds all leaves that open and builds map and branches anew above them. */
export async function rebuild(
  read: (ids: readonly number[]) => Promise<readonly (Page | null)[]>,
  count: number,
  reader: PageReader,
): Promise<Draft> {
  const draft = startDraft({ count, used: noBytes }, reader);
  const leaves: (readonly [number, readonly Item[]])[] = [];
  let openedCount = 0;
  for (let from = 0; from < count; from += pagesPerRead) {
    const ids = Array.from({ length: Math.min(pagesPerRead, count - from) }, (_, index) => from + index);
    for (const [index, page] of (await read(ids)).entries()) {
      const id = ids[index] ?? 0;
      if (page !== null) openedCount++;
      if (page?.type === 'tree' && page.level === 0 && page.items.length > 0) leaves.push([id, page.items]);
      // A branch of before: names that nothing leads to any more.
      else if (page?.type === 'tree' && id !== rootId) draft.free(id);
    }
  }
  // Not a broken store, but one of another key: nothing may be written over it.
  if (openedCount === 0) throw new Error('No page of the store opens with this key');
  for (const id of [rootId, mapId, ...leaves.map(([leaf]) => leaf)]) draft.mark(id, true);
  for (const [, items] of leaves) for (const item of items) await markChunks(item);
  const root = leaves.find(([id]) => id === rootId);
  if (root) {
    draft.setRoot(0, { items: root[1], last: -1 });
    return draft;
  }
  const branches = leaves.map(([id, items]) => branchItem(items[0]?.name ?? '', id));
  branches.sort((a, b) => (a.name < b.name ? -1 : 1));
  draft.setRoot(branches.length === 0 ? 0 : 1, { items: branches, last: branches.length - 1 });
  return draft;

  async function markChunks({ name, depth, value }: Item): Promise<void> {
    if (depth === 0) return;
    const where = await reader.value({ name, depth: depth - 1, value });
    for (const id of bytesToNumbers(where ?? noBytes).slice(1)) if (id < count) draft.mark(id, true);
    await markChunks({ name, depth: depth - 1, value });
  }
}
