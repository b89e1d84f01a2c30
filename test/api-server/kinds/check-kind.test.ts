import { violationsOf } from '../../support/violations';

const metadata = { name: 'a' };

describe('apiVersion and kind of an object', () => {
  test.each<[unknown, string]>([
    [
      null,
      'LLMD-OBJECT : nothing came, expected a mapping with apiVersion, kind and metadata; write a Kubernetes object, or remove this',
    ],
    [
      'text',
      'LLMD-OBJECT : a string came, expected a mapping with apiVersion, kind and metadata; write a Kubernetes object, or remove this',
    ],
    [
      [{}],
      'LLMD-OBJECT : a list came, expected a mapping with apiVersion, kind and metadata; write a Kubernetes object, or remove this',
    ],
    [
      { kind: 'ConfigMap', metadata },
      'LLMD-OBJECT apiVersion: nothing came, expected an API group and version, such as apps/v1 or v1; write apiVersion: v1',
    ],
    [
      { kind: 'HTTPRoute', metadata },
      'LLMD-OBJECT apiVersion: nothing came, expected an API group and version, such as apps/v1 or v1; write apiVersion: gateway.networking.k8s.io/v1 or gateway.networking.k8s.io/v1beta1',
    ],
    [
      { apiVersion: null, kind: 'Thing' },
      'LLMD-OBJECT apiVersion: nothing came, expected an API group and version, such as apps/v1 or v1; write apiVersion',
    ],
    [
      { apiVersion: 1, kind: 'ConfigMap' },
      'LLMD-OBJECT apiVersion: 1 came, expected an API group and version, such as apps/v1 or v1; write apiVersion: v1',
    ],
    [
      { apiVersion: 'a/b/c', kind: 'ConfigMap' },
      'LLMD-OBJECT apiVersion: "a/b/c" came, expected an API group and version, such as apps/v1 or v1; write apiVersion: v1',
    ],
    [
      { apiVersion: 'apps/', kind: 'Deployment' },
      'LLMD-OBJECT apiVersion: "apps/" came, expected an API group and version, such as apps/v1 or v1; write apiVersion: apps/v1',
    ],
    [
      { apiVersion: 'v1' },
      'LLMD-OBJECT kind: nothing came, expected the name of a kind, such as Deployment; write kind',
    ],
    [
      { apiVersion: 'v1', kind: '' },
      'LLMD-OBJECT kind: "" came, expected the name of a kind, such as Deployment; write kind',
    ],
    [
      { apiVersion: 'v1', kind: ['ConfigMap'] },
      'LLMD-OBJECT kind: ["ConfigMap"] came, expected the name of a kind, such as Deployment; write kind',
    ],
  ])('%j', (object, violation) => expect(violationsOf(object)).toEqual([violation]));

  test('both may be missing', () => {
    expect(violationsOf({})).toEqual([expect.stringContaining('apiVersion'), expect.stringContaining('kind')]);
  });
});

describe('whether a cluster has such a kind', () => {
  test.each([
    ['v1', 'ConfigMap'],
    ['coordination.k8s.io/v1', 'Lease'],
    [
      'apps/v1beta1',
      'Deployment',
      'LLMD-KIND apiVersion: Deployment is served as apps/v1, and as apps/v1beta1 not; write apiVersion: apps/v1',
    ],
    [
      'autoscaling/v2beta2',
      'HorizontalPodAutoscaler',
      'LLMD-KIND apiVersion: HorizontalPodAutoscaler is served as autoscaling/v2 and autoscaling/v1, and as autoscaling/v2beta2 not; write apiVersion: autoscaling/v2',
    ],
    [
      'resource.k8s.io/v1beta1',
      'DeviceClass',
      'LLMD-KIND apiVersion: DeviceClass is served as resource.k8s.io/v1, and as resource.k8s.io/v1beta1 only if it is enabled; write apiVersion: resource.k8s.io/v1',
    ],
    [
      'inference.networking.x-k8s.io/v1alpha2',
      'InferencePool',
      'LLMD-KIND apiVersion: inference.networking.x-k8s.io/v1alpha2 has no kind "InferencePool", but inference.networking.k8s.io/v1 has; write apiVersion: inference.networking.k8s.io/v1',
    ],
    [
      'llm-d.ai/v1alpha1',
      'InferenceObjective',
      'LLMD-KIND apiVersion: InferenceObjective is served as llm-d.ai/v1alpha2, and as llm-d.ai/v1alpha1 not; write apiVersion: llm-d.ai/v1alpha2',
    ],
    [
      'gateway.networking.k8s.io/v1',
      'Gatway',
      'LLMD-KIND kind: gateway.networking.k8s.io/v1 has no kind "Gatway"; did you mean Gateway?; write kind: Gateway',
    ],
    [
      'gateway.networking.k8s.io/v1',
      'service',
      'LLMD-KIND kind: gateway.networking.k8s.io/v1 has no kind "service", only BackendTLSPolicy, GRPCRoute, Gateway, GatewayClass, HTTPRoute, ListenerSet, ReferenceGrant, TCPRoute, TLSRoute and UDPRoute; correct the kind, or its apiVersion',
    ],
    [
      'v1',
      'Deployment',
      'LLMD-KIND apiVersion: v1 has no kind "Deployment", but apps/v1 has; write apiVersion: apps/v1',
    ],
    ['v1', 'constructor', expect.stringContaining('LLMD-KIND kind: v1 has no kind "constructor", only')],
    [
      'extensions/v1beta1',
      'Ingress',
      'LLMD-KIND apiVersion: extensions/v1beta1 has no kind "Ingress", but networking.k8s.io/v1 has; write apiVersion: networking.k8s.io/v1',
    ],
    [
      'extensions/v1',
      'Thing',
      'LLMD-KIND kind: extensions/v1 has no kind "Thing"; there is no such group; correct the kind, or its apiVersion',
    ],
    [
      'gateway.envoyproxy.io/v1alpha1',
      'SecurityPolicy',
      'LLMD-KIND-NOT-CHECKED : no schema of SecurityPolicy in gateway.envoyproxy.io/v1alpha1 is known, so only its metadata was checked; ask a cluster that has the kind: kubectl apply --dry-run=server',
    ],
    ['certificates.k8s.io/v1beta1', 'ClusterTrustBundle', expect.stringContaining('LLMD-KIND-NOT-CHECKED')],
    ['monitoring.coreos.com/v1', 'Alertmanager', expect.stringContaining('LLMD-KIND-NOT-CHECKED')],
    [
      'gateway.networking.k8.io/v1',
      'Gateway',
      'LLMD-KIND-NOT-CHECKED : no schema of Gateway in gateway.networking.k8.io/v1 is known, so only its metadata was checked; write gateway.networking.k8s.io, if you mean that group',
    ],
    ['constructor/v1', 'Thing', expect.stringContaining('LLMD-KIND kind: constructor/v1 has no kind')],
  ])('%s %s', (apiVersion, kind, ...expected) => {
    expect(violationsOf({ apiVersion, kind, metadata })).toEqual(expected);
  });
});
