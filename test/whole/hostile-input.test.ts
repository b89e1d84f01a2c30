import { check, readText } from '../../lib/validation';

/*
 * Texts that once kept a pattern or a loop busy for ever, or broke a rule. Each must be read and checked in a time that
 * grows with its length. A second is long for these sizes: before they were mended, most took minutes.
 */

const SECONDS = 2;
const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';

const repeated = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

function pod(fields: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: vllm, labels: {app: vllm}}\nspec:\n  containers:\n  - name: vllm\n    command: [vllm, serve]\n${fields}`;
}

function service(address: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {clusterIP: '${address}', ports: [{port: 80}]}\n`;
}

function custom(pattern: string, value: string): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: foos.example.com}
spec:
  group: example.com
  names: {kind: Foo, plural: foos, singular: foo, listKind: FooList}
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {a: {type: string, pattern: '${pattern}'}}}}}}
---
apiVersion: example.com/v1
kind: Foo
metadata: {name: a}
spec: {a: '${value}'}
`;
}

test.each<[string, string]>([
  ['JSON that is cut off in a key', `{ "${'a'.repeat(40)}`],
  ['JSON that is cut off in a text with quotes', `{"data": {"a": "${'\\"'.repeat(50_000)}`],
  ['nested lists', `${CONFIG_MAP}data: ${'['.repeat(50_000)}`],
  ['tabs in !!binary', `${CONFIG_MAP}data:\n  a: !!binary "${'\\t'.repeat(20_000)}-"\n`],
  ['digits', `${CONFIG_MAP}data:\n  a: ${'1'.repeat(100_000)}x\n`],
  ['labels that are none', `${CONFIG_MAP}  labels:\n${repeated(20_000, (i) => `    f${i}: "-"\n`)}`],
  ['unknown fields', CONFIG_MAP + repeated(20_000, (i) => `f${i}: 1\n`)],
  ['a key many times', `${CONFIG_MAP}data:\n${'  f: a\n'.repeat(20_000)}`],
  ['many keys', `${CONFIG_MAP}data:\n${repeated(50_000, (i) => `  f${i}: a\n`)}`],
  [
    'unknown plugins',
    `${CONFIG_MAP}data:\n  a: |\n    apiVersion: llm-d.ai/v1alpha1\n    kind: EndpointPickerConfig\n    plugins:\n${repeated(5_000, (i) => `    - type: x${i}\n`)}`,
  ],
  ['a quantity', pod(`    resources: {limits: {memory: '${'1'.repeat(100_000)}x'}}\n`)],
  ['references that never end', pod(`    env: [{name: A, value: '${'$('.repeat(50_000)}'}]\n`)],
  ['an image of colons', pod(`    image: 'a${':'.repeat(100_000)}'\n`)],
  ['an image of at-signs', pod(`    image: 'a${'@'.repeat(100_000)}\\n'\n`)],
  ['a flag of dots', pod(`    image: vllm/vllm-openai:v0.11.0\n    args: ['--a${'.a'.repeat(20_000)}']\n`)],
  ['a flag of dashes', pod(`    image: vllm/vllm-openai:v0.11.0\n    args: ['${'-'.repeat(100_000)}=']\n`)],
  ['zeros in an address', service('0'.repeat(100_000))],
  ['colons in an address', service(':'.repeat(100_000))],
  ['a pattern of a definition', custom('^(a+)+$', `${'a'.repeat(40)}!`)],
  ['a pattern with many quantifiers', custom('^a*a*a*a*a*a*a*a*$', `${'a'.repeat(100)}!`)],
  ['a repeated group of equal alternatives', custom('^(a|a|a|a|a)*$', `${'a'.repeat(19)}!`)],
  ['a long text for a pattern of a definition', custom('^(\\d|\\w)*$', `${'a'.repeat(100_000)}!`)],
  ['a pattern of open brackets', custom('['.repeat(100_000), 'a')],
  [
    'a duration of Go',
    `apiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nmetadata: {name: a}\nspec: {selector: {}, podMetricsEndpoints: [{interval: '${'1m'.repeat(50_000)}!'}]}\n`,
  ],
])('%s', (_, text) => {
  const before = process.cpuUsage();
  check(readText(text));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(SECONDS);
});

test('the time for many documents grows with their number', () => {
  const documents = (count: number) =>
    repeated(count, (i) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a${i}}\n`);
  const time = (count: number) => {
    const before = process.cpuUsage();
    expect(check(readText(documents(count)))).toEqual([]);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  time(2_000);
  // Ten times as many take about ten times as long; with the square of their number it would be a hundred times.
  expect(time(30_000) / time(3_000)).toBeLessThan(20);
}, 30_000);

test.each([
  ['a group', 'apiVersion: __proto__/v1\nkind: toString\nmetadata: {name: a}\n'],
  [
    'a protocol',
    `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec: {gatewayClassName: x, listeners: [{name: http, port: 80, protocol: __proto__}]}
---
apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec: {parentRefs: [{name: g}]}\n`,
  ],
  [
    'the group of a backend',
    'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec: {rules: [{backendRefs: [{group: constructor, kind: x, name: y, port: 80}]}]}\n',
  ],
  [
    'the group of a role',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: r}\nrules: [{apiGroups: [valueOf], resources: [a], verbs: [get]}]\n',
  ],
  ['the type of a Secret', 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ntype: __proto__\n'],
  [
    'the kind of a subject',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: r}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}\nsubjects: [{kind: toString, name: a}]\n',
  ],
])('%s with a name that every object of JavaScript has', (_, text) => {
  expect(check(readText(text)).filter(({ code }) => code === 'LLMD-NOT-CHECKED')).toEqual([]);
});

test('a required field with such a name is missed', () => {
  const definition = custom('^a$', 'a').replace(
    '{type: object, properties: {spec:',
    '{type: object, required: [constructor], properties: {constructor: {type: string}, spec:',
  );
  expect(check(readText(definition)).map(({ code, path }) => `${code} ${path}`)).toEqual(['LLMD-REQUIRED constructor']);
});
