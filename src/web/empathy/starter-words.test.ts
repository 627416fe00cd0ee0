/** Beginnings with the words of a feeling, and the hints on what is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import empathy from '#content/empathy/en.json' with { type: 'json' };
import feelings from '#content/feelings/en.json' with { type: 'json' };
import { hintOf } from './hint-of.ts';
import { fittingStarters, starterToText } from './starter-words.ts';

const known = (id: string) => ({ type: 'known' as const, id });
const own = (words: string) => ({ type: 'own' as const, words });
const starter = { id: 'x', fits: [], template: 'You feel {feeling}, and no wonder.', plain: 'No wonder.' };

test('a beginning names up to two known feelings, and none of one’s own words', () => {
  const text = (...named: Parameters<typeof starterToText>[1][number][]) =>
    starterToText(starter, named, feelings, 'en');
  assert.equal(text(known('sad')), 'You feel sad, and no wonder.');
  assert.equal(
    text(own('like soup'), known('sad'), known('tired'), known('calm')),
    'You feel sad and tired, and no wonder.',
  );
  assert.equal(text(own('like soup')), 'No wonder.');
  assert.equal(text(known('of-a-newer-version')), 'No wonder.');
});

test('what fits the corner comes first, then what fits any; without a corner everything is offered', () => {
  const fitting = fittingStarters(empathy.starters, [own('x'), known('sad')], feelings);
  assert.deepEqual(fitting[0]?.fits, ['weighed-down']);
  assert.equal(fitting.at(-1)?.fits.length, 4);
  assert.ok(fitting.every(({ fits }) => fits.includes('weighed-down')));
  assert.equal(fittingStarters(empathy.starters, [own('x')], feelings).length, empathy.starters.length);
});

test('every feeling reads well in every beginning that fits it: nothing is left open', () => {
  for (const { id } of feelings.feelings)
    for (const one of fittingStarters(empathy.starters, [known(id)], feelings))
      assert.doesNotMatch(starterToText(one, [known(id)], feelings, 'en'), /[{}]|undefined/);
});

test('advice is noticed where a sentence begins with it, and nowhere else', () => {
  const idOf = (text: string): string | null => hintOf(text, empathy.hints)?.id ?? null;
  for (const text of [
    'You should sleep.',
    "I hear you. Why don't you ask her?",
    'Why don’t you ask her?',
    '“If I were you …',
    'It makes sense: you could rest.',
  ])
    assert.equal(idOf(text), 'advice', text);
  assert.equal(idOf('At least it is over.'), 'smaller');
  assert.equal(idOf('Me too.'), 'me');
  assert.equal(idOf('I never said that.'), 'defence');
  for (const text of ['', 'It makes sense that you should feel sad.', 'Justice was not done to you.', 'I see you.'])
    assert.equal(idOf(text), null, text);
  for (const { template, plain } of empathy.starters) assert.equal(idOf(template) ?? idOf(plain), null, template);
});
