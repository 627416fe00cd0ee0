/** The two gentle checks of wording, with a language of our own making: no list of a real language is needed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText } from '../practice.contract.ts';
import { type IForm, type ReachWords, reachesIn, toIForm } from './wording.ts';

const forms: readonly IForm[] = [
  { match: 'you must', instead: 'it helps me when you' },
  { match: 'you must not', instead: 'it is not all right for me when you' },
  { match: "you can't", instead: 'it is not all right for me when you' },
];
const reach: ReachWords = {
  owners: ['your', "each other's"],
  things: ['phone', 'call log'],
  takes: ['read', 'look through'],
  gives: ['show'],
  hides: ['lock'],
  denials: ['never', "don't"],
  phrases: ['track you'],
  selves: ['you'],
};
const filler = fc.constantFrom('the', 'new', 'quiet', 'evening', 'with', 'we');
const fillers = (maxLength: number) => fc.array(filler, { maxLength }).map((list) => list.join(' '));
const loud = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.replace(/ /gu, '  \n'),
  (text: string) => text.replace(/'/gu, '’'),
);

test('an order is found wherever it stands, however it is written, and is gone from what is offered', () => {
  fc.assert(
    fc.property(fillers(5), fc.constantFrom(...forms), loud, fillers(5), (before, { match }, change, after) => {
      const offered = toIForm(`${before} ${change(match)} ${after}`, forms);
      assert(offered !== null);
      assert.equal(toIForm(offered, forms), null);
      assert(offered.includes('me when you'));
    }),
  );
});

test('a text without an order is left alone, and no text makes the checks throw', () => {
  fc.assert(fc.property(fillers(20), (text) => assert.equal(toIForm(text, forms), null)));
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const text = `${before} you must ${after}`;
      assert.notEqual(toIForm(text, forms), '');
      for (const field of ['about', 'fine', 'ask', 'no', 'keep'] as const)
        assert.equal(typeof reachesIn(text, field, reach), 'boolean');
    }),
  );
});

test('the longer order wins, the beginning of a sentence keeps its capital, and part of a word is no order', () => {
  assert.equal(
    toIForm('You must not shout. YOU MUST knock, and YOU MUST wait.', forms),
    'It is not all right for me when you shout. It helps me when you knock, and it helps me when you wait.',
  );
  assert.equal(toIForm('You can’t go', forms), 'It is not all right for me when you go');
  assert.equal(toIForm('Do you mustard it? Thou must.', forms), null);
});

test('a look into the other’s belongings is found, with a few words between', () => {
  fc.assert(
    fc.property(
      fillers(5),
      fc.constantFrom(...reach.takes, ...reach.gives),
      loud,
      fillers(2),
      fc.constantFrom(...reach.owners),
      fc.constantFrom(...reach.things),
      (before, act, change, between, owner, thing) => {
        const said = `${before} ${change(`${act} ${between} ${owner} ${thing}`.replace(/ +/gu, ' '))}.`;
        // A new line ends a sentence, so an act and its thing on two lines are two sentences.
        if (!said.includes('\n')) assert(reachesIn(said, 'fine', reach), said);
      },
    ),
  );
});

test('what is denied, what one does with one’s own, and what stands in another sentence is left alone', () => {
  for (const said of [
    'I never read your phone',
    'I don’t look through each other’s call log',
    'You read your phone in bed',
    'Put your phone away',
    'I read. Your phone rings',
    'Lock your phone',
  ])
    assert.equal(reachesIn(said, 'fine', reach), false, said);
  assert(reachesIn('You show me your phone', 'fine', reach));
  assert(reachesIn('I track you', 'keep', reach));
});

test('a rule against keeping it to oneself asks for the same', () => {
  assert(reachesIn('you never lock your phone', 'fine', reach));
  assert(reachesIn('lock your phone', 'no', reach));
  assert(reachesIn('before you lock your phone', 'ask', reach));
});
