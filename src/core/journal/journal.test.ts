/** The journal: its laws, and the examples that explain them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from '#kernel';
import { anyText, createWorld, noonMs, same, testLaws, thingId, type World, wordsOf } from '../practice.contract.ts';
import type { Draft, ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import {
  isJournalGone,
  type JournalCommand,
  type JournalDraft,
  type JournalEntry,
  type JournalEvent,
  journal,
  journalDeleted,
  journalNewestFirst,
  journalUndoMs,
} from './index.ts';

const event: fc.Arbitrary<JournalEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('journal/own-written' as const),
    words: wordsOf(20),
    prompt: fc.option(wordsOf(20)),
  }),
  fc.record({ kind: fc.constant('journal/own-changed' as const), words: wordsOf(20) }),
  fc.record({ kind: fc.constantFrom('journal/own-deleted' as const, 'journal/own-restored' as const) }),
);

const practice = fc.constant('journal' as const);
const words = fc.oneof(anyText, wordsOf(20));
const command = fc
  .oneof(
    fc.record({ practice, type: fc.constant('write' as const), words, prompt: fc.option(anyText) }),
    fc.record({ practice, type: fc.constant('change' as const), words }),
    fc.record({ practice, type: fc.constantFrom('delete' as const, 'restore' as const) }),
  )
  .map(
    (given) =>
      (thing: ThingId): JournalCommand =>
        ({ ...given, thing }) as JournalCommand,
  );

testLaws({
  practice: journal,
  event,
  spaceByKind: {
    'journal/own-written': 'mine',
    'journal/own-changed': 'mine',
    'journal/own-deleted': 'mine',
    'journal/own-restored': 'mine',
  },
  command,
  shared: () => undefined,
});

const entriesOf = (world: World, side: 'a' | 'b' = 'a') => thingsOf(world[side].state.thingsByPractice, journal);
const one = (world: World, thing: ThingId): JournalEntry => {
  const found = entriesOf(world).get(thing);
  assert(found !== undefined);
  return found;
};
const give = (world: World, given: Omit<JournalCommand, 'practice'>, isPaired = false): string | ThingId => {
  const result = world.give('a', { practice: 'journal', ...given }, isPaired);
  world.nowMs += 1000;
  return typeof result === 'string' ? result : (result[0] ?? '');
};
const write = (world: World, text: string): ThingId =>
  give(world, { type: 'write', words: text, prompt: null } as JournalCommand);
const hourMs = 3_600_000;

test('a new version takes the place of the old one, and the day it was written on stays', () => {
  const world = createWorld([journal]);
  const thing = give(world, {
    type: 'write',
    words: ' Rain all day. ',
    prompt: 'What stays with you?',
  } as JournalCommand);
  const before = one(world, thing);
  give(world, { type: 'change', thing, words: 'Rain, and then none.' } as JournalCommand);
  const after = one(world, thing);
  same([before.words, after.words], ['Rain all day.', 'Rain, and then none.']);
  same([after.writtenAtMs, after.prompt], [before.writtenAtMs, 'What stays with you?']);
  same(journalNewestFirst(entriesOf(world)).length, 1);
});

test('deleting can be undone for seven days, to the word; after that no command and no list reaches it', () => {
  fc.assert(
    fc.property(wordsOf(30), fc.integer({ min: 0, max: 2 * journalUndoMs }), (text, waitMs) => {
      const world = createWorld([journal]);
      const thing = write(world, text);
      const before = one(world, thing);
      give(world, { type: 'delete', thing } as JournalCommand);
      const { deletedAtMs } = one(world, thing);
      assert(deletedAtMs !== null);
      same(journalNewestFirst(entriesOf(world)), []);
      same(give(world, { type: 'change', thing, words: 'other' } as JournalCommand), 'journal.refusal.deleted');
      world.nowMs = deletedAtMs + waitMs;
      const isGone = waitMs >= journalUndoMs;
      same(isJournalGone(one(world, thing), world.nowMs), isGone);
      same(journalDeleted(entriesOf(world), world.nowMs).length, isGone ? 0 : 1);
      assert.equal(journal.isOpen(one(world, thing), world.nowMs), !isGone);
      const result = give(world, { type: 'restore', thing } as JournalCommand);
      if (isGone) same(result, 'journal.refusal.not-there');
      else same(one(world, thing), before);
    }),
    { numRuns: 200 },
  );
});

test('nothing that the partner or the relay could write touches an entry, or makes one', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 6 }), (forged) => {
      const world = createWorld([journal]);
      const thing = write(world, 'mine');
      const before = one(world, thing);
      for (const bad of forged)
        for (const at of [thing, thingId(noonMs, 7)])
          world.forge('b', at, { kind: bad.kind, body: journal.toBody(bad) });
      world.deliver('a');
      same([...entriesOf(world).values()], [before]);
    }),
    { numRuns: 200 },
  );
});

test('every draft is mine, with a partner and without, and whatever is asked', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), fc.boolean(), (commands, isPaired) => {
      const world = createWorld([journal]);
      const thing = write(world, 'first');
      for (const toCommand of commands) {
        world.give('a', toCommand(thing), isPaired);
        world.nowMs += hourMs;
      }
      assert(world.drafts.every(({ draft }) => draft.space === 'mine' && draft.mode === undefined));
      world.deliver('b');
      same(entriesOf(world, 'b').size, 0);
    }),
  );
});

test('no words and too many words are refused, and what is unchanged writes nothing', () => {
  const world = createWorld([journal]);
  same(write(world, ' \n '), 'journal.refusal.no-words');
  same(write(world, 'a'.repeat(limits.noteCharsMax + 1)), 'journal.refusal.words-too-long');
  const thing = write(world, 'a'.repeat(limits.noteCharsMax));
  const count = world.drafts.length;
  give(world, { type: 'change', thing, words: `${'a'.repeat(limits.noteCharsMax)} ` } as JournalCommand);
  give(world, { type: 'restore', thing } as JournalCommand);
  assert.equal(world.drafts.length, count);
});

test('the compiler keeps an entry out of ours', () => {
  const thing = '0'.repeat(32);
  const own = { kind: 'journal/own-written', words: 'w', prompt: null } as const;
  // @ts-expect-error an entry has no draft into ours
  const leak: JournalDraft = { thing, space: 'ours', mode: 'window', event: own };
  const fine: JournalDraft = { thing, space: 'mine', event: own };
  const drafts: readonly Draft[] = [leak, fine];
  assert.equal(drafts.length, 2);
});
