import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Metadata } from '../kubernetes/metadata';
import { kubeObject } from '../kubernetes/objects';
import { type ContainerSpec, podTemplate } from '../kubernetes/pod';
import type { PodOptions } from '../kubernetes/pod-options';
import { rollingUpdate } from '../kubernetes/rolling-update';
import type { Rollout } from '../kubernetes/rollout';
import type { Drain } from './drain';
import type { EngineSpec } from './engine-contract';
import { LEADER_LABELS, leaderWorkerSet } from './leader-worker-set';
import { servingPod, workerPod } from './model-server-pod';

/** What decides the pods of a model server. */
export interface WorkloadParts {
  readonly metadata: Metadata;
  readonly engine: EngineSpec;
  readonly drain: Drain;
  readonly ports: readonly number[];
  /** The ResourceClaimTemplate of the pods. */
  readonly claim: string | undefined;
  readonly replicas: number | undefined;
  /** Pods of one replica. */
  readonly nodes: number;
  readonly rollout: Rollout | undefined;
  /** What ends before the engine starts. */
  readonly initContainers: readonly ContainerSpec[];
  readonly options: PodOptions;
}

/** The workload of a model server. */
export interface Workload {
  readonly object: ApiObject;
  /** Labels of the templates of the pods that answer requests; they may still grow. */
  readonly servingLabels: readonly { [key: string]: string }[];
  /** What selects these pods. */
  readonly servingSelector: { readonly [key: string]: string };
}

/** The selector of all pods of a model server. */
export function selectorOf({ name }: Metadata): { readonly [key: string]: string } {
  return { app: name };
}

/** Makes the Deployment, or the LeaderWorkerSet where a replica has several pods. */
export function modelServerWorkload(scope: Construct, parts: WorkloadParts): Workload {
  return parts.nodes === 1 ? deployment(scope, parts) : groups(scope, parts);
}

function deployment(scope: Construct, parts: WorkloadParts): Workload {
  const { metadata, engine, drain, ports, claim, replicas, rollout, initContainers, options } = parts;
  const selector = selectorOf(metadata);
  const pod = { selector, labels: podLabels(parts), initContainers, ...servingPod(claim, ports, engine, drain) };
  const template = podTemplate(scope, pod, options);
  const object = kubeObject(scope, 'deployment', 'apps/v1/Deployment', metadata, {
    spec: {
      ...(replicas !== undefined && { replicas }),
      ...rollingUpdate(scope, rollout),
      selector: { matchLabels: selector },
      template,
    },
  });
  return { object, servingLabels: [template.metadata.labels], servingSelector: selector };
}

function groups(scope: Construct, parts: WorkloadParts): Workload {
  const { metadata, engine, drain, ports, claim, replicas, rollout, initContainers, options, nodes } = parts;
  const selector = selectorOf(metadata);
  const pod = { selector, labels: podLabels(parts), initContainers };
  const ofWorker = { ...engine, args: engine.workerArgs };
  const labels = { ...pod.labels, ...LEADER_LABELS };
  const serving = { ...pod, labels, ...servingPod(claim, ports, engine, drain) };
  const leader = podTemplate(scope, serving, options);
  const worker = engine.workersServe
    ? podTemplate(scope, { ...pod, ...servingPod(claim, ports, ofWorker, drain) }, options)
    : // There is nothing that the user's probe numbers could be for.
      podTemplate(scope, { ...pod, ...workerPod(claim, ofWorker, drain) }, { ...options, probes: undefined });
  const object = leaderWorkerSet(scope, metadata, { leader, worker, size: nodes, replicas, rollout });
  return engine.workersServe
    ? { object, servingLabels: [leader.metadata.labels, worker.metadata.labels], servingSelector: selector }
    : { object, servingLabels: [leader.metadata.labels], servingSelector: { ...selector, ...LEADER_LABELS } };
}

function podLabels({ metadata, engine }: WorkloadParts): { [key: string]: string } {
  return { ...engine.podLabels, ...metadata.labels };
}
