import { definitionSchemas } from '../../../lib/api-server/schema/definition-schemas';
import { crdWith } from '../../support/violations';

describe('a part of a definition that is not supported is an error', () => {
  const spec = { type: 'object' };

  test.each<[string, any, string]>([
    [
      'another keyword',
      crdWith({ spec: { type: 'object', uniqueItems: true } }),
      'things.example.com v1 has uniqueItems, which is not supported',
    ],
    [
      'any additional properties',
      crdWith({ spec: { type: 'object', additionalProperties: true } }),
      'things.example.com v1 has additionalProperties without a schema, which is not supported',
    ],
    [
      'a format',
      crdWith({ spec: { type: 'string', format: 'email' } }),
      'things.example.com v1 has the format email, which is not supported',
    ],
    [
      'rules for metadata',
      crdWith({ spec, metadata: { type: 'object', properties: {} } }),
      'things.example.com v1 has rules for metadata, which is not supported',
    ],
    [
      'a status of its own',
      crdWith({ spec, status: spec }),
      'things.example.com v1 has a status that is not a subresource, which is not supported',
    ],
  ])('%s', (_, crd, message) => expect(() => definitionSchemas(crd)).toThrow(message));
});

test('a version that is not served has no schema', () => {
  expect(definitionSchemas(crdWith({ spec: { type: 'object' } }, { served: false }))).toEqual({
    go: false,
    roots: {},
    nodes: [],
  });
});

test('equal parts of a schema are stored once', () => {
  const port = { type: 'integer', minimum: 1 };
  const { nodes } = definitionSchemas(crdWith({ spec: { type: 'object', properties: { a: port, b: port } } }));
  expect(nodes.filter(({ type }) => type === 'integer')).toEqual([{ type: 'integer', minimum: 1 }]);
});
