import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fillPath, findRoute, isOwnClick, matchPath, type RouteDefinition } from './router.ts';

const route = (path: string): RouteDefinition => ({
  path,
  load: () => Promise.reject(new Error('not loaded in tests')),
});
const segment = fc.string({ minLength: 1 }).filter((text) => text !== '.' && text !== '..');

test('whatever is filled into a path comes out again', () => {
  fc.assert(
    fc.property(segment, segment, (thing, month) => {
      assert.deepEqual(matchPath('/promises/:thing/:month', fillPath('/promises/:thing/:month', { thing, month })), {
        thing,
        month,
      });
    }),
  );
});

test('any path whatever is answered without an exception', () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      const found = findRoute([route('/'), route('/a/:b')], path);
      assert.ok(found === null || found.route.path.length > 0);
    }),
  );
});

test('an exact path wins over one with a name in it, whatever their order', () => {
  const exact = route('/check-in/new');
  const named = route('/check-in/:thing');
  assert.equal(findRoute([named, exact], '/check-in/new')?.route, exact);
  assert.equal(findRoute([exact, named], '/check-in/0123')?.route, named);
});

test('slashes at the end do not matter, and more or fewer parts do', () => {
  assert.deepEqual(matchPath('/us', '/us/'), {});
  assert.equal(matchPath('/us', '/us/devices'), null);
  assert.equal(matchPath('/us/devices', '/us'), null);
});

test('an escape that is broken matches nothing', () => {
  assert.equal(matchPath('/:thing', '/%E0%A4%A'), null);
});

test('only a plain click on a link of this origin stays in the app', () => {
  const plain = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false, defaultPrevented: false };
  const link = { origin: 'https://a.example', target: '', hasAttribute: () => false };
  const isOwn = (event: object, other: object = {}) =>
    isOwnClick({ ...plain, ...event }, { ...link, ...other }, 'https://a.example');
  assert.equal(isOwn({}), true);
  for (const event of [{ button: 1 }, { metaKey: true }, { ctrlKey: true }, { shiftKey: true }, { altKey: true }]) {
    assert.equal(isOwn(event), false);
  }
  assert.equal(isOwn({ defaultPrevented: true }), false);
  assert.equal(isOwn({}, { origin: 'https://b.example' }), false);
  assert.equal(isOwn({}, { target: '_blank' }), false);
  assert.equal(isOwn({}, { hasAttribute: () => true }), false);
});
