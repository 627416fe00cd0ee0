import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textToSaved } from './preferences.ts';

test('whatever was stored gives whole preferences', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant(null), fc.string(), fc.json()), (text) => {
      const saved = textToSaved(text, 10_000);
      assert.ok(['system', 'light', 'dark'].includes(saved.theme));
      assert.ok(saved.tone === null || saved.tone === 'dusk' || saved.tone === 'ember');
      assert.ok(Number.isSafeInteger(saved.cancelWindowMs));
    }),
  );
});

test('what was saved is read again', () => {
  const saved = {
    theme: 'dark',
    language: 'pseudo',
    tone: 'ember',
    cover: 'notes',
    cancelWindowMs: 0,
    hasBegun: true,
    isBackupReminded: false,
    lockAfterMinutes: 15,
  } as const;
  assert.deepEqual(textToSaved(JSON.stringify(saved), 10_000), saved);
});
