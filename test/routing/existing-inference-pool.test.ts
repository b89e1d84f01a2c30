import {
  DataPlane,
  type ExistingPoolOptions,
  FailureMode,
  type IInferencePool,
  InferenceObjective,
  InferencePool,
  ModelRewrite,
  Release,
} from '../../lib';
import { find, nameOf } from '../support/objects';
import { DATA_PLANES } from '../support/stacks';
import { newChart, synth } from '../support/synth';

function existing(options?: ExistingPoolOptions, name = 'shared'): IInferencePool {
  return InferencePool.fromPoolName(newChart({ namespace: 'team-a' }), 'pool', name, options);
}

test('has by default the values of a pool of this library, in the namespace of its chart', () => {
  const made = new InferencePool(newChart({ namespace: 'team-a' }), 'shared', { existingPods: { labels: { a: 'b' } } });
  const { name, namespace, release, targetPorts, endpointPickerName, transport, failureMode } = made;
  expect(existing()).toMatchObject({
    ...{ name, namespace, release, targetPorts, endpointPickerName, transport, failureMode },
    podSelector: {},
    modelServers: [],
  });
});

test('has the values of its options', () => {
  const options = {
    namespace: 'team-b',
    release: Release.GAIE_V1_5_0,
    podSelector: { a: 'b' },
    targetPorts: [8000, 8001],
    endpointPickerName: 'picker',
    transport: { tls: false },
    failureMode: FailureMode.FAIL_OPEN,
  };
  expect(existing(options)).toMatchObject(options);
});

test('makes no object', () => {
  expect(synth((chart) => InferencePool.fromPoolName(chart, 'pool', 'shared'))).toEqual([]);
});

test('can have rewrites and objectives, in its namespace and in the API of its release', () => {
  const objects = synth((chart) => {
    const pool = InferencePool.fromPoolName(chart, 'pool', 'shared', {
      namespace: 'team-b',
      release: Release.GAIE_V1_5_0,
    });
    new ModelRewrite(chart, 'aliases', { pool, rules: [{ targets: [{ model: 'a' }] }] });
    new InferenceObjective(chart, 'urgent', { pool, priority: 1 });
  });
  expect(objects.map(nameOf)).toEqual(['InferenceModelRewrite/aliases', 'InferenceObjective/urgent']);
  for (const object of objects) {
    expect(object).toMatchObject({
      apiVersion: Release.GAIE_V1_5_0.modelApiVersion,
      metadata: { namespace: 'team-b' },
      spec: { poolRef: { group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'shared' } },
    });
  }
});

describe('is served by', () => {
  const bind = (name: string, options?: ExistingPoolOptions) =>
    synth((chart) => {
      const dataPlane = DATA_PLANES[name]();
      const { transport } = dataPlane;
      dataPlane.bind(chart, { pool: InferencePool.fromPoolName(chart, 'pool', 'shared', { transport, ...options }) });
    });

  test.each(Object.keys(DATA_PLANES))('%s', (name) => {
    expect(() => bind(name, { podSelector: { a: 'b' } })).not.toThrow();
  });

  test('Envoy Gateway, which makes a Service over its pods and asks its picker', () => {
    const objects = bind('Envoy Gateway', {
      podSelector: { a: 'b' },
      targetPorts: [9000],
      endpointPickerName: 'picker',
    });
    expect(find(objects, 'Service', 'shared-endpoints').spec).toMatchObject({
      selector: { a: 'b' },
      ports: [{ port: 9000, targetPort: 9000 }],
    });
    expect(find(objects, 'EnvoyExtensionPolicy').spec.extProc[0].backendRefs[0].name).toBe('picker');
  });

  test('Envoy Gateway only where the labels of its pods are known', () => {
    expect(() => bind('agentgateway')).not.toThrow();
    expect(() => bind('Envoy Gateway')).toThrow(
      'LLMD-POOL-SELECTOR-UNKNOWN at test: got the pool shared without a podSelector, expected the labels that select ' +
        'its pods: this data plane makes a Service over them. Fix: pass podSelector to InferencePool.fromPoolName.',
    );
  });
});

describe('is refused with', () => {
  test.each<[string, ExistingPoolOptions, string]>([
    ['a name that is none', {}, 'LLMD-NAME at test/pool: got "My_Pool", '],
    ['a namespace that is none', { namespace: 'A b' }, 'LLMD-NAME at test/pool: got namespace "A b", '],
    ['a label that is none', { podSelector: { 'a b': 'c' } }, 'LLMD-LABEL-KEY at test/pool: '],
    ['no port', { targetPorts: [] }, 'LLMD-POOL-PORT-COUNT at test/pool: '],
    ['a Service name that is none', { endpointPickerName: '9' }, 'LLMD-NAME-SERVICE at test/pool: '],
  ])('%s', (_, options, error) => {
    expect(() => existing()).not.toThrow();
    expect(() => existing(options, Object.keys(options).length === 0 ? 'My_Pool' : undefined)).toThrow(error);
  });

  test('another transport than that of the data plane', () => {
    expect(() => DataPlane.agentgateway().bind(newChart(), { pool: existing({ transport: { tls: false } }) })).toThrow(
      /^LLMD-TRANSPORT at test: got the pool shared, /,
    );
  });
});
