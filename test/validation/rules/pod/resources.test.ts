import { NODES_FULL, POD_NODE } from '../../../../lib/validation/rules/pod/resources/node';
import { SIMULATOR_DEVICE } from '../../../../lib/validation/rules/pod/resources/simulator-device';
import { POD_SIZE } from '../../../../lib/validation/rules/pod/resources/size';
import { diagnostics, places } from '../../../support/diagnostics';
import { deployment, pod, simulator, vllm } from '../../../support/manifests';

const asking = (requests: object | undefined, limits?: object) => ({ name: 'c', resources: { requests, limits } });
const LARGE = asking({ cpu: 8 });

describe('the size of a pod', () => {
  const check = (spec: object) => places([POD_SIZE], [pod('p', spec)]);
  const TOO_LARGE = ['LLMD-POD-SIZE spec.containers'];

  test('is more than a small node has', () => {
    const containers = [
      asking({ cpu: 4, memory: '8Gi' }),
      { ...asking(undefined, { cpu: '4', memory: '256Mi' }), name: 'd' },
      { name: 'e' },
    ];
    expect(diagnostics([POD_SIZE], [deployment('epp', { containers })])).toEqual([
      'LLMD-POD-SIZE spec.template.spec.containers: the pod asks for 8 CPU and 8.25 GiB (c 4 CPU and 8 GiB, d 4 CPU and 256 MiB, e 0 CPU and 0 MiB), more than a laptop or a node of 8 CPU and 16 GiB can give; ask for less, or say by nodeSelector or affinity which nodes are large enough',
    ]);
  });

  const requiring = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } };

  test.each<[string, object, string[]]>([
    ['nothing', { containers: [{ name: 'c' }] }, []],
    ['a little less CPU', { containers: [asking({ cpu: '7900m' })] }, []],
    ['a little less memory', { containers: [asking({ memory: '16383Mi' })] }, []],
    ['memory alone', { containers: [asking({ memory: '16Gi' })] }, TOO_LARGE],
    [
      'a sidecar counts',
      { containers: [asking({ cpu: 4 })], initContainers: [{ ...asking({ cpu: 4 }), restartPolicy: 'Always' }] },
      TOO_LARGE,
    ],
    [
      'what ends before does not add up',
      { containers: [asking({ cpu: 4 })], initContainers: [asking({ cpu: 4 })] },
      [],
    ],
    ['but counts for itself', { containers: [asking({ cpu: 4 })], initContainers: [LARGE] }, TOO_LARGE],
    ['the pod says it', { containers: [LARGE], resources: { requests: { cpu: 2 } } }, []],
    ['an accelerator', { containers: [asking({ cpu: 64, 'nvidia.com/gpu': 8 })] }, []],
    ['huge pages are none', { containers: [asking({ cpu: 64, 'example.kubernetes.io/x': 8 })] }, TOO_LARGE],
    ['a claim', { containers: [LARGE], resourceClaims: [{ name: 'gpu' }] }, []],
    ['no claim', { containers: [LARGE], resourceClaims: [] }, TOO_LARGE],
    ['a node selector', { containers: [LARGE], nodeSelector: { pool: 'large' } }, []],
    ['an empty one', { containers: [LARGE], nodeSelector: {} }, TOO_LARGE],
    ['an affinity', { containers: [LARGE], affinity: requiring }, []],
    ['a preference', { containers: [LARGE], affinity: { nodeAffinity: {} } }, TOO_LARGE],
    ['a node', { containers: [LARGE], nodeName: 'a' }, []],
  ])('%s', (_, spec, expected) => {
    expect(check(spec)).toEqual(expected);
  });
});

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

describe('a simulator', () => {
  const check = (container: object) => diagnostics([SIMULATOR_DEVICE], [pod('p', { containers: [container] })]);

  test.each([
    ['limits', { limits: { memory: '1Gi', 'nvidia.com/gpu': 1 } }],
    ['requests', { requests: { 'nvidia.com/gpu': 1 } }],
    ['limits', { requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': 1 } }],
  ])('asks for an accelerator in %s', (field, resources) => {
    expect(check(simulator({ resources }))).toEqual([
      `LLMD-SIMULATOR-DEVICE spec.containers[0].resources.${field}["nvidia.com/gpu"]: the simulator in container sim asks for nvidia.com/gpu, and it computes nothing; take nvidia.com/gpu away`,
    ]);
  });

  test.each<[string, object]>([
    ['asks for none', simulator({ resources: { requests: { cpu: '10m' } } })],
    ['asks for nothing', simulator()],
    ['is no vLLM', vllm({ resources: { limits: { 'nvidia.com/gpu': 1 } } })],
  ])('%s', (_, container) => {
    expect(check(container)).toEqual([]);
  });
});

test('the severity of each rule', () => {
  expect(
    Object.fromEntries(
      [POD_SIZE, POD_NODE, NODES_FULL, SIMULATOR_DEVICE].map(({ code, severity }) => [code, severity]),
    ),
  ).toEqual({
    'LLMD-POD-SIZE': 'warning',
    'LLMD-POD-NODE': 'error',
    'LLMD-POD-NODES-FULL': 'error',
    'LLMD-SIMULATOR-DEVICE': 'warning',
  });
});
