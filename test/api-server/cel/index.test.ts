import { CEL_RULES, checkCel } from '../../../lib/api-server/cel';
import { checkRule } from '../../../lib/api-server/cel/check-rule';
import type { CompiledRule } from '../../../lib/api-server/cel/tree';
import { showPath } from '../../../lib/text/path';

/** The violations of an object that has its defaults. */
function violations(apiVersion: string, kind: string, spec: object): string[] {
  const [group, version] = apiVersion.split('/');
  const object = { apiVersion, kind, metadata: { name: 'a', namespace: 'default' }, spec };
  return checkCel({ group, version, kind, name: 'a', object, origin: {} }).map(
    ({ code, path, message }) => `${code} ${showPath(path)}: ${message}`,
  );
}

const GATEWAY = 'gateway.networking.k8s.io/v1';
const listener = (name: string, fields: object) => ({ name, port: 80, protocol: 'HTTP', ...fields });
const parent = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'g' };
const route = (rule: object) => ({
  parentRefs: [parent],
  rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], ...rule }],
});
const pool = (epp: object, ports = [8000]) => ({
  targetPorts: ports.map((number) => ({ number })),
  endpointPickerRef: { group: '', kind: 'Service', name: 'epp', ...epp },
});

test.each([
  ['inference.networking.k8s.io/v1', 'InferencePool', pool({ port: { number: 9002 } }), []],
  [
    'inference.networking.k8s.io/v1',
    'InferencePool',
    pool({}, [8000, 8000]),
    [
      "LLMD-CEL spec.endpointPickerRef: port is required when kind is 'Service' or unspecified (defaults to 'Service')",
      'LLMD-CEL spec.targetPorts: port number must be unique',
    ],
  ],
  [GATEWAY, 'Gateway', { listeners: [listener('a', {}), listener('b', { hostname: 'a.b' })] }, []],
  [
    GATEWAY,
    'Gateway',
    { listeners: [listener('a', {}), listener('a', {})] },
    [
      'LLMD-CEL spec.listeners: Listener name must be unique within the Gateway',
      'LLMD-CEL spec.listeners: Combination of port, protocol and hostname must be unique for each listener',
    ],
  ],
  [
    GATEWAY,
    'Gateway',
    { listeners: [listener('a', { protocol: 'HTTPS', tls: { mode: 'Terminate', certificateRefs: [] } })] },
    [
      'LLMD-CEL spec.listeners[0].tls: no such key: options evaluating rule: certificateRefs or options must be specified when mode is Terminate',
    ],
  ],
  [GATEWAY, 'HTTPRoute', route({ timeouts: { request: '0s', backendRequest: '5s' } }), []],
  [
    GATEWAY,
    'HTTPRoute',
    route({ timeouts: { request: '1s', backendRequest: '5s' } }),
    ['LLMD-CEL spec.rules[0].timeouts: backendRequest timeout cannot be longer than request timeout'],
  ],
  ['gateway.networking.k8s.io/v1beta1', 'HTTPRoute', route({}), []],
  ['gateway.networking.k8s.io/v9', 'HTTPRoute', route({ timeouts: { request: '1s', backendRequest: '5s' } }), []],
  ['apps/v1', 'Deployment', {}, []],
  ['__proto__/v1', 'constructor', {}, []],
])('%s %s %j', (apiVersion, kind, spec, expected) => expect(violations(apiVersion, kind, spec)).toEqual(expected));

const violationsOf = (rule: Partial<CompiledRule>, value: unknown = 'v') =>
  checkRule({ rule: 'RULE', ...rule }, value, ['spec']);

test('an unknown rule is reported as not checked', () => {
  expect(violationsOf({ unknown: 'the function f' })).toEqual({
    code: 'LLMD-CEL-NOT-CHECKED',
    path: ['spec'],
    message: 'the rule of the definition "RULE" was not checked: the function f',
    remedy: 'ask an API server: kubectl apply --dry-run=server',
  });
});

test('a rule that fails on a wrong structure is reported as not checked', () => {
  const holds = (self: any) => self.a.b === 1;
  expect(violationsOf({ holds, message: 'M' }, {})).toMatchObject({
    code: 'LLMD-CEL-NOT-CHECKED',
    message: `the rule of the definition "M" was not checked: Cannot read properties of undefined (reading 'b')`,
  });
});

test('the remedy is the rule, on one line and cut where it is long', () => {
  expect(violationsOf({ holds: () => false })?.remedy).toBe('change it so that this holds: RULE');
  expect(violationsOf({ rule: ' a ||\n  b ', holds: () => false })?.remedy).toBe(
    'change it so that this holds: a || b',
  );
  expect(violationsOf({ rule: 'a'.repeat(201), holds: () => false })?.remedy).toBe(
    `change it so that this holds: ${'a'.repeat(200)}…`,
  );
  expect(violationsOf({ rule: 'a'.repeat(200), holds: () => false })?.remedy).toBe(
    `change it so that this holds: ${'a'.repeat(200)}`,
  );
});

test('both codes are documented', () => {
  expect(CEL_RULES.map(({ code }) => code)).toEqual(['LLMD-CEL', 'LLMD-CEL-NOT-CHECKED']);
});
