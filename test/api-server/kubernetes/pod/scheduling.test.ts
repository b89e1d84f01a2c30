import { testCases } from '../change';

describe('scheduling, a node that is needed', () => {
  testCases(
    {
      code: 'LLMD-SCHEDULING',
      kind: 'Deployment',
      below:
        'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].',
    },
    [
      [
        { 'matchExpressions[0].operator': 'Exists' },
        'matchExpressions[0].values: Exists takes no values, and there are 2',
      ],
      [{ 'matchExpressions[0].values': [] }, 'matchExpressions[0].values: In takes values, and there are 0'],
      [
        { 'matchExpressions[0].values': ['a b'] },
        'matchExpressions[0].values[0]: "a b" is not a valid label value: up to 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
      ],
      [
        { 'matchExpressions[0].operator': 'is' },
        'matchExpressions[0].operator: "is" is not In, NotIn, Exists, DoesNotExist, Gt or Lt',
      ],
      [{ 'matchExpressions[0].key': '' }, 'matchExpressions[0].key: key is empty'],
      [{ 'matchFields[0].key': 'metadata.uid' }, 'matchFields[0].key: "metadata.uid" is not metadata.name'],
      [{ 'matchFields[0].values': ['a', 'b'] }, 'matchFields[0].values: NotIn takes one value, and there are 2'],
      [{ 'matchFields[0].operator': 'Exists' }, 'matchFields[0].operator: "Exists" is not In or NotIn'],
    ],
  );
});

describe('scheduling, a node that is preferred', () => {
  testCases(
    {
      code: 'LLMD-SCHEDULING',
      kind: 'Deployment',
      below: 'spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].',
    },
    [
      [{ 'preference.matchExpressions[0].values': ['a b'] }],
      [
        { 'preference.matchExpressions[0].values': ['1', '2'] },
        'preference.matchExpressions[0].values: Gt takes one value, and there are 2',
      ],
      [{ weight: 0 }, 'weight: 0 is not between 1 and 100'],
      [{ weight: 101 }, 'weight: 101 is not between 1 and 100'],
      [{ weight: 100 }],
    ],
  );
});

describe('scheduling, other pods', () => {
  testCases(
    {
      code: 'LLMD-SCHEDULING',
      kind: 'Deployment',
      below: 'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].',
    },
    [
      [{ topologyKey: '' }, 'topologyKey: topologyKey is empty'],
      [
        { topologyKey: 'a b' },
        'topologyKey: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
      ],
      [
        { namespaces: ['A'] },
        'namespaces[0]: "A" is not a valid DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
      ],
      [{ labelSelector: undefined }, 'matchLabelKeys: matchLabelKeys adds to a labelSelector, and there is none'],
      [
        { mismatchLabelKeys: ['pod-template-hash'] },
        'matchLabelKeys[0]: pod-template-hash is also in mismatchLabelKeys',
      ],
      [
        { matchLabelKeys: ['a b'] },
        'matchLabelKeys[0]: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
      ],
      [
        { 'labelSelector.matchLabels': { 'a b': 'c' } },
        'LLMD-SELECTOR labelSelector.matchLabels["a b"]: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
      ],
      [
        {
          labelSelector: {
            matchExpressions: [
              { key: 'app', operator: 'Exists' },
              { key: 'app', operator: 'Exists' },
            ],
          },
          matchLabelKeys: ['app'],
        },
        'matchLabelKeys[0]: app is also in the labelSelector',
      ],
    ],
  );
});

describe('scheduling, a spread', () => {
  testCases(
    { code: 'LLMD-SCHEDULING', kind: 'Deployment', below: 'spec.template.spec.topologySpreadConstraints[0].' },
    [
      [{ maxSkew: 0 }, 'maxSkew: 0 is less than 1'],
      [{ minDomains: 0 }, 'minDomains: 0 is less than 1'],
      [{ whenUnsatisfiable: 'ScheduleAnyway' }, 'minDomains: minDomains is only used with DoNotSchedule'],
      [
        { whenUnsatisfiable: 'Maybe' },
        'whenUnsatisfiable: "Maybe" is not DoNotSchedule or ScheduleAnyway',
        'minDomains: minDomains is only used with DoNotSchedule',
      ],
      [{ topologyKey: '' }, 'topologyKey: topologyKey is empty'],
      [{ nodeAffinityPolicy: 'Maybe' }, 'nodeAffinityPolicy: "Maybe" is not Honor or Ignore'],
      [{ nodeTaintsPolicy: 'Honor' }],
      [{ labelSelector: undefined }, 'matchLabelKeys: matchLabelKeys adds to a labelSelector, and there is none'],
      [{ matchLabelKeys: ['app'] }],
    ],
  );
});

describe('scheduling', () => {
  testCases({ code: 'LLMD-SCHEDULING', kind: 'Deployment', below: 'spec.template.spec.' }, [
    [{ 'tolerations[0].value': 'a' }, 'tolerations[0].value: Exists takes no value'],
    [{ 'tolerations[0].operator': 'Is' }, 'tolerations[0].operator: "Is" is not Equal or Exists'],
    [{ 'tolerations[0].key': undefined }],
    [
      { 'tolerations[1].key': undefined },
      'tolerations[1].operator: a toleration without a key needs the operator Exists',
    ],
    [
      { 'tolerations[1].key': 'a b' },
      'tolerations[1].key: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [
      { 'tolerations[1].value': 'a b' },
      'tolerations[1].value: "a b" is not a valid label value: up to 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
    ],
    [
      { 'tolerations[0].effect': 'Maybe' },
      'tolerations[0].effect: "Maybe" is not NoSchedule, PreferNoSchedule or NoExecute',
    ],
    [{ 'tolerations[0].effect': undefined }],
    [
      { 'tolerations[1].effect': 'NoSchedule' },
      'tolerations[1].tolerationSeconds: only a toleration of NoExecute has a duration',
    ],
    [
      { 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms': [] },
      'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: nodeSelectorTerms is empty',
    ],
    [
      {
        'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.topologyKey':
          undefined,
      },
      'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.topologyKey: topologyKey is missing',
    ],
    [
      { 'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight': undefined },
      'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: weight is missing',
    ],
    [
      {
        topologySpreadConstraints: [
          { maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule' },
          { maxSkew: 2, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule' },
        ],
      },
      'topologySpreadConstraints[1]: there is a constraint for a DoNotSchedule already',
    ],
  ]);
});
