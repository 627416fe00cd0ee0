import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clearPlace, placeName, placeOf, storageOf, turnToOther } from './places.ts';

/** As a browser's: its keys are its own properties. */
function createStorage(): Storage {
  const storage = Object.create({
    getItem: (key: string) => (Object.hasOwn(storage, key) ? String(Reflect.get(storage, key)) : null),
    setItem: (key: string, value: string) => void Reflect.set(storage, key, value),
    removeItem: (key: string) => void Reflect.deleteProperty(storage, key),
  });
  return storage;
}

test('an opening begins at the first place; turning goes to the other one and back', () => {
  const session = createStorage();
  assert.equal(placeOf(session), 1);
  turnToOther(session);
  assert.equal(placeOf(session), 2);
  turnToOther(session);
  assert.equal(placeOf(session), 1);
  assert.deepEqual(Object.keys(session), []);
});

test('each place has names of its own, and clearing one leaves the other', () => {
  const storage = createStorage();
  const [first, second] = [storageOf(storage, 1), storageOf(storage, 2)];
  first.setItem('attune.lock', 'first');
  second.setItem('attune.lock', 'second');
  assert.equal(first.getItem('attune.lock'), 'first');
  assert.equal(second.getItem('attune.lock'), 'second');
  assert.notEqual(placeName(1), placeName(2));
  clearPlace(storage, 1);
  assert.equal(first.getItem('attune.lock'), null);
  assert.equal(second.getItem('attune.lock'), 'second');
  clearPlace(storage, 2);
  assert.deepEqual(Object.keys(storage), []);
});
