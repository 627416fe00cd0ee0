/** What is said of a passphrase: only what a machine tries through at once is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviceOn } from './passphrase.ts';

test('a PIN is refused, however long, however it is grouped, in any digits', () => {
  for (const pin of ['1', '2580', '123456', '12 34 56 78', '01.02.1990', '1990-02-01', '٤٢٤٢٤٢', '0'.repeat(30)])
    assert.equal(adviceOn(pin), 'pin', pin);
});

test('what is no longer than a PIN is refused too', () => {
  for (const tiny of ['', '   ', 'abc123', 'ab cd', '🗝🗝🗝🗝🗝🗝🗝']) assert.equal(adviceOn(tiny), 'tiny', tiny);
});

test('a short one is possible, with a reason', () => {
  for (const short of ['kettle99', 'threewords', 'two words']) assert.equal(adviceOn(short), 'short', short);
});

test('four words or twelve signs need nothing said', () => {
  for (const good of [
    'a big red cat',
    'kettle violet anchor monday',
    'threewordsss',
    'vier\u00a0w\u00f6rter  am abend',
  ])
    assert.equal(adviceOn(good), 'good', good);
});
