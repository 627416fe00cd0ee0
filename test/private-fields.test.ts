/**
 * Fields for words are quiet: no autofill, no spelling service, and the keyboard is told how to write capitals. The
 * browser asks every screen of the tours (e2e/axe.spec.ts); this reads every source, reached by a tour or not.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listFiles, rootFolder } from '../tools/sources.ts';

/** Kinds of input into which nobody writes words. */
const wordless = /type="(checkbox|radio|range|file|date|time|datetime-local|number|color)"/;
const quiet = [/autocomplete="off"/, /spellcheck=\{false\}/, /autocapitalize=/];
/** The one part that other screens use; what it spreads is looked at by itself. */
const fieldPart = 'src/web/shell/parts/field.tsx';

/** The opening tags of fields in a source. An arrow in an attribute holds a `>` that ends no tag. */
const tagsIn = (text: string): readonly string[] =>
  [...text.matchAll(/<(?:input|textarea)\b(?:=>|[^>])*>/g)].map(([tag]) => tag);

const talkative = (text: string): readonly string[] =>
  tagsIn(text).filter((tag) => !wordless.test(tag) && !quiet.every((attribute) => attribute.test(tag)));

const read = (path: string): string => readFileSync(join(rootFolder, path), 'utf8');

test('no screen has a field for words that a keyboard, an autofill or a spelling service could learn from', () => {
  const screens = listFiles().filter((path) => /^src\/web\/.*\.tsx$/.test(path) && path !== fieldPart);
  const found = screens.flatMap((path) => talkative(read(path)).map((tag) => `${path}: ${tag}`));
  assert.ok(screens.length > 100, `only ${screens.length} screens were seen`);
  assert.deepEqual(found, []);
});

test('the part that all other fields are made of says it once, and hands it to each of its kinds', () => {
  const text = read(fieldPart);
  for (const attribute of [/autocomplete: 'off'/, /spellcheck: false/, /autocapitalize: props\.capitals \?\? '\w+'/])
    assert.match(text, attribute);
  const bare = tagsIn(text).filter((tag) => !wordless.test(tag) && !/\{\.\.\.(shared|rest)\}/.test(tag));
  assert.deepEqual(bare, []);
  assert.match(text, /<Input \{\.\.\.shared\}/);
});

test('planted: fields that talk', () => {
  for (const planted of [
    '<textarea rows={4} />',
    '<input onInput={(event) => put(event)} autocomplete="off" />',
    '<input type="text" autocomplete="on" spellcheck={false} autocapitalize="none" />',
  ])
    assert.equal(talkative(planted).length, 1, planted);
  assert.deepEqual(talkative('<input type="text" autocomplete="off" autocapitalize="none" spellcheck={false} />'), []);
});
