/** What somebody who writes practices and no programs is told: each mistake with its line, in words to act on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPack } from './index.ts';

const good = `format: 1
pack: quiet-evenings
language: en
name: Quiet evenings
by: Noor, counsellor
licence: CC-BY-4.0
practices:
  - key: one-thing
    skill: understand
    name: One thing from today
    line: One tells, the other listens.
    minutes: [5, 15]
    people: two
    why: Being understood comes before any advice.
    evidence:
      strength: idea
      words: Our own idea.
    leaves: What each takes along.
    turns: 2
    steps:
      - id: wish
        part: turn
        who: speaker
        title: What would you like just now?
        asks:
          - id: wish
            kind: choice
            label: I would like you to
            options:
              - { id: listen, label: just listen }
              - { id: think, label: think with me }
      - id: tell
        part: turn
        who: speaker
        title: Tell it in your own words
        quiet: true
        seconds: 300
      - id: sum
        part: turn
        who: listener
        title: Say what you heard
        asks:
          - { id: heard, label: What I heard, optional: true }
      - id: understood
        part: turn
        who: speaker
        title: Is that it?
        understood: { yes: "Yes", almost: "Almost", back: sum }
      - id: way
        part: closing
        who: either
        title: What could help?
        fixing: true
`;

const lineOf = (text: string): number => good.slice(0, good.indexOf(text)).split('\n').length;

interface Mistake {
  readonly name: string;
  readonly find: string;
  readonly replace: string;
  /** Text of the good pack on whose line the mistake is found. */
  readonly at: string;
  readonly says: RegExp;
}

const mistakes: readonly Mistake[] = [
  {
    name: 'a colon without a space',
    find: 'name: Quiet',
    replace: 'name:Quiet',
    at: 'by: Noor',
    says: /cannot be read|colon/,
  },
  {
    name: 'a quotation mark that does not close',
    find: 'yes: "Yes"',
    replace: 'yes: "Yes',
    at: 'understood: {',
    says: /quotation/,
  },
  {
    name: 'a sign with a meaning of its own',
    find: 'by: Noor',
    replace: 'by: &Noor',
    at: 'by: Noor',
    says: /quotation marks/,
  },
  {
    name: 'two of one name in a group',
    find: 'people: two',
    replace: 'people: two\n    people: one',
    at: 'why:',
    says: /“people” stands twice/,
  },
  { name: 'another version', find: 'format: 1', replace: 'format: 2', at: 'format: 1', says: /format: 1/ },
  { name: 'no language', find: 'language: en\n', replace: '', at: 'format: 1', says: /language: en/ },
  {
    name: 'a slip of the finger',
    find: 'skill: understand',
    replace: 'skil: understand',
    at: 'skill: understand',
    says: /did you mean “skill”/,
  },
  {
    name: 'a skill that is none',
    find: 'skill: understand',
    replace: 'skill: love',
    at: 'skill: understand',
    says: /“aware”, “turn-toward”/,
  },
  {
    name: 'times the wrong way round',
    find: '[5, 15]',
    replace: '[15, 5]',
    at: 'minutes:',
    says: /the shorter time first/,
  },
  {
    name: 'a claim without a source',
    find: 'strength: idea',
    replace: 'strength: trial',
    at: 'evidence:',
    says: /needs at least one source/,
  },
  {
    name: 'capital letters in a short name',
    find: 'key: one-thing',
    replace: 'key: One Thing',
    at: 'key: one-thing',
    says: /small letters/,
  },
  {
    name: 'a number for a text',
    find: 'name: One thing from today',
    replace: 'name: 2026',
    at: 'name: One thing',
    says: /put it in quotation marks/,
  },
  {
    name: 'nothing behind the colon',
    find: 'line: One tells, the other listens.',
    replace: 'line: ""',
    at: 'line: One',
    says: /nothing in this text/,
  },
  {
    name: 'words for a number',
    find: 'seconds: 300',
    replace: 'seconds: five minutes',
    at: 'seconds:',
    says: /whole number from 5 to/,
  },
  { name: 'yes for true', find: 'quiet: true', replace: 'quiet: "yes"', at: 'quiet:', says: /true or false/ },
  {
    name: 'a question in a quiet step',
    find: 'quiet: true',
    replace: 'quiet: true\n        asks: [{ id: a, label: b }]',
    at: 'quiet:',
    says: /for talking/,
  },
  {
    name: 'one option only',
    find: '              - { id: think, label: think with me }\n',
    replace: '',
    at: 'options:',
    says: /at least two options/,
  },
  { name: 'two steps of one name', find: 'id: tell', replace: 'id: wish', at: 'id: tell', says: /second time/ },
  {
    name: 'a step that does not exist',
    find: 'back: sum',
    replace: 'back: summary',
    at: 'understood: {',
    says: /no step with the id “summary”/,
  },
  {
    name: 'the listener says understood',
    find: 'who: speaker\n        title: Is that it?',
    replace: 'who: listener\n        title: Is that it?',
    at: 'understood: {',
    says: /only the speaker decides/,
  },
  {
    name: 'a way out before understanding',
    find: 'understood: { yes: "Yes", almost: "Almost", back: sum }',
    replace: 'say: Hm.',
    at: 'fixing: true',
    says: /before the speaker was understood/,
  },
  {
    name: 'steps out of order',
    find: 'part: closing',
    replace: 'part: opening',
    at: 'part: closing',
    says: /order is: opening, turn, closing/,
  },
  { name: 'turns without a turn', find: 'turns: 2', replace: 'turns: 3', at: 'turns:', says: /from 1 to 2/ },
  {
    name: 'a listener in a practice for one',
    find: 'people: two',
    replace: 'people: one',
    at: 'who: listener',
    says: /has no listener/,
  },
  {
    name: 'a text that is too long',
    find: 'title: What could help?',
    replace: `title: ${'long '.repeat(80)}`,
    at: 'title: What could',
    says: /at most 280/i,
  },
  {
    name: 'a single thing where a list belongs',
    find: '    steps:\n',
    replace: '    steps: none\n    more:\n',
    at: 'steps:',
    says: /list is expected/,
  },
];

test('the pack without a mistake is read whole', () => {
  const read = readPack(good);
  assert(read.ok, JSON.stringify(read));
  assert.equal(read.value.practices.length, 1);
  assert.equal(read.value.practices[0]?.steps.length, 5);
});

for (const { name, find, replace, at, says } of mistakes) {
  test(`told with its line, in words to act on: ${name}`, () => {
    assert.equal(good.split(find).length >= 2, true, 'the mistake fits into the pack');
    const read = readPack(good.replace(find, () => replace));
    assert(!read.ok);
    const found = read.error.find(({ sentence }) => says.test(sentence));
    assert(found, `nothing says ${says}: ${JSON.stringify(read.error)}`);
    assert(Math.abs(found.line - lineOf(at)) <= 1, `line ${found.line}, not ${lineOf(at)}: ${found.sentence}`);
    assert.match(found.sentence, /^[A-Z“].*[.]$/su);
    assert.doesNotMatch(found.sentence, /undefined|null|NaN|\[object|schema|parse|token|JSON/);
  });
}

test('whatever is in a file, reading it ends in a pack or in sentences', () => {
  const piece = fc.constantFrom(
    ...good.split('\n'),
    '- ',
    ': ',
    '{',
    '}',
    '[',
    '"',
    '&a',
    '*a',
    '!!js/function x',
    '%TAG',
    '---',
    '\t',
    '\u0000',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 30 }).map((all) => all.join('\n')),
      ),
      (text) => {
        const read = readPack(text);
        if (!read.ok)
          assert(read.error.length > 0 && read.error.every(({ line, sentence }) => line >= 1 && sentence !== ''));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a pack cannot grow when it is read, speak through a prototype, or be endless', () => {
  const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`;
  assert.equal(readPack(bomb).ok, false);
  const proto = good.replace('practices:', '__proto__: { format: 1 }\npractices:');
  assert.equal(readPack(proto).ok, false);
  assert.equal(readPack(`format: 1\n#${'x'.repeat(600_000)}`).ok, false);
  assert.equal(readPack('['.repeat(10_000)).ok, false);
});
