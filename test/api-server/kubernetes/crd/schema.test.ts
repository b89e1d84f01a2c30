import { testCases } from '../change';

describe('a schema, a property', () => {
  testCases(
    {
      code: 'LLMD-CRD',
      kind: 'CustomResourceDefinition',
      below: 'spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.',
    },
    [
      [
        { 'mode.type': undefined },
        "spec.versions[0].schema.openAPIV3Schema.properties.spec.x-kubernetes-validations[0].rule: the API server cannot compile it: undefined field 'mode'",
        'mode.type: the schema has no type',
        'spec.versions[0].selectableFields[0].jsonPath: ".spec.mode" is no field of type string, boolean or integer',
      ],
      [
        { 'mode.type': 'text' },
        "spec.versions[0].schema.openAPIV3Schema.properties.spec.x-kubernetes-validations[0].rule: the API server cannot compile it: undefined field 'mode'",
        'mode.type: "text" is no type',
        'spec.versions[0].selectableFields[0].jsonPath: ".spec.mode" is no field of type string, boolean or integer',
      ],
      [
        { 'mode.type': 'null' },
        "spec.versions[0].schema.openAPIV3Schema.properties.spec.x-kubernetes-validations[0].rule: the API server cannot compile it: undefined field 'mode'",
        'mode.type: "null" is no type',
        'spec.versions[0].selectableFields[0].jsonPath: ".spec.mode" is no field of type string, boolean or integer',
      ],
      [
        { 'labels.properties': { a: { type: 'string' } } },
        'labels.additionalProperties: there are properties too, and an object is one or the other',
      ],
      [{ 'labels.additionalProperties': true }],
      [{ 'labels.additionalProperties': {} }, 'labels.additionalProperties.type: the schema has no type'],
      [{ 'labels.additionalProperties': false }],
      [{ 'zones.items': undefined }, 'zones.items: a list has items'],
      [{ 'zones.items': [{ type: 'string' }] }, 'zones.items: items of a list have one schema'],
      [{ 'mode.$ref': '#/a' }, 'mode.$ref: a structural schema has no $ref'],
      [{ 'mode.id': 'a' }, 'mode.id: a structural schema has no id'],
      [{ 'mode.additionalItems': {} }, 'mode.additionalItems: a structural schema has no additionalItems'],
      [{ 'mode.definitions': {} }],
      [{ 'zones.uniqueItems': true }, 'zones.uniqueItems: comparing all items would take too long'],
      [{ 'zones.uniqueItems': false }],
      [
        { 'raw.x-kubernetes-preserve-unknown-fields': false },
        'raw.x-kubernetes-preserve-unknown-fields: it is true or it is not there',
      ],
      [
        { 'size.x-kubernetes-preserve-unknown-fields': true },
        'size.x-kubernetes-int-or-string: an integer or a text has no fields',
      ],
      [
        { 'size.x-kubernetes-int-or-string': undefined },
        'size.type: the schema has no type',
        'size.anyOf[0].type: type stands below a condition, where the schema is not structural',
        'size.anyOf[1].type: type stands below a condition, where the schema is not structural',
      ],
      [
        { 'size.anyOf': [{ type: 'string' }, { type: 'integer' }] },
        'size.anyOf[0].type: type stands below a condition, where the schema is not structural',
        'size.anyOf[1].type: type stands below a condition, where the schema is not structural',
      ],
      [{ 'size.allOf': [{ anyOf: [{ type: 'integer' }, { type: 'string' }] }], 'size.anyOf': undefined }],
      [{ 'size.pattern': '(' }, 'size.pattern: "(" is no regular expression of RE2'],
      [{ 'size.pattern': '(?=a)' }, 'size.pattern: "(?=a)" is no regular expression of RE2'],
      [{ 'size.pattern': '(?i)a' }],
      [{ 'size.pattern': '[[:alpha:]]+' }],
      [{ 'size.pattern': 'a{2,1}' }, 'size.pattern: "a{2,1}" is no regular expression of RE2'],
      [{ 'size.pattern': '\\p{L}' }],
      [{ 'size.pattern': '(?P<a>b)' }],
      [{ 'size.pattern': 'a\\1' }, 'size.pattern: "a\\\\1" is no regular expression of RE2'],
      [{ 'size.pattern': '*a' }, 'size.pattern: "*a" is no regular expression of RE2'],
      [{ 'size.pattern': 'a**' }, 'size.pattern: "a**" is no regular expression of RE2'],
      [{ 'size.pattern': '[b-a]' }, 'size.pattern: "[b-a]" is no regular expression of RE2'],
      [{ 'size.pattern': '\\d+\\.' }],
      [{ 'size.pattern': 'a]' }],
      [{ 'size.pattern': 'a{' }],
      [{ 'size.pattern': 'a{,5}' }],
      [{ 'size.pattern': '\\-' }],
      [{ 'size.pattern': '\\_' }],
      [{ 'size.pattern': '\\y' }, 'size.pattern: "\\\\y" is no regular expression of RE2'],
      [{ 'size.pattern': 'a{1001}' }, 'size.pattern: "a{1001}" is no regular expression of RE2'],
      [{ 'size.pattern': '\\' }, 'size.pattern: "\\\\" is no regular expression of RE2'],
      [{ 'size.pattern': '()' }],
      [{ 'size.pattern': 'a|*' }, 'size.pattern: "a|*" is no regular expression of RE2'],
      [{ 'template.type': undefined }, 'template.type: the schema has no type'],
      [{ 'template.type': 'array' }, 'template.type: a resource is no array', 'template.items: a list has items'],
      [
        { 'template.x-kubernetes-preserve-unknown-fields': undefined },
        'template.properties: an embedded resource has properties',
      ],
      [
        {
          'template.properties': { spec: { type: 'object' } },
          'template.x-kubernetes-preserve-unknown-fields': undefined,
        },
      ],
      [
        { 'template.additionalProperties': { type: 'string' } },
        'template.additionalProperties: a resource has the fields of every resource',
      ],
      [
        { 'template.properties': { metadata: { type: 'string' } } },
        'template.properties.metadata.type: metadata is an object',
      ],
      [{ 'template.properties': { kind: { type: 'integer' } } }, 'template.properties.kind.type: kind is a text'],
      [{ 'labels.x-kubernetes-map-type': 'any' }, 'labels.x-kubernetes-map-type: "any" is not atomic or granular'],
      [{ 'mode.x-kubernetes-map-type': 'atomic' }, 'mode.x-kubernetes-map-type: it is for objects'],
      [{ 'labels.x-kubernetes-map-type': 'atomic' }],
      [{ 'mode.default': 'Medium' }, 'mode.default: "Medium" is not one of ["Fast","Slow"]'],
      [{ 'mode.default': 5 }, 'mode.default: 5 is not of type string'],
      [{ 'replicas.default': 11 }, 'replicas.default: 11 is more than 10'],
      [{ 'replicas.default': -1 }, 'replicas.default: -1 is less than 0'],
      [{ 'replicas.default': 1.5 }, 'replicas.default: 1.5 is not of type integer'],
      [{ 'replicas.default': null }],
      [{ 'replicas.nullable': true, 'replicas.default': null }],
      [{ 'ports.default': [{ port: 80 }] }, 'ports.default: [{"port":80}] lacks name'],
      [
        { 'ports.default': [{ name: 'a', prot: 80 }] },
        'ports.default: [{"name":"a","prot":80}] has a field prot that its schema has not',
      ],
      [{ 'ports.default': 'a' }, 'ports.default: "a" is not of type array'],
      [{ 'labels.default': { a: 5 } }, 'labels.default: {"a":5} is not of type string'],
      [
        { extra: { type: 'string', format: 'date-time', default: 'now' } },
        'extra.default: "now" is not a time, such as 2026-01-31T09:00:00Z',
      ],
      [{ extra: { type: 'string', format: 'date-time', default: '2025-01-01T00:00:00Z' } }],
      [{ extra: { type: 'string', enum: [], default: 'a' } }],
      [{ 'labels.default': { a: 'b' } }],
      [{ 'zones.default': ['a'] }],
      [{ 'size.default': 'a' }, 'size.default: "a" does not match ^[0-9]+$'],
      [{ 'size.default': '12' }],
      [{ 'raw.default': { anything: true } }],
      [{ 'labels.additionalProperties.default': 'a' }],
    ],
  );
});

describe('a schema, conditions', () => {
  testCases(
    {
      code: 'LLMD-CRD',
      kind: 'CustomResourceDefinition',
      below: 'spec.versions[0].schema.openAPIV3Schema.properties.spec.',
    },
    [
      [
        { 'oneOf[0].type': 'object' },
        'oneOf[0].type: type stands below a condition, where the schema is not structural',
      ],
      [
        { 'oneOf[0].description': 'a' },
        'oneOf[0].description: description stands below a condition, where the schema is not structural',
      ],
      [
        { 'oneOf[0].default': {} },
        'oneOf[0].default: default stands below a condition, where the schema is not structural',
      ],
      [
        { 'oneOf[0].nullable': true },
        'oneOf[0].nullable: nullable stands below a condition, where the schema is not structural',
      ],
      [
        { 'oneOf[0].additionalProperties': { type: 'string' } },
        'oneOf[0].additionalProperties: additionalProperties stands below a condition, where the schema is not structural',
      ],
      [
        { 'oneOf[0].x-kubernetes-validations': [{ rule: 'true' }, { optionalOldSelf: true }] },
        'oneOf[0].x-kubernetes-validations: x-kubernetes-validations stands below a condition, where the schema is not structural',
      ],
      [{ 'oneOf[1].properties.none': { minimum: 1 } }],
      [
        { 'oneOf[1].not.properties': { metadata: {} } },
        'oneOf[1].not.properties.metadata: a condition cannot be about metadata',
      ],
      [
        { 'oneOf[1].not.properties': { mode: { pattern: '(' } } },
        'oneOf[1].not.properties.mode.pattern: "(" is no regular expression of RE2',
      ],
      [{ 'oneOf[1].not.properties': { mode: { pattern: 'a' } } }],
      [{ 'oneOf[1].items': { minLength: 1 } }],
      [
        { 'oneOf[0].x-kubernetes-list-type': 'set' },
        'oneOf[0].x-kubernetes-list-type: x-kubernetes-list-type stands below a condition, where the schema is not structural',
      ],
    ],
  );
});

describe('a schema, the root', () => {
  testCases({ code: 'LLMD-CRD', kind: 'CustomResourceDefinition', below: 'spec.versions[0].schema.openAPIV3Schema.' }, [
    [{ type: 'array' }, 'type: a resource is no array', 'items: a list has items'],
    [{ type: undefined }, 'type: the schema has no type'],
    [{ type: 'string' }, 'type: a resource is no string'],
    [{ nullable: true }, 'nullable: the root has no nullable beside a status', 'nullable: an object is never null'],
    [
      { additionalProperties: { type: 'string' } },
      'additionalProperties: the root has no additionalProperties beside a status',
      'additionalProperties: a resource has the fields of every resource',
      'additionalProperties: there are properties too, and an object is one or the other',
    ],
    [{ default: {} }, 'default: a resource as a whole has no default'],
    [
      { 'x-kubernetes-map-type': 'granular' },
      'x-kubernetes-map-type: the root has no x-kubernetes-map-type beside a status',
    ],
    [{ minProperties: 1 }, 'minProperties: the root has no minProperties beside a status'],
    [{ description: 'a' }],
    [{ 'properties.metadata.properties': { name: { type: 'string', maxLength: 10 } } }],
    [
      { 'properties.metadata.properties': { labels: { type: 'object' } } },
      'properties.metadata: of metadata only name and generateName can be restricted',
    ],
    [{ 'properties.metadata.type': 'string' }, 'properties.metadata.type: metadata is an object'],
    [{ 'properties.kind.type': 'integer' }, 'properties.kind.type: kind is a text'],
    [{ 'properties.apiVersion': { type: 'object' } }, 'properties.apiVersion.type: apiVersion is a text'],
    [
      { 'properties.metadata.required': ['name'] },
      'properties.metadata: of metadata only name and generateName can be restricted',
    ],
    [
      { 'properties.metadata.description': 'a' },
      'properties.metadata: of metadata only name and generateName can be restricted',
    ],
  ]);
});
