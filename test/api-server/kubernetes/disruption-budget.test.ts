import { testCases } from './change';

describe('PodDisruptionBudget', () => {
  testCases({ code: 'LLMD-DISRUPTION-BUDGET', kind: 'PodDisruptionBudget', below: 'spec.' }, [
    [{ maxUnavailable: 1 }, 'spec: there are both minAvailable and maxUnavailable'],
    [{ minAvailable: '101%' }, 'minAvailable: "101%" is more than 100%'],
    [{ minAvailable: '100%' }],
    [{ minAvailable: -1 }, 'minAvailable: -1 is neither a count of 0 or more nor a percentage'],
    [{ minAvailable: 'most' }, 'minAvailable: "most" is neither a count of 0 or more nor a percentage'],
    [{ minAvailable: 0 }],
    [
      { minAvailable: undefined, maxUnavailable: '50' },
      'maxUnavailable: "50" is neither a count of 0 or more nor a percentage',
    ],
    [{ unhealthyPodEvictionPolicy: 'Any' }, 'unhealthyPodEvictionPolicy: "Any" is not AlwaysAllow or IfHealthyBudget'],
    [{ selector: undefined }],
    [{ selector: {} }],
    [
      { 'selector.matchLabels': { 'a b': 'c' } },
      'LLMD-SELECTOR selector.matchLabels["a b"]: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [
      { 'selector.matchLabels': { a: 'b c' } },
      'LLMD-SELECTOR selector.matchLabels.a: "b c" is not a valid label value: up to 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
    ],
    [
      { 'selector.matchExpressions[0].operator': 'in' },
      'LLMD-SELECTOR selector.matchExpressions[0].operator: "in" is not In, NotIn, Exists or DoesNotExist',
    ],
    [
      { 'selector.matchExpressions[0].operator': 'Exists' },
      'LLMD-SELECTOR selector.matchExpressions[0].values: Exists takes no values',
    ],
    [
      { 'selector.matchExpressions[0].values': [] },
      'LLMD-SELECTOR selector.matchExpressions[0].values: NotIn needs values, and there are none',
    ],
    [
      { 'selector.matchExpressions[0].values': ['a b'] },
      'LLMD-SELECTOR selector.matchExpressions[0].values[0]: "a b" is not a valid label value: up to 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
    ],
    [{ 'selector.matchExpressions[0].key': '' }, 'LLMD-SELECTOR selector.matchExpressions[0].key: key is empty'],
    [
      { 'selector.matchExpressions[0].operator': undefined },
      'LLMD-SELECTOR selector.matchExpressions[0].operator: "" is not In, NotIn, Exists or DoesNotExist',
    ],
  ]);
});
