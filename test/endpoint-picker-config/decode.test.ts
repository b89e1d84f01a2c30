import { decode } from '../../lib/endpoint-picker-config/decode';
import {
  above,
  any,
  atLeast,
  atMost,
  between,
  boolean,
  duration,
  integer,
  list,
  number,
  object,
  oneOf,
  quantity,
  type Shape,
  string,
} from '../../lib/catalogue/endpoint-picker/shape';

function read(value: unknown, shape: Shape, caseSensitive = false) {
  const wrong: string[] = [];
  const unknown: string[] = [];
  const decoded = decode(value, shape, [], {
    caseSensitive,
    wrong: (path, message) => wrong.push(`${path.join('.')}: ${message}`),
    unknown: (path) => unknown.push(path.join('.')),
  });
  return { decoded, wrong, unknown };
}

describe('a scalar', () => {
  test.each<[Shape, unknown, unknown]>([
    [string(), 'a', 'a'],
    [string(), '', ''],
    [boolean, false, false],
    [integer(), -1, -1],
    [integer(), 2 ** 62, 2 ** 62],
    [number(), 1.5, 1.5],
    [duration(), '1s', 1e9],
    [quantity(), '1Ki', 1024],
    [quantity(), 5, 5],
    [quantity(), ' 1Ki ', 1024],
    [any, { a: [1] }, { a: [1] }],
    [any, null, null],
    [string(), null, undefined],
    [list(string()), ['a', null], ['a', '']],
    [list(list(string())), [null], [[]]],
    [list(integer()), [1, null], [1, undefined]],
    [list(object({ a: string() })), [null, { a: 'b' }], [{}, { a: 'b' }]],
  ])('%j takes %j', (shape, value, decoded) => expect(read(value, shape)).toEqual({ decoded, wrong: [], unknown: [] }));

  test.each<[Shape, unknown, string]>([
    [string(), 1, ': 1 is there, expected a string'],
    [string(), ['a'], ': a list is there, expected a string'],
    [boolean, 'true', ': "true" is there, expected true or false'],
    [integer(), 1.5, ': 1.5 is there, expected a whole number'],
    [integer(), 2 ** 63, ': 9223372036854776000 is there, expected a whole number'],
    [integer(), '1', ': "1" is there, expected a whole number'],
    [number(), '1', ': "1" is there, expected a number'],
    [duration(), 1, ': 1 is there, expected a duration such as 1m30s'],
    [quantity(), '1 Ki', ': "1 Ki" is there, expected a quantity such as 1Gi'],
    [quantity(), true, ': true is there, expected a quantity such as 1Gi'],
    [list(string()), 'a', ': "a" is there, expected a list'],
    [list(string()), { a: 1 }, ': a mapping is there, expected a list'],
    [object({}), [], ': a list is there, expected a mapping'],
    [object({}), 'a', ': "a" is there, expected a mapping'],
    [{ ...duration(), notNull: true }, null, ': it is empty, but must be a duration such as 1m30s'],
  ])('%j refuses %j', (shape, value, message) => {
    expect(read(value, shape)).toEqual({ decoded: undefined, wrong: [message], unknown: [] });
  });
});

describe('a bound', () => {
  test.each([
    [above(1), 1.1, 1, 'above 1'],
    [atLeast(1), 1, 0.9, '1 or more'],
    [atMost(1), 1, 1.1, '1 or less'],
    [between(0, 1), 0, -0.1, 'from 0 to 1'],
    [between(0, 1), 1, 1.1, 'from 0 to 1'],
  ])('%j takes %j and not %j', (bound, right, wrong, be) => {
    expect(read(right, number(bound)).decoded).toBe(right);
    expect(read(wrong, number(bound))).toEqual({
      decoded: undefined,
      wrong: [`: ${wrong} is there, but it must be ${be}`],
      unknown: [],
    });
  });

  test('is a choice of words', () => {
    expect(read('c', string(oneOf('a', 'b', ''))).wrong).toEqual([': "c" is there, but it must be a or b']);
    expect(read('', string(oneOf('a', 'b', ''))).wrong).toEqual([]);
  });

  test('is on a whole list', () => {
    const one = { expected: 'a list of one', holds: (items: unknown[]) => items.length === 1 };
    expect(read([1, 2], list(any, one)).wrong).toEqual([': a list is there, but it must be a list of one']);
  });
});

describe('an object', () => {
  const shape = object({ name: string(), count: integer(above(0)) }, { required: ['name'] });

  test.each<[string, unknown, boolean, object]>([
    ['is right', { name: 'a', count: 1 }, true, { decoded: { name: 'a', count: 1 } }],
    ['has another case', { Name: 'a', COUNT: 1 }, false, { decoded: { name: 'a', count: 1 } }],
    [
      'has another case, which counts',
      { Name: 'a', count: 1 },
      true,
      { decoded: { count: 1 }, unknown: ['Name'], wrong: [': name is missing'] },
    ],
    ['has a null', { name: 'a', count: null }, true, { decoded: { name: 'a' } }],
    ['lacks something', { name: '' }, true, { decoded: { name: '' }, wrong: [': name is missing'] }],
    ['has a wrong value', { name: 3 }, true, { decoded: {}, wrong: ['name: 3 is there, expected a string'] }],
    [
      'repeats a name in another case, and the last in the order of letters counts',
      { name: 'a', NAME: 'b' },
      false,
      { decoded: { name: 'a' } },
    ],
    [
      'repeats a name, where only the type of the first one counts',
      { name: 'a', COUNT: -1, count: 1 },
      false,
      { decoded: { name: 'a', count: 1 } },
    ],
    [
      'repeats a name with a wrong type',
      { name: 'a', COUNT: 'x', count: 1 },
      false,
      { decoded: { name: 'a', count: 1 }, wrong: ['COUNT: "x" is there, expected a whole number'] },
    ],
    ['has a word of JavaScript', { name: 'a', toString: 1 }, false, { decoded: { name: 'a' }, unknown: ['toString'] }],
  ])('%s', (_, value, caseSensitive, expected) => {
    expect(read(value, shape, caseSensitive)).toEqual({ wrong: [], unknown: [], ...expected });
  });

  test('that is null in a list lacks what is required', () => {
    expect(read([null], list(shape)).wrong).toEqual(['0: name is missing']);
  });

  test('that is open may have any fields', () => {
    expect(read({ other: 1 }, object({}, { open: true })).unknown).toEqual([]);
  });

  test('in a list has a place of its own', () => {
    expect(read([{ name: 'a' }, { name: 1 }], list(shape)).wrong).toEqual(['1.name: 1 is there, expected a string']);
  });
});
