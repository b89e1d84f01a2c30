import { fitField } from '../../support/violations';

/** [schema, value, violation] */
type Case = readonly [schema: string, value: string, ...violations: readonly string[]];

const violations = (cases: readonly Case[]) =>
  test.each(cases)('%s: %s', (schema, value, ...expected) => {
    expect(fitField(schema, value).violations).toEqual(expected);
  });

describe('fields', () => {
  const OBJECT = '{ type: object, required: [name], properties: { name: { type: string }, port: { type: integer } } }';
  const OPEN = '{ type: object, x-kubernetes-preserve-unknown-fields: true, properties: { port: { type: integer } } }';
  const MAP = '{ type: object, additionalProperties: { type: object, properties: { port: { type: integer } } } }';

  violations([
    [OBJECT, '{ name: a, port: 1 }'],
    [OBJECT, '{ port: 1 }', 'LLMD-REQUIRED field.name: name is missing; add name, a string'],
    [OBJECT, '{ name: null }', 'LLMD-REQUIRED field.name: name is missing; add name, a string'],
    [OBJECT, '{ name: [] }', 'LLMD-TYPE field.name: a list came, expected a string; write a string'],
    [
      OBJECT,
      '{ name: a, ports: 1 }',
      'LLMD-UNKNOWN-FIELD field.ports: there is no field "ports" here; did you mean "port"?; write port',
    ],
    [
      OBJECT,
      '{ name: a, Port: 1 }',
      'LLMD-UNKNOWN-FIELD field.Port: there is no field "Port" here; did you mean "port"?; write port',
    ],
    [
      OBJECT,
      '{ name: a, replicas: null }',
      'LLMD-UNKNOWN-FIELD field.replicas: there is no field "replicas" here, only name and port; remove it, or move it to where it belongs',
    ],
    [
      '{ type: object }',
      '{ a: 1 }',
      'LLMD-UNKNOWN-FIELD field.a: there is no field "a" here, and no other; remove it, or move it to where it belongs',
    ],
    [
      OBJECT,
      '{ name: a, constructor: 1, __proto__: 2 }',
      'LLMD-UNKNOWN-FIELD field.constructor: there is no field "constructor" here, only name and port; remove it, or move it to where it belongs',
      'LLMD-UNKNOWN-FIELD field.__proto__: there is no field "__proto__" here, only name and port; remove it, or move it to where it belongs',
    ],
    [OPEN, '{ port: 1, other: { a: [] } }'],
    [OPEN, '{ port: a }', 'LLMD-TYPE field.port: "a" is a string, expected an integer; write an integer'],
    ['{ x-kubernetes-preserve-unknown-fields: true }', '[{ a: 1 }]'],
    [MAP, '{ a: { port: 1 }, toString: { port: 2 } }'],
    [
      MAP,
      '{ a: { port: x }, b: 1 }',
      'LLMD-TYPE field.a.port: "x" is a string, expected an integer; write an integer',
      'LLMD-TYPE field.b: 1 is a number, expected a mapping; write a mapping',
    ],
  ]);
});

describe('the items of a list differ', () => {
  const MAP = (keys: string) =>
    `{ type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: ${keys}, items: { type: object, properties: { name: { type: string }, port: { type: integer, default: 80 } } } }`;
  const SET = '{ type: array, x-kubernetes-list-type: set, items: { x-kubernetes-preserve-unknown-fields: true } }';

  violations([
    [MAP('[name]'), '[{ name: a }, { name: b }]'],
    [
      MAP('[name]'),
      '[{ name: a }, { name: b }, { name: a }]',
      'LLMD-LIST-KEY field[2]: name "a" is already in item 0; give each item a name of its own',
    ],
    [
      MAP('[name]'),
      '[{}, {}]',
      'LLMD-LIST-KEY field[1]: no name is already in item 0; give each item a name of its own',
    ],
    [MAP('[name, port]'), '[{ name: a }, { name: a, port: 81 }]'],
    [
      MAP('[name, port]'),
      '[{ name: a }, { name: a, port: 80 }]',
      'LLMD-LIST-KEY field[1]: name "a", port 80 is already in item 0; give each item a name or port of its own',
    ],
    [SET, "[a, b, 1, '1', { a: 1, b: 2 }]"],
    [SET, '[a, a]', 'LLMD-LIST-KEY field[1]: "a" is already in item 0; remove one of them'],
    [
      SET,
      '[{ a: 1, b: [{ c: 1, d: 2 }] }, { b: [{ d: 2, c: 1 }], a: 1 }]',
      'LLMD-LIST-KEY field[1]: {"b":[{"d":2,"c":1}],"a":1} is already in item 0; remove one of them',
    ],
    ['{ type: array, x-kubernetes-list-type: atomic, items: { type: string } }', '[a, a]'],
  ]);
});

describe('alternatives', () => {
  const ADDRESS = `
    type: object
    properties: { type: { type: string, default: IPAddress }, value: { type: string } }
    oneOf:
      - properties: { type: { enum: [IPAddress] }, value: { anyOf: [{ format: ipv4 }, { format: ipv6 }] } }
      - properties: { type: { not: { enum: [IPAddress] } } }`;
  const DESCRIBED = 'type IPAddress, value an IPv4 address or an IPv6 address or type not IPAddress';
  const EITHER =
    '{ type: object, properties: { a: { type: string }, b: { type: string } }, oneOf: [{ required: [a] }, { required: [b] }] }';

  violations([
    [ADDRESS, '{ type: IPAddress, value: 10.9.8.7 }'],
    [ADDRESS, "{ value: 'fd00::1' }"],
    [ADDRESS, '{ type: Hostname, value: example.com }'],
    [
      ADDRESS,
      '{ value: example.com }',
      `LLMD-ALTERNATIVE field: expected: ${DESCRIBED}; write one of the expected values`,
    ],
    [ADDRESS, '{ value: 7 }', 'LLMD-TYPE field.value: 7 is a number, expected a string; quote it: "7"'],
    [EITHER, '{ b: x }'],
    [EITHER, '{}', 'LLMD-ALTERNATIVE field: expected: with a or with b; write one of the expected values'],
    [
      EITHER,
      '{ a: x, b: x }',
      'LLMD-ALTERNATIVE field: 2 of these hold, expected one: with a or with b; write one of the expected values',
    ],
    ['{ type: string, allOf: [{ maxLength: 3 }, { pattern: ^a }] }', 'abc'],
    [
      '{ type: string, allOf: [{ maxLength: 3 }, { pattern: ^a }] }',
      'bcd',
      'LLMD-PATTERN field: "bcd" does not match ^a; write a text that matches the pattern',
    ],
    [
      '{ type: string, not: { enum: [x] } }',
      'x',
      'LLMD-ALTERNATIVE field: expected anything but: x; write one of the expected values',
    ],
    [
      '{ type: string, anyOf: [{ minLength: 9 }, { pattern: ^x }] }',
      'abc',
      'LLMD-ALTERNATIVE field: expected: another value or what matches ^x; write one of the expected values',
    ],
    [
      '{ type: array, items: { type: object, properties: { a: { type: integer } } }, allOf: [{ items: { properties: { a: { minimum: 1 } } } }] }',
      '[{ a: 1 }, { a: 0 }]',
      'LLMD-BOUNDS field[1].a: 0 came, expected at least 1; write 1 or more',
    ],
    [
      '{ type: object, properties: { a: { type: string } }, allOf: [{ required: [a] }] }',
      '{}',
      'LLMD-REQUIRED field.a: a is missing; write a',
    ],
  ]);
});

describe('defaults, nulls and what is left of wrong types', () => {
  const SCHEMA = `
    type: object
    required: [kind]
    properties:
      kind: { type: string, default: Service }
      port: { type: integer }
      flag: { type: boolean, nullable: true }
      tags: { type: array, items: { type: string } }
      labels: { type: object, additionalProperties: { type: string } }
      options: { type: object, default: {}, properties: { mode: { type: string, default: fast } } }
      items: { type: array, items: { type: object, properties: { weight: { type: integer, default: 1 } } } }
      numbers: { type: array, items: { type: integer, default: 7 } }`;
  const DEFAULTS = { kind: 'Service', options: { mode: 'fast' } };

  test.each<[value: string, result: object, violations: number]>([
    ['{}', DEFAULTS, 0],
    ['{ kind: null, port: null, options: null }', DEFAULTS, 0],
    ['{ kind: Pod, options: { mode: slow } }', { kind: 'Pod', options: { mode: 'slow' } }, 0],
    ['{ items: [{}, { weight: 2 }] }', { ...DEFAULTS, items: [{ weight: 1 }, { weight: 2 }] }, 0],
    ['{ flag: null }', { ...DEFAULTS, flag: null }, 0],
    ['{ labels: { a: null, b: x } }', { ...DEFAULTS, labels: { b: 'x' } }, 0],
    ['{ numbers: [1, null] }', { ...DEFAULTS, numbers: [1, 7] }, 0],
    ['{ tags: [a, null] }', { ...DEFAULTS, tags: ['a', ''] }, 1],
    [
      '{ port: x, tags: [a, [], 5], labels: { a: 1, b: [] } }',
      { ...DEFAULTS, tags: ['a', '', '5'], labels: { a: '1' } },
      5,
    ],
    ['{ kind: [], options: 3, other: 1 }', DEFAULTS, 3],
    ['{ items: [1, { weight: x }, null] }', { ...DEFAULTS, items: [{}, { weight: 1 }, {}] }, 3],
  ])('%s', (value, result, count) => {
    const fitted = fitField(SCHEMA, value);
    expect(fitted.value).toEqual(result);
    expect(fitted.violations).toHaveLength(count);
  });
});
