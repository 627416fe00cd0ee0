/** The keeper with everything in memory: tries are counted before they are made, and no key is taken for another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Store } from '#device';
import { type Bytes, bytesToText, concatBytes, isSameBytes, textToBytes } from '#kernel';
import type { Door } from '../shell/adapters/store-key.ts';
import { createKeeper, type Keeper } from './keeper.ts';

type Disk = Map<string, Map<string, Bytes>>;

/** Several keepers on one disk are several tabs. */
function createWorld() {
  const disk: Disk = new Map();
  let door: Door = { storeName: 'a', lock: null, passkey: null, leftover: null, triesCount: 0, mayTryAtMs: 0 };
  const passkeys = { isInAccount: false, isAtHand: true, givesAtOnce: true, asked: 0, forgotten: [] as number[] };
  let nowMs = 0;
  let tried = 0;
  const storeOf = (name: string): Store => {
    const records = () => disk.get(name) ?? new Map<string, Bytes>();
    return {
      open: async () => void disk.set(name, records()),
      get: async (key) => records().get(key) ?? null,
      range: async (_prefix, after, countMax) =>
        [...records()]
          .filter(([key]) => key > after)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .slice(0, countMax),
      commit: async (puts) => {
        for (const [key, value] of puts) records().set(key, value);
        return 'ok';
      },
      close: async () => {},
    };
  };
  const openTab = () =>
    createKeeper<string>({
      doors: {
        read: async () => door,
        change: async (to) => {
          door = to(door);
          return door;
        },
        erase: async () => {},
      },
      random: (length) => new Uint8Array(length).fill(9),
      clock: () => nowMs,
      lockSaltBytes: 16,
      storeKeyBytes: 32,
      sealLock: async (words, _salt, storeKey) => concatBytes(textToBytes(words), storeKey),
      openLock: async (words, lock) => {
        tried += 1;
        return isSameBytes(lock.slice(0, -32), textToBytes(words)) ? lock.slice(-32) : null;
      },
      passkeys: {
        make: async (_name, salt) => {
          if (!passkeys.isAtHand) return 'stopped';
          const secret = passkeys.givesAtOnce ? secretFor(salt) : null;
          return { id: new Uint8Array([7]), isInAccount: passkeys.isInAccount, secret };
        },
        ask: async (_id, salt) => {
          passkeys.asked += 1;
          return passkeys.isAtHand ? secretFor(salt) : null;
        },
        forget: ([id = 0]) => void passkeys.forgotten.push(id),
      },
      sealPasskeyLock: async (secret, _salt, storeKey) => concatBytes(secret, storeKey),
      openPasskeyLock: async (secret, _salt, sealed) =>
        isSameBytes(sealed.slice(0, -32), secret) ? sealed.slice(-32) : null,
      importKey: async (storeKey) => storeKey.join(),
      createStore: (name) => storeOf(name),
      eraseStore: async (name) => void disk.delete(name),
      whileAlone: (_mode, run) => run(),
    });
  return {
    disk,
    passkeys,
    openTab,
    storeOf,
    door: () => door,
    tried: () => tried,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

const secretFor = (salt: Bytes): Bytes => concatBytes(textToBytes('secret'), salt);

async function locked(words = 'right') {
  const world = createWorld();
  await world.storeOf('a').open();
  await world.storeOf('a').commit([['k', textToBytes('kept')]], []);
  const tab = world.openTab();
  assert.equal(await tab.turnOn(await tab.makeLock(words)), 'ok');
  return world;
}

test('a try during the wait is not made, in no tab; after the wait it is, and a right one ends all waiting', async () => {
  const world = await locked();
  const [one, two] = [world.openTab(), world.openTab()];
  const both = await Promise.all([one.open('wrong'), two.open('right')]);
  assert.deepEqual(
    both.map(({ type }) => type),
    ['wrong', 'wait'],
  );
  assert.equal(world.tried(), 1);
  assert.equal(world.door().triesCount, 1);
  world.pass(1_000);
  assert.deepEqual(await two.open('wrong'), { type: 'wrong', waitMs: 2_000 });
  world.pass(1_999);
  assert.deepEqual(await one.open('right'), { type: 'wait', waitMs: 1 });
  world.pass(1);
  assert.deepEqual(await one.open('right'), { type: 'ok' });
  assert.deepEqual([world.door().triesCount, await two.waitMs()], [0, 0]);
});

test('nothing is opened before the passphrase, and with it all is there', async () => {
  const world = await locked();
  const tab = world.openTab();
  let closedCount = 0;
  let isUsed = false;
  const coming = tab.whenOpen(
    async (store) => {
      isUsed = true;
      return bytesToText((await store.get('k')) ?? new Uint8Array());
    },
    () => {
      closedCount += 1;
    },
  );
  await tab.open('wrong');
  world.pass(1_000);
  assert.deepEqual([isUsed, closedCount], [false, 1]);
  await tab.open('right');
  assert.equal(await coming, 'kept');
});

test('with the key of before nothing is moved: it would look empty, and be thrown away', async () => {
  const world = await locked();
  const [one, two] = [world.openTab(), world.openTab()];
  await one.open('right');
  await two.open('right');
  assert.deepEqual(await one.change('right', 'new'), { type: 'ok' });
  assert.equal(await two.turnOff(), 'taken');
  assert.equal(await two.turnOn(await two.makeLock('x')), 'taken');
  assert.equal(await one.turnOff(), 'ok');
  assert.deepEqual([...world.disk.keys()], ['a']);
  assert.equal(bytesToText(world.disk.get('a')?.get('k') ?? new Uint8Array()), 'kept');
});

test('changing asks for the passphrase until now, and a wrong one counts as a try', async () => {
  const world = await locked();
  const tab = world.openTab();
  const before = world.door().lock;
  assert.equal((await tab.change('wrong', 'new')).type, 'wrong');
  assert.equal(world.door().lock, before);
  world.pass(1_000);
  await tab.change('right', 'new');
  assert.equal((await world.openTab().open('right')).type, 'wrong');
  world.pass(1_000);
  assert.equal((await world.openTab().open('new')).type, 'ok');
});

test('erasing takes the records, whatever was left over, and the lock', async () => {
  const world = await locked();
  await world.openTab().erase();
  assert.deepEqual([...world.disk.keys()], []);
  assert.equal(world.door().lock, null);
});

async function withPasskey(isInAccount = false) {
  const world = await locked();
  world.passkeys.isInAccount = isInAccount;
  const tab = world.openTab();
  await tab.open('right');
  const { grant } = await tab.grantPasskey('right');
  assert.deepEqual(await grant?.make('Attune'), { isInAccount });
  assert.equal(await grant?.add(), 'ok');
  return { world, tab };
}

test('beside the passphrase a passkey opens the same store; each of the two does, whatever becomes of the other', async () => {
  for (const isInAccount of [false, true]) {
    const { world } = await withPasskey(isInAccount);
    const tab = world.openTab();
    assert.deepEqual(await tab.shown(), { isLockOn: true, passkey: isInAccount ? 'in-account' : 'here' });
    const coming = tab.whenOpen(
      async (store) => bytesToText((await store.get('k')) ?? new Uint8Array()),
      () => {},
    );
    world.passkeys.isAtHand = false;
    assert.equal(await tab.openWithPasskey(), 'stopped');
    world.passkeys.isAtHand = true;
    assert.equal(await tab.openWithPasskey(), 'ok');
    assert.equal(await coming, 'kept');
    world.passkeys.isAtHand = false;
    assert.equal((await world.openTab().open('right')).type, 'ok');
  }
});

test('it is made for whoever knows the passphrase, and for nobody else; a wrong one counts as a try', async () => {
  const world = await locked();
  const tab = world.openTab();
  const { grant, ...tried } = await tab.grantPasskey('wrong');
  assert.deepEqual([grant, tried.type, world.door().triesCount], [undefined, 'wrong', 1]);
  assert.deepEqual([await tab.openWithPasskey(), world.passkeys.asked], ['wrong', 0], 'there is none');
});

test('before it is used nothing has changed: not by making it, nor by letting it go, nor by a browser that gives nothing', async () => {
  const world = await locked();
  world.passkeys.givesAtOnce = false;
  const tab = world.openTab();
  const { grant } = await tab.grantPasskey('right');
  assert.equal(await grant?.add(), 'stopped', 'none was made');
  await grant?.make('Attune');
  world.passkeys.isAtHand = false;
  assert.equal(await grant?.add(), 'stopped');
  assert.equal(world.door().passkey, null);
  grant?.letGo();
  world.passkeys.isAtHand = true;
  assert.equal(await grant?.add(), 'stopped', 'the key is gone, and no other is put in its place');
  assert.deepEqual([world.door().passkey, world.passkeys.forgotten], [null, [7]]);
});

test('one that gives its secret only when asked is asked once more, and opens', async () => {
  const world = await locked();
  world.passkeys.givesAtOnce = false;
  const { grant } = await world.openTab().grantPasskey('right');
  await grant?.make('Attune');
  assert.equal(await grant?.add(), 'ok');
  assert.equal(await world.openTab().openWithPasskey(), 'ok');
});

test('another passphrase, taking the lock off, and taking it away each end it, and the browser is told', async () => {
  const ends = [
    (tab: Keeper<string>) => tab.change('right', 'new'),
    (tab: Keeper<string>) => tab.turnOff(),
    (tab: Keeper<string>) => tab.removePasskey(),
    (tab: Keeper<string>) => tab.erase(),
  ];
  for (const end of ends) {
    const { world, tab } = await withPasskey();
    await end(tab);
    assert.deepEqual(world.passkeys.forgotten, [7]);
    if (end !== ends[3]) assert.equal(world.door().passkey, null);
    if (end !== ends[3]) assert.equal(await world.openTab().openWithPasskey(), 'wrong');
  }
});

test('a lock that was changed meanwhile takes no passkey made for the one before', async () => {
  const world = await locked();
  const [one, two] = [world.openTab(), world.openTab()];
  const { grant } = await one.grantPasskey('right');
  await grant?.make('Attune');
  await two.change('right', 'new');
  assert.equal(await grant?.add(), 'taken');
  assert.deepEqual([world.door().passkey, world.passkeys.forgotten], [null, [7]]);
});
