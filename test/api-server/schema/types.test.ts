import { violationsOf } from '../../support/violations';
import { checkStructure } from '../../../lib/api-server/check-object';

/** The kinds that the API server reads into Go's types, by the fields of a container or of other small objects. */
const container = (fields: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a' },
  spec: { containers: [{ name: 'a', image: 'b', ...fields }] },
});
const small = (kind: string, fields: object) => ({ apiVersion: 'v1', kind, metadata: { name: 'a' }, ...fields });
const firstContainer = (object: object) => checkStructure({ object }).resource!.object.spec.containers[0];

describe('numbers, amounts, times and bytes', () => {
  const QUANTITY = 'write a number and at most one suffix: m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei';
  const cpu = (value: unknown) => container({ resources: { limits: { cpu: value } } });
  const port = (value: unknown) => container({ livenessProbe: { tcpSocket: { port: value } } });
  const CPU = 'spec.containers[0].resources.limits.cpu';
  const PORT = 'spec.containers[0].livenessProbe.tcpSocket.port';

  test.each<[object, ...string[]]>([
    ...[1, 0.5, '500m', '1.5', '1e3', '2Gi', ' 1 ', '.', 'Gi', null].map((value): [object] => [cpu(value)]),
    ...['', '1 Gi', '1GiB', '1e', 'one', '1Ki1'].map((value): [object, string] => [
      cpu(value),
      `LLMD-FORMAT ${CPU}: "${value}" is not a quantity; ${QUANTITY}`,
    ]),
    [cpu(true), `LLMD-TYPE ${CPU}: true is a boolean, expected a quantity; write a quantity`],
    [cpu([1]), `LLMD-TYPE ${CPU}: a list came, expected a quantity; write a quantity`],
    [port(80)],
    [port('http')],
    [port(3e9), `LLMD-BOUNDS ${PORT}: 3000000000 came, expected at most 2147483647; write 2147483647 or less`],
    [port(8.5), `LLMD-TYPE ${PORT}: 8.5 is a number, expected an integer or a string; write an integer or a string`],
    [
      container({ ports: [{ containerPort: -(2 ** 31) - 1 }] }),
      'LLMD-BOUNDS spec.containers[0].ports[0].containerPort: -2147483649 came, expected at least -2147483648; write -2147483648 or more',
    ],
    [small('Secret', { data: { a: 'YQ==', b: '', c: 'Y\nQ==', d: null } })],
    ...['YQ', '-_==', 'Y Q='].map((value): [object, string] => [
      small('Secret', { data: { a: value } }),
      `LLMD-FORMAT data.a: "${value}" is not base64; write base64`,
    ]),
  ])('%j', (object, ...expected) => expect(violationsOf(object)).toEqual(expected));

  test.each([
    ['2026-01-31T09:00:00Z', true],
    ['2026-01-31T9:00:00.123+02:00', true],
    ['2024-02-29T23:59:59Z', true],
    ['2026-02-29T00:00:00Z', false],
    ['2026-01-31T24:00:00Z', false],
    ['2026-01-31t09:00:00Z', false],
    ['2026-01-31', false],
    ['', false],
  ])('the time %j: %s', (creationTimestamp, valid) => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', creationTimestamp } };
    expect(violationsOf(object)).toHaveLength(valid ? 0 : 1);
  });

  test.each([
    ['2026-01-31T09:00:00.000000Z', true],
    ['2026-01-31T09:00:00Z', false],
    ['2026-01-31T09:00:00.123Z', false],
  ])('the time with microseconds %j: %s', (renewTime, valid) => {
    const object = {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: 'a' },
      spec: { renewTime },
    };
    expect(violationsOf(object)).toHaveLength(valid ? 0 : 1);
  });
});

describe('null is no value in fields, and a zero value in lists and maps', () => {
  test('a field', () => {
    const object = container({ args: null, livenessProbe: null });
    expect(violationsOf(object)).toEqual([]);
    expect(firstContainer(object)).toEqual({ name: 'a', image: 'b' });
  });

  test('an item, and a value of a map', () => {
    const object = container({ args: [null, 'x'], resources: { requests: { cpu: null } } });
    expect(violationsOf(object)).toEqual([]);
    expect(firstContainer(object)).toMatchObject({ args: ['', 'x'], resources: { requests: { cpu: 0 } } });
  });

  test('a container', () => {
    const object = { ...container({}), spec: { containers: [null] } };
    expect(violationsOf(object)).toEqual(expect.arrayContaining([expect.stringContaining('spec.containers[0].name')]));
    expect(firstContainer(object)).toEqual({});
  });
});

test('the protocol of a port is TCP where it is not given, and the given object is not changed', () => {
  const object = container({ ports: [{ containerPort: 80 }] });
  expect(firstContainer(object).ports).toEqual([{ containerPort: 80, protocol: 'TCP' }]);
  expect(object.spec.containers).toEqual([{ name: 'a', image: 'b', ports: [{ containerPort: 80 }] }]);
});

describe('a status', () => {
  const deployment = (status: unknown) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a' },
    spec: {
      selector: { matchLabels: { app: 'a' } },
      template: { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'a', image: 'b' }] } },
    },
    status,
  });
  const pool = (status: unknown) => ({
    apiVersion: 'inference.networking.k8s.io/v1',
    kind: 'InferencePool',
    metadata: { name: 'a' },
    spec: {
      selector: { matchLabels: { app: 'a' } },
      targetPorts: [{ number: 8000 }],
      endpointPickerRef: { name: 'a', port: { number: 9002 } },
    },
    status,
  });

  test.each<[object, ...unknown[]]>([
    [deployment({ conditions: [{}] })],
    [
      deployment({ replicas: '3' }),
      'LLMD-TYPE status.replicas: "3" is a string, expected an integer; remove the quotes: 3',
    ],
    [deployment({ foo: 1 }), expect.stringContaining('LLMD-UNKNOWN-FIELD status.foo')],
    [pool({ parents: 4 })],
    [pool('ready')],
    [pool({ parents: [{ foo: 1 }] }), expect.stringContaining('LLMD-UNKNOWN-FIELD status.parents[0].foo')],
  ])('%j', (object, ...expected) => expect(violationsOf(object)).toEqual(expected));
});

describe('values with their own Go parser: the schemas in a CustomResourceDefinition', () => {
  const violations = (schema: object) => {
    const version = { name: 'v1', served: true, storage: true };
    const properties = { spec: schema };
    const spec = {
      group: 'example.com',
      names: { kind: 'Thing', plural: 'things' },
      scope: 'Namespaced',
      versions: [{ ...version, schema: { openAPIV3Schema: { type: 'object', properties } } }],
    };
    const metadata = { name: 'things.example.com' };
    return violationsOf({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata,
      spec,
    }).map((violation) => violation.replace('spec.versions[0].schema.openAPIV3Schema.properties.spec', '…'));
  };

  test.each<[object, ...unknown[]]>([
    [{ type: 'array', items: { type: 'string', minLength: 1 } }],
    [
      { type: 'array', items: { type: 'string', minLength: '1' } },
      'LLMD-TYPE ….items.minLength: "1" is a string, expected an integer; remove the quotes: 1',
    ],
    [{ type: 'array', items: { type: 'string', foo: 1 } }],
    [{ type: 'string', foo: 1 }, expect.stringContaining('LLMD-UNKNOWN-FIELD ….foo')],
    [{ type: 'object', additionalProperties: { type: 'string' } }],
    [
      { type: 'object', additionalProperties: 'yes' },
      'LLMD-TYPE ….additionalProperties: "yes" is a string, expected a mapping or a boolean; write a mapping or a boolean',
    ],
    [{ type: 'string', default: 'x', enum: ['x', 'y'] }],
  ])('%j', (schema, ...expected) => expect(violations(schema)).toEqual(expected));
});
