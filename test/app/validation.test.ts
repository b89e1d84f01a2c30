import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import {
  DataPlane,
  InferencePool,
  LlmdChart,
  LlmdStack,
  Model,
  ModelRewrite,
  ModelServer,
  Release,
  Validation,
} from '../../lib';

const MODEL = Model.huggingFace('facebook/opt-125m');
const TYPO = JsonPatch.add('/spec/replica', 2);

function newStack(app = new App()): { readonly app: App; readonly stack: LlmdStack } {
  return { app, stack: new LlmdStack(app, 'opt', { model: MODEL }) };
}

/** A ConfigMap-consuming pod in a chart of cdk8s, of which the ConfigMap may be missing. */
function foreignApp(): { readonly app: App; readonly chart: Chart; readonly pod: ApiObject } {
  const app = new App();
  const chart = new Chart(app, 'foreign');
  const pod = new ApiObject(chart, 'pod', {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'reader', namespace: 'team' },
    spec: {
      containers: [{ name: 'main', image: 'busybox:1.37', envFrom: [{ configMapRef: { name: 'settings' } }] }],
      securityContext: { runAsNonRoot: true },
    },
  });
  return { app, chart, pod };
}

let warnings: string[];
beforeEach(() => {
  warnings = [];
  jest.spyOn(console, 'warn').mockImplementation((text: string) => void warnings.push(text));
});
afterEach(() => jest.restoreAllMocks());

describe('an app with one of our charts', () => {
  test('is written when nothing is wrong, and nothing is printed', () => {
    const { app } = newStack();
    expect(app.synthYaml()).toContain('kind: InferencePool');
    expect(warnings).toEqual([]);
  });

  test.each(['synth', 'synthYaml'] as const)('does not %s when a patch is wrong', (method) => {
    const { app, stack } = newStack();
    stack.modelServer.workload.addJsonPatch(TYPO);
    expect(() => app[method]()).toThrow(
      /LLMD-UNKNOWN-FIELD at opt\/\S+ \(Deployment default\/opt spec\.replica\): .* Fix: write replicas\./,
    );
  });

  test('is a closed set: what it refers to must be in it', () => {
    const app = new App();
    const chart = new LlmdChart(app, 'chart');
    new ModelServer(chart, 'server', { model: MODEL });
    new ApiObject(chart, 'budget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'other' },
      spec: { minAvailable: 1, selector: { matchLabels: { app: 'other' } } },
    });
    expect(() => app.synthYaml()).toThrow('LLMD-BUDGET-NO-PODS');
  });

  test('counts everything of the app, whatever chart it is in', () => {
    const { app } = newStack();
    const foreign = new Chart(app, 'foreign');
    new ApiObject(foreign, 'clash', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'opt' },
      spec: { ports: [{ port: 80 }] },
    });
    expect(() => app.synthYaml()).toThrow('LLMD-DUPLICATE-OBJECT');
  });

  test('is written as it is when validation is disabled', () => {
    const { app, stack } = newStack();
    stack.modelServer.workload.addJsonPatch(TYPO);
    Validation.disable(stack);
    expect(app.synthYaml()).toContain('replica: 2');
  });

  test('an imported Secret and an existing Gateway are known to be outside', () => {
    const app = new App();
    const chart = new LlmdChart(app, 'imports');
    const token = Secret.fromSecretName(chart, 'token', 'hf-token');
    new LlmdStack(app, 'opt', {
      model: Model.huggingFace('facebook/opt-125m', { token }),
      dataPlane: DataPlane.existingGateway({ name: 'shared', namespace: 'gateways' }),
    });
    expect(app.synthYaml()).toContain('hf-token');
  });
});

test('a pool of existing pods may find none in the app', () => {
  const app = new App();
  const chart = new LlmdChart(app, 'chart');
  new InferencePool(chart, 'pool', { existingPods: { labels: { app: 'elsewhere' } } });
  expect(app.synthYaml()).toContain('elsewhere');
  expect(warnings).toEqual([]);
});

test('an existing pool is known to be outside, and so is its endpoint picker', () => {
  const app = new App();
  const chart = new LlmdChart(app, 'chart');
  const pool = InferencePool.fromPoolName(chart, 'pool', 'shared', { podSelector: { a: 'b' } });
  new ModelRewrite(chart, 'rewrite', { pool, rules: [{ targets: [{ model: 'opt' }] }] });
  DataPlane.agentgateway().bind(chart, { pool });
  expect(app.synthYaml()).toContain('name: shared');
  expect(warnings).toEqual([]);
});

describe('any other app', () => {
  test('is not checked by default', () => {
    const { app, pod } = foreignApp();
    pod.addJsonPatch(TYPO);
    expect(app.synthYaml()).toContain('replica: 2');
  });

  test('is checked with one line', () => {
    const { app, pod } = foreignApp();
    Validation.enable(app);
    pod.addJsonPatch(TYPO);
    expect(() => app.synthYaml()).toThrow('LLMD-UNKNOWN-FIELD at foreign/pod');
  });

  test('may refer to what is in the cluster: that is a warning', () => {
    const { app } = foreignApp();
    Validation.enable(app);
    app.synthYaml();
    expect(warnings.join()).toContain('LLMD-CONFIG-MAP-MISSING at foreign/pod');
  });

  test('may be declared as closed', () => {
    const { app, chart } = foreignApp();
    Validation.enable(chart, { closed: true });
    expect(() => app.synthYaml()).toThrow('LLMD-CONFIG-MAP-MISSING');
  });

  test('may list what is outside', () => {
    const { app, pod } = foreignApp();
    Validation.enable(app, { closed: true });
    Validation.outside(pod, { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'team', name: 'settings' });
    expect(app.synthYaml()).toContain('settings');
    Validation.outside(pod, { apiVersion: 'v1', kind: 'ConfigMap', name: 'settings' });
    expect(app.synthYaml()).toContain('settings');
  });

  test('an object that is outside in another namespace does not help', () => {
    const { app, pod } = foreignApp();
    Validation.enable(app, { closed: true });
    Validation.outside(pod, { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'elsewhere', name: 'settings' });
    expect(() => app.synthYaml()).toThrow('LLMD-CONFIG-MAP-MISSING');
  });

  test('may name the release that reads it', () => {
    const { app } = foreignApp();
    Validation.enable(app, { release: Release.GAIE_V1_4_0 });
    expect(app.synthYaml()).toContain('reader');
  });
});

describe('acknowledgements', () => {
  test('accept the diagnostics below a construct', () => {
    const { app, pod } = foreignApp();
    Validation.enable(app, { closed: true });
    Validation.acknowledge(pod, 'LLMD-CONFIG-MAP-MISSING', 'another team makes it');
    expect(app.synthYaml()).toContain('settings');
  });

  test('accept nothing elsewhere, and are reported', () => {
    const { app, chart } = foreignApp();
    Validation.enable(app, { closed: true });
    const other = new Chart(chart, 'other');
    Validation.acknowledge(other, 'LLMD-CONFIG-MAP-MISSING', 'another team makes it');
    expect(() => app.synthYaml()).toThrow('LLMD-CONFIG-MAP-MISSING');
    expect(warnings.join()).toContain('LLMD-ACKNOWLEDGEMENT-UNUSED at foreign/other');
  });

  test('need a reason', () => {
    const { app } = foreignApp();
    expect(() => Validation.acknowledge(app, 'LLMD-CONFIG-MAP-MISSING', ' ')).toThrow('LLMD-ACKNOWLEDGEMENT-REASON');
  });
});

describe('a synth validates once', () => {
  test('however many charts there are', () => {
    const app = new App();
    const charts = Array.from({ length: 1000 }, (_, index) => new LlmdChart(app, `chart-${index}`));
    // cdk8s validates the app once more for each of its own charts.
    const plain = Array.from({ length: 10 }, (_, index) => new Chart(app, `plain-${index}`));
    const objects = [...charts, ...plain].map(
      (chart) =>
        new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: chart.node.id } }),
    );
    const made = jest.spyOn(ApiObject.prototype, 'toJson');
    app.synthYaml();
    // Our charts write what was validated; those of cdk8s make their objects again.
    expect(made).toHaveBeenCalledTimes(objects.length + plain.length);
  });

  test('and keeps no object from being changed afterwards', () => {
    const { app, stack } = newStack();
    app.synthYaml();
    stack.modelServer.workload.addJsonPatch(JsonPatch.add('/metadata/labels', { late: 'yes' }));
    expect(stack.modelServer.workload.toJson()).toHaveProperty('metadata.labels', { late: 'yes' });
    expect(app.synthYaml()).toContain('late: "yes"');
  });

  test('and a chart that is written on its own has the latest patch, after a synth that failed as well', () => {
    const { app, stack } = newStack();
    stack.node.addValidation({ validate: () => ['not today'] });
    expect(() => app.synthYaml()).toThrow('not today');
    stack.modelServer.workload.addJsonPatch(JsonPatch.add('/metadata/labels', { late: 'yes' }));
    expect(stack.toJson()).toContainEqual(
      expect.objectContaining({ kind: 'Deployment', metadata: expect.objectContaining({ labels: { late: 'yes' } }) }),
    );
  });

  test('and the next synth validates again', () => {
    const { app, stack } = newStack();
    app.synthYaml();
    stack.modelServer.workload.addJsonPatch(TYPO);
    expect(() => app.synthYaml()).toThrow('LLMD-UNKNOWN-FIELD');
    expect(() => app.synthYaml()).toThrow('LLMD-UNKNOWN-FIELD');
  });

  test('a chart of cdk8s on its own is checked, too', () => {
    const { chart, pod } = foreignApp();
    Validation.enable(chart);
    expect(chart.toJson()).toHaveLength(1);
    pod.addJsonPatch(TYPO);
    expect(() => chart.toJson() as unknown).toThrow('LLMD-UNKNOWN-FIELD');
  });
});
