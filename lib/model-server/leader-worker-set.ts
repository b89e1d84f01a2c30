import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Container, PodTemplateSpec } from '../../imports/k8s';
import type { Metadata } from '../kubernetes/metadata';
import { kubeObject } from '../kubernetes/objects';
import { rollingUpdate } from '../kubernetes/rolling-update';
import type { Rollout } from '../kubernetes/rollout';

/** Labels that tell the leaders from the workers of LeaderWorkerSets: the controller puts the index on every pod. */
export const LEADER_LABELS = { 'leaderworkerset.sigs.k8s.io/worker-index': '0' };

/** Groups of pods that each run one replica of a model. */
export interface PodGroups {
  readonly leader: PodTemplateSpec;
  readonly worker: PodTemplateSpec;
  /** Pods of one group, the leader included. */
  readonly size: number;
  readonly replicas: number | undefined;
  readonly rollout: Rollout | undefined;
}

/** Makes a LeaderWorkerSet. Source of what its controller does: kubernetes-sigs/lws v0.9.0. */
export function leaderWorkerSet(scope: Construct, metadata: Metadata, groups: PodGroups): ApiObject {
  const { leader, worker, size, replicas, rollout } = groups;
  const { strategy } = rollingUpdate(scope, rollout);
  return kubeObject(scope, 'leader-worker-set', 'leaderworkerset.x-k8s.io/v1/LeaderWorkerSet', metadata, {
    spec: {
      ...(replicas !== undefined && { replicas }),
      leaderWorkerTemplate: {
        size,
        leaderTemplate: withProtocols(leader),
        workerTemplate: withProtocols(worker),
        // The processes of a group are one job: those that are left wait for ever for one that has gone.
        restartPolicy: 'RecreateGroupOnPodRestart',
      },
      // A leader is ready after its workers have joined: with LeaderReady they would never be made.
      startupPolicy: 'LeaderCreated',
      // With `Shared` the controller takes the Service of the LeaderWorkerSet's name, which is the model server's and not
      // headless, for its own: pods would have no names, and workers no leader.
      networkConfig: { subdomainPolicy: 'UniquePerReplica' },
      ...(strategy && {
        rolloutStrategy: {
          type: 'RollingUpdate',
          ...(strategy.rollingUpdate && { rollingUpdateConfiguration: strategy.rollingUpdate }),
        },
      }),
    },
  });
}

/**
 * The template with the protocol of each port, which the definition has a default for. kubectl replaces whole lists of
 * custom resources, and would say that it has changed them at every apply.
 */
function withProtocols(template: PodTemplateSpec): PodTemplateSpec {
  const { spec } = template;
  const named = (container: Container): Container => ({
    ...container,
    ...(container.ports && { ports: container.ports.map((port) => ({ protocol: 'TCP', ...port })) }),
  });
  return spec === undefined ? template : { ...template, spec: { ...spec, containers: spec.containers.map(named) } };
}
