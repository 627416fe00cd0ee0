import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeVersionProblem } from './node-version.ts';
import { environmentToSettings, settingsToAddress } from './settings.ts';

test('without settings the server is on this machine alone', () => {
  const settings = environmentToSettings({});
  assert.ok(settings.ok);
  assert.deepEqual(
    [settings.value.host, settings.value.port, settings.value.dataFolder],
    ['127.0.0.1', 8321, './data'],
  );
});

test('what cannot be read is a sentence', () => {
  for (const environment of [
    { PORT: 'http' },
    { PORT: '70000' },
    { STORE_BYTES_MAX: '1' },
    { QUOTA_BYTES: 'lots' },
    { ALLOWED_ORIGINS: 'attune.example.org' },
    { CONNECT_ORIGINS: "https://a.example; script-src 'unsafe-inline'" },
  ]) {
    const settings = environmentToSettings(environment);
    assert.ok(!settings.ok);
    assert.match(settings.error, /^[A-Z_]+ .*\.$/);
  }
});

test('lists of origins are separated by spaces or commas', () => {
  const settings = environmentToSettings({ ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443' });
  assert.deepEqual(settings.ok && settings.value.allowedOrigins, ['https://a.example', 'https://b.example:8443']);
});

test('the address is one that a browser on this machine can open', () => {
  assert.equal(settingsToAddress('0.0.0.0', 80), 'http://localhost:80');
  assert.equal(settingsToAddress('::', 81), 'http://localhost:81');
  assert.equal(settingsToAddress('192.0.2.1', 82), 'http://192.0.2.1:82');
  assert.equal(settingsToAddress('2001:db8::1', 83), 'http://[2001:db8::1]:83');
});

test('an older Node is named, with the way out', () => {
  assert.equal(nodeVersionProblem('24.21.0'), null);
  assert.equal(nodeVersionProblem('25.0.0'), null);
  assert.match(nodeVersionProblem('22.23.3') ?? '', /needs Node 24 or newer, and this is 22\.23\.3/);
});
