import { testCases } from '../change';

describe('lists, list types', () => {
  testCases(
    {
      code: 'LLMD-CRD',
      kind: 'CustomResourceDefinition',
      below: 'spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.',
    },
    [
      [
        { 'ports.x-kubernetes-list-type': 'bag' },
        'ports.x-kubernetes-list-type: there are keys, which only a map has',
        'ports.x-kubernetes-list-type: "bag" is not atomic, map or set',
      ],
      [
        { 'ports.x-kubernetes-list-type': undefined },
        'ports.x-kubernetes-list-type: there are keys, which only a map has',
      ],
      [
        { 'ports.x-kubernetes-list-type': 'set' },
        'ports.x-kubernetes-list-type: there are keys, which only a map has',
        'ports.items.x-kubernetes-map-type: objects in a set are compared as a whole',
      ],
      [{ 'ports.x-kubernetes-list-map-keys': [] }, 'ports.x-kubernetes-list-map-keys: a map has keys'],
      [
        { 'ports.x-kubernetes-list-map-keys': ['none'] },
        'ports.x-kubernetes-list-map-keys[0]: "none" is no property of the items',
      ],
      [
        { 'ports.x-kubernetes-list-map-keys': ['name', 'name'] },
        'ports.x-kubernetes-list-map-keys: a key is listed twice',
      ],
      [
        { 'ports.x-kubernetes-list-map-keys': ['name', 'port'] },
        'ports.items.properties.port: port is a key of the map, and may be missing',
      ],
      [{ 'ports.items.required': [] }, 'ports.items.properties.name: name is a key of the map, and may be missing'],
      [{ 'ports.items.required': [], 'ports.items.properties.name.default': 'a' }],
      [
        { 'ports.items.properties.name.nullable': true },
        'ports.items.properties.name.nullable: name is a key of the map, and so never null',
      ],
      [{ 'ports.items.nullable': true }, 'ports.items.nullable: items of a map are not null'],
      [
        { 'ports.items.properties.name.type': 'object' },
        'ports.items.properties.name.type: name is a key of the map, which is a text or a number',
        'ports.default: [{"name":"http","port":80}] is not of type object',
      ],
      [
        { 'ports.items.type': 'string' },
        'ports.items.type: items of a map are objects',
        'ports.default: [{"name":"http","port":80}] is not of type string',
      ],
      [
        { 'ports.type': 'object' },
        'ports.x-kubernetes-list-type: it is for lists',
        'ports.default: [{"name":"http","port":80}] is not of type object',
      ],
      [{ 'mode.x-kubernetes-list-type': 'set' }, 'mode.x-kubernetes-list-type: it is for lists'],
      [{ 'zones.items.nullable': true }, 'zones.items.nullable: items of a set are not null'],
      [
        { 'zones.items': { type: 'object', properties: { a: { type: 'string' } } } },
        'zones.items.x-kubernetes-map-type: objects in a set are compared as a whole',
      ],
      [{ 'zones.items': { type: 'object', properties: { a: { type: 'string' } }, 'x-kubernetes-map-type': 'atomic' } }],
      [
        { 'zones.items': { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' } },
        'zones.items.x-kubernetes-list-type: lists in a set are compared as a whole',
      ],
      [{ 'zones.items': { type: 'array', items: { type: 'string' } } }],
      [{ 'zones.x-kubernetes-list-type': 'atomic' }],
    ],
  );
});
