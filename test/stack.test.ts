import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, Duration } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import {
  DataPlane,
  Engine,
  EnvoyPlacement,
  InferenceStack,
  type InferenceStackProps,
  LlmdChart,
  LlmdStack,
  type LlmdStackProps,
  Model,
  Release,
} from 'cdk8s-llm-d';
import { find, type KubeObject, mainContainer, nameOf, parseObjects, podSpec } from './support/objects';
import { newChart } from './support/synth';

const OPT = Model.huggingFace('facebook/opt-125m');

function stack(props: Partial<LlmdStackProps> = {}): KubeObject[] {
  return new LlmdStack(new App(), 'opt', { model: OPT, ...props }).toJson();
}

test('the quickstart fits in five lines, and writes one file', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'quickstart-'));
  try {
    const app = new App({ outdir });
    new LlmdStack(app, 'opt', { model: Model.huggingFace('facebook/opt-125m'), engine: Engine.vllmCpu(), replicas: 3 });
    app.synth();

    expect(readdirSync(outdir)).toEqual(['opt.k8s.yaml']);
    const objects = parseObjects(readFileSync(join(outdir, 'opt.k8s.yaml'), 'utf8'));
    expect(find(objects, 'Deployment', 'opt').spec.replicas).toBe(3);
    expect(find(objects, 'HTTPRoute', 'opt').spec.rules[0].backendRefs).toMatchObject([{ name: 'opt' }]);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});

test('a stack is a model server, a pool with its picker, and a data plane', () => {
  expect(stack().map(nameOf).sort()).toEqual(
    [
      'Deployment/opt',
      'Service/opt',
      'InferencePool/opt',
      ...['ConfigMap', 'Deployment', 'Role', 'RoleBinding', 'Service', 'ServiceAccount'].map(
        (kind) => `${kind}/opt-epp`,
      ),
      ...['ClusterRole', 'ClusterRoleBinding'].map((kind) => `${kind}/llm-d:default:opt-epp`),
      ...['AgentgatewayParameters', 'Gateway'].map((kind) => `${kind}/opt-gateway`),
      'HTTPRoute/opt',
    ].sort(),
  );
});

test('an LlmdStack has the parts of an InferenceStack', () => {
  const props = { model: OPT, rewrites: [{ targets: [{ model: 'opt' }] }] };
  const fields = (stack: InferenceStack | LlmdStack) => {
    const { modelServer, pool, rewrite, entry } = stack;
    return [modelServer, pool, rewrite].map((part) => part?.name).concat(entry.service);
  };
  const ours = new LlmdStack(new App(), 'opt', props);
  expect(fields(ours)).toEqual(['opt', 'opt', 'opt', 'opt-gateway']);
  expect(fields(ours)).toEqual(fields(new InferenceStack(newChart(), 'opt', props)));
  ours.modelServer.workload.metadata.addAnnotation('team', 'a');
  expect(find(ours.toJson(), 'Deployment', 'opt').metadata.annotations).toEqual({ team: 'a' });
});

test('its parts are fields, and can be patched', () => {
  const chart = newChart({ namespace: 'team-a' });
  const { modelServer, pool, rewrite, entry } = new InferenceStack(chart, 'opt', {
    model: OPT,
    rewrites: [{ targets: [{ model: 'opt' }] }],
  });
  expect([modelServer.name, pool.name, rewrite?.name]).toEqual(['opt', 'opt', 'opt']);
  expect(pool.modelServers).toEqual([modelServer]);
  expect(entry).toMatchObject({ service: 'opt-gateway', namespace: 'team-a', port: 80 });
  modelServer.workload.metadata.addAnnotation('team', 'a');
  expect(find(chart.toJson(), 'Deployment', 'opt').metadata.annotations).toEqual({ team: 'a' });
});

describe('options reach the part that they are for:', () => {
  test.each<[string, Partial<InferenceStackProps>, string, string, object]>([
    ['replicas', { replicas: 2 }, 'Deployment', 'opt', { spec: { replicas: 2 } }],
    ['port', { port: 9000 }, 'InferencePool', 'opt', { spec: { targetPorts: [{ number: 9000 }] } }],
    [
      'podSelector',
      { podSelector: { a: 'b' } },
      'InferencePool',
      'opt',
      { spec: { selector: { matchLabels: { a: 'b' } } } },
    ],
    [
      'requestTimeout',
      { requestTimeout: Duration.minutes(2) },
      'HTTPRoute',
      'opt',
      { spec: { rules: [{ timeouts: { request: '120s' } }] } },
    ],
    [
      'rewrites',
      { rewrites: [{ targets: [{ model: 'x' }] }], release: Release.GAIE_V1_5_0 },
      'InferenceModelRewrite',
      'opt',
      { apiVersion: 'inference.networking.x-k8s.io/v1alpha2', spec: { poolRef: { name: 'opt' } } },
    ],
    ['name', { name: 'llm' }, 'Deployment', 'llm', { spec: { selector: { matchLabels: { app: 'llm' } } } }],
  ])('%s', (_, props, kind, name, expected) => {
    expect(find(stack(props), kind, name)).toMatchObject(expected);
  });

  test('pod options are for the model server', () => {
    const objects = stack({ nodeSelector: { gpu: 'yes' } });
    expect(podSpec(objects, 'opt').nodeSelector).toEqual({ gpu: 'yes' });
    expect(podSpec(objects, 'opt-epp')).not.toHaveProperty('nodeSelector');
  });

  test('endpointPicker is for the picker', () => {
    const objects = stack({ endpointPicker: { nodeSelector: { gpu: 'no' }, metricsAuth: false } });
    expect(podSpec(objects, 'opt-epp').nodeSelector).toEqual({ gpu: 'no' });
    expect(objects.map(({ kind }) => kind)).not.toContain('ClusterRole');
  });

  test('registry and pull secrets are for both, unless the picker has its own', () => {
    const imagePullSecrets = [Secret.fromSecretName(newChart(), 'secret', 'pull')];
    const props = { imageRegistry: 'mirror.example', imagePullSecrets };
    for (const name of ['opt', 'opt-epp']) {
      expect(mainContainer(stack(props), name).image).toMatch(/^mirror\.example\//);
      expect(podSpec(stack(props), name).imagePullSecrets).toEqual([{ name: 'pull' }]);
    }
    const own = stack({ ...props, endpointPicker: { imageRegistry: 'other.example' } });
    expect(mainContainer(own, 'opt-epp').image).toMatch(/^other\.example\//);
  });
});

describe('the data plane', () => {
  test.each([
    ['sidecar', undefined, ['epp', 'envoy']],
    ['deployment', EnvoyPlacement.DEPLOYMENT, ['epp']],
  ])('decides how the picker is reached: %s', (_, placement, containers) => {
    const objects = stack({ dataPlane: DataPlane.standaloneEnvoy({ placement }) });
    expect(podSpec(objects, 'opt-epp').containers.map(({ name }: any) => name)).toEqual(containers);
  });

  test('and an impossible release is refused', () => {
    expect(() => stack({ release: Release.GAIE_V1_4_0 })).toThrow(
      /^LLMD-RELEASE-DATA-PLANE at opt\/stack\/data-plane: got release gaie-v1\.4\.0, /,
    );
  });
});

describe('namespace', () => {
  const namespaces = (objects: readonly KubeObject[]) => [
    ...new Set(objects.filter(({ kind }) => !kind.startsWith('Cluster')).map(({ metadata }) => metadata.namespace)),
  ];

  test.each([
    [undefined, 'default'],
    ['team-a', 'team-a'],
  ])('%s of an LlmdStack is %s on every namespaced object', (namespace, expected) => {
    expect(namespaces(stack({ namespace }))).toEqual([expected]);
  });

  test.each<[string, (namespace: string) => Chart]>([
    ['a chart of ours', (namespace) => new LlmdChart(new App(), 'outer', { namespace })],
    ['a chart of cdk8s', (namespace) => new Chart(new App(), 'outer', { namespace })],
  ])('of a stack wins over the one of %s', (_, outer) => {
    const chart = outer('outer');
    new InferenceStack(chart, 'opt', { model: OPT, namespace: 'inner' });
    expect(namespaces(chart.toJson())).toEqual(['inner']);
    expect(find(chart.toJson(), 'ClusterRole').metadata).not.toHaveProperty('namespace');
    expect(mainContainer(chart.toJson(), 'opt-epp').args).toContain('--pool-namespace=inner');
  });
});

describe('labels', () => {
  test('include app.kubernetes.io/part-of', () => {
    const parts = (objects: KubeObject[]) => [
      ...new Set(objects.map(({ metadata }) => metadata.labels?.['app.kubernetes.io/part-of'])),
    ];
    expect(parts(stack())).toEqual(['opt']);
    expect(parts(stack({ name: 'llm' }))).toEqual(['llm']);
  });

  test('of the chart reach all objects, and no selector', () => {
    const objects = stack({ labels: { team: 'a' } });
    expect(objects.filter(({ metadata }) => metadata.labels?.team !== 'a')).toEqual([]);
    expect(find(objects, 'Deployment', 'opt').spec.selector).toEqual({ matchLabels: { app: 'opt' } });
  });
});

test.each(['My_Stack', '9lives', 'a'.repeat(64)])('the name %s is refused', (name) => {
  expect(() => stack({ name })).toThrow(/^LLMD-NAME(-SERVICE)? at opt\/stack/);
});
