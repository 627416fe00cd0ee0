/** What every relay store does. Called by the test of each store with a way to make an empty one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, limits } from '#kernel';
import { placedBoxBytes } from '#wire';
import type { BoxToAppend, RelayStore } from './store.ts';
import { someBytes } from './test-kit.ts';

export interface ContractStore {
  readonly store: RelayStore;
  readonly end: () => Promise<void>;
}

const today = 20_000;
const bytesMax = limits.frameBytesMax;

const boxFor = (mailbox: Bytes, more: Partial<BoxToAppend> = {}): BoxToAppend => ({
  mailbox,
  writer: 0,
  boxId: someBytes(16),
  expiryDay: 0,
  box: someBytes(64),
  ...more,
});

/** All boxes that live on a day, page by page. */
async function allBoxes(store: RelayStore, mailbox: Bytes, day = today, countMax = 3) {
  const boxes = [];
  for (let after = 0; ; ) {
    const page = await store.boxesAfter(mailbox, after, day, countMax, bytesMax);
    boxes.push(...page.boxes);
    if (page.upTo >= page.head) return boxes;
    assert.ok(page.upTo > after, 'a page goes on');
    after = page.upTo;
  }
}

async function allIds(store: RelayStore, mailbox: Bytes, day = today) {
  const ids = [];
  for (let after = 0; ; ) {
    const page = await store.idsAfter(mailbox, after, day, 3);
    ids.push(...page.boxIds);
    if (page.upTo >= page.head) return ids;
    after = page.upTo;
  }
}

export function testRelayStore(name: string, create: (quotaBytesPerWriter: number) => Promise<ContractStore>): void {
  const testStore = (what: string, run: (store: RelayStore) => Promise<void>, quotaBytes = 1e9): void => {
    test(`${name}: ${what}`, async () => {
      const { store, end } = await create(quotaBytes);
      try {
        await run(store);
      } finally {
        await end();
      }
    });
  };

  testStore('an absent mailbox is empty', async (store) => {
    const mailbox = someBytes(16);
    assert.equal(await store.head(mailbox), 0);
    assert.deepEqual(await store.boxesAfter(mailbox, 0, today, 9, bytesMax), { upTo: 0, head: 0, boxes: [] });
    assert.deepEqual(await store.idsAfter(mailbox, 7, today, 9), { upTo: 7, head: 0, boxIds: [] });
    assert.equal(store.incarnation().length, 16);
  });

  testStore('positions count from 1 in each mailbox, across and within appends', async (store) => {
    const [a, b] = [someBytes(16), someBytes(16)];
    const first = await store.append([boxFor(a), boxFor(b), boxFor(a)]);
    const second = await store.append([boxFor(b), boxFor(a)]);
    assert.deepEqual(
      [...first, ...second],
      [1, 1, 2, 2, 3].map((position) => ({ type: 'placed', position })),
    );
    assert.deepEqual([await store.head(a), await store.head(b)], [3, 2]);
  });

  testStore(
    'the same box again is known, within one append and later; ids of other mailboxes do not matter',
    async (store) => {
      const [a, b] = [someBytes(16), someBytes(16)];
      const box = boxFor(a);
      const outcomes = await store.append([boxFor(a), box, box, { ...box, mailbox: b }]);
      assert.deepEqual(outcomes[2], { type: 'known', position: 2 });
      assert.deepEqual(outcomes[3], { type: 'placed', position: 1 });
      assert.deepEqual(await store.append([{ ...box, writer: 1 }]), [{ type: 'known', position: 2 }]);
      assert.equal((await allBoxes(store, a)).length, 2);
    },
  );

  testStore('what was appended is read back, in order, page by page', async (store) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.tuple(fc.nat(2), fc.nat(40)), { minLength: 1, maxLength: 12 }), { maxLength: 8 }),
        async (batches) => {
          const mailboxes = [someBytes(16), someBytes(16), someBytes(16)];
          const expected: BoxToAppend[][] = [[], [], []];
          for (const batch of batches) {
            const boxes = batch.map(([which, size]) => boxFor(mailboxes[which]!, { box: someBytes(size) }));
            for (const [i, [which]] of batch.entries()) expected[which]!.push(boxes[i]!);
            await store.append(boxes);
          }
          for (const [which, mailbox] of mailboxes.entries()) {
            assert.deepEqual(
              await allBoxes(store, mailbox),
              expected[which]!.map(({ boxId, box }, i) => ({ position: i + 1, boxId, box })),
            );
            assert.deepEqual(
              await allIds(store, mailbox),
              expected[which]!.map(({ boxId }) => boxId),
            );
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  testStore('a page holds at most so many boxes and so many bytes, and says how far it came', async (store) => {
    const mailbox = someBytes(16);
    await store.append(Array.from({ length: 5 }, () => boxFor(mailbox, { box: someBytes(1000) })));
    const byCount = await store.boxesAfter(mailbox, 1, today, 2, bytesMax);
    assert.deepEqual([byCount.upTo, byCount.head, byCount.boxes.length], [3, 5, 2]);
    const byBytes = await store.boxesAfter(mailbox, 0, today, 9, 100 + 3 * placedBoxBytes(1000));
    assert.deepEqual([byBytes.upTo, byBytes.head, byBytes.boxes.length], [3, 5, 3]);
    const whole = await store.boxesAfter(mailbox, 0, today, 5, bytesMax);
    assert.deepEqual([whole.upTo, whole.boxes.length], [5, 5]);
    const beyond = await store.boxesAfter(mailbox, 9, today, 5, bytesMax);
    assert.deepEqual([beyond.upTo, beyond.head, beyond.boxes.length], [9, 5, 0]);
  });

  const quota = 3 * (100 + limits.quotaBytesPerBox);
  testStore(
    'each writer of a mailbox has a quota of their own',
    async (store) => {
      const [mailbox, other] = [someBytes(16), someBytes(16)];
      const box = () => boxFor(mailbox, { box: someBytes(100) });
      const first = box();
      const outcomes = await store.append([first, box(), box(), box(), first]);
      assert.deepEqual(
        outcomes.map((outcome) => outcome.type),
        ['placed', 'placed', 'placed', 'quota', 'known'],
      );
      const rest = await store.append([{ ...box(), writer: 1 }, { ...box(), mailbox: other }, box()]);
      assert.deepEqual(
        rest.map((outcome) => outcome.type),
        ['placed', 'placed', 'quota'],
      );
    },
    quota,
  );

  testStore(
    'an expired box is hidden at once, deleted by the sweep, and leaves its room but not its position',
    async (store) => {
      const mailbox = someBytes(16);
      const box = (expiryDay: number) => boxFor(mailbox, { box: someBytes(100), expiryDay });
      const last = box(today);
      await store.append([box(0), box(today + 1), last]);
      assert.equal((await allBoxes(store, mailbox)).length, 3);
      assert.equal((await allBoxes(store, mailbox, today + 1)).length, 2);
      assert.equal((await allIds(store, mailbox, today + 2)).length, 1);
      assert.equal((await store.sweep(today, 100)).count, 0);
      assert.equal((await store.append([box(0)]))[0]?.type, 'quota');
      assert.equal((await store.sweep(today + 1, 100)).count, 1);
      assert.equal(await store.head(mailbox), 3);
      assert.deepEqual(await store.append([last]), [{ type: 'placed', position: 4 }]);
      assert.equal((await store.append([box(0)]))[0]?.type, 'quota');
      assert.deepEqual(
        (await allBoxes(store, mailbox, today + 1)).map((each) => each.position),
        [1, 2],
      );
    },
    quota,
  );

  testStore('a sweep deletes at most so many, and goes on where it stopped', async (store) => {
    const mailbox = someBytes(16);
    await store.append(Array.from({ length: 5 }, () => boxFor(mailbox, { expiryDay: today })));
    await store.sweep(today, 2);
    assert.deepEqual([(await store.sweep(today + 1, 2)).count, (await store.sweep(today + 1, 2)).count], [2, 2]);
    assert.equal((await store.sweep(today + 1, 2)).count, 1);
  });

  testStore('a clock that jumps ten years and back deletes nothing', async (store) => {
    const mailbox = someBytes(16);
    await store.append([boxFor(mailbox, { expiryDay: today + 5 })]);
    for (const day of [today, today + 3_650, today + 3_650, today, today - 3_650, today + 1])
      assert.equal((await store.sweep(day, 9)).count, 0);
    assert.equal((await allBoxes(store, mailbox)).length, 1);
    for (const day of [today + 2, today + 3, today + 4, today + 5]) assert.equal((await store.sweep(day, 9)).count, 0);
    assert.equal((await store.sweep(today + 6, 9)).count, 1);
  });

  testStore('after a long sleep the sweep waits for one more day', async (store) => {
    const mailbox = someBytes(16);
    await store.append([boxFor(mailbox, { expiryDay: today })]);
    await store.sweep(today, 9);
    assert.deepEqual([(await store.sweep(today + 40, 9)).count, (await store.sweep(today + 41, 9)).count], [0, 1]);
  });
}
