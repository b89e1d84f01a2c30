import { fitField } from '../../support/violations';

/** [schema, value, violation] */
type Case = readonly [schema: string, value: string, ...violations: readonly string[]];

const violations = (cases: readonly Case[]) =>
  test.each(cases)('%s: %s', (schema, value, ...expected) => {
    expect(fitField(schema, value).violations).toEqual(expected);
  });

const INT_OR_STRING = '{ x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }';

describe('types', () => {
  violations([
    ['{ type: string }', 'text'],
    ['{ type: string }', "''"],
    ['{ type: string }', '8000', 'LLMD-TYPE field: 8000 is a number, expected a string; quote it: "8000"'],
    ['{ type: string }', 'true', 'LLMD-TYPE field: true is a boolean, expected a string; quote it: "true"'],
    ['{ type: string }', '[a]', 'LLMD-TYPE field: a list came, expected a string; write a string'],
    ['{ type: integer }', '-3'],
    ['{ type: integer }', '1.0'],
    ['{ type: integer }', '9223372036854775807'],
    [
      '{ type: integer }',
      '1e19',
      'LLMD-TYPE field: 10000000000000000000 is a number, expected an integer; write an integer',
    ],
    ['{ type: integer }', '1.5', 'LLMD-TYPE field: 1.5 is a number, expected an integer; write an integer'],
    ['{ type: integer }', "'80'", 'LLMD-TYPE field: "80" is a string, expected an integer; remove the quotes: 80'],
    ['{ type: integer }', "''", 'LLMD-TYPE field: "" is a string, expected an integer; write an integer'],
    ['{ type: integer }', "'1.5'", 'LLMD-TYPE field: "1.5" is a string, expected an integer; write an integer'],
    ['{ type: number }', '1.5'],
    ['{ type: number }', '.nan', 'LLMD-TYPE field: NaN is not a number, expected a number; write a number'],
    ['{ type: boolean }', 'false'],
    [
      '{ type: boolean }',
      "'yes'",
      'LLMD-TYPE field: "yes" is a string, expected a boolean; write true or false, without quotes',
    ],
    ['{ type: boolean }', "'maybe'", 'LLMD-TYPE field: "maybe" is a string, expected a boolean; write a boolean'],
    ['{ type: boolean }', '1', 'LLMD-TYPE field: 1 is a number, expected a boolean; write a boolean'],
    ['{ type: array, items: { type: string } }', '[]'],
    [
      '{ type: array, items: { type: string } }',
      'a',
      'LLMD-TYPE field: "a" is a string, expected a list; make it a list, each item after a dash',
    ],
    [
      '{ type: array, items: { type: string } }',
      '[a, [b], { c: d }, 1]',
      'LLMD-TYPE field[1]: a list came, expected a string; write a string',
      'LLMD-TYPE field[2]: a mapping came, expected a string; write a string',
      'LLMD-TYPE field[3]: 1 is a number, expected a string; quote it: "1"',
    ],
    [
      '{ type: object, properties: { a: { type: string } } }',
      '[]',
      'LLMD-TYPE field: a list came, expected a mapping; write a mapping',
    ],
    [INT_OR_STRING, '80'],
    [INT_OR_STRING, 'http'],
    [
      INT_OR_STRING,
      '1.5',
      'LLMD-TYPE field: 1.5 is a number, expected an integer or a string; write an integer or a string',
    ],
    [
      INT_OR_STRING,
      'true',
      'LLMD-TYPE field: true is a boolean, expected an integer or a string; write an integer or a string',
    ],
  ]);
});

describe('values', () => {
  violations([
    ['{ type: string, enum: [FailOpen, FailClose] }', 'FailClose'],
    [
      '{ type: string, enum: [FailOpen, FailClose] }',
      'FailClosed',
      'LLMD-ENUM field: "FailClosed" came, expected "FailOpen" or "FailClose"; write FailClose',
    ],
    [
      '{ type: string, enum: [GET, PUT] }',
      'DELETE',
      'LLMD-ENUM field: "DELETE" came, expected "GET" or "PUT"; write one of these',
    ],
    [
      '{ type: integer, enum: [301, 302] }',
      '303',
      'LLMD-ENUM field: 303 came, expected 301 or 302; write one of these',
    ],
    ['{ type: integer, minimum: 1, maximum: 65535 }', '1'],
    ['{ type: integer, minimum: 1, maximum: 65535 }', '65535'],
    [
      '{ type: integer, minimum: 1, maximum: 65535 }',
      '0',
      'LLMD-BOUNDS field: 0 came, expected at least 1; write 1 or more',
    ],
    [
      '{ type: integer, minimum: 1, maximum: 65535 }',
      '65536',
      'LLMD-BOUNDS field: 65536 came, expected at most 65535; write 65535 or less',
    ],
    ['{ type: integer, format: int32 }', '3000000000'],
    ['{ type: string, minLength: 1, maxLength: 3 }', 'abc'],
    ['{ type: string, maxLength: 3 }', '🦙🦙🦙'],
    [
      '{ type: string, maxLength: 2 }',
      '🦙🦙🦙',
      'LLMD-BOUNDS field: 3 characters came, expected at most 2; write 2 characters or fewer',
    ],
    [
      '{ type: string, minLength: 1 }',
      "''",
      'LLMD-BOUNDS field: 0 characters came, expected at least 1; write 1 character or more',
    ],
    ['{ type: array, items: { type: integer }, minItems: 1, maxItems: 2 }', '[1, 2]'],
    [
      '{ type: array, items: { type: integer }, minItems: 1 }',
      '[]',
      'LLMD-BOUNDS field: 0 items came, expected at least 1; write 1 item or more',
    ],
    [
      '{ type: array, items: { type: integer }, maxItems: 1 }',
      '[1, 2]',
      'LLMD-BOUNDS field: 2 items came, expected at most 1; write 1 item or fewer',
    ],
    [
      '{ type: object, additionalProperties: { type: string }, maxProperties: 1 }',
      '{ a: x, b: y }',
      'LLMD-BOUNDS field: 2 keys came, expected at most 1; write 1 key or fewer',
    ],
    [
      '{ type: object, additionalProperties: { type: string }, minProperties: 1 }',
      '{}',
      'LLMD-BOUNDS field: 0 keys came, expected at least 1; write 1 key or more',
    ],
    ['{ type: string, pattern: ^a.c$ }', 'abc'],
    [
      '{ type: string, pattern: ^a.c$ }',
      '"a\\nc"',
      'LLMD-PATTERN field: "a\\nc" does not match ^a[^\\n]c$; write a text that matches the pattern',
    ],
    [
      "{ type: string, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' }",
      'A',
      'LLMD-PATTERN field: "A" is not a DNS label: lower-case letters, digits and dashes; write a DNS label: lower-case letters, digits and dashes',
    ],
    ['{ x-kubernetes-int-or-string: true, pattern: ^\\d+%$, minimum: 0 }', '25%'],
    ['{ x-kubernetes-int-or-string: true, pattern: ^\\d+%$, minimum: 0 }', '7'],
    [
      '{ x-kubernetes-int-or-string: true, pattern: ^\\d+%$, minimum: 0 }',
      '-7',
      'LLMD-BOUNDS field: -7 came, expected at least 0; write 0 or more',
    ],
    [
      '{ x-kubernetes-int-or-string: true, pattern: ^\\d+%$ }',
      'x',
      'LLMD-PATTERN field: "x" does not match ^\\d+%$; write a text that matches the pattern',
    ],
    ['{ type: string, format: byte }', 'YQ=='],
    [
      '{ type: string, format: byte }',
      "''",
      'LLMD-FORMAT field: "" is not base64, and not empty; write base64, and not empty',
    ],
    [
      '{ type: string, format: uri }',
      'foo',
      'LLMD-FORMAT field: "foo" is not a URI, or a path that begins with "/"; write a URI, or a path that begins with "/"',
    ],
    ['{ type: string, format: anything }', 'foo'],
  ]);
});
