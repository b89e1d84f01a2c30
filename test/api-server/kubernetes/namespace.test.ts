import { testCases } from './change';

describe('Namespace', () => {
  testCases({ code: 'LLMD-NAMESPACE-POD-SECURITY', kind: 'Namespace' }, [
    [
      { 'spec.finalizers': ['mine'] },
      'LLMD-FINALIZER spec.finalizers[0]: "mine" is not a name with a domain, such as example.com/cleanup',
    ],
    [{ 'spec.finalizers': ['example.com/mine'] }],
    [
      { 'spec.finalizers': [''] },
      'LLMD-FINALIZER spec.finalizers[0]: "" is not a name with a domain, such as example.com/cleanup',
    ],
    [
      { 'metadata.labels': { 'pod-security.kubernetes.io/enforce': 'strict' } },
      'metadata.labels["pod-security.kubernetes.io/enforce"]: "strict" is not baseline, privileged or restricted',
    ],
    [{ 'metadata.labels': { 'pod-security.kubernetes.io/warn': 'baseline' } }],
    [
      { 'metadata.labels': { 'pod-security.kubernetes.io/enforce-version': '1.35' } },
      'metadata.labels["pod-security.kubernetes.io/enforce-version"]: "1.35" is not a version of Pod Security',
    ],
    [{ 'metadata.labels': { 'pod-security.kubernetes.io/enforce-version': 'v1.35' } }],
  ]);
});
