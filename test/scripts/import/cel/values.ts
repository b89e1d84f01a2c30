import fc from 'fast-check';
import type { OpenApiSchema } from '../../../../lib/api-server/schema/definition';

/** Texts that rules accept or refuse. */
const TEXTS = [
  ...[
    '',
    'a',
    'A',
    '*',
    '*.a',
    'a*',
    'é😀',
    'example.com',
    '*.example.com',
    '1.2.3.4',
    '::1',
    'long'.repeat(64),
    '-a',
    'a_b',
    'a/b',
    'v1',
    'ConfigMap',
  ],
  ...['0s', '1ms', '99ms', '100ms', '1s', '59m', '5m', '1h1m', '1x', '16383', '16384', '16Ki', '2M', '1e9', 'K'],
  ...[
    '/',
    '/a',
    '//',
    '/./',
    '/../',
    '/a/..',
    '/a/.',
    '%2f',
    '%2F',
    '/#',
    '/a b',
    '/%41',
    'POST',
    'put',
    ':path',
    ':x',
  ],
  ...['http://localhost', 'https://a.localhost:1/x', 'http://127.0.0.1', 'http://169.254.0.1/', 'https://[::1]:8'],
  ...[
    'https://example.com/v1',
    'ftp://a',
    'http://',
    'Ollama',
    'a**',
    'envoy.filters.http.x',
    'img:1',
    'a/b:1@sha256:0a',
    'foo.bar/baz',
    'get',
    'x-y',
  ],
];

/** A list, often with something twice. */
function listOf<Item>(items: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> {
  const list = fc.array(items, { maxLength: 3 });
  return fc.oneof(
    list,
    list.map(([first, ...rest]) => (first === undefined ? [] : [first, ...rest, first])),
  );
}

/**
 * Values of a schema, as far as a rule looks at them: fields that it names, and those that every object has. Lists and
 * texts are short, and texts are often literals of the rule.
 */
export function valuesOf(schema: OpenApiSchema, rule: string): fc.Arbitrary<any> {
  const texts = [...rule.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single);
  const numbers = [...rule.matchAll(/\b\d+\b/g)].flatMap(([digits]) => [-1, 0, 1].map((step) => Number(digits) + step));
  const names = new Set(rule.replace(/__(\w+?)__/g, '$1').match(/\w+/g));
  // @bufbuild/cel takes an empty text for a duration, an API server does not.
  const possible = rule.includes('duration(') ? TEXTS.filter((text) => text !== '') : TEXTS;
  const text = fc.oneof(fc.constantFrom(...texts, possible[0]), fc.constantFrom(...possible));
  const integer = fc.oneof(fc.constantFrom(...numbers, 0), fc.integer({ min: -2, max: 3 }));

  const of = (inner: OpenApiSchema, depth: number): fc.Arbitrary<any> => {
    if (inner['x-kubernetes-int-or-string'] === true) return fc.oneof(integer, text);
    switch (inner.type) {
      case 'object':
        return typeof inner.additionalProperties === 'object'
          ? fc.dictionary(text, of(inner.additionalProperties, depth + 1), { maxKeys: 2 })
          : objectOf(inner, depth);
      case 'array':
        return listOf(of(inner.items ?? { type: 'string' }, depth + 1));
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return integer;
      case 'number':
        return fc.oneof(integer, fc.constantFrom(0.5, 1.5));
      default:
        return Array.isArray(inner.enum) ? fc.oneof(text, fc.constantFrom(...(inner.enum as string[]))) : text;
    }
  };

  const objectOf = ({ properties = {}, required = [] }: OpenApiSchema, depth: number): fc.Arbitrary<any> => {
    const always = (name: string) => required.includes(name) || properties[name].default !== undefined;
    const wanted = Object.keys(properties).filter((name) => always(name) || names.has(name));
    const fields = Object.fromEntries(wanted.map((name) => [name, of(properties[name], depth + 1)]));
    const optional = wanted.filter((name) => !always(name));
    const withSome = (names: readonly string[]) =>
      fc.record(Object.fromEntries(Object.entries(fields).filter(([name]) => always(name) || names.includes(name))));
    return fc.oneof(
      fc.record(fields, { requiredKeys: wanted.filter(always) }),
      ...(optional.length === 0 ? [] : [fc.constantFrom(...optional).chain((name) => withSome([name]))]),
      withSome([]),
    );
  };

  return of(schema, 0);
}
