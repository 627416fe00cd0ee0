/** Takes all records from one store to another, which seals them under its own key. */
import type { Store } from '#device';

/** How many records one commit takes along. */
const pageRecords = 256;

/** Both stores are open, and this copy alone writes to them. Whatever comes of it, `from` stays as it was. */
export async function moveRecords(from: Store, to: Store): Promise<'ok' | 'taken' | 'full'> {
  let after = '';
  for (;;) {
    const page = await from.range('', after, pageRecords);
    const [last] = page.at(-1) ?? [];
    // Nothing to write, but asks whether another tab has opened the old store meanwhile, and written there.
    if (last === undefined) return from.commit([], []);
    const done = await to.commit(page, []);
    if (done !== 'ok') return done;
    after = last;
  }
}
