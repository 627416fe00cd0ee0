import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAddressPlaces, householdOf } from './addresses.ts';

test('an address has so many places, gets them back, and is forgotten with the last', () => {
  const places = createAddressPlaces(2);
  const first = places.enter('192.0.2.1');
  const second = places.enter('192.0.2.1');
  assert.ok(first !== null && second !== null);
  assert.equal(places.enter('192.0.2.1'), null);
  assert.notEqual(places.enter('192.0.2.2'), null);
  first();
  first();
  assert.notEqual(places.enter('192.0.2.1'), null);
  assert.equal(places.enter('192.0.2.1'), null, 'leaving twice gives one place back');
  second();
  assert.equal(places.addressCount(), 2);
});

test('a household is an IPv4 address or the first half of an IPv6 one; a proxy is believed only when told so', () => {
  assert.equal(householdOf('::ffff:192.0.2.1', {}, false), '192.0.2.1');
  assert.equal(householdOf('2001:db8:1:2:3:4:5:6', {}, false), householdOf('2001:db8:1:2:9::1', {}, false));
  const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' };
  assert.equal(householdOf('192.0.2.1', headers, false), '192.0.2.1');
  assert.equal(householdOf('192.0.2.1', headers, true), '198.51.100.7');
});
