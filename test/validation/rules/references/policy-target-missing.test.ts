import { documents, gateway } from '../../../support/rule-objects';
import { objectOf, referenceMessages } from '../../../support/reference-messages';

describe('policies and parameters', () => {
  const target = (ref: string) => `targetRefs: [{ ${ref} }]`;

  test.each<[string, string, string[]]>([
    [
      'of agentgateway',
      objectOf(
        'agentgateway.dev/v1alpha1',
        'AgentgatewayPolicy',
        target('group: inference.networking.k8s.io, kind: InferencePool, name: b'),
      ),
      ['LLMD-POLICY-TARGET-MISSING spec.targetRefs[0].name: there is no InferencePool default/b'],
    ],
    [
      'of Envoy Gateway',
      objectOf(
        'gateway.envoyproxy.io/v1alpha1',
        'ClientTrafficPolicy',
        target('group: gateway.networking.k8s.io, kind: Gateway, name: b'),
      ),
      ['LLMD-POLICY-TARGET-MISSING spec.targetRefs[0].name: there is no Gateway default/b'],
    ],
    [
      'of Envoy Gateway with one target',
      objectOf(
        'gateway.envoyproxy.io/v1alpha1',
        'BackendTrafficPolicy',
        'targetRef: { group: gateway.networking.k8s.io, kind: HTTPRoute, name: b }',
      ),
      ['LLMD-POLICY-TARGET-MISSING spec.targetRef.name: there is no HTTPRoute default/b'],
    ],
    [
      'of GKE',
      objectOf(
        'networking.gke.io/v1',
        'HealthCheckPolicy',
        'targetRef: { group: inference.networking.k8s.io, kind: InferencePool, name: b }',
      ),
      ['LLMD-POLICY-TARGET-MISSING spec.targetRef.name: there is no InferencePool default/b'],
    ],
    [
      'of Gateway API',
      objectOf(
        'gateway.networking.k8s.io/v1',
        'BackendTLSPolicy',
        `${target('group: "", kind: Service, name: b')}, validation: { hostname: a.io, caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }] }`,
      ),
      [
        'LLMD-CONFIG-MAP-MISSING spec.validation.caCertificateRefs[0].name: there is no ConfigMap default/ca',
        'LLMD-POLICY-TARGET-MISSING spec.targetRefs[0].name: there is no Service default/b',
      ],
    ],
    [
      'of a GatewayClass',
      objectOf(
        'gateway.networking.k8s.io/v1',
        'GatewayClass',
        'controllerName: a.io/b, parametersRef: { group: agentgateway.dev, kind: AgentgatewayParameters, name: b, namespace: c }',
      ),
      ['LLMD-PARAMETERS-MISSING spec.parametersRef.name: there is no AgentgatewayParameters c/b'],
    ],
    [
      'with variables',
      objectOf(
        'agentgateway.dev/v1alpha1',
        'AgentgatewayParameters',
        'env: [{ name: a, valueFrom: { secretKeyRef: { name: b, key: c } } }, { name: d, valueFrom: { configMapKeyRef: { name: e, key: f, optional: true } } }], rawConfig: { secretRef: { name: g } }',
      ),
      ['LLMD-SECRET-MISSING spec.env[0].valueFrom.secretKeyRef.name: there is no Secret default/b'],
    ],
    [
      'of a proxy elsewhere',
      objectOf(
        'gateway.envoyproxy.io/v1alpha1',
        'EnvoyProxy',
        'provider: { type: Kubernetes, kubernetes: { envoyDeployment: { container: { env: [{ name: a, valueFrom: { secretKeyRef: { name: b, key: c } } }] } } } }, backendTLS: { clientCertificateRef: { name: d } }',
      ),
      ['LLMD-SECRET-MISSING spec.backendTLS.clientCertificateRef.name: there is no Secret default/d'],
    ],
    [
      'of Istio',
      documents(
        gateway().replace(
          'spec:',
          'spec:\n  infrastructure: { parametersRef: { group: "", kind: ConfigMap, name: b } }',
        ),
      ),
      ['LLMD-PARAMETERS-MISSING spec.infrastructure.parametersRef.name: there is no ConfigMap default/b'],
    ],
  ])('%s', (_name, yaml, expected) => expect(referenceMessages(yaml)).toEqual(expected));
});
