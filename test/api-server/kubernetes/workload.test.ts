import { testCases } from './change';

describe('Deployment', () => {
  testCases({ code: 'LLMD-WORKLOAD', kind: 'Deployment', below: 'spec.' }, [
    [{ selector: undefined }, 'selector: selector is missing'],
    [{ selector: {} }, 'selector: it is empty, which would select every pod'],
    [
      { 'selector.matchLabels.app': 'other' },
      'template.metadata.labels: the labels of the template do not match the selector: app: other',
    ],
    [
      { 'selector.matchLabels': { 'a b': 'c' } },
      'LLMD-SELECTOR selector.matchLabels["a b"]: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
      'template.metadata.labels: the labels of the template do not match the selector: a b: c',
    ],
    [
      { 'selector.matchExpressions[0].key': 'other' },
      'template.metadata.labels: the labels of the template do not match the selector: other Exists []',
    ],
    [
      { 'selector.matchExpressions[0]': { key: 'pool', operator: 'NotIn', values: ['opt'] } },
      'template.metadata.labels: the labels of the template do not match the selector: pool NotIn ["opt"]',
    ],
    [{ 'selector.matchExpressions[0]': { key: 'pool', operator: 'In', values: ['opt'] } }],
    [
      { 'selector.matchExpressions[0]': { key: 'pool', operator: 'DoesNotExist' } },
      'template.metadata.labels: the labels of the template do not match the selector: pool DoesNotExist []',
    ],
    [
      { 'template.metadata.labels': undefined },
      'template.metadata.labels: the labels of the template do not match the selector: app: vllm',
    ],
    [
      { template: undefined },
      'template.metadata.labels: the labels of the template do not match the selector: app: vllm',
      'template: template is missing',
      'LLMD-POD-SPEC template.spec.containers: containers is missing',
    ],
    [{ replicas: -1 }, 'replicas: -1 is less than 0'],
    [{ replicas: 0 }],
    [{ minReadySeconds: -1 }, 'minReadySeconds: -1 is less than 0'],
    [
      { minReadySeconds: 1200 },
      'progressDeadlineSeconds: 1200 s are not more than minReadySeconds 1200: every rollout would fail',
    ],
    [
      { progressDeadlineSeconds: undefined, minReadySeconds: 600 },
      'progressDeadlineSeconds: 600 s are not more than minReadySeconds 600: every rollout would fail',
    ],
    [{ revisionHistoryLimit: -1 }, 'revisionHistoryLimit: -1 is less than 0'],
    [
      { progressDeadlineSeconds: -1 },
      'progressDeadlineSeconds: -1 is less than 0',
      'progressDeadlineSeconds: -1 s are not more than minReadySeconds 5: every rollout would fail',
    ],
    [{ 'strategy.type': 'Blue' }, 'strategy.type: "Blue" is not Recreate or RollingUpdate'],
    [
      { 'strategy.type': 'Recreate' },
      'strategy.rollingUpdate: rollingUpdate may not be set where the strategy is Recreate',
    ],
    [{ strategy: { type: 'Recreate' } }],
    [
      { 'strategy.rollingUpdate.maxSurge': 0 },
      'strategy.rollingUpdate: maxUnavailable and maxSurge are both 0, so that no pod can be replaced',
    ],
    [
      { 'strategy.rollingUpdate.maxSurge': '0%' },
      'strategy.rollingUpdate: maxUnavailable and maxSurge are both 0, so that no pod can be replaced',
    ],
    [{ 'strategy.rollingUpdate.maxSurge': '150%' }],
    [
      { 'strategy.rollingUpdate.maxUnavailable': '101%' },
      'strategy.rollingUpdate.maxUnavailable: "101%" is more than 100%',
    ],
    [
      { 'strategy.rollingUpdate.maxUnavailable': -1 },
      'strategy.rollingUpdate.maxUnavailable: -1 is neither a count of 0 or more nor a percentage',
    ],
    [
      { 'strategy.rollingUpdate.maxSurge': 'many' },
      'strategy.rollingUpdate.maxSurge: "many" is neither a count of 0 or more nor a percentage',
    ],
    [{ 'strategy.rollingUpdate.maxSurge': undefined }],
    [
      { 'template.spec.restartPolicy': 'Never' },
      'template.spec.restartPolicy: "Never" is not Always, and these pods are kept running',
    ],
    [{ 'template.spec.activeDeadlineSeconds': 5 }, 'template.spec.activeDeadlineSeconds: these pods are kept running'],
    [
      { 'template.metadata.labels["a b"]': 'c' },
      'LLMD-POD-SPEC template.metadata.labels["a b"]: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [
      { 'template.metadata.annotations': { 'a b': 'c' } },
      'LLMD-POD-SPEC template.metadata.annotations["a b"]: "a b" is not a valid key of an annotation, which has the form of a label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [
      { 'template.metadata.annotations': { 'controller.kubernetes.io/pod-deletion-cost': 'high' } },
      'LLMD-POD-SPEC template.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"]: "high" is not a whole number',
    ],
    [{ 'template.metadata.annotations': { 'controller.kubernetes.io/pod-deletion-cost': '-5' } }],
    [
      { 'template.metadata.annotations': { 'container.apparmor.security.beta.kubernetes.io/other': 'any' } },
      'LLMD-POD-SPEC template.metadata.annotations["container.apparmor.security.beta.kubernetes.io/other"]: there is no container other',
      'LLMD-POD-SPEC template.metadata.annotations["container.apparmor.security.beta.kubernetes.io/other"]: "any" is not a valid profile',
    ],
    [{ spec: undefined }],
  ]);
});

describe('ReplicaSet', () => {
  testCases({ code: 'LLMD-WORKLOAD', kind: 'ReplicaSet', below: 'spec.' }, [
    [
      { 'selector.matchLabels.app': 'b' },
      'template.metadata.labels: the labels of the template do not match the selector: app: b',
    ],
    [{ replicas: -1 }, 'replicas: -1 is less than 0'],
    [
      { 'template.spec.restartPolicy': 'OnFailure' },
      'template.spec.restartPolicy: "OnFailure" is not Always, and these pods are kept running',
    ],
  ]);
});

describe('DaemonSet', () => {
  testCases({ code: 'LLMD-WORKLOAD', kind: 'DaemonSet', below: 'spec.' }, [
    [
      { 'selector.matchLabels.app': 'b' },
      'template.metadata.labels: the labels of the template do not match the selector: app: b',
    ],
    [{ selector: {} }, 'selector: it is empty, which would select every pod'],
    [{ 'updateStrategy.type': 'Any' }, 'updateStrategy.type: "Any" is not OnDelete or RollingUpdate'],
    [
      { 'updateStrategy.rollingUpdate.maxUnavailable': 0 },
      'updateStrategy.rollingUpdate: maxUnavailable and maxSurge are both 0, so that no pod can be replaced',
    ],
    [
      { 'updateStrategy.rollingUpdate.maxSurge': 1 },
      'updateStrategy.rollingUpdate.maxSurge: maxSurge and maxUnavailable are both more than 0, expected one of them to be 0',
    ],
    [{ 'updateStrategy.rollingUpdate': { maxUnavailable: 0, maxSurge: '10%' } }],
    [
      { 'updateStrategy.rollingUpdate.maxUnavailable': '101%' },
      'updateStrategy.rollingUpdate.maxUnavailable: "101%" is more than 100%',
    ],
    [{ updateStrategy: { type: 'OnDelete', rollingUpdate: { maxUnavailable: 0 } } }],
  ]);
});

describe('StatefulSet', () => {
  testCases({ code: 'LLMD-WORKLOAD', kind: 'StatefulSet', below: 'spec.' }, [
    [{ podManagementPolicy: 'Any' }, 'podManagementPolicy: "Any" is not OrderedReady or Parallel'],
    [
      { serviceName: 'A' },
      'serviceName: "A" is not a valid DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
    ],
    [{ serviceName: '' }],
    [{ replicas: -1 }, 'replicas: -1 is less than 0'],
    [{ 'ordinals.start': -1 }, 'ordinals.start: -1 is less than 0'],
    [
      { 'persistentVolumeClaimRetentionPolicy.whenDeleted': 'Keep' },
      'persistentVolumeClaimRetentionPolicy.whenDeleted: "Keep" is not Delete or Retain',
    ],
    [
      { 'updateStrategy.type': 'OnDelete' },
      'updateStrategy.rollingUpdate: rollingUpdate has no effect with the type OnDelete',
    ],
    [{ 'updateStrategy.rollingUpdate.partition': -1 }, 'updateStrategy.rollingUpdate.partition: -1 is less than 0'],
    [{ 'updateStrategy.type': 'Any' }, 'updateStrategy.type: "Any" is not OnDelete or RollingUpdate'],
    [
      { 'volumeClaimTemplates[0].spec.accessModes': [] },
      'LLMD-VOLUME-CLAIM volumeClaimTemplates[0].spec.accessModes: accessModes is empty',
    ],
    [{ volumeClaimTemplates: undefined }],
    [{ 'template.spec.volumes[0]': undefined }],
    [{ 'template.spec.hostname': 'A.B' }],
    [
      { 'selector.matchLabels.app': 'b' },
      'template.metadata.labels: the labels of the template do not match the selector: app: b',
    ],
  ]);
});
