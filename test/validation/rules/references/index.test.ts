import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { REFERENCE_RULES } from '../../../../lib/validation/rules/references';
import { diagnostics } from '../../../support/diagnostics';
import { parseObjects } from '../../../support/objects';

/** Severity, and then place, message and remedy: the violation of each rule's failing example. */
const TEXTS: { readonly [code: string]: readonly string[] } = {
  'LLMD-BUDGET-NO-PODS': [
    'error-when-closed',
    'spec.selector: no pods in namespace default have app=llm; select labels that the pods have',
  ],
  'LLMD-CLAIM-MISSING': [
    'error-when-closed',
    'spec.template.spec.volumes[0].persistentVolumeClaim.claimName: there is no PersistentVolumeClaim default/model-pvc; name a PersistentVolumeClaim of the same namespace, or add it',
  ],
  'LLMD-CLAIM-SHARED': [
    'warning',
    'spec.template.spec.volumes[0].persistentVolumeClaim.claimName: 3 pods share PersistentVolumeClaim default/model-pvc, which is ReadWriteOnce; use a claim with ReadWriteMany or ReadOnlyMany, one replica, or a StatefulSet with volumeClaimTemplates',
  ],
  'LLMD-CONFIG-MAP-KEY': [
    'error',
    'spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key: ConfigMap default/vllm-env has no key level; it has logLevel; name a key of the ConfigMap, or add it there',
  ],
  'LLMD-CONFIG-MAP-MISSING': [
    'error-when-closed',
    'spec.template.spec.containers[0].envFrom[0].configMapRef.name: there is no ConfigMap default/vllm-env; name a ConfigMap of the same namespace, add it, or mark the reference as optional',
  ],
  'LLMD-PARAMETERS-MISSING': [
    'error-when-closed',
    "spec.infrastructure.parametersRef.name: there is no AgentgatewayParameters default/inference; name parameters of the Gateway's namespace, or add them",
  ],
  'LLMD-POLICY-TARGET-MISSING': [
    'error-when-closed',
    'spec.targetRefs[0].name: there is no Gateway default/gateway; namespace default has inference; name an object of the same namespace',
  ],
  'LLMD-REFERENCE-GROUP': [
    'error',
    'spec.rules[0].backendRefs[0]: InferencePool opt is of group inference.networking.k8s.io, not of group inference.networking.x-k8s.io; name group inference.networking.k8s.io here',
  ],
  'LLMD-REFERENCE': [
    'error-when-closed',
    'spec.serviceName: there is no Service default/vllm-pods; name an object that exists, or add it',
  ],
  'LLMD-ROLE-MISSING': [
    'error-when-closed',
    'roleRef.name: there is no Role default/epp; name a Role of the same namespace or a ClusterRole, or add it',
  ],
  'LLMD-SCALE-TARGET-MISSING': [
    'error-when-closed',
    'spec.scaleTargetRef.name: there is no StatefulSet default/vllm; name a workload of the same namespace',
  ],
  'LLMD-SECRET-KEY': [
    'error',
    'spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key: Secret default/llm-d-hf-token has no key HF_TOKEN; it has token; name a key of the Secret, or add it there',
  ],
  'LLMD-SECRET-MISSING': [
    'error-when-closed',
    'spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.name: there is no Secret default/llm-d-hf-token; name a Secret of the same namespace, say that it is in the cluster, or mark the reference as optional',
  ],
  'LLMD-SERVICE-ACCOUNT-MISSING': [
    'error-when-closed',
    'spec.template.spec.serviceAccountName: there is no ServiceAccount default/vllm; name a ServiceAccount of that namespace, or add it',
  ],
};

test.each(REFERENCE_RULES.map((rule) => [rule.code, rule] as const))('%s', (code, rule) =>
  expect([rule.severity, ...diagnostics([rule], parseObjects(EXAMPLES[code].failing))]).toEqual(
    TEXTS[code].map((text, index) => (index === 0 ? text : `${code} ${text}`)),
  ),
);

test('every rule has a text, and every text a rule', () =>
  expect(Object.keys(TEXTS)).toEqual(REFERENCE_RULES.map(({ code }) => code)));
