import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regionalLocale } from './moment.ts';

test('English of the person’s own region keeps its clock and dates', () => {
  assert.equal(regionalLocale('en', ['de-DE', 'en-GB', 'en-US']), 'en-GB');
  assert.equal(regionalLocale('en', ['de-DE']), 'en');
  assert.equal(regionalLocale('e', ['en-GB']), 'e');
});
