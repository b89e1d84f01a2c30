import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment, PodTemplateSpec, ResourceClaimTemplate, Service } from '../../imports/k8s';
import type { LeaderWorkerSetSpec } from '../../imports/leaderworkerset.x-k8s.io';
import type { Wire } from '../../lib/kubernetes/wire';

const IMPORTS = join(__dirname, '..', '..', 'imports');
const CRD_NAMES = readdirSync(join(IMPORTS, 'crds')).map((file) => file.replace(/\.json$/, ''));

/** `kubectl apply` keeps the object in an annotation, and an object's annotations may have this many bytes in all. */
const ANNOTATION_LIMIT = 262_144;

function read(path: string): any {
  return JSON.parse(readFileSync(join(IMPORTS, path), 'utf8'));
}

function readCrd(name: string): any {
  return read(`crds/${name}.json`);
}

/** Where `schema` has a description. The name of a property is not a keyword. */
function described(schema: any, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const { properties = {}, ...keywords } = schema;
  return [
    ...(typeof schema.description === 'string' ? [path] : []),
    ...Object.entries(keywords).flatMap(([keyword, value]) => described(value, `${path}/${keyword}`)),
    ...Object.entries(properties).flatMap(([name, property]) => described(property, `${path}.${name}`)),
  ];
}

/** The leaves of `value` with their paths; what is empty is a leaf too. */
function leaves(value: any, path: string = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) {
    return [[path, value]];
  }
  const inner = Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}/${key}`));
  return inner.length > 0 ? inner : [[path, JSON.stringify(value)]];
}

/** The leaves in which two objects differ: path -> before and after. */
function changes(before: any, after: any): { [path: string]: [unknown, unknown] } {
  const [old, now] = [new Map(leaves(before)), new Map(leaves(after))];
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
  return Object.fromEntries(paths.map((path) => [path, [old.get(path), now.get(path)]]));
}

describe.each(CRD_NAMES)('%s', (name) => {
  const crd = readCrd(name);

  test('is a CRD without status, in the file of its name', () => {
    expect(crd).toMatchObject({ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' });
    expect(crd.metadata.name).toBe(name);
    expect(`${crd.spec.names.plural}.${crd.spec.group}`).toBe(name);
    expect(crd).not.toHaveProperty('status');
  });

  test('fits into the annotation of a client-side apply', () => {
    // Go writes these characters, of which CEL rules are full, as \u003c.
    const lastApplied = JSON.stringify(crd).replace(/[<>&]/g, '\\u0000');
    const annotations = JSON.stringify(crd.metadata.annotations ?? {});
    expect(Buffer.byteLength(lastApplied + annotations)).toBeLessThan(ANNOTATION_LIMIT - 100);
  });

  test('has no schema descriptions', () => {
    for (const version of crd.spec.versions) {
      expect(described(version.schema.openAPIV3Schema, version.name)).toEqual([]);
    }
  });
});

test('a field that is called description is not taken for a description', () => {
  const [v1, v1beta1] = readCrd('gatewayclasses.gateway.networking.k8s.io').spec.versions;
  for (const version of [v1, v1beta1]) {
    expect(version.schema.openAPIV3Schema.properties.spec.properties.description).toEqual({
      maxLength: 64,
      type: 'string',
    });
  }
});

test.each(CRD_NAMES.filter((name) => name.endsWith('.gateway.networking.k8s.io')))(
  '%s keeps the annotations that controllers look for',
  (name) => {
    expect(readCrd(name).metadata.annotations).toMatchObject({
      'gateway.networking.k8s.io/bundle-version': expect.stringMatching(/^v1\./),
      'gateway.networking.k8s.io/channel': 'standard',
    });
  },
);

describe("llm-d's CRDs differ from their predecessors in nothing but", () => {
  const LEGACY = 'inference.networking.x-k8s.io';
  const moved = (plural: string) => ({
    '/metadata/annotations/inference.networking.k8s.io/bundle-version': [expect.any(String), undefined],
    '/metadata/name': [`${plural}.${LEGACY}`, `${plural}.llm-d.ai`],
    '/spec/group': [LEGACY, 'llm-d.ai'],
  });

  test('the group: InferenceModelRewrite', () => {
    const plural = 'inferencemodelrewrites';
    expect(changes(readCrd(`${plural}.${LEGACY}`), readCrd(`${plural}.llm-d.ai`))).toEqual(moved(plural));
  });

  test('the group and the size of the priority: InferenceObjective', () => {
    const plural = 'inferenceobjectives';
    expect(changes(readCrd(`${plural}.${LEGACY}`), readCrd(`${plural}.llm-d.ai`))).toEqual({
      ...moved(plural),
      '/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/priority/format': [undefined, 'int32'],
    });
  });
});

const KINDS: { [group: string]: { [kind: string]: any } } = read('kinds.json');
const SCHEMA_NAMES = readdirSync(join(IMPORTS, 'schemas')).map((file) => file.replace(/\.json$/, ''));

/** The other nodes that a node of a schema names. */
function references(node: any): number[] {
  const { properties = {}, values, items, not, object, array, boolean, allOf = [], anyOf = [], oneOf = [] } = node;
  const single = [values, items, not, object, array, boolean].filter((ref) => ref !== undefined);
  return [...Object.values<number>(properties), ...single, ...allOf, ...anyOf, ...oneOf];
}

describe.each(SCHEMA_NAMES)('the schemas of %s', (name) => {
  const { roots, nodes } = read(`schemas/${name}.json`);

  test('are complete: each reference leads to a node, and each node is reached', () => {
    const reached = new Set<number>();
    const visit = (ref: number) => {
      if (reached.has(ref)) return;
      reached.add(ref);
      references(nodes[ref]).forEach(visit);
    };
    Object.values<number>(roots).forEach(visit);
    expect([...reached].sort((a, b) => a - b)).toEqual([...nodes.keys()]);
  });

  test('have no descriptions, and know the fields of an object', () => {
    expect(nodes.filter((node: any) => typeof node.description === 'string')).toEqual([]);
    const objects = Object.entries<number>(roots).filter(([kind]) => kind !== 'ObjectMeta');
    expect(objects.filter(([, ref]) => !('metadata' in nodes[ref].properties))).toEqual([]);
  });
});

describe('the table of kinds', () => {
  const entries = Object.entries(KINDS).flatMap(([group, kinds]) =>
    Object.entries(kinds).map(([kind, entry]) => ({ group, kind, ...entry })),
  );

  test('leads to a schema for each version that is served', () => {
    const missing = entries.flatMap(({ group, kind, versions, schema }) =>
      versions
        .map((version: string) => `${group === '' ? '' : `${group}/`}${version} ${kind}`)
        .filter((name: string) => schema !== undefined && !(name in read(`schemas/${schema}.json`).roots)),
    );
    expect(missing).toEqual([]);
    expect(entries.length).toBeGreaterThan(90);
  });

  test('has what Kubernetes, Gateway API, the inference extension, agentgateway and Envoy Gateway have', () => {
    expect(KINDS['']).toMatchObject({
      Namespace: { namespaced: false, versions: ['v1'], schema: 'kubernetes' },
      Service: { namespaced: true, versions: ['v1'], schema: 'kubernetes' },
      Binding: { nameless: true },
    });
    expect(KINDS.autoscaling.HorizontalPodAutoscaler.versions).toEqual(['v2', 'v1']);
    expect(KINDS['resource.k8s.io'].DeviceClass).toMatchObject({ versions: ['v1'], off: ['v1beta2', 'v1beta1'] });
    expect(KINDS['gateway.networking.k8s.io']).toMatchObject({
      BackendTLSPolicy: { versions: ['v1'] },
      GatewayClass: { namespaced: false, versions: ['v1', 'v1beta1'] },
      TCPRoute: { versions: ['v1alpha2'] },
    });
    expect(KINDS['gateway.networking.k8s.io'].TCPRoute).not.toHaveProperty('schema');
    expect(Object.keys(KINDS['inference.networking.k8s.io'])).toEqual(['InferencePool']);
    expect(Object.keys(KINDS['agentgateway.dev'])).toHaveLength(4);
    expect(KINDS['gateway.envoyproxy.io'].SecurityPolicy).toEqual({ namespaced: true, versions: ['v1alpha1'] });
  });
});

test('a pod template of a LeaderWorkerSet has the type of that of a Deployment', () => {
  const template: PodTemplateSpec = {
    spec: { containers: [{ name: 'vllm', resources: { claims: [{ name: 'gpu' }] } }] },
  };
  const spec: Wire<LeaderWorkerSetSpec> = { replicas: 1, leaderWorkerTemplate: { size: 2, workerTemplate: template } };
  const nameless: Wire<LeaderWorkerSetSpec> = {
    // @ts-expect-error: a container must have a name.
    leaderWorkerTemplate: { workerTemplate: { spec: { containers: [{}] } } },
  };
  expect([spec, nameless]).toHaveLength(2);
});

test('the kind ResourceClaim and the claim of a container have types of their own', () => {
  const gpu = { name: 'gpu', exactly: { deviceClassName: 'gpu.nvidia.com', count: 2 } };
  const template: ResourceClaimTemplate = { spec: { spec: { devices: { requests: [gpu] } } } };
  // @ts-expect-error: the container of a pod names a claim; the kind has a spec.
  const claim: ResourceClaimTemplate = { spec: { spec: { name: 'gpu' } } };
  expect([template, claim]).toHaveLength(2);
});

test('the Kubernetes types have the names and values of YAML', () => {
  const service: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    spec: {
      clusterIP: 'None',
      ports: [
        { port: 80, targetPort: 'http' },
        { port: 81, targetPort: 8081 },
      ],
    },
  };
  const deployment: Deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: {
      selector: { matchLabels: { app: 'vllm' } },
      template: { spec: { containers: [{ name: 'vllm', resources: { limits: { cpu: 2, memory: '8Gi' } } }] } },
    },
  };
  // @ts-expect-error: cdk8s would call it clusterIp.
  const respelled: Service = { spec: { clusterIp: 'None' } };
  // @ts-expect-error: a container must have a name.
  const nameless: Deployment = { spec: { selector: {}, template: { spec: { containers: [{}] } } } };
  expect([service, deployment, respelled, nameless]).toHaveLength(4);
});
