import {
  Engine,
  FailureMode,
  InferencePool,
  type InferencePoolProps,
  ModelServer,
  type ModelServerProps,
  Release,
} from '../../lib';
import { OPT } from '../support/stacks';
import { find, podSpec } from '../support/objects';
import { newChart, synth } from '../support/synth';

const existingPods = { labels: { app: 'elsewhere' } };

/** The objects of a pool of model servers `a`, `b`, …, each made with its own props. */
function poolOf(servers: Partial<ModelServerProps>[], props: Partial<InferencePoolProps> = {}) {
  return synth((chart) => {
    const modelServers = servers.map(
      (own, index) => new ModelServer(chart, String.fromCharCode(97 + index), { model: OPT, ...own }),
    );
    new InferencePool(chart, 'opt', { modelServers, ...props });
  });
}

describe('the InferencePool', () => {
  test('leads to its picker, fails closed, and selects the pods of its model servers', () => {
    const objects = poolOf([{}, {}]);
    const labels = { 'llm-d.ai/inference-serving': 'true', 'llm-d.ai/inference-pool': 'opt' };
    expect(find(objects, 'InferencePool')).toMatchObject({
      apiVersion: 'inference.networking.k8s.io/v1',
      metadata: { name: 'opt', namespace: 'default' },
      spec: {
        selector: { matchLabels: labels },
        targetPorts: [{ number: 8000 }],
        endpointPickerRef: { name: 'opt-epp', port: { number: 9002 }, failureMode: 'FailClose' },
      },
    });
    for (const name of ['a', 'b']) {
      expect(find(objects, 'Deployment', name).spec.template.metadata.labels).toMatchObject(labels);
      expect(find(objects, 'Deployment', name).spec.selector).toEqual({ matchLabels: { app: name } });
    }
  });

  test('may fail open', () => {
    const objects = poolOf([{}], { failureMode: FailureMode.FAIL_OPEN });
    expect(find(objects, 'InferencePool').spec.endpointPickerRef.failureMode).toBe('FailOpen');
  });

  test('may select by other labels, which its pods get', () => {
    const podSelector = { 'llm-d.ai/model': 'random' };
    const objects = poolOf([{}], { podSelector });
    expect(find(objects, 'InferencePool').spec.selector.matchLabels).toEqual(podSelector);
    expect(find(objects, 'Deployment', 'a').spec.template.metadata.labels).toMatchObject(podSelector);
  });

  test('may select pods that exist', () => {
    const objects = synth(
      (chart) => new InferencePool(chart, 'opt', { existingPods: { ...existingPods, targetPorts: [9000] } }),
    );
    expect(find(objects, 'InferencePool').spec).toMatchObject({
      selector: { matchLabels: { app: 'elsewhere' } },
      targetPorts: [{ number: 9000 }],
    });
  });

  test('takes port and namespace from its model servers', () => {
    const objects = poolOf([{ port: 9000, namespace: 'team-a' }]);
    expect(find(objects, 'InferencePool')).toMatchObject({
      metadata: { namespace: 'team-a' },
      spec: { targetPorts: [{ number: 9000 }] },
    });
    expect(find(objects, 'Deployment', 'opt-epp').metadata.namespace).toBe('team-a');
  });

  test.each<[string, Partial<InferencePoolProps>, string | undefined, string]>([
    ['nothing', {}, undefined, 'default'],
    ['the chart', {}, 'team-a', 'team-a'],
    ['a prop', { namespace: 'team-b' }, 'team-a', 'team-b'],
  ])('of existing pods is in the namespace of %s', (_, props, namespace, expected) => {
    const objects = synth((chart) => new InferencePool(chart, 'opt', { existingPods, ...props }), { namespace });
    expect(find(objects, 'InferencePool').metadata.namespace).toBe(expected);
  });

  test('keeps a list of model servers of its own', () => {
    const chart = newChart();
    const modelServers = [new ModelServer(chart, 'a', { model: OPT })];
    const pool = new InferencePool(chart, 'opt', { modelServers });
    modelServers.pop();
    expect(pool.modelServers.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('several target ports', () => {
  test('come from the ranks of its model servers', () => {
    const objects = poolOf([{ port: 9000, engine: Engine.simulator({ dataParallelSize: 3 }) }]);
    expect(find(objects, 'InferencePool').spec.targetPorts).toEqual([
      { number: 9000 },
      { number: 9001 },
      { number: 9002 },
    ]);
  });

  test('are those of existing pods', () => {
    const objects = poolOf([], { existingPods: { ...existingPods, targetPorts: [8000, 8100] } });
    expect(find(objects, 'InferencePool').spec.targetPorts).toEqual([{ number: 8000 }, { number: 8100 }]);
  });

  test('without target ports, existing pods answer on 8000', () => {
    expect(find(poolOf([], { existingPods }), 'InferencePool').spec.targetPorts).toEqual([{ number: 8000 }]);
  });
});

describe('rewrites and objectives', () => {
  test('are added to a pool, and refer to it', () => {
    const objects = synth(
      (chart) => {
        const pool = new InferencePool(chart, 'opt', { existingPods, release: Release.GAIE_V1_5_0 });
        expect(pool.addRewrite('aliases', { rules: [{ targets: [{ model: 'a' }] }] }).node.path).toBe(
          'test/opt/aliases',
        );
        expect(pool.addObjective('urgent', { priority: 1, name: 'now' }).node.path).toBe('test/opt/urgent');
      },
      { namespace: 'team-a' },
    );
    for (const [kind, name] of [
      ['InferenceModelRewrite', 'aliases'],
      ['InferenceObjective', 'now'],
    ]) {
      expect(find(objects, kind)).toMatchObject({
        apiVersion: Release.GAIE_V1_5_0.modelApiVersion,
        metadata: { name, namespace: 'team-a' },
        spec: { poolRef: { group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'opt' } },
      });
    }
  });

  test('of which a pool has one rewrite at the most', () => {
    const pool = new InferencePool(newChart(), 'opt', { existingPods });
    const rules = [{ targets: [{ model: 'a' }] }];
    pool.addRewrite('first', { rules });
    expect(() => pool.addRewrite('second', { rules })).toThrow(/^LLMD-REWRITE-SECOND at test\/opt\/second: /);
  });
});

test('the grace period of the picker is longer than that of each model server', () => {
  expect(podSpec(poolOf([{}, {}]), 'opt-epp').terminationGracePeriodSeconds).toBe(130);
});

describe('refused:', () => {
  test('model servers on different ports', () => {
    expect(() => poolOf([{ port: 8000 }, { port: 8000 }])).not.toThrow();
    expect(() => poolOf([{ port: 8000 }, { port: 9000 }])).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-POOL-PORT at test/opt: got 8000 (a) and 9000 (b), expected the same ports for all model servers of a pool. Fix: give them the same port and number of ranks, or make a pool for each."`,
    );
  });

  test('model servers in different namespaces', () => {
    expect(() => poolOf([{ namespace: 'x' }, { namespace: 'x' }])).not.toThrow();
    expect(() => poolOf([{ namespace: 'x' }, { namespace: 'y' }])).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-POOL-NAMESPACE at test/opt: got x (a) and y (b), expected one namespace for a pool and its model servers. Fix: give them the same namespace."`,
    );
  });

  test('a model server in another namespace than the pool', () => {
    expect(() => poolOf([{ namespace: 'x' }], { namespace: 'x' })).not.toThrow();
    expect(() => poolOf([{ namespace: 'x' }], { namespace: 'y' })).toThrow(
      /^LLMD-POOL-NAMESPACE at test\/opt: got y \(the pool\) and x \(a\), /,
    );
  });

  test('no members, and two kinds of members', () => {
    expect(() => poolOf([])).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-POOL-MEMBERS at test/opt: got 0 modelServers and no existingPods, expected either at least one model server or existingPods. Fix: pass one of them."`,
    );
    expect(() => poolOf([{}], { existingPods })).toThrow(
      /^LLMD-POOL-MEMBERS at test\/opt: got 1 modelServers and existingPods, /,
    );
  });

  test('a selector without labels, which would select every pod', () => {
    expect(() => poolOf([{}], { podSelector: {} })).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-POOL-SELECTOR at test/opt: got {}, expected at least one label. Fix: name the labels of the pods, or leave podSelector out."`,
    );
  });

  test('a selector that contradicts the labels of the pods', () => {
    expect(() => poolOf([{}], { podSelector: { app: 'a' } })).not.toThrow();
    expect(() => poolOf([{}], { podSelector: { app: 'x' } })).toThrow(
      /^LLMD-POOL-LABEL-TAKEN at test\/a: got the pod label app: x/,
    );
  });

  test.each<Record<string, string>>([{ 'a b': 'c' }, { a: 'b c' }])('the labels %j', (podSelector) => {
    expect(() => poolOf([{}], { podSelector })).toThrow(/^LLMD-LABEL-(KEY|VALUE) at test\/opt: /);
  });

  test('a podSelector beside existing pods, whose labels it would not change', () => {
    expect(() => poolOf([], { existingPods })).not.toThrow();
    expect(() => poolOf([], { existingPods, podSelector: { a: 'b' } })).toThrow(
      /^LLMD-POOL-SELECTOR-UNUSED at test\/opt: got a podSelector beside existingPods, /,
    );
  });

  test.each<[string, number[], string]>([
    ['port 0', [0], 'LLMD-POOL-PORT-RANGE at test/opt: got targetPorts 0, '],
    ['port 65536', [65536], 'LLMD-POOL-PORT-RANGE at test/opt: got targetPorts 65536, '],
    ['port 80.5', [80.5], 'LLMD-POOL-PORT-RANGE at test/opt: got targetPorts 80.5, '],
    ['nine ports', [1, 2, 3, 4, 5, 6, 7, 8, 9], 'LLMD-POOL-PORT-COUNT at test/opt: got 9 targetPorts, expected 1 to 8'],
    ['no port', [], 'LLMD-POOL-PORT-COUNT at test/opt: got 0 targetPorts, expected 1 to 8'],
    ['a port twice', [8000, 8000], 'LLMD-POOL-PORT-TWICE at test/opt: got targetPorts [8000,8000], '],
  ])('existing pods on %s', (_, targetPorts, error) => {
    const make = (ports: number[]) => () => poolOf([], { existingPods: { ...existingPods, targetPorts: ports } });
    expect(make([1])).not.toThrow();
    expect(make([1, 2, 3, 4, 5, 6, 7, 65535])).not.toThrow();
    expect(make(targetPorts)).toThrow(error);
  });

  test('model servers with different numbers of ranks', () => {
    const [one, two] = [1, 2].map((dataParallelSize) => ({ engine: Engine.simulator({ dataParallelSize }) }));
    expect(() => poolOf([two, two])).not.toThrow();
    expect(() => poolOf([one, two])).toThrow('LLMD-POOL-PORT at test/opt: got 8000 (a) and 8000, 8001 (b), ');
  });

  test('a model server with the name of the endpoint picker', () => {
    const pool = (name: string) => () =>
      synth((chart) => {
        const server = new ModelServer(chart, name, { model: OPT });
        new InferencePool(chart, 'opt', { modelServers: [server] });
      });
    expect(pool('opt-eppp')).not.toThrow();
    expect(pool('opt-epp')).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-POOL-NAME at test/opt: got a model server called opt-epp, expected another name: the endpoint picker gets a Deployment and a Service of this one. Fix: rename the model server or the pool."`,
    );
  });
});
