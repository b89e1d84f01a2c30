import { afterLast, before, withoutEnd } from '../../lib/text/parts';

test.each([
  ['a@b@c', 'a'],
  ['a', 'a'],
  ['@', ''],
])('before the first @ of %j is %j', (text, expected) => expect(before(text, '@')).toBe(expected));

test.each([
  ['a/b/c', 'c'],
  ['a', 'a'],
  ['a/', ''],
])('behind the last slash of %j is %j', (text, expected) => expect(afterLast(text, '/')).toBe(expected));

test.each([
  ['a//', 'a'],
  ['/a', '/a'],
  ['//', ''],
])('%j without slashes at its end is %j', (text, expected) => {
  expect(withoutEnd(text, (character) => character === '/')).toBe(expected);
});
