import type { Path } from '../../text/path';
import type { ResourceSet } from '../resource-set';
import type { PodTemplate } from './pod-template';

const GROUP = 'leaderworkerset.x-k8s.io';
const LABEL = 'leaderworkerset.sigs.k8s.io';

/**
 * The pod templates of LeaderWorkerSets, with the labels that their controller puts on the pods. Without a template of its
 * own, the leader of a group is made from that of the workers. Source: kubernetes-sigs/lws v0.9.0, pkg/controllers.
 */
export function leaderWorkerTemplates(set: ResourceSet): readonly PodTemplate[] {
  return set.ofKind(GROUP, 'LeaderWorkerSet').flatMap((resource) => {
    const { replicas = 1, leaderWorkerTemplate = {} } = resource.object.spec ?? {};
    const { leaderTemplate, workerTemplate, size = 1 } = leaderWorkerTemplate;
    const pods = (field: string, template: any, ofGroup: number, isLeader: boolean): PodTemplate => ({
      resource,
      path: ['spec', 'leaderWorkerTemplate', field] satisfies Path,
      namespace: resource.namespace!,
      labels: {
        ...template?.metadata?.labels,
        [`${LABEL}/name`]: resource.name,
        ...(isLeader && { [`${LABEL}/worker-index`]: '0' }),
      },
      spec: template?.spec ?? {},
      replicas: replicas * ofGroup,
    });
    return leaderTemplate === undefined
      ? [pods('workerTemplate', workerTemplate, size, true)]
      : [pods('leaderTemplate', leaderTemplate, 1, true), pods('workerTemplate', workerTemplate, size - 1, false)];
  });
}

/** The value of a variable that the controller gives to every container; undefined where only it knows the value. */
export function leaderWorkerVariable({ resource, path }: PodTemplate, name: string): string | undefined | null {
  if (resource.group !== GROUP) return null;
  const { leaderTemplate, size } = resource.object.spec?.leaderWorkerTemplate ?? {};
  switch (name) {
    case 'LWS_GROUP_SIZE':
      return typeof size === 'number' ? String(size) : '1';
    case 'LWS_WORKER_INDEX':
      return leaderTemplate !== undefined && path.at(-1) === 'leaderTemplate' ? '0' : undefined;
    case 'LWS_LEADER_ADDRESS':
      return undefined;
    default:
      return null;
  }
}
