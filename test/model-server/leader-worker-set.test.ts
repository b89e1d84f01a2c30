import { EnvValue } from 'cdk8s-plus-28';
import {
  Accelerator,
  Drain,
  Engine,
  type EngineSpec,
  InferencePool,
  Model,
  ModelServer,
  type ModelServerOptions,
  Mount,
  type VllmOptions,
} from '../../lib';
import { findings } from '../support/findings';
import { find, type KubeObject, nameOf } from '../support/objects';
import { synth } from '../support/synth';

const model = Model.huggingFace('facebook/opt-125m');
const nodes = [
  '--tensor-parallel-size=8',
  '--pipeline-parallel-size=2',
  '--nnodes=$(LWS_GROUP_SIZE)',
  '--node-rank=$(LWS_WORKER_INDEX)',
  '--master-addr=$(LWS_LEADER_ADDRESS)',
];
const engine: EngineSpec = {
  name: 'vllm',
  image: 'vllm/vllm-openai:v0.32.0',
  command: ['vllm', 'serve'],
  args: ['facebook/opt-125m', ...nodes, '--shutdown-timeout=45'],
  workerArgs: ['facebook/opt-125m', ...nodes, '--headless'],
  env: { HOME: EnvValue.fromValue('/home/vllm') },
  mounts: [Mount.emptyDir('/tmp'), Mount.emptyDir('/home/vllm'), Mount.emptyDir('/dev/shm', { inMemory: true })],
  accelerator: Accelerator.nvidia({ count: 8 }),
  extraPorts: { 'kv-events': 5556 },
};

function serve(options: ModelServerOptions = {}, spec: Partial<EngineSpec> = {}): KubeObject[] {
  return synth((chart) => {
    const props = { model, nodesPerReplica: 2, engine: { specify: () => ({ ...engine, ...spec }) }, ...options };
    new InferencePool(chart, 'pool', { modelServers: [new ModelServer(chart, 'server', props)] });
  });
}

const templates = (objects: readonly KubeObject[]) =>
  find(objects, 'LeaderWorkerSet').spec.leaderWorkerTemplate as { [name: string]: any };

test('a LeaderWorkerSet in place of the Deployment: groups that start and restart as one', () => {
  const objects = serve({ replicas: 3 });
  expect(objects.map(nameOf)).toContain('LeaderWorkerSet/server');
  expect(objects.map(nameOf)).not.toContain('Deployment/server');
  expect(find(objects, 'LeaderWorkerSet').spec).toMatchObject({
    replicas: 3,
    startupPolicy: 'LeaderCreated',
    networkConfig: { subdomainPolicy: 'UniquePerReplica' },
    leaderWorkerTemplate: { size: 2, restartPolicy: 'RecreateGroupOnPodRestart' },
  });
});

test('the leader answers requests; a worker has no port and no probe, and stays until the leader is done', () => {
  const { leaderTemplate, workerTemplate } = templates(serve());
  const [leader] = leaderTemplate.spec.containers;
  const [worker] = workerTemplate.spec.containers;
  expect(leader.args).toEqual(engine.args);
  expect(leader.ports).toEqual([
    { name: 'http', containerPort: 8000, protocol: 'TCP' },
    { name: 'kv-events', containerPort: 5556, protocol: 'TCP' },
  ]);
  expect(leader.lifecycle).toEqual({ preStop: { sleep: { seconds: 10 } } });
  expect(worker.args).toEqual(engine.workerArgs);
  expect(worker.lifecycle).toEqual({ preStop: { sleep: { seconds: 10 + 45 } } });
  for (const field of ['ports', 'startupProbe', 'readinessProbe', 'livenessProbe']) {
    expect(leader).toHaveProperty(field);
    expect(worker).not.toHaveProperty(field);
  }
  for (const { resources } of [leader, worker]) expect(resources.limits).toEqual({ 'nvidia.com/gpu': '8' });
});

test('one endpoint for each group: pool and Service select the leaders alone', () => {
  const objects = serve();
  const { leaderTemplate, workerTemplate } = templates(objects);
  const { matchLabels } = find(objects, 'InferencePool').spec.selector;
  const service = find(objects, 'Service', 'server').spec.selector;
  expect(service).toEqual({ app: 'server', 'leaderworkerset.sigs.k8s.io/worker-index': '0' });
  expect(leaderTemplate.metadata.labels).toMatchObject({ ...matchLabels, ...service });
  expect(workerTemplate.metadata.labels).toMatchObject({ app: 'server' });
  for (const label of [...Object.keys(matchLabels), 'leaderworkerset.sigs.k8s.io/worker-index']) {
    expect(workerTemplate.metadata.labels).not.toHaveProperty([label]);
  }
});

test('data-parallel ranks that each serve: all pods are endpoints, on all ports', () => {
  const objects = serve({}, { workersServe: true, portCount: 2 });
  const { leaderTemplate, workerTemplate } = templates(objects);
  const pool = find(objects, 'InferencePool').spec;
  expect(pool.targetPorts).toEqual([{ number: 8000 }, { number: 8001 }]);
  expect(find(objects, 'Service', 'server').spec.selector).toEqual({ app: 'server' });
  for (const { metadata, spec } of [leaderTemplate, workerTemplate]) {
    expect(metadata.labels).toMatchObject(pool.selector.matchLabels);
    expect(spec.containers[0].ports).toHaveLength(3);
    expect(spec.containers[0]).toHaveProperty('readinessProbe');
  }
  expect(workerTemplate.spec.containers[0].args).toEqual(engine.workerArgs);
});

test('probes ask the supervisor of the ranks', () => {
  const probes = { probePort: 'supervisor', startPath: '/health', readyPath: '/readyz', startupSeconds: 2701 };
  const objects = serve({}, { ...probes, extraPorts: { supervisor: 9256 } });
  const [leader] = templates(objects).leaderTemplate.spec.containers;
  expect(leader.startupProbe).toMatchObject({
    httpGet: { path: '/health', port: 'supervisor' },
    periodSeconds: 2,
    failureThreshold: 1351,
  });
  expect(leader.readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'supervisor' });
  expect(leader.livenessProbe.httpGet).toEqual({ path: '/health', port: 'supervisor' });
});

test("the user's options reach both pods, those of probes only the leader", () => {
  const objects = serve({
    extraArgs: ['--max-model-len=1024'],
    podLabels: { team: 'a' },
    nodeSelector: { zone: 'b' },
    probes: { startup: { failureThreshold: 7 } },
  });
  const { leaderTemplate, workerTemplate } = templates(objects);
  for (const { metadata, spec } of [leaderTemplate, workerTemplate]) {
    expect(metadata.labels.team).toBe('a');
    expect(spec.nodeSelector).toEqual({ zone: 'b' });
    expect(spec.containers[0].args).toContain('--max-model-len=1024');
  }
  expect(leaderTemplate.spec.containers[0].startupProbe.failureThreshold).toBe(7);
  expect(workerTemplate.spec.containers[0]).not.toHaveProperty('startupProbe');
});

test('an engine without a drain: the leader pauses for all of it as well', () => {
  const objects = serve({ drain: Drain.of() }, { finishesRequests: false });
  expect(templates(objects).leaderTemplate.spec.containers[0].lifecycle.preStop.sleep.seconds).toBe(55);
});

test('a rollout', () => {
  const { rolloutStrategy } = find(serve({ rollout: { maxSurge: 1, maxUnavailable: 0 } }), 'LeaderWorkerSet').spec;
  expect(rolloutStrategy).toEqual({
    type: 'RollingUpdate',
    rollingUpdateConfiguration: { maxSurge: 1, maxUnavailable: 0 },
  });
});

test.each([
  [1, 1],
  [2, 3],
])('a disruption budget of %i replicas of 2 pods: %i pods', (replicas, pods) => {
  const budget = find(serve({ disruptionBudget: { maxUnavailable: replicas } }), 'PodDisruptionBudget');
  expect(budget.spec).toEqual({ maxUnavailable: pods, selector: { matchLabels: { app: 'server' } } });
});

test('a TPU slice of two hosts', () => {
  const accelerator = Accelerator.googleTpu({ type: 'tpu7x', topology: '2x2x2' });
  const [worker] = templates(serve({}, { accelerator })).workerTemplate.spec.containers;
  expect(worker.resources.limits).toEqual({ 'google.com/tpu': '4' });
});

test.each<[string, ModelServerOptions, Partial<EngineSpec>, RegExp]>([
  ['0 nodes', { nodesPerReplica: 0 }, {}, /LLMD-NODES at .*got nodesPerReplica 0/],
  ['half a node', { nodesPerReplica: 1.5 }, {}, /LLMD-NODES/],
  ['nodes in quotes', { nodesPerReplica: '2' as never }, {}, /LLMD-OPTION-TYPE.*nodesPerReplica "2"/],
  ['an engine of one node', {}, { workerArgs: undefined }, /LLMD-ENGINE-NODES at .*the engine vllm/],
  [
    'fewer nodes than the accelerator has',
    { nodesPerReplica: 1 },
    { accelerator: Accelerator.googleTpu({ type: 'tpu-v6e-slice', topology: '4x4' }) },
    /LLMD-ACCELERATOR-HOSTS.*Fix: pass nodesPerReplica: 4/,
  ],
  ['no startup time', {}, { startupSeconds: 0 }, /LLMD-ENGINE-STARTUP/],
  ['a port without a number', {}, { extraPorts: { events: NaN } }, /LLMD-ENGINE-EXTRA-PORT.*NaN/],
  ['a port with the name of the API', {}, { extraPorts: { 'http-1': 9000 } }, /LLMD-ENGINE-PORT-NAME/],
  ['a port with a long name', {}, { extraPorts: { 'a-very-long-name': 9000 } }, /LLMD-ENGINE-PORT-NAME/],
  ['a probe of an unknown port', {}, { probePort: 'toString' }, /LLMD-ENGINE-PROBE-PORT.*"toString"/],
  ['a start path without a slash', {}, { startPath: 'health' }, /LLMD-ENGINE-PROBE-PATH/],
])('%s is refused', (_, options, spec, message) => {
  expect(() => serve(options, spec)).toThrow(message);
});

describe('vLLM', () => {
  const vllm = (options: Partial<VllmOptions> = {}) =>
    serve({ engine: Engine.vllm({ accelerator: Accelerator.nvidia({ count: 8 }), ...options }) });

  test('on 2 nodes: the ranks meet at the leader, and validation finds nothing', () => {
    const objects = vllm();
    const { leaderTemplate, workerTemplate } = templates(objects);
    const [leader, worker] = [leaderTemplate, workerTemplate].map(({ spec }) => spec.containers[0].args);
    expect(leader).toEqual(
      expect.arrayContaining([
        '--tensor-parallel-size=16',
        '--nnodes=2',
        '--node-rank=$(LWS_WORKER_INDEX)',
        '--master-addr=$(LWS_LEADER_ADDRESS)',
      ]),
    );
    expect(worker).toEqual([...leader.filter((word: string) => !word.startsWith('--shutdown-timeout')), '--headless']);
    expect(findings(objects)).toEqual([]);
  });

  test('with a server for each data-parallel rank: all ports of all pods, and probes of the supervisor', () => {
    const objects = vllm({ dataParallelSize: 16, dataParallelMultiPortExternalLb: true });
    expect(find(objects, 'InferencePool').spec.targetPorts).toHaveLength(8);
    const { matchLabels } = find(objects, 'InferencePool').spec.selector;
    const { leaderTemplate, workerTemplate } = templates(objects);
    for (const { metadata, spec } of [leaderTemplate, workerTemplate]) {
      expect(metadata.labels).toMatchObject(matchLabels);
      expect(spec.containers[0]).toMatchObject({
        startupProbe: { httpGet: { path: '/health', port: 'dp-supervisor' } },
        readinessProbe: { httpGet: { path: '/readyz', port: 'dp-supervisor' } },
        livenessProbe: { httpGet: { path: '/health', port: 'dp-supervisor' } },
      });
      expect(spec.containers[0].args).not.toContain('--headless');
    }
    expect(findings(objects)).toEqual([]);
  });
});

test('SGLang: all nodes are started alike, and validation finds nothing', () => {
  const objects = serve({ engine: Engine.sglang({ accelerator: Accelerator.nvidia({ count: 8 }) }) });
  const { leaderTemplate, workerTemplate } = templates(objects);
  const [leader, worker] = [leaderTemplate, workerTemplate].map(({ spec }) => spec.containers[0]);
  expect(leader.args).toContain('--node-rank=$(LWS_WORKER_INDEX)');
  expect(worker.args).toEqual(leader.args);
  for (const { metadata } of [leaderTemplate, workerTemplate]) {
    expect(metadata.labels).toMatchObject({ 'app.kubernetes.io/name': 'sglang' });
  }
  expect(findings(objects)).toEqual([]);
});

test.each<[string, ModelServerOptions, Partial<EngineSpec>]>([
  ['leader and workers', { disruptionBudget: { maxUnavailable: 1 }, replicas: 2 }, {}],
  ['workers that serve', {}, { workersServe: true, portCount: 2, workerArgs: engine.args }],
  ['claimed devices', {}, { accelerator: Accelerator.deviceClaim({ deviceClass: 'gpu.nvidia.com', count: 8 }) }],
])('validation finds nothing: %s', (_, options, spec) => {
  expect(findings(serve(options, spec))).toEqual([]);
});
