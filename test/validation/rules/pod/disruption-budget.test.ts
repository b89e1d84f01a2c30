import { DISRUPTION_BUDGET } from '../../../../lib/validation/rules/pod/disruption-budget';
import { diagnostics, places } from '../../../support/diagnostics';
import { deployment, pickerContainer, vllm } from '../../../support/manifests';

const budget = (spec: object) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'vllm', namespace: 'default' },
  spec: { selector: { matchLabels: { app: 'vllm' } }, ...spec },
});
const server = (replicas?: number, container: object = vllm(), name = 'vllm') =>
  deployment(name, { containers: [container] }, { replicas, labels: { app: 'vllm' } });
const autoscaler = (kind: string, group: string, target: object) => ({
  apiVersion: `${group}/v2`,
  kind,
  metadata: { name: 'vllm', namespace: 'default' },
  spec: { scaleTargetRef: target },
});
const LEADER = pickerContainer(['--pool-name=a', '--ha-enable-leader-election']);

const [AT_LEAST, AT_MOST] = ['minAvailable', 'maxUnavailable'].map((field) => [
  `LLMD-BUDGET-NO-EVICTION spec.${field}`,
]);

test.each<[string, object, number, string]>([
  ['all', { minAvailable: 3 }, 3, 'minAvailable 3 wants 3 of 3 pods, and 3 can be ready'],
  ['a share of them', { minAvailable: '67%' }, 3, 'minAvailable 67% wants 3 of 3 pods, and 3 can be ready'],
  ['none to go', { maxUnavailable: 0 }, 2, 'maxUnavailable 0 wants 2 of 2 pods, and 2 can be ready'],
])('a budget that wants %s', (_, spec, replicas, text) => {
  const [field] = Object.keys(spec);
  expect(diagnostics([DISRUPTION_BUDGET], [budget(spec), server(replicas)])).toEqual([
    `LLMD-BUDGET-NO-EVICTION spec.${field}: ${text}: none may go; set maxUnavailable: 1`,
  ]);
});

test('only the leader is ready', () => {
  expect(diagnostics([DISRUPTION_BUDGET], [budget({ minAvailable: 1 }), server(3, LEADER)])).toEqual([
    `${AT_LEAST[0]}: minAvailable 1 wants 1 of 3 pods, and 1 can be ready: none may go; take the budget away: only the leading picker is ever ready`,
  ]);
});

test.each<[string, object[], string[]]>([
  ['one may go', [budget({ maxUnavailable: 1 }), server(3)], []],
  ['one of two', [budget({ minAvailable: 1 }), server(2)], []],
  ['more than there are', [budget({ minAvailable: 4 }), server(3)], AT_LEAST],
  ['a single pod', [budget({ minAvailable: 1 }), server()], AT_LEAST],
  ['a single pod that may go', [budget({ maxUnavailable: 1 }), server()], []],
  ['half of them', [budget({ minAvailable: '50%' }), server(3)], []],
  ['no share', [budget({ maxUnavailable: '0%' }), server(3)], AT_MOST],
  ['a small share is one', [budget({ maxUnavailable: '1%' }), server(3)], []],
  ['two Deployments', [budget({ minAvailable: 3 }), server(2), server(2, vllm(), 'other')], []],
  ['no pods', [budget({ minAvailable: 1 }), server(0)], []],
  ['no pods here', [budget({ minAvailable: 1 })], []],
  ['no value', [budget({}), server(3)], []],
  [
    'no leader election',
    [budget({ minAvailable: 1 }), server(3, pickerContainer(['--pool-name=a', '--ha-enable-leader-election=false']))],
    [],
  ],
  ['no replicas, thus no leader', [budget({ minAvailable: 1 }), server(0, LEADER)], []],
  ['the standbys', [budget({ maxUnavailable: 2 }), server(3, LEADER)], AT_MOST],
  ['all of them', [budget({ maxUnavailable: 3 }), server(3, LEADER)], []],
  [
    'an autoscaler adds some',
    [
      budget({ minAvailable: 1 }),
      server(),
      autoscaler('HorizontalPodAutoscaler', 'autoscaling', { kind: 'Deployment', name: 'vllm' }),
    ],
    [],
  ],
  [
    'KEDA adds some',
    [budget({ minAvailable: 1 }), server(), autoscaler('ScaledObject', 'keda.sh', { name: 'vllm' })],
    [],
  ],
  [
    'an autoscaler of another',
    [
      budget({ minAvailable: 1 }),
      server(),
      autoscaler('ScaledObject', 'keda.sh', { kind: 'StatefulSet', name: 'vllm' }),
    ],
    AT_LEAST,
  ],
  [
    'no autoscaler helps against none',
    [budget({ maxUnavailable: 0 }), server(), autoscaler('ScaledObject', 'keda.sh', { name: 'vllm' })],
    AT_MOST,
  ],
  [
    'nor against no share',
    [budget({ maxUnavailable: '0%' }), server(), autoscaler('ScaledObject', 'keda.sh', { name: 'vllm' })],
    AT_MOST,
  ],
  [
    'nor against all',
    [budget({ minAvailable: '100%' }), server(), autoscaler('ScaledObject', 'keda.sh', { name: 'vllm' })],
    AT_LEAST,
  ],
])('%s', (_, objects, expected) => {
  expect(places([DISRUPTION_BUDGET], objects)).toEqual(expected);
});

test('it is a warning', () => expect(DISRUPTION_BUDGET.severity).toBe('warning'));
