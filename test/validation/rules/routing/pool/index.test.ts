import { documents, LEGACY_POOL, modelServer, picker, pool } from '../../../../support/rule-objects';
import { POOL_RULES } from '../../../../../lib/validation/rules/routing/pool';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (...yaml: string[]) => messages(POOL_RULES, parseObjects(documents(...yaml)));

/** A workload with pods that are not model servers. */
const workload = (kind: string, labels: string, container: string) => `
apiVersion: ${kind === 'Job' ? 'batch/v1' : 'apps/v1'}
kind: ${kind}
metadata: { name: other }
spec:
  selector: { matchLabels: { ${labels} } }
  template:
    metadata: { labels: { ${labels} } }
    spec: { containers: [{ name: main, image: busybox, ${container} }] }`;

const ports = (...list: number[]) => `targetPorts: [${list.map((number) => `{ number: ${number} }`).join(', ')}]`;
const withPorts = (...list: number[]) => pool().replace('targetPorts: [{ number: 8000 }]', ports(...list));
const withAnnotation = (value: string) =>
  modelServer().replace(
    'metadata: { labels',
    `metadata: { annotations: { inference.networking.k8s.io/active-ports: "${value}" }, labels`,
  );

test.each<[string, string[], string[]]>([
  ['the labels are those of the pods', [modelServer(), pool()], []],
  [
    'no pod has one of the labels',
    [modelServer({ labels: 'app: vllm' }), pool({ labels: 'app: sim' })],
    ['LLMD-POOL-NO-PODS spec.selector.matchLabels: no pods in namespace default have app=sim'],
  ],
  [
    'a pod has some of the labels',
    [
      modelServer({ name: 'one', labels: 'app: one, tier: gpu' }),
      modelServer({ name: 'two', labels: 'app: two, tier: gpu, zone: a' }),
      pool({ labels: 'app: three, tier: gpu, zone: a' }),
    ],
    [
      'LLMD-POOL-NO-PODS spec.selector.matchLabels: no pods in namespace default have app=three,tier=gpu,zone=a; those of Deployment default/two lack app=three',
    ],
  ],
  [
    'the pods are in another namespace',
    [modelServer().replace('name: vllm }', 'name: vllm, namespace: a }'), pool()],
    ['LLMD-POOL-NO-PODS spec.selector.matchLabels: no pods in namespace default have app=vllm'],
  ],
  [
    'the labels are those of a LeaderWorkerSet',
    [
      `
apiVersion: leaderworkerset.x-k8s.io/v1
kind: LeaderWorkerSet
metadata: { name: wide-ep }
spec:
  leaderWorkerTemplate:
    workerTemplate:
      metadata: { labels: { app: vllm } }
      spec: { containers: [{ name: vllm }] }`,
      pool(),
    ],
    [],
  ],
  ['a label is one that a controller adds', [pool({ labels: 'leaderworkerset.sigs.k8s.io/worker-index: "0"' })], []],
  [
    'a pool of the older group matches no pods',
    [LEGACY_POOL],
    [
      'LLMD-POOL-GROUP-LEGACY apiVersion: InferencePool of inference.networking.x-k8s.io, which gateways and endpoint pickers have left behind',
      'LLMD-POOL-NO-PODS spec.selector: no pods in namespace default have app=vllm',
    ],
  ],
  [
    'a pool of the older group',
    [LEGACY_POOL, modelServer()],
    [
      'LLMD-POOL-GROUP-LEGACY apiVersion: InferencePool of inference.networking.x-k8s.io, which gateways and endpoint pickers have left behind',
    ],
  ],
  [
    'a pool of both groups',
    [LEGACY_POOL, pool(), modelServer()],
    ['LLMD-POOL-GROUPS-MIXED apiVersion: InferencePool opt is there in inference.networking.k8s.io too'],
  ],
  [
    'a pool has no spec',
    ['{ apiVersion: inference.networking.k8s.io/v1, kind: InferencePool, metadata: { name: a } }'],
    [],
  ],
])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));

describe('target ports', () => {
  test.each<[string, string[], string[]]>([
    [
      'no pod has the port',
      [modelServer({ ports: '[{ name: http, containerPort: 8000 }]' }), pool({ port: 8080 })],
      [
        'LLMD-POOL-TARGET-PORT spec.targetPorts[0].number: port 8080 is declared by no container of Deployment default/vllm, which has 8000 (http)',
      ],
    ],
    [
      'one of two ports is missing',
      [modelServer({ ports: '[{ containerPort: 8000 }]' }), withPorts(8000, 8001)],
      [
        'LLMD-POOL-TARGET-PORT spec.targetPorts[1].number: port 8001 is declared by no container of Deployment default/vllm, which has 8000',
      ],
    ],
    ['a pod listens on some of the ports', [withAnnotation('8000'), withPorts(8000, 8001)], []],
    [
      'a pod listens on the other port',
      [withAnnotation('8001, 8002'), withPorts(8000, 8001)],
      [
        'LLMD-POOL-TARGET-PORT spec.targetPorts[1].number: port 8001 is declared by no container of Deployment default/vllm, which has 8000',
      ],
    ],
    ['a pod declares no ports', [modelServer({ ports: '[]' }), pool()], []],
    [
      'two workloads have other ports',
      [
        modelServer({ name: 'one', labels: 'app: vllm, n: one', ports: '[{ containerPort: 8001 }]' }),
        modelServer({ name: 'two', labels: 'app: vllm, n: two', ports: '[{ containerPort: 8002 }]' }),
        pool(),
      ],
      [
        'LLMD-POOL-TARGET-PORT spec.targetPorts[0].number: port 8000 is declared by no container of Deployment default/one, which has 8001 and Deployment default/two, which has 8002',
      ],
    ],
    [
      'a model server beside others is on another port',
      [
        modelServer({ name: 'one', labels: 'app: vllm, n: one' }),
        modelServer({ name: 'two', labels: 'app: vllm, n: two', ports: '[{ containerPort: 8002 }]' }),
        pool(),
      ],
      [
        'LLMD-POOL-TARGET-PORT spec.targetPorts[0].number: port 8000 is declared by no container of Deployment default/two, which has 8002',
      ],
    ],
    [
      'an unknown program has another port',
      [workload('Deployment', 'app: vllm', 'ports: [{ containerPort: 80 }]'), pool()],
      [
        'LLMD-POOL-TARGET-PORT spec.targetPorts[0].number: port 8000 is declared by no container of Deployment default/other, which has 80',
      ],
    ],
    [
      'an init container has the port',
      [
        workload(
          'Deployment',
          'app: vllm',
          'ports: [{ containerPort: 80 }] }], initContainers: [{ name: init, ports: [{ containerPort: 8000 }]',
        ),
        pool(),
      ],
      [
        'LLMD-POOL-TARGET-PORT spec.targetPorts[0].number: port 8000 is declared by no container of Deployment default/other, which has 80',
      ],
    ],
    [
      'a sidecar has the port',
      [
        workload(
          'Deployment',
          'app: vllm',
          'ports: [{ containerPort: 80 }] }], initContainers: [{ name: proxy, restartPolicy: Always, ports: [{ containerPort: 8000 }]',
        ),
        pool(),
      ],
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

describe('pods that are no model servers', () => {
  test.each<[string, string[], string[]]>([
    [
      'the picker is selected',
      [modelServer({ labels: 'app: vllm' }), picker({ labels: 'app: vllm' }), pool()],
      [
        'LLMD-POOL-STRANGER spec.selector.matchLabels: selects the pods of Deployment default/epp too, which do not serve models on port 8000',
      ],
    ],
    [
      'the picker has the port too',
      [picker({ labels: 'app: vllm' }).replace('9090', '8000'), pool()],
      [
        'LLMD-POOL-STRANGER spec.selector.matchLabels: selects the pods of Deployment default/epp too, which do not serve models on port 8000',
      ],
    ],
    [
      'a program without the port is selected',
      [modelServer(), workload('Deployment', 'app: vllm', 'ports: [{ containerPort: 80 }]'), pool()],
      [
        'LLMD-POOL-STRANGER spec.selector.matchLabels: selects the pods of Deployment default/other too, which do not serve models on port 8000',
      ],
    ],
    [
      'a program without ports is selected',
      [modelServer(), workload('Deployment', 'app: vllm', 'command: [sleep]'), pool()],
      [
        'LLMD-POOL-STRANGER spec.selector.matchLabels: selects the pods of Deployment default/other too, which do not serve models on port 8000',
      ],
    ],
    [
      'a job alone is selected',
      [workload('Job', 'app: vllm', 'command: [load]'), pool()],
      [
        'LLMD-POOL-STRANGER spec.selector.matchLabels: selects the pods of Job default/other too, which do not serve models on port 8000',
      ],
    ],
    [
      'a job that has the port is selected',
      [workload('Job', 'app: vllm', 'ports: [{ containerPort: 8000 }]'), pool()],
      [],
    ],
    [
      'a model server without ports is selected',
      [
        modelServer({ name: 'one', labels: 'app: vllm, n: one' }),
        modelServer({ name: 'two', labels: 'app: vllm, n: two', ports: '[]' }),
        pool(),
      ],
      [],
    ],
    [
      'two are selected, for two ports',
      [
        modelServer(),
        picker({ labels: 'app: vllm' }),
        workload('Job', 'app: vllm', 'command: [load]'),
        withPorts(8000, 8001).replace('app: vllm', 'app: vllm'),
      ],
      [
        'LLMD-POOL-STRANGER spec.selector.matchLabels: selects the pods of Deployment default/epp and Job default/other too, which do not serve models on port 8000 or 8001',
        'LLMD-POOL-TARGET-PORT spec.targetPorts[1].number: port 8001 is declared by no container of Deployment default/vllm, which has 8000',
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

test.each<[string, string[], string[]]>([
  [
    'two pools select a pod',
    [modelServer(), pool({ name: 'a' }), pool({ name: 'b' }), pool({ name: 'c' })],
    [
      'LLMD-POOL-SHARED-PODS spec.selector.matchLabels: selects the pods of Deployment default/vllm, which InferencePool default/a selects too',
      'LLMD-POOL-SHARED-PODS spec.selector.matchLabels: selects the pods of Deployment default/vllm, which InferencePool default/a selects too',
    ],
  ],
  [
    'two pools select the picker of a third',
    [picker({ labels: 'app: vllm' }), pool({ name: 'a' }), pool({ name: 'b' })],
    [
      'LLMD-POOL-STRANGER spec.selector.matchLabels: selects the pods of Deployment default/epp too, which do not serve models on port 8000',
      'LLMD-POOL-STRANGER spec.selector.matchLabels: selects the pods of Deployment default/epp too, which do not serve models on port 8000',
    ],
  ],
  [
    'two pools select their own pods',
    [
      modelServer({ name: 'one', labels: 'app: one' }),
      modelServer({ name: 'two', labels: 'app: two' }),
      pool({ name: 'a', labels: 'app: one' }),
      pool({ name: 'b', labels: 'app: two' }),
    ],
    [],
  ],
])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
