/** What was written in my name: mine alone, of each device, and no word of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { KeptEvent, State } from './state.ts';
import { stateToWritten } from './written.ts';

const event: fc.Arbitrary<KeptEvent> = fc
  .record({
    thing: fc.constantFrom('1'.repeat(32), '2'.repeat(32)),
    space: fc.constantFrom('mine' as const, 'ours' as const),
    who: fc.constantFrom('me' as const, 'partner' as const),
    device: fc.constantFrom('aa', 'bb', 'cc'),
    atMs: fc.nat(5),
    entry: fc.uuid(),
  })
  .map((fields) => ({
    raw: {
      ...{ ...fields, seq: 1, atCount: 0, seal: 'open' as const },
      event: { kind: 'journal/written', body: { words: 'a word' } },
    },
    event: { kind: 'journal/written' },
  }));

test('all of mine and nothing of the partner, newest first, with neither words nor kinds', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const things = new Map(
        Object.entries(Object.groupBy(events, ({ raw }) => raw.thing)).map(([thing, ofIt = []]) => [
          thing,
          { known: new Map([['journal', ofIt]]), unknown: [] },
        ]),
      );
      const state: Pick<State, 'keptByMonth'> = { keptByMonth: new Map([['2026-11', things]]) };
      const written = stateToWritten(state);
      const key = (one: { thing: string; device: string; space: string; atMs: number }) =>
        [one.thing, one.device, one.space, one.atMs].join();
      const mine = events.filter(({ raw }) => raw.who === 'me').map(({ raw }) => key(raw));
      assert.deepEqual(written.map(key).sort(), mine.sort());
      for (const [at, one] of written.entries()) {
        assert.deepEqual(Object.keys(one).sort(), ['atMs', 'device', 'practice', 'space', 'thing']);
        assert(at === 0 || one.atMs <= (written[at - 1]?.atMs ?? 0));
      }
    }),
  );
});
