import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testRelayStore } from './store.contract.ts';
import { createMemoryStore } from './store-memory.ts';
import { someBytes } from './test-kit.ts';

testRelayStore('memory', async (quotaBytesPerWriter) => ({
  store: createMemoryStore({ random: someBytes, quotaBytesPerWriter }),
  end: async () => {},
}));

const box = (mailbox: Uint8Array<ArrayBuffer>) => ({
  mailbox,
  writer: 0,
  boxId: someBytes(16),
  expiryDay: 0,
  box: someBytes(8),
});

test('memory: a restored snapshot is the past, under another incarnation', async () => {
  const store = createMemoryStore({ random: someBytes, quotaBytesPerWriter: 1e6 });
  const mailbox = someBytes(16);
  await store.append([box(mailbox)]);
  const past = store.snapshot();
  await store.append([box(mailbox)]);
  const before = store.incarnation();
  store.restore(past);
  assert.equal(await store.head(mailbox), 1);
  assert.notDeepEqual(store.incarnation(), before);
  await store.append([box(mailbox)]);
  assert.equal(await store.head(mailbox), 2);
  store.restore(past, true);
  assert.deepEqual(store.incarnation(), before);
  assert.equal(await store.head(mailbox), 1, 'a snapshot does not change with the store');
});
