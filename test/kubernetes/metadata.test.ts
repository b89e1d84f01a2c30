import { App } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  DataPlane,
  Engine,
  EnvoyPlacement,
  InferencePool,
  InferenceStack,
  LlmdChart,
  LlmdStack,
  type MetadataOptions,
  Model,
  ModelServer,
  Platform,
} from '../../lib';
import { AgentgatewayAccess, AgentgatewayController, ControllerNamespace, CustomResourceDefinitions } from '../../lib';
import { DATA_PLANES } from '../support/stacks';
import { type KubeObject, nameOf } from '../support/objects';
import { newChart } from '../support/synth';

const MODEL = Model.huggingFace('facebook/opt-125m');
const OPTIONS = { labels: { team: 'search' }, annotations: { 'argocd.argoproj.io/sync-wave': '2' } };

function made(make: (chart: LlmdChart, options: MetadataOptions) => unknown, options: MetadataOptions): KubeObject[] {
  const chart = newChart();
  make(chart, options);
  return chart.toJson();
}

/** A copy of the objects with the labels and annotations in their metadata, and nowhere else. */
function withMetadata(objects: KubeObject[], { labels, annotations }: MetadataOptions): KubeObject[] {
  return objects.map((object) => ({
    ...object,
    metadata: {
      ...object.metadata,
      labels: { ...object.metadata.labels, ...labels },
      annotations: { ...object.metadata.annotations, ...annotations },
    },
  }));
}

describe('labels and annotations are on every object, and neither in selectors nor on pods:', () => {
  const pool = (chart: Construct) => new InferencePool(chart, 'pool', { existingPods: { labels: { app: 'a' } } });

  test.each<[string, number, (chart: LlmdChart, options: MetadataOptions) => unknown]>([
    ...Object.entries(DATA_PLANES).map(
      ([name, dataPlane]): [string, number, (chart: LlmdChart, options: MetadataOptions) => unknown] => [
        `InferenceStack with ${name}`,
        10,
        (chart, options) => {
          const rewrites = [{ targets: [{ model: 'facebook/opt-125m' }] }];
          new InferenceStack(chart, 'opt', { model: MODEL, dataPlane: dataPlane(), rewrites, ...options });
        },
      ],
    ),
    [
      'ModelServer',
      3,
      (chart, options) =>
        new ModelServer(chart, 'opt', {
          model: MODEL,
          engine: Engine.simulator(),
          disruptionBudget: { maxUnavailable: 1 },
          ...options,
        }),
    ],
    [
      'InferencePool',
      8,
      (chart, options) => new InferencePool(chart, 'pool', { existingPods: { labels: { app: 'a' } }, ...options }),
    ],
    ['Platform', 15, (chart, options) => new Platform(chart, 'platform', options)],
    ['ControllerNamespace', 1, (chart, options) => new ControllerNamespace(chart, 'test', options)],
    ['CustomResourceDefinitions', 10, (chart, options) => new CustomResourceDefinitions(chart, 'test', options)],
    ['AgentgatewayAccess', 3, (chart, options) => new AgentgatewayAccess(chart, 'test', options)],
    ['AgentgatewayController', 2, (chart, options) => new AgentgatewayController(chart, 'test', options)],
  ])('%s', (_, least, make) => {
    const plain = made(make, {});
    expect(plain.length).toBeGreaterThanOrEqual(least);
    expect(made(make, OPTIONS)).toEqual(withMetadata(plain, OPTIONS));
  });

  test('a chart, with all that this library makes in it', () => {
    const objects = (options: MetadataOptions): KubeObject[] => {
      const chart = new LlmdChart(new App(), 'test', options);
      const dataPlane = DataPlane.standaloneEnvoy({ placement: EnvoyPlacement.DEPLOYMENT });
      dataPlane.bind(chart, { pool: pool(chart) });
      return chart.toJson();
    };
    expect(objects(OPTIONS)).toEqual(withMetadata(objects({}), OPTIONS));
  });

  test('LlmdStack', () => {
    const objects = (options: MetadataOptions): KubeObject[] =>
      new LlmdStack(new App(), 'opt', { model: MODEL, ...options }).toJson();
    expect(objects(OPTIONS)).toEqual(withMetadata(objects({}), OPTIONS));
  });

  test('a rewrite and an objective', () => {
    const objects = (options: MetadataOptions): KubeObject[] => {
      const chart = newChart();
      const parent = pool(chart);
      parent.addRewrite('rewrite', { rules: [{ targets: [{ model: 'a' }] }], ...options });
      parent.addObjective('objective', { priority: 1, ...options });
      return (chart.toJson() as KubeObject[]).filter(({ kind }) => /Rewrite|Objective/.test(kind));
    };
    expect(objects({})).toHaveLength(2);
    expect(objects(OPTIONS)).toEqual(withMetadata(objects({}), OPTIONS));
  });
});

test('those of a part are added to those around it, and the nearest value of a key counts', () => {
  const chart = new LlmdChart(new App(), 'test', { labels: { a: 'chart', b: 'chart', c: 'chart' } });
  new InferenceStack(chart, 'opt', {
    model: MODEL,
    labels: { b: 'stack', c: 'stack' },
    annotations: { x: 'stack' },
    endpointPicker: { labels: { c: 'picker' }, annotations: { y: 'picker' } },
  });
  const metadata = (name: string) =>
    (chart.toJson() as KubeObject[]).find((object) => nameOf(object) === name)!.metadata as MetadataOptions;
  expect(metadata('Service/opt')).toMatchObject({
    labels: { a: 'chart', b: 'stack', c: 'stack' },
    annotations: { x: 'stack' },
  });
  expect(metadata('ServiceAccount/opt-epp')).toMatchObject({
    labels: { a: 'chart', b: 'stack', c: 'picker' },
    annotations: { x: 'stack', y: 'picker' },
  });
});

test('a recommended label can be replaced', () => {
  const labels = { 'app.kubernetes.io/part-of': 'search' };
  const [first] = new LlmdStack(new App(), 'opt', { model: MODEL, labels }).toJson() as KubeObject[];
  expect(first.metadata.labels).toMatchObject({ ...labels, 'app.kubernetes.io/managed-by': 'cdk8s-llm-d' });
});

test.each([
  ['LLMD-LABEL-KEY', { labels: { 'a b': 'c' } }, { labels: { 'a-b': 'c' } }],
  ['LLMD-LABEL-VALUE', { labels: { a: 'b c' } }, { labels: { a: 'b-c' } }],
  ['LLMD-ANNOTATION-KEY', { annotations: { 'a/b/c': 'd' } }, { annotations: { 'Example.com/B': 'd' } }],
  ['LLMD-ANNOTATION-VALUE', { annotations: { a: 2 as any } }, { annotations: { a: '2' } }],
  [
    'LLMD-ANNOTATION-SIZE',
    { annotations: { a: 'x'.repeat(256 * 1024) } },
    { annotations: { a: 'x'.repeat(256 * 1024 - 1) } },
  ],
])('%s', (code, wrong: MetadataOptions, right: MetadataOptions) => {
  const make = (options: MetadataOptions) => new LlmdStack(new App(), 'opt', { model: MODEL, ...options });
  expect(() => make(right)).not.toThrow();
  expect(() => make(wrong)).toThrow(new RegExp(`^${code} at opt: got .*, expected .*\\. Fix: .*\\.$`));
});
