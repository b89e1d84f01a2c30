import type { Resource } from '../resource';
import type { RuleDoc } from '../rule-doc';
import type { ObjectViolation } from '../violation';
import { ACCESS, clusterRole, clusterRoleBinding, role, roleBinding } from './access';
import { AUTOSCALER, autoscaler } from './autoscaler';
import type { Check } from './checks';
import { CONFIG_DATA, configMap, secret } from './config-data';
import { DISRUPTION_BUDGET, disruptionBudget } from './disruption-budget';
import { Field } from './field';
import { INGRESS, ingress } from './ingress';
import { JOB, job } from './job';
import { SELECTOR } from './labels';
import { namespace, NAMESPACE_POD_SECURITY } from './namespace';
import { NETWORK_POLICY, networkPolicy } from './network-policy';
import { pod } from './pod/pod-template';
import { POD_SPEC } from './pod/pod-spec-rule';
import { PROBE } from './pod/probes';
import { RESOURCES } from './pod/resources';
import { SCHEDULING } from './pod/scheduling';
import { SECURITY_CONTEXT } from './pod/security-context';
import { VOLUME } from './pod/volumes';
import { SERVICE, service } from './service';
import { volumeClaim, VOLUME_CLAIM } from './volume-claim';
import { daemonSet, deployment, replicaSet, statefulSet, WORKLOAD } from './workload';

/*
 * Checks of the API server beyond the schema: k8s.io/kubernetes v1.35.4 pkg/apis/<group>/validation, with the features
 * that are enabled by default. Checks that need the state of the cluster, such as free addresses, are left out.
 * docs/validation-differences.md names these and the kinds without checks.
 */

/** The codes that `checkKubernetes` reports. */
export const KUBERNETES_RULES: readonly RuleDoc[] = [
  POD_SPEC,
  PROBE,
  VOLUME,
  RESOURCES,
  SECURITY_CONTEXT,
  SCHEDULING,
  WORKLOAD,
  JOB,
  SERVICE,
  SELECTOR,
  CONFIG_DATA,
  ACCESS,
  DISRUPTION_BUDGET,
  NETWORK_POLICY,
  INGRESS,
  VOLUME_CLAIM,
  AUTOSCALER,
  NAMESPACE_POD_SECURITY,
];

/** The check of each kind, and the rule of its violations; parts of an object may have rules of their own. */
const KINDS: { readonly [kind: string]: readonly [rule: RuleDoc, check: Check] } = {
  '/ConfigMap': [CONFIG_DATA, configMap],
  '/Namespace': [NAMESPACE_POD_SECURITY, namespace],
  '/PersistentVolumeClaim': [VOLUME_CLAIM, volumeClaim],
  '/Pod': [POD_SPEC, pod],
  '/Secret': [CONFIG_DATA, secret],
  '/Service': [SERVICE, service],
  'apps/DaemonSet': [WORKLOAD, daemonSet],
  'apps/Deployment': [WORKLOAD, deployment],
  'apps/ReplicaSet': [WORKLOAD, replicaSet],
  'apps/StatefulSet': [WORKLOAD, statefulSet],
  'autoscaling/HorizontalPodAutoscaler': [AUTOSCALER, autoscaler],
  'batch/Job': [JOB, job],
  'networking.k8s.io/Ingress': [INGRESS, ingress],
  'networking.k8s.io/NetworkPolicy': [NETWORK_POLICY, networkPolicy],
  'policy/PodDisruptionBudget': [DISRUPTION_BUDGET, disruptionBudget],
  'rbac.authorization.k8s.io/ClusterRole': [ACCESS, clusterRole],
  'rbac.authorization.k8s.io/ClusterRoleBinding': [ACCESS, clusterRoleBinding],
  'rbac.authorization.k8s.io/Role': [ACCESS, role],
  'rbac.authorization.k8s.io/RoleBinding': [ACCESS, roleBinding],
};

/** Checks an object of a kind of Kubernetes. Its fields must have their types. */
export function checkKubernetes({
  group,
  kind,
  object,
}: Pick<Resource, 'group' | 'kind' | 'object'>): ObjectViolation[] {
  const violations: ObjectViolation[] = [];
  const name = `${group}/${kind}`;
  if (!Object.hasOwn(KINDS, name)) return violations;
  const [rule, check] = KINDS[name];
  check(Field.of(object, rule, violations));
  return violations;
}
