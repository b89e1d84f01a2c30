import type { Condition, KubernetesObject, Status } from './objects';

/** Whether an object is ready, and what its status says until then. */
export interface Readiness {
  readonly isReady: boolean;
  /** `1 of 3 pods available`. */
  readonly state: string;
}

type Rule = (object: KubernetesObject) => Readiness;

/** Kinds that are ready some time after they are there. */
const RULES: { readonly [kind: string]: Rule } = {
  Deployment: (object) => rollout(object, areNoOldPods),
  StatefulSet: (object) => rollout(object, isOneRevision),
  CustomResourceDefinition: (object) => condition(object, 'Established'),
  Gateway: (object) => condition(object, 'Programmed'),
  HTTPRoute: acceptedByOne,
  InferencePool: refusedByNone,
};

/** Whether an object of this kind has to be waited for. */
export function isWaitedFor({ kind }: KubernetesObject): boolean {
  return kind in RULES;
}

/** @param object as the cluster has it now; undefined where it is not there */
export function readinessOf(object: KubernetesObject | undefined): Readiness {
  if (object === undefined) return { isReady: false, state: 'not there' };
  return (RULES[object.kind] ?? isThere)(object);
}

function isThere(): Readiness {
  return { isReady: true, state: 'there' };
}

/** The conditions of `kubectl rollout status`. */
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
  const found = (status?.conditions ?? []).find((it) => it.type === type && isOfNow(it, metadata.generation));
  return { isReady: found?.status === 'True', state: wordsOf(type, found) };
}

/** A route that several Gateways may take is served by the first that does. */
function acceptedByOne(object: KubernetesObject): Readiness {
  const answers = answersOfParents(object);
  const isReady = answers.some(({ status }) => status === 'True');
  return { isReady, state: wordsOf('Accepted', answers[0]) };
}

/** Where requests come by a proxy without a Gateway, nobody says anything about a pool. */
function refusedByNone(object: KubernetesObject): Readiness {
  const refusal = answersOfParents(object).find(({ status }) => status === 'False');
  return { isReady: refusal === undefined, state: refusal === undefined ? 'there' : wordsOf('Accepted', refusal) };
}

function answersOfParents({ metadata, status }: KubernetesObject): Condition[] {
  const conditions = (status?.parents ?? []).flatMap((parent) => parent.conditions ?? []);
  return conditions.filter((it) => it.type === 'Accepted' && isOfNow(it, metadata.generation));
}

/** What a controller said of an earlier version of an object says nothing of this one. */
function isOfNow({ observedGeneration }: Condition, generation = 0): boolean {
  return observedGeneration === undefined || observedGeneration >= generation;
}

function wordsOf(type: string, found: Condition | undefined): string {
  if (found === undefined) return `nobody says ${type} yet`;
  const { status, reason, message } = found;
  return [`${type} is ${status}`, reason, message].filter(Boolean).join(': ');
}
