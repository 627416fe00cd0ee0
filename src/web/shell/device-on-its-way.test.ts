import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Device, Snapshot } from '#device';
import { createDeviceOnItsWay } from './device-on-its-way.ts';

/** Only what these tests reach; the rest of a device is not touched by them. */
function deviceThatReads(snapshot: Snapshot, said: string[]): Device {
  return {
    ...createDeviceOnItsWay(new Promise(() => {}), null),
    snapshot: () => snapshot,
    subscribe: () => () => {},
    setName: async (name) => void said.push(name),
  };
}

test('before the device is here nothing is said to have been read', () => {
  const device = createDeviceOnItsWay(new Promise(() => {}), 'wss://relay.example/relay');
  assert.equal(device.snapshot().isReady, false);
  assert.equal(device.snapshot().connection.relayUrl, 'wss://relay.example/relay');
  assert.equal(device.snapshot(), device.snapshot());
  assert.deepEqual(device.wireTrace(), []);
});

test('what is done early is done by the real one, once it is here, and listeners hear of its coming', async () => {
  const said: string[] = [];
  let changes = 0;
  const read = { ...createDeviceOnItsWay(new Promise(() => {}), null).snapshot(), isReady: true };
  const coming = Promise.withResolvers<Device>();
  const device = createDeviceOnItsWay(coming.promise, null);
  device.subscribe(() => changes++);
  const naming = device.setName('Noor');
  assert.deepEqual(said, []);
  coming.resolve(deviceThatReads(read, said));
  await naming;
  assert.deepEqual(said, ['Noor']);
  assert.equal(device.snapshot(), read);
  assert.equal(changes, 1);
});
