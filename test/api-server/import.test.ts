import { ecmaPattern } from '../../scripts/import/patterns';
import { crdSchemas } from '../../scripts/import/crd-schemas';
import { crdWith } from '../support/violations';

describe('a pattern of Go as JavaScript reads it', () => {
  test.each([
    ['^a.b$', '^a[^\\n]b$'],
    ['^[a.b]\\.$', '^[a.b]\\.$'],
    ['^[\\w+=,.@-]{2,64}$', '^[\\w+=,.@-]{2,64}$'],
    ['a\\-b[a\\-b]', 'a-b[a\\-b]'],
    ['\\"\\_[\\"\\:]', '"_[":]'],
    ['\\x60[\\x60]', '\\x60[\\x60]'],
  ])('%s', (pattern, expected) => expect(ecmaPattern(pattern, 'here')).toBe(expected));

  test.each(['\\pL', '\\zabc', '(?i)a', '[[:alpha:]]', '(?P<n>a)', '[]a]'])('%s is refused', (pattern) => {
    expect(() => ecmaPattern(pattern, 'here')).toThrow(/^here has a pattern/);
  });
});

describe('a definition that the compiler does not know how to read is refused', () => {
  const spec = { type: 'object' };

  test.each<[string, any, string]>([
    [
      'another keyword',
      crdWith({ spec: { type: 'object', uniqueItems: true } }),
      'things.example.com v1 has uniqueItems: teach crd-schemas.ts about it',
    ],
    [
      'any additional properties',
      crdWith({ spec: { type: 'object', additionalProperties: true } }),
      'things.example.com v1 has additionalProperties that are no schema: teach crd-schemas.ts about it',
    ],
    [
      'a format',
      crdWith({ spec: { type: 'string', format: 'email' } }),
      'things.example.com v1 has the format email: teach formats.ts about it',
    ],
    [
      'rules for metadata',
      crdWith({ spec, metadata: { type: 'object', properties: {} } }),
      'things.example.com v1 has rules for metadata: teach crd-schemas.ts about them',
    ],
    [
      'a status of its own',
      crdWith({ spec, status: spec }),
      'things.example.com v1 has a status that is not a subresource: teach crd-schemas.ts about it',
    ],
  ])('%s', (_, crd, message) => expect(() => crdSchemas(crd)).toThrow(message));
});

test('a version that is not served has no schema', () => {
  expect(crdSchemas(crdWith({ spec: { type: 'object' } }, { served: false }))).toEqual({
    go: false,
    roots: {},
    nodes: [],
  });
});

test('what two places have in common is there once', () => {
  const port = { type: 'integer', minimum: 1 };
  const { nodes } = crdSchemas(crdWith({ spec: { type: 'object', properties: { a: port, b: port } } }));
  expect(nodes.filter(({ type }) => type === 'integer')).toEqual([{ type: 'integer', minimum: 1 }]);
});
