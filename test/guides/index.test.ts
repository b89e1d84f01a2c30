import type { Construct } from 'constructs';
import * as everything from '../../lib';
import * as guides from '../../lib/guides';
import {
  DataPlane,
  Engine,
  FaultToleranceGuide,
  LlmdGuide,
  LoadDistributionGuide,
  ModelAliasingGuide,
  ObservabilityGuide,
  Release,
  VllmGuide,
  type LlmdGuideProps,
} from '../../lib';
import { differences } from '../support/differences';
import { find, type KubeObject, mainContainer, nameOf, podSpec } from '../support/objects';
import { synth } from '../support/synth';

const GUIDES: (new (scope: Construct, id: string, props?: LlmdGuideProps) => Construct)[] = [
  VllmGuide,
  LlmdGuide,
  LoadDistributionGuide,
  ModelAliasingGuide,
  FaultToleranceGuide,
  ObservabilityGuide,
];

function guide(number: number, props?: LlmdGuideProps): KubeObject[] {
  const Guide = GUIDES[number - 1];
  return synth((chart) => new Guide(chart, 'guide', props));
}

const ALL = [1, 2, 3, 4, 5, 6];
const STEPS = ALL.slice(1).map((number) => [number - 1, number] as const);

/** Fields that the API server never lets change, by kind. */
const IMMUTABLE: { readonly [kind: string]: (object: KubeObject) => unknown } = {
  Deployment: ({ spec }) => spec.selector,
  Service: ({ spec }) => spec.clusterIP,
  RoleBinding: ({ roleRef }) => roleRef,
  ClusterRoleBinding: ({ roleRef }) => roleRef,
};

function immutable(objects: readonly KubeObject[]): { [object: string]: unknown } {
  const fields = objects.map((object) => [nameOf(object), IMMUTABLE[object.kind]?.(object)]);
  return Object.fromEntries(fields.filter(([, field]) => field !== undefined));
}

describe.each(ALL)('guide %d', (number) => {
  const objects = guide(number);

  test('selects the pods of each Deployment by exactly `app: <name>`', () => {
    for (const { metadata, spec } of objects.filter(({ kind }) => kind === 'Deployment')) {
      expect(spec.selector).toEqual({ matchLabels: { app: metadata.name } });
      expect(spec.template.metadata.labels).toMatchObject({ app: metadata.name });
    }
  });

  test('has pool labels on pod templates, and nowhere else', () => {
    const withLabels = objects.filter(({ metadata }) =>
      Object.keys(metadata.labels ?? {}).some((key) => key.startsWith('llm-d.ai/')),
    );
    expect(withLabels.map(nameOf)).toEqual([]);
  });

  test('is a part of llm-d-guides, which `kubectl apply --prune` selects by', () => {
    const parts = objects.map(({ metadata }) => metadata.labels?.['app.kubernetes.io/part-of']);
    expect([...new Set(parts)]).toEqual(['llm-d-guides']);
  });
});

describe.each(STEPS)('guide %d to %d', (before, after) => {
  test('never removes an object', () => {
    expect(differences(guide(before), guide(after)).removed).toEqual([]);
  });

  test('never changes a field that cannot be changed', () => {
    expect(immutable(guide(after))).toMatchObject(immutable(guide(before)));
  });
});

test('the objects have the fields that cannot be changed', () => {
  expect(Object.keys(immutable(guide(6))).sort()).toEqual([
    'Deployment/gaie-sim-epp',
    'Deployment/vllm',
    'RoleBinding/gaie-sim-epp',
  ]);
});

describe('what each guide adds, and nothing else:', () => {
  const CONTAINER = 'Deployment/vllm';
  const POD = '/spec/template/spec';

  test('1 vllm', () => {
    const objects = guide(1);
    expect(objects.map(nameOf)).toEqual(['Deployment/vllm', 'Service/vllm']);
    expect(find(objects, 'Deployment').spec.replicas).toBe(1);
    expect(mainContainer(objects)).toMatchObject({
      image: 'vllm/vllm-openai-cpu:v0.32.0',
      args: ['facebook/opt-125m', '--port=8000', '--gpu-memory-utilization=0.3'],
      resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' } },
    });
  });

  test('2 llm-d: a pool, its picker, and the data plane; four labels on the pods', () => {
    const { added, changed } = differences(guide(1), guide(2));
    expect(added.sort()).toEqual(
      [
        ...['ConfigMap', 'Deployment', 'Role', 'RoleBinding', 'Service', 'ServiceAccount'].map(
          (kind) => `${kind}/gaie-sim-epp`,
        ),
        ...['AgentgatewayParameters', 'Gateway'].map((kind) => `${kind}/infra-sim-inference-gateway`),
        ...['HTTPRoute', 'InferencePool'].map((kind) => `${kind}/gaie-sim`),
      ].sort(),
    );
    expect(changed).toEqual({
      [CONTAINER]: ['accelerator-variant', 'guide', 'inference-serving', 'model'].map(
        (label) => `/spec/template/metadata/labels/llm-d.ai~1${label}`,
      ),
    });
  });

  test('3 load distribution: two replicas', () => {
    expect(differences(guide(2), guide(3))).toEqual({
      added: [],
      removed: [],
      changed: { [CONTAINER]: ['/spec/replicas'] },
    });
    expect(find(guide(3), 'Deployment', 'vllm').spec.replicas).toBe(3);
  });

  test('4 model aliasing: an alias, a split, and the names that they need', () => {
    const { added, changed } = differences(guide(3), guide(4));
    expect(added).toEqual(['InferenceModelRewrite/opt-stable']);
    expect(changed).toEqual({ [CONTAINER]: [3, 4, 5].map((index) => `${POD}/containers/0/args/${index}`) });
    const names = mainContainer(guide(4), 'vllm').args.slice(-2);
    const targets = find(guide(4), 'InferenceModelRewrite').spec.rules.map((rule: any) => [
      rule.matches[0].model.value,
      ...rule.targets.map(({ modelRewrite, weight }: any) => `${modelRewrite}: ${weight}`),
    ]);
    expect(names).toEqual(['facebook/opt-125m', 'facebook/opt-125m-canary']);
    expect(targets).toEqual([
      ['opt-stable', 'facebook/opt-125m: 100'],
      ['opt-ab', 'facebook/opt-125m: 90', 'facebook/opt-125m-canary: 10'],
    ]);
  });

  test('5 fault tolerance: the drain and a budget', () => {
    const { added, changed } = differences(guide(4), guide(5));
    expect(added).toEqual(['PodDisruptionBudget/vllm']);
    // The proxy drains as long as the model servers.
    expect(Object.keys(changed)).toEqual([CONTAINER, 'AgentgatewayParameters/infra-sim-inference-gateway']);
    expect(podSpec(guide(5), 'vllm').terminationGracePeriodSeconds).toBe(75);
    expect(mainContainer(guide(5), 'vllm')).toMatchObject({
      args: expect.arrayContaining(['--shutdown-timeout=45']),
      lifecycle: { preStop: { sleep: { seconds: 10 } } },
    });
  });

  test('6 observability: nothing', () => {
    expect(guide(6)).toEqual(guide(5));
    expect(find(guide(2), 'Service', 'gaie-sim-epp').spec.ports).toContainEqual(
      expect.objectContaining({ port: 9090 }),
    );
  });
});

describe('a guide may differ from the tutorial', () => {
  test('by its engine, its data plane and its release', () => {
    const objects = guide(6, {
      engine: Engine.simulator(),
      dataPlane: DataPlane.standaloneEnvoy(),
      release: Release.GAIE_V1_5_0,
    });
    expect(mainContainer(objects, 'vllm').image).toMatch(/llm-d-inference-sim/);
    expect(podSpec(objects, 'gaie-sim-epp').containers).toHaveLength(2);
    expect(find(objects, 'InferenceModelRewrite').apiVersion).toBe('inference.networking.x-k8s.io/v1alpha2');
  });

  test('by its namespace', () => {
    const namespaces = guide(6, { namespace: 'team-a' }).map(({ metadata }) => metadata.namespace);
    expect([...new Set(namespaces)]).toEqual(['team-a']);
  });

  test('by its registry, for all images', () => {
    const images = (objects: KubeObject[]) =>
      objects.flatMap(({ spec }) => spec?.template?.spec.containers ?? []).map(({ image }: any) => image);
    expect(images(guide(6, { imageRegistry: 'mirror.example' }))).toEqual([
      'mirror.example/vllm/vllm-openai-cpu:v0.32.0',
      'mirror.example/llm-d/llm-d-router-endpoint-picker:v0.10.0',
    ]);
  });
});

test('the subpath has the six guides, which are the classes of the package itself', () => {
  const names = Object.keys(guides).filter((name) => name.endsWith('Guide'));
  expect(names).toHaveLength(6);
  expect(everything).toMatchObject(guides);
});
