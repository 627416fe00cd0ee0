import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockEn } from '../lock/messages.ts';
import { meEn } from '../me/messages.ts';
import { pairingEn } from '../pairing/messages.ts';
import { serverEn } from '../server-sees/messages.ts';
import { exportEn } from '../settings/export-messages.ts';
import { settingsEn } from '../settings/messages.ts';
import { en } from './en.ts';
import { areasToTranslate, findLanguage, languages, plural, testLanguages, translated } from './language.ts';
import { textToPseudo, toPseudo } from './pseudo.ts';

const areas: readonly object[] = [en, meEn, pairingEn, serverEn, settingsEn, exportEn, lockEn];

/** Every text of an area with its path; functions are called with words and a small number. */
function texts(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return texts(value(...Array.from({ length: value.length }, (_, i) => (i === 0 ? 2 : 3))), `${path}()`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}.${key}`));
}

test('the pseudo-language has every key of English, longer, and nothing left as it was', () => {
  for (const area of areas) {
    const english = texts(area);
    const pseudo = texts(toPseudo(area));
    assert.deepEqual(
      pseudo.map(([path]) => path),
      english.map(([path]) => path),
    );
    for (const [index, [path, text]] of english.entries()) {
      const changed = pseudo[index]?.[1] ?? '';
      assert.ok(changed.length >= text.length * 1.4, `${path} is not longer`);
      assert.notEqual(changed, text);
    }
  }
});

test('no text is empty, shouts, or uses the words that this house does not use', () => {
  const refused = /!|\b(fail(ed|ure)?|streak|score|invalid|error|oops|user|please wait|hasn[’']t|didn[’']t)\b/i;
  for (const area of areas) {
    for (const [path, text] of texts(area)) {
      assert.notEqual(text.trim(), '', path);
      assert.doesNotMatch(text, refused, path);
      assert.doesNotMatch(text, /'|"|\.\.\./, `${path} has typewriter quotes or dots`);
    }
  }
});

test('one tree is changed once, so that comparing messages costs nothing', () => {
  assert.equal(toPseudo(en), toPseudo(en));
});

test('accents reach every letter and empty stays empty', () => {
  assert.equal(textToPseudo(''), '');
  assert.match(textToPseudo('Save'), /^\[[^a-zA-Z]+\]$/);
});

test('an unknown language is English', () => {
  assert.equal(findLanguage('xx').code, 'en');
  assert.equal(findLanguage(null).code, 'en');
  for (const language of [...languages, ...testLanguages]) assert.equal(findLanguage(language.code), language);
});

test('a language takes its own areas and leaves the rest English', () => {
  const greeting = { hello: 'Hello' };
  const other = { bye: 'Bye' };
  const translate = areasToTranslate(new Map([translated(greeting, { hello: 'Hallo' })]));
  assert.equal(translate(greeting).hello, 'Hallo');
  assert.equal(translate(other), other);
});

test('a plural takes the form of its language and the number in its digits', () => {
  const forms = { one: 'one device', other: '# devices' };
  assert.equal(plural('en', 1, forms), 'one device');
  assert.equal(plural('en', 1200, forms), '1,200 devices');
  assert.equal(plural('ja', 1, forms), '1 devices');
});
