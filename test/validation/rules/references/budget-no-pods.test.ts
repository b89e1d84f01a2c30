import { objectOf, referenceMessages, VLLM } from '../../../support/reference-messages';

describe('budgets', () => {
  const budget = (selector: string) => objectOf('policy/v1', 'PodDisruptionBudget', `maxUnavailable: 1, ${selector}`);

  test.each<[string, string, string[]]>([
    ['protect pods', VLLM + budget('selector: { matchLabels: { app: vllm } }'), []],
    [
      'protect no pods',
      VLLM + budget('selector: { matchLabels: { app: sim } }'),
      ['LLMD-BUDGET-NO-PODS spec.selector: no pods in namespace default have app=sim'],
    ],
    [
      'protect by expressions',
      VLLM + budget('selector: { matchExpressions: [{ key: app, operator: In, values: [vllm] }] }'),
      [],
    ],
    [
      'protect no pods, by expressions',
      VLLM +
        budget(
          'selector: { matchLabels: { app: vllm }, matchExpressions: [{ key: app, operator: NotIn, values: [vllm, sim] }, { key: tier, operator: Exists }] }',
        ),
      [
        'LLMD-BUDGET-NO-PODS spec.selector: no pods in namespace default have app=vllm,app notin (vllm,sim),tier exists',
      ],
    ],
    ['protect all pods', VLLM + budget('selector: {}'), []],
    [
      'protect all pods where there are none',
      budget('selector: {}'),
      ['LLMD-BUDGET-NO-PODS spec.selector: no pods in namespace default have any labels'],
    ],
    ['say nothing', VLLM + budget(''), []],
    [
      'protect what a controller labels',
      budget('selector: { matchLabels: { gateway.networking.k8s.io/gateway-name: a } }'),
      [],
    ],
    [
      'protect pods elsewhere',
      VLLM + budget('selector: { matchLabels: { app: vllm } }').replace('name: a', 'name: a, namespace: b'),
      ['LLMD-BUDGET-NO-PODS spec.selector: no pods in namespace b have app=vllm'],
    ],
  ])('%s', (_name, yaml, expected) => expect(referenceMessages(yaml)).toEqual(expected));
});
