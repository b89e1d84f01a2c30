import { JsonPatch, Size } from 'cdk8s';
import {
  Drain,
  Engine,
  type IEngine,
  Model,
  ModelServer,
  type ModelServerOptions,
  type ModelServerProps,
} from '../../lib';
import { find, mainContainer, nameOf, podSpec } from '../support/objects';
import { newChart, synth } from '../support/synth';

const model = Model.huggingFace('facebook/opt-125m');

function serve(props: Partial<ModelServerProps> = {}) {
  return synth((chart) => new ModelServer(chart, 'vllm', { model, ...props }));
}

describe('objects', () => {
  test('a Deployment and a Service, named as the construct', () => {
    expect(serve().map(nameOf)).toEqual(['Deployment/vllm', 'Service/vllm']);
  });

  test('or as the prop says', () => {
    expect(serve({ name: 'opt' }).map(nameOf)).toEqual(['Deployment/opt', 'Service/opt']);
  });

  test.each(['My_Model', '9lives'])('the name %s is refused', (name) => {
    expect(() => serve({ name })).toThrow(/^LLMD-NAME(-SERVICE)? at test\/vllm: /);
  });

  test.each<[string | undefined, string | undefined, string]>([
    [undefined, undefined, 'default'],
    ['team-a', undefined, 'team-a'],
    ['team-a', 'team-b', 'team-b'],
  ])('chart in %s, prop %s: namespace %s', (ofChart, ofProp, namespace) => {
    const objects = synth((chart) => new ModelServer(chart, 'vllm', { model, namespace: ofProp }), {
      namespace: ofChart,
    });
    expect(objects.map(({ metadata }) => metadata.namespace)).toEqual([namespace, namespace]);
  });

  test('a namespace that is no name is refused', () => {
    expect(() => serve({ namespace: 'Team A' })).toThrow(/^LLMD-NAME at test\/vllm: got namespace "Team A"/);
  });

  test('are fields, so that everything can be patched and no patch is lost', () => {
    const chart = newChart();
    const server = new ModelServer(chart, 'vllm', { model, disruptionBudget: { maxUnavailable: 1 } });
    server.workload.addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/workingDir', '/x'));
    server.service.addJsonPatch(JsonPatch.add('/spec/fieldOfTheFuture', true));
    server.podDisruptionBudget?.addJsonPatch(JsonPatch.replace('/spec/maxUnavailable', '20%'));
    const objects = chart.toJson();
    expect(mainContainer(objects).workingDir).toBe('/x');
    expect(find(objects, 'Service').spec.fieldOfTheFuture).toBe(true);
    expect(find(objects, 'PodDisruptionBudget').spec.maxUnavailable).toBe('20%');
  });
});

describe('selector', () => {
  test('is exactly `app: <name>` in Deployment, Service and PodDisruptionBudget', () => {
    const objects = serve({ name: 'opt', podLabels: { team: 'a' }, disruptionBudget: { maxUnavailable: 1 } });
    expect(find(objects, 'Deployment').spec.selector).toEqual({ matchLabels: { app: 'opt' } });
    expect(find(objects, 'Service').spec.selector).toEqual({ app: 'opt' });
    expect(find(objects, 'PodDisruptionBudget').spec).toEqual({
      maxUnavailable: 1,
      selector: { matchLabels: { app: 'opt' } },
    });
  });

  test('does not follow the labels that a pool adds', () => {
    const chart = newChart();
    new ModelServer(chart, 'vllm', { model }).addPodLabels({ 'llm-d.ai/model': 'random' });
    const { metadata, spec } = find(chart.toJson(), 'Deployment');
    expect(spec.selector).toEqual({ matchLabels: { app: 'vllm' } });
    expect(spec.template.metadata.labels).toMatchObject({ app: 'vllm', 'llm-d.ai/model': 'random' });
    expect(metadata.labels).not.toHaveProperty('llm-d.ai/model');
  });
});

describe('labels', () => {
  test.each<[IEngine, string]>([
    [Engine.vllmCpu(), 'vllm'],
    [Engine.simulator(), 'llm-d-inference-sim'],
  ])('say what the objects are: %#', (engine, app) => {
    const labels = {
      'app.kubernetes.io/name': app,
      'app.kubernetes.io/instance': 'opt',
      'app.kubernetes.io/component': 'model-server',
      'app.kubernetes.io/part-of': 'llm-d',
      'app.kubernetes.io/managed-by': 'cdk8s-llm-d',
    };
    const objects = serve({ name: 'opt', engine });
    expect(objects.map(({ metadata }) => metadata.labels)).toEqual([labels, labels]);
    expect(find(objects, 'Deployment').spec.template.metadata.labels).toEqual({ app: 'opt', ...labels });
  });

  test('that a pool adds twice are fine, and refused where they contradict', () => {
    const server = new ModelServer(newChart(), 'vllm', { model });
    server.addPodLabels({ pool: 'a' });
    server.addPodLabels({ pool: 'a' });
    expect(() => server.addPodLabels({ pool: 'b' })).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-POOL-LABEL-TAKEN at test/vllm: got the pod label pool: b, expected pool: a, which the pods already carry. Fix: let the pool select by another label."`,
    );
  });

  test.each(['toString', 'hasOwnProperty'])('may have the key %s, which every object of JavaScript has', (key) => {
    const chart = newChart();
    new ModelServer(chart, 'vllm', { model, podLabels: { [key]: 'a' } }).addPodLabels({ valueOf: 'b' });
    expect(find(chart.toJson(), 'Deployment').spec.template.metadata.labels).toMatchObject({
      [key]: 'a',
      valueOf: 'b',
    });
  });
});

describe('port', () => {
  test('is the same for the engine, its container, its probes and its Service', () => {
    const objects = serve({ port: 9000 });
    const container = mainContainer(objects);
    expect(container.args).toContain('--port=9000');
    expect(container.ports).toEqual([{ name: 'http', containerPort: 9000 }]);
    expect(container.readinessProbe.httpGet.port).toBe('http');
    expect(find(objects, 'Service').spec.ports).toEqual([{ name: 'http', port: 9000, targetPort: 'http' }]);
  });

  test.each([0, 80, 1023, 65536, 8000.5, Number.NaN])('%d is refused', (port) => {
    expect(() => serve({ port })).toThrow(/^LLMD-PORT at test\/vllm: got port /);
  });

  test('is refused with the remedy', () => {
    expect(() => serve({ port: 80 })).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-PORT at test/vllm: got port 80, expected a whole number from 1024 to 65535: the engine runs without root. Fix: leave port out for 8000."`,
    );
  });
});

describe('several ports', () => {
  const objects = (port?: number, dataParallelSize = 3) =>
    serve({ port, engine: Engine.simulator({ dataParallelSize }) });

  test('are those of the ranks, on the pods and on the Service; probes ask the first', () => {
    const container = mainContainer(objects(9000));
    expect(container.args).toEqual(expect.arrayContaining(['--port=9000', '--data-parallel-size=3']));
    expect(container.ports).toEqual([
      { name: 'http', containerPort: 9000 },
      { name: 'http-1', containerPort: 9001 },
      { name: 'http-2', containerPort: 9002 },
    ]);
    expect(container.readinessProbe.httpGet.port).toBe('http');
    expect(find(objects(9000), 'Service').spec.ports).toEqual([
      { name: 'http', port: 9000, targetPort: 'http' },
      { name: 'http-1', port: 9001, targetPort: 'http-1' },
      { name: 'http-2', port: 9002, targetPort: 'http-2' },
    ]);
  });

  test('end at 65535', () => {
    expect(() => objects(65533)).not.toThrow();
    expect(() => objects(65534)).toThrow(
      'LLMD-PORT-LAST at test/vllm: got 3 ports from 65534 on, expected ports up to 65535. Fix: lower port.',
    );
  });

  test.each([0, 9, 1.5])('%d ranks are refused', (ranks) => {
    const ranked = (portCount: number) =>
      serve({ engine: { specify: () => ({ name: 'engine', image: 'engine:v1', portCount }) } });
    expect(() => ranked(8)).not.toThrow();
    expect(() => ranked(ranks)).toThrow(/^LLMD-ENGINE-PORTS at test\/vllm: got portCount .* from 1 to 8, /);
  });
});

describe('replicas', () => {
  test.each([0, 1, 3])('%d', (replicas) => {
    expect(find(serve({ replicas }), 'Deployment').spec.replicas).toBe(replicas);
  });

  test('may be left to an autoscaler', () => {
    expect(find(serve(), 'Deployment').spec).not.toHaveProperty('replicas');
  });

  test.each([-1, 1.5, Number.NaN, Infinity])('%d is refused', (replicas) => {
    expect(() => serve({ replicas })).toThrow(/^LLMD-REPLICAS at test\/vllm: got replicas .* for an autoscaler\.$/);
  });
});

describe('disruption budget', () => {
  test.each([1, 2])('maxUnavailable %d', (maxUnavailable) => {
    const objects = serve({ disruptionBudget: { maxUnavailable } });
    expect(find(objects, 'PodDisruptionBudget').spec).toEqual({
      maxUnavailable,
      selector: { matchLabels: { app: 'vllm' } },
    });
  });

  test.each([0, -1, 0.5])('maxUnavailable %d is refused', (maxUnavailable) => {
    expect(() => serve({ disruptionBudget: { maxUnavailable } })).toThrow(
      /^LLMD-MAX-UNAVAILABLE at test\/vllm: got maxUnavailable /,
    );
  });
});

describe('served names', () => {
  test.each<[string, Partial<ModelServerOptions>, string[]]>([
    ['the id of the model by default', {}, ['facebook/opt-125m']],
    ['others where they are given', { servedModelNames: ['a', 'b'] }, ['a', 'b']],
  ])('%s', (_, props, names) => {
    expect(new ModelServer(newChart(), 'vllm', { model, ...props }).servedModelNames).toEqual(names);
  });

  test.each([
    ['LLMD-MODEL-NAMES', [], 'empty servedModelNames', 'at least one name'],
    ['LLMD-MODEL-NAME-TWICE', ['a', 'a'], '"a" twice', 'each name once'],
  ])('%s: %j are refused', (code, servedModelNames, got, expected) => {
    expect(() => serve({ servedModelNames: ['a', 'b'] })).not.toThrow();
    expect(() => serve({ servedModelNames })).toThrow(
      new RegExp(
        `^${code} at test/vllm: got .*${got}, expected ${expected}. Fix: leave servedModelNames out to serve the model `,
      ),
    );
  });
});

describe('probes', () => {
  test('nothing is ready before it serves, and a small model may take 11 minutes to load', () => {
    const { startupProbe, readinessProbe, livenessProbe } = mainContainer(serve());
    expect(startupProbe).toMatchObject({ httpGet: { path: '/health', port: 'http' }, periodSeconds: 2 });
    expect(startupProbe.failureThreshold * startupProbe.periodSeconds).toBe(11 * 60);
    expect(readinessProbe).toMatchObject({ httpGet: { path: '/health', port: 'http' }, failureThreshold: 3 });
    expect(livenessProbe).toMatchObject({ httpGet: { path: '/health', port: 'http' }, failureThreshold: 6 });
  });
});

describe('memory', () => {
  const limit = (mebibytes: number, engine?: IEngine) =>
    serve({ engine, resources: { memory: { request: Size.mebibytes(16), limit: Size.mebibytes(mebibytes) } } });

  test.each<[number, IEngine | undefined]>([
    [1536, undefined],
    [2048 + 256, Engine.vllmCpu({ kvCacheSpace: Size.gibibytes(2), sharedMemory: Size.mebibytes(256) })],
    [16, Engine.simulator()],
  ])('a limit of %d MiB is the least', (mebibytes, engine) => {
    expect(mainContainer(limit(mebibytes, engine)).resources.limits.memory).toBe(`${mebibytes}Mi`);
    expect(() => limit(mebibytes - 1, engine)).toThrow(/^LLMD-MEMORY at test\/vllm: /);
  });

  test('is refused with the remedy', () => {
    expect(() => limit(1024)).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-MEMORY at test/vllm: got a memory limit of 1024Mi, expected at least the 1536 MiB that the engine takes for its KV cache and shared memory. Fix: raise the limit, or lower kvCacheSpace and sharedMemory."`,
    );
  });
});

test('the pod has no token of the API server, which it does not talk to', () => {
  expect(podSpec(serve())).toMatchObject({ automountServiceAccountToken: false });
  expect(podSpec(serve())).not.toHaveProperty('serviceAccountName');
});

test('its properties have the values of its props', () => {
  const server = new ModelServer(newChart({ namespace: 'team-a' }), 'vllm', { model, drain: Drain.none() });
  expect(server).toMatchObject({ name: 'vllm', namespace: 'team-a', ports: [8000], gracePeriodSeconds: 30 });
});
