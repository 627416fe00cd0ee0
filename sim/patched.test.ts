/** That a planted defect is planted, in the copy alone. */
import { equal, match, rejects } from 'node:assert/strict';
import { test } from 'node:test';
import * as original from './index.ts';
import { importPatched, type Patch, patchedText } from './patched.ts';

const noWrites: Patch = {
  name: 'no-writes',
  file: 'src/device/entries.ts',
  find: 'await keep(live, space, entry, hash);\n  markUnsent',
  replace: 'markUnsent',
};

async function entriesAfterOneCheckIn(
  sim: Pick<typeof import('./index.ts'), 'createWorld' | 'writeCheckIn' | 'createStubPrimitives' | 'stubHashing'>,
) {
  const world = await sim.createWorld({
    seed: 'patched',
    primitives: sim.createStubPrimitives(),
    hashing: sim.stubHashing,
  });
  const noor = world.addDevice('noor');
  await noor.start();
  await sim.writeCheckIn(noor, 'a note');
  return [...noor.disk.records.keys()].filter((key) => key.startsWith('e/')).length;
}

test('a patch changes the copy and leaves the original as it is', async () => {
  const patched = await importPatched(noWrites);
  equal(await entriesAfterOneCheckIn(patched), 0);
  equal((await entriesAfterOneCheckIn(original)) > 0, true);
});

test('a patch that no longer fits, or fits twice, says so', async () => {
  await rejects(importPatched({ ...noWrites, name: 'gone', find: 'no such sentence' }), /fits 0 times/);
  await rejects(importPatched({ ...noWrites, name: 'twice', find: 'space' }), /fits \d\d+ times/);
  match(patchedText('a $& b', { ...noWrites, find: '$&', replace: '$$' }), /^a \$\$ b$/);
});
