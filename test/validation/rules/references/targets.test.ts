import { REFERENCE_RULES } from '../../../../lib/validation/rules/references';
import { deploymentOf, named } from '../../../support/rule-objects';
import { documents, gateway, httpRoute } from '../../../support/rule-objects';
import { messages } from '../../../support/diagnostics';
import { parseObjects } from '../../../support/objects';

const found = (yaml: string) => messages(REFERENCE_RULES, parseObjects(yaml));

const VLLM = deploymentOf('containers: [{ name: vllm }]');
const object = (apiVersion: string, kind: string, spec: string) =>
  `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\nspec: { ${spec} }\n`;

describe('budgets', () => {
  const budget = (selector: string) => object('policy/v1', 'PodDisruptionBudget', `maxUnavailable: 1, ${selector}`);

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
  ])('%s', (_name, yaml, expected) => expect(found(yaml)).toEqual(expected));
});

describe('autoscalers', () => {
  const hpa = (target: string) =>
    object('autoscaling/v2', 'HorizontalPodAutoscaler', `maxReplicas: 2, scaleTargetRef: { ${target} }`);

  test.each<[string, string, string[]]>([
    ['scale a Deployment', VLLM + hpa('apiVersion: apps/v1, kind: Deployment, name: vllm'), []],
    [
      'scale a missing Deployment',
      VLLM + hpa('apiVersion: apps/v1, kind: Deployment, name: vlm'),
      [
        'LLMD-SCALE-TARGET-MISSING spec.scaleTargetRef.name: there is no Deployment default/vlm; namespace default has vllm',
      ],
    ],
    [
      'scale a group that is gone',
      VLLM + hpa('apiVersion: extensions/v1beta1, kind: Deployment, name: vllm'),
      ['LLMD-REFERENCE-GROUP spec.scaleTargetRef: Deployment vllm is of group apps, not of group extensions'],
    ],
    [
      'scale a core kind',
      VLLM + hpa('apiVersion: v1, kind: ReplicationController, name: vllm'),
      ['LLMD-SCALE-TARGET-MISSING spec.scaleTargetRef.name: there is no ReplicationController default/vllm'],
    ],
    [
      'of KEDA',
      VLLM + object('keda.sh/v1alpha1', 'ScaledObject', 'scaleTargetRef: { name: vlm }'),
      [
        'LLMD-SCALE-TARGET-MISSING spec.scaleTargetRef.name: there is no Deployment default/vlm; namespace default has vllm',
      ],
    ],
    [
      'of KEDA, of another kind',
      VLLM +
        object(
          'keda.sh/v1alpha1',
          'ScaledObject',
          'scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: vllm }',
        ),
      ['LLMD-SCALE-TARGET-MISSING spec.scaleTargetRef.name: there is no StatefulSet default/vllm'],
    ],
    [
      'that change the size',
      VLLM +
        object(
          'autoscaling.k8s.io/v1',
          'VerticalPodAutoscaler',
          'targetRef: { apiVersion: apps/v1, kind: Deployment, name: vlm }',
        ),
      ['LLMD-SCALE-TARGET-MISSING spec.targetRef.name: there is no Deployment default/vlm; namespace default has vllm'],
    ],
    [
      'of the proxy of a Gateway',
      documents(gateway({ className: 'istio' })) + hpa('apiVersion: apps/v1, kind: Deployment, name: inference-istio'),
      [],
    ],
    [
      'of the proxy of a Gateway by its own name',
      documents(gateway()) + hpa('apiVersion: apps/v1, kind: Deployment, name: inference'),
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(yaml)).toEqual(expected));
});

describe('policies and parameters', () => {
  const target = (ref: string) => `targetRefs: [{ ${ref} }]`;

  test.each<[string, string, string[]]>([
    [
      'of agentgateway',
      object(
        'agentgateway.dev/v1alpha1',
        'AgentgatewayPolicy',
        target('group: inference.networking.k8s.io, kind: InferencePool, name: b'),
      ),
      ['LLMD-POLICY-TARGET-MISSING spec.targetRefs[0].name: there is no InferencePool default/b'],
    ],
    [
      'of Envoy Gateway',
      object(
        'gateway.envoyproxy.io/v1alpha1',
        'ClientTrafficPolicy',
        target('group: gateway.networking.k8s.io, kind: Gateway, name: b'),
      ),
      ['LLMD-POLICY-TARGET-MISSING spec.targetRefs[0].name: there is no Gateway default/b'],
    ],
    [
      'of Envoy Gateway with one target',
      object(
        'gateway.envoyproxy.io/v1alpha1',
        'BackendTrafficPolicy',
        'targetRef: { group: gateway.networking.k8s.io, kind: HTTPRoute, name: b }',
      ),
      ['LLMD-POLICY-TARGET-MISSING spec.targetRef.name: there is no HTTPRoute default/b'],
    ],
    [
      'of GKE',
      object(
        'networking.gke.io/v1',
        'HealthCheckPolicy',
        'targetRef: { group: inference.networking.k8s.io, kind: InferencePool, name: b }',
      ),
      ['LLMD-POLICY-TARGET-MISSING spec.targetRef.name: there is no InferencePool default/b'],
    ],
    [
      'of Gateway API',
      object(
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
      object(
        'gateway.networking.k8s.io/v1',
        'GatewayClass',
        'controllerName: a.io/b, parametersRef: { group: agentgateway.dev, kind: AgentgatewayParameters, name: b, namespace: c }',
      ),
      ['LLMD-PARAMETERS-MISSING spec.parametersRef.name: there is no AgentgatewayParameters c/b'],
    ],
    [
      'with variables',
      object(
        'agentgateway.dev/v1alpha1',
        'AgentgatewayParameters',
        'env: [{ name: a, valueFrom: { secretKeyRef: { name: b, key: c } } }, { name: d, valueFrom: { configMapKeyRef: { name: e, key: f, optional: true } } }], rawConfig: { secretRef: { name: g } }',
      ),
      ['LLMD-SECRET-MISSING spec.env[0].valueFrom.secretKeyRef.name: there is no Secret default/b'],
    ],
    [
      'of a proxy elsewhere',
      object(
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
  ])('%s', (_name, yaml, expected) => expect(found(yaml)).toEqual(expected));
});

describe('other references', () => {
  const host = (name: string) => object('networking.istio.io/v1', 'DestinationRule', `host: ${name}`);
  const epp = named('Service', 'epp');

  test.each<[string, string, string[]]>([
    [
      'hosts',
      epp +
        host('epp.default.svc.cluster.local') +
        host('epp').replace('name: a', 'name: b') +
        host('epp.default.svc').replace('name: a', 'name: c'),
      [],
    ],
    [
      'hosts of a missing Service',
      epp + host('ep.default.svc.cluster.local') + host('ep').replace('name: a', 'name: b'),
      [
        'LLMD-REFERENCE spec.host: there is no Service default/ep; namespace default has epp',
        'LLMD-REFERENCE spec.host: there is no Service default/ep; namespace default has epp',
      ],
    ],
    [
      'hosts that are no Services',
      epp +
        host('api.example.com') +
        host('"*.default.svc.cluster.local"').replace('name: a', 'name: b') +
        host('ep.default').replace('name: a', 'name: c'),
      [],
    ],
    [
      'filters',
      documents(
        httpRoute({
          rest: 'filters: [{ type: ExtensionRef, extensionRef: { group: agentgateway.dev, kind: AgentgatewayPolicy, name: b } }]',
        }),
      ),
      ['LLMD-REFERENCE spec.rules[0].filters[0].extensionRef.name: there is no AgentgatewayPolicy default/b'],
    ],
    [
      'filters of backends',
      documents(
        httpRoute({
          backends: [
            '{ name: a, port: 80, filters: [{ type: ExtensionRef, extensionRef: { group: a.io, kind: B, name: c } }] }',
          ],
        }),
      ),
      ['LLMD-REFERENCE spec.rules[0].backendRefs[0].filters[0].extensionRef.name: there is no B default/c'],
    ],
    [
      'classes',
      documents(gateway({ className: 'elsewhere' })) +
        '---\n' +
        deploymentOf('priorityClassName: high\nruntimeClassName: nvidia\nnodeName: node') +
        object('v1', 'PersistentVolumeClaim', 'storageClassName: fast'),
      [],
    ],
    [
      'grants',
      object(
        'gateway.networking.k8s.io/v1beta1',
        'ReferenceGrant',
        'from: [], to: [{ kind: Secret, name: absent }, { kind: Service }]',
      ),
      [],
    ],
    ['the Service of the API server', documents(httpRoute({ backends: ['{ name: kubernetes, port: 443 }'] })), []],
    [
      'monitors and network policies',
      object('monitoring.coreos.com/v1', 'PodMonitor', 'selector: { matchLabels: { app: absent } }') +
        object('networking.k8s.io/v1', 'NetworkPolicy', 'podSelector: { matchLabels: { app: absent } }'),
      [],
    ],
    [
      'StatefulSets of a LeaderWorkerSet',
      object('leaderworkerset.x-k8s.io/v1', 'LeaderWorkerSet', '') +
        object('apps/v1', 'StatefulSet', 'serviceName: a').replace('name: a', 'name: b'),
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(yaml)).toEqual(expected));
});
