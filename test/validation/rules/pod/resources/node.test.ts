import { NODES_FULL, POD_NODE } from '../../../../../lib/validation/rules/pod/resources/node';
import { POD_SIZE } from '../../../../../lib/validation/rules/pod/resources/size';
import { diagnostics, places } from '../../../../support/diagnostics';
import { asking, deployment, pod } from '../../../../support/manifests';

const LARGE = asking({ cpu: 8 });

const node = (name: string, allocatable: object | undefined, labels: object = {}, capacity?: object) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, labels },
  status: { allocatable, capacity },
});

const [SMALL, TWIN] = ['small', 'twin'].map((name) => node(name, { cpu: '4', memory: '8Gi' }));

const GPU = node('gpu', { cpu: '64', memory: '256Gi', 'nvidia.com/gpu': 8 }, { pool: 'gpu' });

describe('a node', () => {
  test('for each pod', () => {
    expect(
      diagnostics(
        [POD_NODE],
        [SMALL, pod('p', { containers: [asking({ cpu: 5, memory: '1Gi', 'nvidia.com/gpu': 1 })] })],
      ),
    ).toEqual([
      'LLMD-POD-NODE spec.containers: the pod asks for 5 CPU and 1 GiB memory and 1 nvidia.com/gpu; small has 4 CPU and 8 GiB memory and 0 nvidia.com/gpu; ask for less, or declare a larger Node',
    ]);
  });

  test('with the labels that a pod asks for', () => {
    const selecting = (pool: string) => pod('p', { containers: [{ name: 'c' }], nodeSelector: { pool } });
    expect(places([POD_NODE], [SMALL, GPU, selecting('gpu')])).toEqual([]);
    expect(diagnostics([POD_NODE], [SMALL, GPU, selecting('cpu')])).toEqual([
      'LLMD-POD-NODE spec.nodeSelector: the pod asks for ; no Node here has the labels of its nodeSelector; ask for less, or declare a larger Node',
    ]);
  });

  test.each<[string, object[], object, string[]]>([
    ['exactly as large', [SMALL], { cpu: 4, memory: '8Gi' }, []],
    ['one of several', [SMALL, GPU], { cpu: 5 }, []],
    ['by its capacity', [node('n', undefined, {}, { cpu: 4 })], { cpu: 5 }, ['LLMD-POD-NODE spec.containers']],
    ['of unknown size', [node('n', undefined)], { cpu: 500 }, []],
    ['that is not declared', [], { cpu: 500 }, []],
    ['too small for memory', [SMALL], { memory: '8193Mi' }, ['LLMD-POD-NODE spec.containers']],
  ])('%s', (_, nodes, requests, expected) => {
    expect(places([POD_NODE], [...nodes, pod('p', { containers: [asking(requests)] })])).toEqual(expected);
  });

  test('takes the place of the usual sizes', () => {
    expect(places([POD_SIZE], [GPU, pod('p', { containers: [LARGE] })])).toEqual([]);
  });
});

describe('all nodes', () => {
  const replicas = (count: number, requests: object) =>
    deployment('d', { containers: [asking(requests)] }, { replicas: count });

  test('for all pods', () => {
    const objects = [SMALL, TWIN, replicas(3, { cpu: 3, 'ephemeral-storage': '1Gi' })];
    expect(diagnostics([NODES_FULL], objects)).toEqual([
      'LLMD-POD-NODES-FULL status.allocatable.cpu: all pods together ask for 9 CPU, and the Nodes here have 8 CPU; take replicas away, ask for less, or declare more Nodes',
      'LLMD-POD-NODES-FULL status.allocatable.ephemeral-storage: all pods together ask for 3 GiB ephemeral-storage, and the Nodes here have 0 MiB ephemeral-storage; take replicas away, ask for less, or declare more Nodes',
    ]);
  });

  test.each<[string, object[], string[]]>([
    ['exactly', [SMALL, replicas(2, { cpu: 2 })], []],
    [
      'several kinds of pods',
      [SMALL, replicas(1, { cpu: 2 }), pod('p', { containers: [asking({ cpu: '2100m' })] })],
      ['LLMD-POD-NODES-FULL status.allocatable.cpu'],
    ],
    ['none declared', [replicas(9, { cpu: 9 })], []],
    [
      'a DaemonSet has one pod on each',
      [SMALL, TWIN, { ...replicas(1, { cpu: 5 }), kind: 'DaemonSet' }],
      ['LLMD-POD-NODES-FULL status.allocatable.cpu'],
    ],
  ])('%s', (_, objects, expected) => {
    expect(places([NODES_FULL], objects)).toEqual(expected);
  });
});
