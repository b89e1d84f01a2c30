import * as fc from 'fast-check';
import type { OpenApi, ServerSchemas } from '../support/oracle-schemas';

/** Draws values, reproducibly. */
export type Draw = fc.GeneratorValue;

/** One of a list. */
export function pick<Item>(draw: Draw, items: readonly Item[]): Item {
  return items[draw(fc.nat, { max: items.length - 1 })];
}

/** True so many times in a hundred. */
export function chance(draw: Draw, percent: number): boolean {
  return draw(fc.nat, { max: 99 }) < percent;
}

/** Texts at the edges of what fields take. */
const TEXTS = [
  ...[
    'a',
    'vllm',
    'http',
    'default',
    'my-name',
    'example.com',
    'example.com/name',
    'v1',
    'Service',
    '/path',
    '/',
    '.spec.a',
  ],
  ...[
    '10s',
    '1h30m',
    '100m',
    '1Gi',
    '8080',
    '50%',
    '10.0.0.1',
    '10.0.0.0/8',
    '2001:db8::1',
    'https://example.com/x',
    '*',
  ],
  ...[
    'GET',
    'TCP',
    'Exact',
    'Always',
    'Local',
    'Name',
    'UPPER',
    'with space',
    'ünïcode',
    '-dash',
    'dash-',
    'a.b',
    'a_b',
    '..',
  ],
  ...[
    '*.example.com',
    'a'.repeat(64),
    'a'.repeat(254),
    'a=b',
    '1',
    '0',
    'true',
    '2025-01-01T00:00:00Z',
    '{}',
    'self.a',
    'None',
  ],
];

/** Numbers at the edges of what fields take. */
const NUMBERS = [
  0,
  1,
  2,
  5,
  10,
  100,
  443,
  1000,
  8080,
  65535,
  65536,
  1000001,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53,
  -1,
  -100,
  0.5,
  1.5,
];

export const text = (draw: Draw) => pick(draw, TEXTS);
export const number = (draw: Draw) => pick(draw, NUMBERS);

/** A value of any type. */
export function anything(draw: Draw): unknown {
  const scalar = pick(draw, [text, number, () => true, () => false, () => null])(draw);
  return pick(draw, [scalar, scalar, scalar, [], {}, [scalar], { a: scalar }]);
}

/** A value that a schema describes, as a rule also one that it takes. */
export function described(draw: Draw, schemas: ServerSchemas, given: OpenApi | undefined, depth: number = 3): unknown {
  const schema = schemas.resolve(given);
  if (schema === undefined) return anything(draw);
  if (schema.enum !== undefined) return pick(draw, schema.enum);
  if (schema['x-kubernetes-int-or-string'] === true || schema.format === 'int-or-string')
    return pick(draw, [text, number])(draw);
  switch (schema.type) {
    case 'string':
      return describedText(draw, schema);
    case 'integer':
    case 'number':
      return describedNumber(draw, schema);
    case 'boolean':
      return chance(draw, 50);
    case 'array':
      return list(draw, schema, () => described(draw, schemas, schema.items, depth - 1));
    case 'object':
      return object(draw, schemas, schema, depth);
    default:
      // Quantities and the like: a number or a text.
      return schema.oneOf === undefined ? anything(draw) : pick(draw, [text, number])(draw);
  }
}

/** How many texts are tried before one may not match. */
const TRIES = 12;

function describedText(draw: Draw, { pattern, minLength = 0, maxLength = Infinity, format }: OpenApi): string {
  if (format === 'date-time') return '2025-01-01T00:00:00Z';
  if (format === 'byte') return 'dGV4dA==';
  for (let tries = 0; tries < TRIES; tries++) {
    const value = text(draw);
    const fits = value.length >= minLength && value.length <= maxLength;
    if (fits && (pattern === undefined || new RegExp(pattern).test(value))) return value;
  }
  return text(draw);
}

function describedNumber(draw: Draw, { minimum, maximum, type }: OpenApi): number {
  const edges = [minimum, maximum].filter((edge) => edge !== undefined);
  const inside = NUMBERS.filter((value) => value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity));
  const whole = [...edges, ...inside].filter((value) => type === 'number' || Number.isInteger(value));
  return whole.length === 0 ? number(draw) : pick(draw, whole);
}

function list(draw: Draw, { minItems = 0, maxItems = 2 }: OpenApi, item: () => unknown): unknown[] {
  const length = Math.min(maxItems, minItems + draw(fc.nat, { max: 2 }));
  return Array.from({ length }, item);
}

function object(draw: Draw, schemas: ServerSchemas, schema: OpenApi, depth: number): object {
  const { properties = {}, required = [], additionalProperties } = schema;
  const optional = Object.keys(properties).filter((field) => !required.includes(field));
  const chosen = depth > 0 ? optional.filter(() => chance(draw, Math.min(50, 150 / optional.length))) : [];
  const entries = [...required, ...chosen].map((field) => [
    field,
    described(draw, schemas, properties[field], depth - 1),
  ]);
  if (typeof additionalProperties === 'object' && chance(draw, 60)) {
    entries.push([text(draw), described(draw, schemas, additionalProperties, depth - 1)]);
  }
  return Object.fromEntries(entries);
}
