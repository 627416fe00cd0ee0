/**
 * Records under sorted names in pages of one size: a B+ tree. From outside there is only a number of pages, which grows
 * by steps and never shrinks; those not in use hold random bytes. What a page holds, and whether it holds anything,
 * shows only to whoever can open it.
 *
 * Page 0 is the root, page 1 the map. A commit writes whole pages in one transaction of the port. Calls run one after
 * the other. A branch or a map that does not open is made anew from the leaves; a leaf that does not open has lost
 * what was in it and nothing else.
 */
import type { Store } from '#device';
import type { Bytes } from '#kernel';
import { bytesToNumbers, bytesToPage, type Item, itemToPageId, type Page, type TreePage } from './page.ts';
import { emptyBook, mapId, type PageBook, pageToBook, rebuild, rootId, startDraft } from './page-draft.ts';

export type Outcome = 'ok' | 'taken' | 'full';

export interface PagePort {
  /** null for a page that is not there or does not open. */
  readonly read: (ids: readonly number[]) => Promise<readonly (Bytes | null)[]>;
  /** Writes all or nothing; null puts random bytes. `also` runs in the same transaction. */
  readonly write: (
    pages: ReadonlyMap<number, Bytes | null>,
    also?: (transaction: IDBTransaction) => void,
  ) => Promise<Outcome>;
  readonly count: () => Promise<number>;
}

export interface PageTree extends Pick<Store, 'get' | 'range'> {
  readonly open: () => Promise<void>;
  readonly commit: (
    puts: readonly (readonly [string, Bytes])[],
    deletes: readonly string[],
    also?: (transaction: IDBTransaction) => void,
  ) => Promise<Outcome>;
  readonly unreadableCount: () => number;
}

/** A page that leads to others does not open: they have to be looked for. */
export class BrokenTree extends Error {}

type CachedPage = Extract<Page, { readonly type: 'tree' }>;
const cachedPagesMax = 128;

export function createPageTree(port: PagePort): PageTree {
  let book: PageBook = emptyBook;
  const cached = new Map<number, CachedPage>();
  const unreadable = new Set<number>();

  const readPages = async (ids: readonly number[]): Promise<readonly (Page | null)[]> =>
    (await port.read(ids)).map((bytes) => (bytes === null ? null : bytesToPage(bytes)));

  async function treePage(id: number, level: number | null): Promise<TreePage> {
    const known = cached.get(id);
    const page = known ?? (await readPages([id]))[0];
    if (page?.type === 'tree' && (level === null || page.level === level)) return remember(id, page);
    if (level !== 0) throw new BrokenTree();
    unreadable.add(id);
    return { level, items: [] };
  }

  function remember(id: number, page: CachedPage): TreePage {
    cached.delete(id);
    cached.set(id, page);
    for (const oldest of cached.keys()) {
      if (cached.size <= cachedPagesMax) break;
      cached.delete(oldest);
    }
    return page;
  }

  async function value(item: Item): Promise<Bytes | null> {
    let bytes: Bytes | null = item.value.slice();
    for (let depth = item.depth; depth > 0 && bytes !== null; depth--) bytes = await joinChunks(bytes);
    return bytes;
  }

  async function joinChunks(where: Bytes): Promise<Bytes | null> {
    const [length = 0, ...ids] = bytesToNumbers(where);
    const whole = new Uint8Array(length);
    let at = 0;
    for (const [index, page] of (await readPages(ids)).entries()) {
      if (page?.type !== 'chunk' || at + page.bytes.length > length) {
        unreadable.add(ids[index] ?? 0);
        return null;
      }
      whole.set(page.bytes, at);
      at += page.bytes.length;
    }
    return at === length ? whole : null;
  }

  /** The leaf in which a name stands or would stand, and the name at which the next leaf begins. */
  async function leafOf(name: string): Promise<{ readonly leaf: TreePage; readonly next: string | null }> {
    let page = await treePage(rootId, null);
    let next: string | null = null;
    while (page.level > 0) {
      const after = page.items.findIndex((item, index) => index > 0 && item.name > name);
      const item = page.items[after < 0 ? page.items.length - 1 : after - 1];
      if (!item) throw new BrokenTree();
      if (after >= 0) next = page.items[after]?.name ?? null;
      page = await treePage(itemToPageId(item), page.level - 1);
    }
    return { leaf: page, next };
  }

  async function range(prefix: string, after: string, countMax: number): ReturnType<Store['range']> {
    const found: (readonly [string, Bytes])[] = [];
    for (let from: string | null = after > prefix ? after : prefix; from?.startsWith(prefix); ) {
      const { leaf, next }: Awaited<ReturnType<typeof leafOf>> = await leafOf(from);
      for (const item of leaf.items) {
        if (item.name < prefix || item.name <= after) continue;
        if (!item.name.startsWith(prefix) || found.length >= countMax) return found;
        const bytes = await value(item);
        if (bytes !== null) found.push([item.name, bytes]);
      }
      from = next;
    }
    return found;
  }

  async function write(draft: ReturnType<typeof startDraft>, also?: (transaction: IDBTransaction) => void) {
    const outcome = await port.write(draft.toPages(), also);
    if (outcome !== 'ok') return outcome;
    book = draft.book();
    for (const [id, page] of draft.written()) {
      if (page?.type === 'tree') remember(id, page);
      else cached.delete(id);
    }
    return outcome;
  }

  async function mend(): Promise<Outcome> {
    cached.clear();
    const outcome = await write(await rebuild(readPages, await port.count(), { treePage, value }));
    if (outcome === 'ok') unreadable.add(rootId);
    return outcome;
  }

  let queue: Promise<unknown> = Promise.resolve();
  /** `otherwise`: what it comes to when the tree is broken and cannot be mended, as when another opening changes it. */
  function inTurn<T>(run: () => Promise<T>, otherwise: (outcome: Outcome) => T): Promise<T> {
    const done = queue.then(run).catch(async (error: unknown) => {
      if (!(error instanceof BrokenTree)) throw error;
      const outcome = await mend();
      return outcome === 'ok' ? run() : otherwise(outcome);
    });
    queue = done.catch(() => {});
    return done;
  }

  async function open(): Promise<void> {
    const known = pageToBook((await readPages([mapId]))[0] ?? null);
    if (known !== null) book = known;
    else if ((await port.count()) > 0) throw new BrokenTree();
    else await write(startDraft(emptyBook, { treePage, value }).begin());
    await treePage(rootId, null);
  }

  return {
    unreadableCount: () => unreadable.size,
    open: () =>
      inTurn(open, (outcome) => {
        throw new Error(`The store is broken and could not be mended: ${outcome}`);
      }),
    get: (name) =>
      inTurn(
        async () => {
          const { leaf } = await leafOf(name);
          const item = leaf.items.find((one) => one.name === name);
          return item ? value(item) : null;
        },
        () => null,
      ),
    range: (prefix, after, countMax) =>
      inTurn(
        () => range(prefix, after, countMax),
        () => [],
      ),
    commit: (puts, deletes, also) => {
      // Copies at once: what the caller does with its bytes afterwards is not what was committed.
      const changes = new Map<string, Bytes | null>(deletes.map((name) => [name, null]));
      for (const [name, bytes] of puts) changes.set(name, bytes.slice());
      return inTurn<Outcome>(
        async () => {
          const draft = startDraft(book, { treePage, value });
          await draft.change([...changes].sort(([a], [b]) => (a < b ? -1 : 1)));
          return draft.isFull() ? 'full' : write(draft, also);
        },
        (outcome) => outcome,
      );
    },
  };
}
