import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Resource } from '../../lib/api-server/resource';
import { checkStructure } from '../../lib/api-server/check-object';
import { violationsOf } from '../support/violations';
import { parseObjects } from '../support/objects';

const ROOT = join(__dirname, '..', '..');

/** Every object that the project emits; the definitions as they are imported, which is quicker than to parse YAML. */
const EMITTED: readonly any[] = [
  ...['dist/llm-d.k8s.yaml', ...[0, 2, 3].map((index) => platformFile(index))].flatMap((file) =>
    parseObjects(readFileSync(join(ROOT, file), 'utf8')),
  ),
  ...readdirSync(join(ROOT, 'imports', 'crds')).map(
    (file) => JSON.parse(readFileSync(join(ROOT, 'imports', 'crds', file), 'utf8')) as unknown,
  ),
];

function platformFile(index: number): string {
  return join('dist', 'platform', readdirSync(join(ROOT, 'dist', 'platform')).sort()[index]);
}

const named = EMITTED.map((object) => [`${object.kind} ${object.metadata.name}`, object] as const);

describe('what the project emits', () => {
  test.each(named)('%s', (_, object) => expect(violationsOf(object)).toEqual([]));
});

describe('the resource', () => {
  const meta = { name: 'a' };
  const resource = (object: object) => checkStructure({ object }).resource;

  test.each<[string, object, Partial<Resource>]>([
    [
      'of a namespace',
      { apiVersion: 'v1', kind: 'Secret', metadata: { ...meta, namespace: 'b' } },
      { group: '', version: 'v1', kind: 'Secret', namespace: 'b', name: 'a' },
    ],
    [
      'of no namespace in particular',
      { apiVersion: 'v1', kind: 'Secret', metadata: meta },
      { namespace: 'default', name: 'a' },
    ],
    [
      'of the whole cluster',
      { apiVersion: 'v1', kind: 'Namespace', metadata: { ...meta, namespace: 'b' } },
      { namespace: undefined, name: 'a' },
    ],
    ['of an unknown kind', { apiVersion: 'a.b/v1', kind: 'C', metadata: meta }, { group: 'a.b', namespace: 'default' }],
    ['with a generated name', { apiVersion: 'v1', kind: 'Secret', metadata: { generateName: 'a-' } }, { name: '' }],
    ['with a number as a name', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 7 } }, { name: '7' }],
    ['of a kind without names', { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' }, { name: '' }],
  ])('%s', (_, object, expected) => expect(resource(object)).toMatchObject(expected));

  test.each([
    ['a text', 'text'],
    ['an object without a kind', { apiVersion: 'v1', metadata: meta }],
    ['an object without a name', { apiVersion: 'v1', kind: 'Secret' }],
  ])('%s is none', (_, object) => {
    const structure = checkStructure({ object });
    expect(structure.resource).toBeUndefined();
    expect(structure.violations).toHaveLength(1);
  });

  test('of a kind in a version that is not served has its types too', () => {
    const object = {
      apiVersion: 'apps/v1beta1',
      kind: 'Deployment',
      metadata: meta,
      spec: { replicas: 'x', paused: true },
    };
    expect(violationsOf(object)).toEqual([expect.stringContaining('LLMD-KIND')]);
    expect(resource(object)!.object.spec).toEqual({ paused: true });
  });

  test('has no field where the value is undefined', () => {
    const route = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { ...meta, labels: { a: undefined, b: 'c' } },
      spec: { hostnames: undefined, rules: [undefined] },
    };
    expect(Object.keys(resource(route)!.object.metadata.labels)).toEqual(['b']);
    expect(resource(route)!.object.spec).toEqual({ rules: [{}] });
    expect(violationsOf(route)).toEqual(['LLMD-TYPE spec.rules[0]: nothing came, expected a mapping; write a mapping']);
  });

  test('is the object itself where nothing changes', () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: meta, data: { a: 'b' } };
    expect(resource(object)!.object).toBe(object);
  });
});

describe('a kind of files', () => {
  const object = { apiVersion: 'example.com/v1', kind: 'Settings', plugins: [7] };

  test('needs no name, and its content is not checked', () => {
    expect(checkStructure({ object }, { files: new Set(['example.com/Settings']) })).toEqual({
      resource: { group: 'example.com', version: 'v1', kind: 'Settings', name: '', object, origin: {} },
      violations: [],
    });
  });

  test('is an object without a name where it is not listed', () => {
    const { resource, violations } = checkStructure({ object });
    expect(resource).toBeUndefined();
    expect(violations.map(({ code }) => code)).toContain('LLMD-NAME');
  });
});

describe('one violation is reported once', () => {
  test.each<[string, object, ...string[]]>([
    [
      'a field that is missing',
      { containers: undefined },
      'LLMD-REQUIRED spec.containers: containers is missing; add containers, a list',
    ],
    [
      'a field of another type',
      { containers: 'x' },
      'LLMD-TYPE spec.containers: "x" is a string, expected a list; make it a list, each item after a dash',
    ],
    [
      'an item of another type',
      { containers: ['x'] },
      'LLMD-TYPE spec.containers[0]: "x" is a string, expected a mapping; write a mapping',
    ],
  ])('%s', (_, spec, ...expected) => {
    expect(violationsOf({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec })).toEqual(expected);
  });
});

describe('the rules of a definition are checked where the schema holds', () => {
  const route = (rule: object) => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'a' },
    spec: { rules: [rule] },
  });
  const codes = (object: object) => violationsOf(object).map((violation) => violation.split(' ')[0]);

  test.each<[string, object, string[]]>([
    ['it does', { backendRefs: [{ name: 'a' }] }, ['LLMD-CEL']],
    ['a pattern does not', { backendRefs: [{ name: 'a', group: '*' }, { name: 'b' }] }, ['LLMD-PATTERN', 'LLMD-CEL']],
    ['a type does not', { backendRefs: [{ name: 'a' }], timeouts: [] }, ['LLMD-TYPE']],
    ['a field is missing', { backendRefs: [{}] }, ['LLMD-REQUIRED']],
  ])('%s', (_, rule, expected) => expect(codes(route(rule))).toEqual(expected));
});

describe('an object with random changes', () => {
  const junk = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, '', 'text', '80', true, 0, -1, 1.5, 1e20, NaN, [], {}, [null], [1], {
      a: 1,
    }),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const broken = fc
    .tuple(
      fc.constantFrom(...EMITTED.filter(({ kind }) => kind !== 'CustomResourceDefinition')),
      fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 4 }),
    )
    .map(([object, changes]) =>
      changes.reduce<any>((copy, [at, value]) => replaced(copy, at, value), structuredClone(object)),
    );

  test('is not changed, and leaves a resource in which every field has its type', () => {
    fc.assert(
      fc.property(broken, (object) => {
        const before = structuredClone(object);
        const { resource } = checkStructure({ object });
        expect(object).toEqual(before);
        const again = resource === undefined ? [] : violationsOf(resource.object);
        expect(again.filter((violation) => /^LLMD-(TYPE|UNKNOWN-FIELD)/.test(violation))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The object with another value at one of its places. */
function replaced(object: any, at: number, value: unknown): any {
  const places = placesIn(object);
  if (places.length === 0) return object;
  const [holder, key] = places[at % places.length];
  holder[key] = structuredClone(value);
  return object;
}

function placesIn(value: any): [holder: any, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [[value, key] as [any, string], ...placesIn(value[key])]);
}
