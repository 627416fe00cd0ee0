import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hardMomentsEndedAtMs } from './hard-moments.ts';

const endedAt = (atMs: number) => ({ how: 'left', by: 'me', words: '', atMs }) as const;
const place = { atMs: 5, atCount: 0, device: 'aa', seq: 1, entry: '00' } as const;

test('a pause counts from its end, or from its time when nobody ended it', () => {
  const ended = { untilMs: 9, ending: { how: 'returned', by: 'partner', atMs: 5, place } } as const;
  assert.deepEqual(hardMomentsEndedAtMs([ended, { untilMs: 9, ending: null }], []), [5, 9]);
});

test('of talks only those about something hard count, when they have ended', () => {
  const talk = (level: 'hard' | 'small', ending: ReturnType<typeof endedAt> | null) =>
    ({ type: 'session', script: { level }, ending }) as const;
  const all = [talk('hard', endedAt(3)), talk('hard', null), talk('small', endedAt(4)), { type: 'kept' } as const];
  assert.deepEqual(hardMomentsEndedAtMs([], all), [3]);
});
