import { testCases } from './change';

describe('Namespace', () => {
  testCases({ code: 'LLMD-KUBERNETES-KIND', kind: 'Namespace' }, [
    [
      { 'spec.finalizers': ['mine'] },
      'spec.finalizers[0]: "mine" is no name after a domain, such as example.com/cleanup',
    ],
    [{ 'spec.finalizers': ['example.com/mine'] }],
    [{ 'spec.finalizers': [''] }, 'spec.finalizers[0]: "" is no name after a domain, such as example.com/cleanup'],
    [
      { 'metadata.labels': { 'pod-security.kubernetes.io/enforce': 'strict' } },
      'metadata.labels["pod-security.kubernetes.io/enforce"]: "strict" is not baseline, privileged or restricted',
    ],
    [{ 'metadata.labels': { 'pod-security.kubernetes.io/warn': 'baseline' } }],
    [
      { 'metadata.labels': { 'pod-security.kubernetes.io/enforce-version': '1.35' } },
      'metadata.labels["pod-security.kubernetes.io/enforce-version"]: "1.35" is no version of Pod Security',
    ],
    [{ 'metadata.labels': { 'pod-security.kubernetes.io/enforce-version': 'v1.35' } }],
  ]);
});

describe('PriorityClass', () => {
  testCases({ code: 'LLMD-KUBERNETES-KIND', kind: 'PriorityClass' }, [
    [{ 'metadata.generation': -1 }],
    [{ value: 1000000001 }, 'value: 1000000001 is more than 1000000000, where the system begins'],
    [{ value: 1000000000 }],
    [{ value: -5 }],
    [{ 'metadata.name': 'system-mine' }, 'metadata.name: system- begins the names of Kubernetes itself'],
    [{ preemptionPolicy: 'Maybe' }, 'preemptionPolicy: "Maybe" is not Never or PreemptLowerPriority'],
    [{ preemptionPolicy: '' }, 'preemptionPolicy: "" is not Never or PreemptLowerPriority'],
  ]);
});

describe('Lease', () => {
  testCases({ code: 'LLMD-KUBERNETES-KIND', kind: 'Lease' }, [
    [{ 'metadata.generation': -1 }, 'metadata.generation: -1 is less than 0'],
    [{ 'spec.leaseDurationSeconds': 0 }, 'spec.leaseDurationSeconds: 0 is less than 1'],
    [{ 'spec.leaseTransitions': -1 }, 'spec.leaseTransitions: -1 is less than 0'],
  ]);
});

describe('ServiceAccount', () => {
  testCases({ code: 'LLMD-KUBERNETES-KIND', kind: 'ServiceAccount' }, [
    [{ 'metadata.generation': -1 }, 'metadata.generation: -1 is less than 0'],
    [{ 'metadata.generation': 0 }],
  ]);
});
