/** The words of our language: what may be agreed on as openness, and what is refused whoever writes it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import content from '#content/rebuilding/en.json' with { type: 'json' };
import { firstExcuse, isNoOpenness } from '#core';
import { amends, excuses, items, reachLists, rituals } from './rebuilding-content.ts';

const lists = reachLists('Sam');

// Abuse case 27: openness as a licence to search.
test('openness that asks for or offers phones, passwords, messages or whereabouts is found', () => {
  for (const text of content.examples.match.reaching)
    for (const said of [text, text.toUpperCase(), `We do this: ${text}.`]) assert(isNoOpenness(said, lists), said);
});

test('what one tells is left alone, and nothing that the house offers reaches in or excuses', () => {
  const ready = [...amends, ...items, ...rituals].map(({ text }) => text);
  for (const text of [...content.examples.match.fine, ...ready]) assert(!isNoOpenness(text, lists), text);
  for (const text of ready) assert.equal(firstExcuse(text, excuses.match), null);
});

test('every excuse of the list is written as the check reads it', () => {
  for (const words of excuses.match)
    assert.equal(firstExcuse(`I did it, ${words}.`, excuses.match) !== null, true, words);
});
