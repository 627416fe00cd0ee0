import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Json } from '#kernel';
import { bodyToLines, copyToPage, type PageWords } from './readable-page.ts';

const words: PageWords = {
  title: 'What I wrote',
  lead: (day) => `Saved on ${day}.`,
  me: 'Noor',
  partner: 'Sam',
  nothing: 'Nothing yet.',
  takenBack: 'taken back',
  onlyMine: 'mine alone',
  shared: 'shared',
  day: (iso) => iso.slice(0, 10),
  practice: (key) => key,
};
const pageOf = (practice: string, body: Json, by: 'me' | 'partner' = 'me') =>
  copyToPage(
    {
      madeAt: '2026-11-22',
      names: { me: '', partner: '' },
      things: [
        {
          id: '019ab5e0c800'.padEnd(32, '0'),
          practice,
          events: [{ by, in: 'ours', at: '2026-11-22', kind: 'good-news/told', body }],
        },
      ],
    },
    'en',
    words,
  );

/** The tags of the frame, with nothing said in it. */
const tagsOf = (page: string): readonly string[] => page.match(/<[^>]*>/g) ?? [];

test('whatever was written is text on the page: no mark of it becomes one of the page', () => {
  const dangerous = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=1>', '</style><b>', '&lt;', "' onload='"),
  );
  fc.assert(
    fc.property(dangerous, dangerous, (text, name) => {
      const said = `say ${text}`;
      assert.deepEqual(tagsOf(pageOf(name, { words: said })), tagsOf(pageOf('x', { words: 'plain' })));
      assert.deepEqual(tagsOf(pageOf('x', { [`a${name}`]: said })), tagsOf(pageOf('x', { words: 'plain' })));
    }),
  );
});

test('it asks nobody for anything', () => {
  assert.doesNotMatch(pageOf('x', { words: 'plain' }), /https?:|src=|href=|<script|url\(/);
});

test('feelings, own words and questions read as a person wrote them; ids and numbers are left out', () => {
  const body = {
    feelings: ['let-down', 'sad'],
    strength: 3,
    note: ' Long day. ',
    to: 'a'.repeat(32),
    holding: 'for-now',
  };
  assert.deepEqual(bodyToLines(body, new Map()), [
    ['Feelings', 'let down, sad'],
    ['Note', 'Long day.'],
  ]);
  assert.deepEqual(
    bodyToLines({ values: { first: 'no', heard: 'That I was tired.' } }, new Map([['heard', 'What I heard']])),
    [['What I heard', 'That I was tired.']],
  );
});

test('what was taken back is named and has no words', () => {
  assert.match(pageOf('x', null, 'partner'), /Sam · 2026-11-22 · taken back/);
});

test('what was kept and then shared in the same words is read once', () => {
  const event = { by: 'me', at: '2026-11-22', kind: 'x/told', body: { words: 'Said twice.' } } as const;
  const other = { ...event, by: 'partner', in: 'ours' } as const;
  const events = [{ ...event, in: 'mine' } as const, { ...event, in: 'ours' } as const, other];
  const things = [{ id: '019ab5e0c800'.padEnd(32, '0'), practice: 'x', events }];
  const page = copyToPage({ madeAt: '2026-11-22', names: { me: '', partner: '' }, things }, 'en', words);
  assert.equal(page.match(/Said twice/g)?.length, 2, 'once for each of the two');
  assert.doesNotMatch(page, /mine alone/);
});
