/**
 * The words of our language for the two checks of a boundary: what they find and what they leave alone. Another
 * language brings its own lists and examples, and passes here as well.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import content from '#content/boundaries/en.json' with { type: 'json' };
import { reachesIn, toIForm } from '#core';
import { iForms, keeps, reachFor, readyQuestions, reasons, sentencesFor, topics } from './boundaries-content.ts';

const fields = ['about', 'fine', 'ask', 'no', 'keep'] as const;
const reach = reachFor('Sam');
const { reaching, fine } = content.examples.match;
const own = { about: 'My letters', fine: '', ask: 'Before you open one.', no: 'Reading them.', keep: 'I say stop.' };

// Abuse case 27: openness as a licence to search.
test('a text that asks for the other’s passwords, device, messages or whereabouts is found', () => {
  for (const text of reaching)
    for (const said of [text, text.toUpperCase(), text.replace(/'/g, '’'), `I like quiet. ${text} I like tea.`])
      assert(reachesIn(said, 'fine', reach), said);
  for (const word of ['password', 'phone', 'messages', 'location', 'e-mails', 'PIN'])
    assert(
      reaching.some((text) => text.includes(word)),
      `an example about ${word}`,
    );
});

test('a boundary around one’s own life is left alone', () => {
  for (const text of fine) for (const field of fields) assert.equal(reachesIn(text, field, reach), false, text);
});

test('without the lists nothing would be found', () => {
  const empty = { ...reach, takes: [], gives: [], hides: [], phrases: [] };
  for (const text of reaching) assert.equal(reachesIn(text, 'fine', empty), false);
});

test('every word of the lists is written as the check reads it, and the name stands in once', () => {
  for (const words of Object.values(content.reach.match).flat()) {
    assert.equal(words, words.toLowerCase().trim());
    assert.doesNotMatch(words.replaceAll('{name}', 'sam'), /[^\p{L}\p{N}' ]| {2}/u);
  }
  assert.equal(content.reach.match.owners.filter((owner) => owner.includes('{name}')).length, 1);
  assert(reasons.reach.length > 0);
});

test('nothing that the house offers gives an order or reaches in', () => {
  const lines = [topics, keeps, readyQuestions, sentencesFor(own)].flat().map(({ text }) => text);
  for (const text of [...lines, ...iForms.map(({ instead }) => instead)]) {
    assert.equal(toIForm(text, iForms), null, text);
    assert.doesNotMatch(text, /\byou (always|never)\b/i);
  }
  for (const text of lines) assert.equal(reachesIn(text, 'fine', reach), false, text);
  for (const { text } of keeps) assert.match(text, /^I .+\.$/);
  for (const { text } of readyQuestions) assert.match(text, /^(What|How) .+\?$/);
});

test('every order of the list becomes a sentence about me', () => {
  assert.equal(new Set(iForms.map(({ match }) => match)).size, iForms.length);
  for (const { match, instead } of iForms) {
    assert.match(instead, /\bme\b/);
    assert.equal(toIForm(`Then ${match} rest.`, iForms), `Then ${instead} rest.`);
  }
});

test('a calm sentence holds my own words, and is not offered where I have none', () => {
  const said = sentencesFor(own).map(({ text }) => text);
  for (const words of [own.ask, own.no, own.keep]) assert(said.some((text) => text.endsWith(words)));
  assert(said.every((text) => !text.includes('{')));
  assert(sentencesFor({ ...own, no: '' }).length < said.length);
  assert(sentencesFor({ ...own, no: 'costs $& and $1' }).some(({ text }) => text.endsWith('costs $& and $1')));
});
