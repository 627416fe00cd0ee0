import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceNameOf } from './adapters/platform.ts';
import { relayUrlOf } from './relay-url.ts';

test('the relay is at this origin unless the host wrote another address', () => {
  assert.equal(relayUrlOf('https://attune.example/us?x=1', ''), 'wss://attune.example/relay');
  assert.equal(relayUrlOf('http://localhost:8080/', null), 'ws://localhost:8080/relay');
  assert.equal(relayUrlOf('https://attune.example/', 'wss://relay.example/relay'), 'wss://relay.example/relay');
});

test('a device is called by what it is, never by its model', () => {
  assert.equal(deviceNameOf('Mozilla/5.0 (Linux; Android 16; Pixel 9) Mobile Safari', true), 'Phone');
  assert.equal(deviceNameOf('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)', true), 'Phone');
  assert.equal(deviceNameOf('Mozilla/5.0 (Linux; Android 16; SM-X710)', true), 'Tablet');
  assert.equal(deviceNameOf('Mozilla/5.0 (Macintosh; Intel Mac OS X)', true), 'Tablet');
  assert.equal(deviceNameOf('Mozilla/5.0 (X11; Linux x86_64)', false), 'Computer');
});
