import type { Condition, KubernetesObject, Status } from './objects';

/** Whether an object is ready, with its state in words. */
export interface Readiness {
  readonly isReady: boolean;
  /** For example `1 of 3 pods available`. */
  readonly state: string;
}

type Rule = (object: KubernetesObject) => Readiness;

/** When objects are ready, by kind. Other kinds are ready at once. */
const RULES: { readonly [kind: string]: Rule } = {
  Deployment: (object) => rollout(object, areNoOldPods),
  StatefulSet: (object) => rollout(object, isOneRevision),
  CustomResourceDefinition: (object) => condition(object, 'Established'),
  Gateway: (object) => condition(object, 'Programmed'),
  HTTPRoute: acceptedByOne,
  InferencePool: refusedByNone,
};

/** Whether a guide waits for objects of this kind. */
export function isWaitedFor({ kind }: KubernetesObject): boolean {
  return Object.hasOwn(RULES, kind);
}

/**
 * Judges whether an object is ready.
 *
 * @param object from the cluster; undefined if it is not there
 */
export function readinessOf(object: KubernetesObject | undefined): Readiness {
  if (object === undefined) return { isReady: false, state: 'not there' };
  return (RULES[object.kind] ?? isThere)(object);
}

function isThere(): Readiness {
  return { isReady: true, state: 'there' };
}

/** A workload is ready under the conditions of `kubectl rollout status`. */
function rollout(object: KubernetesObject, hasReplacedOld: (status: Status) => boolean): Readiness {
  const { spec: { replicas = 1 } = {}, status = {} } = object;
  const { observedGeneration = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
  if (observedGeneration < (object.metadata.generation ?? 0)) return { isReady: false, state: 'not seen yet' };
  const isNew = updatedReplicas >= replicas && hasReplacedOld(status);
  const isReady = isNew && availableReplicas >= replicas;
  const state = `${Math.min(availableReplicas, replicas)} of ${replicas} pods available`;
  return { isReady, state: isNew ? state : `${updatedReplicas} of ${replicas} pods new, ${state}` };
}

function areNoOldPods({ replicas = 0, updatedReplicas = 0 }: Status): boolean {
  return replicas <= updatedReplicas;
}

function isOneRevision({ currentRevision, updateRevision }: Status): boolean {
  return currentRevision === updateRevision;
}

function condition({ metadata, status }: KubernetesObject, type: string): Readiness {
  const found = (status?.conditions ?? []).find((it) => it.type === type && isCurrent(it, metadata.generation));
  return { isReady: found?.status === 'True', state: describeCondition(type, found) };
}

/** A route is ready when one of its Gateways has accepted it. */
function acceptedByOne(object: KubernetesObject): Readiness {
  const conditions = acceptedConditions(object);
  const isReady = conditions.some(({ status }) => status === 'True');
  return { isReady, state: describeCondition('Accepted', conditions[0]) };
}

/** A pool is ready unless a Gateway has refused it. Without a Gateway no controller sets its status. */
function refusedByNone(object: KubernetesObject): Readiness {
  const refusal = acceptedConditions(object).find(({ status }) => status === 'False');
  return {
    isReady: refusal === undefined,
    state: refusal === undefined ? 'there' : describeCondition('Accepted', refusal),
  };
}

function acceptedConditions({ metadata, status }: KubernetesObject): Condition[] {
  const conditions = (status?.parents ?? []).flatMap((parent) => parent.conditions ?? []);
  return conditions.filter((it) => it.type === 'Accepted' && isCurrent(it, metadata.generation));
}

/** Whether a condition is about this generation of the object, and not an earlier one. */
function isCurrent({ observedGeneration }: Condition, generation = 0): boolean {
  return observedGeneration === undefined || observedGeneration >= generation;
}

function describeCondition(type: string, found: Condition | undefined): string {
  if (found === undefined) return `no condition ${type} yet`;
  const { status, reason, message } = found;
  return [`${type} is ${status}`, reason, message].filter(Boolean).join(': ');
}
