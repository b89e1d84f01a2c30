import { refuse } from '../../errors';
import { show } from '../../text/wording';
import type { Cluster } from '../cluster/cluster';
import { nameOf, podsWith } from '../cluster/pods';
import type { Pool } from './pool';

/** The workload that makes the pods of a pool. */
export interface Workload {
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly namespace: string;
  readonly name: string;
}

const PLURALS = { Deployment: 'deployments', StatefulSet: 'statefulsets' };

/** The path of a workload in the API. */
export function pathOf({ kind, namespace, name }: Workload): string {
  return `/apis/apps/v1/namespaces/${namespace}/${PLURALS[kind]}/${name}`;
}

/** The command that scales a workload by hand. */
export function scaleCommand({ kind, namespace, name }: Workload, replicas: number): string {
  return `kubectl scale ${kind.toLowerCase()}/${name} -n ${namespace} --replicas=${replicas}`;
}

/** Finds the workload that makes the pods of a pool. Fails if there are several. */
export async function workloadOf(cluster: Cluster, { namespace, name, labels }: Pool): Promise<Workload> {
  const pods = await podsWith(cluster, namespace, labels);
  const owners = await Promise.all(pods.map((pod) => ownerOf(cluster, pod)));
  const distinct = new Map(owners.map((owner) => [`${owner?.kind} ${owner?.name}`, owner]));
  const [first, ...others] = distinct.values();
  if (first !== undefined && others.length === 0) return { ...first, namespace };
  refuse(`InferencePool ${namespace}/${name}`, {
    code: 'LLMD-POOL-WORKLOAD',
    got:
      pods.length === 0
        ? `no pods with its labels ${show(labels)}`
        : `pods ${pods.map(nameOf).join(', ')} of ${[...distinct.keys()].join(', ').replace('undefined undefined', 'no known workload')}`,
    expected: 'pods of one Deployment or StatefulSet, which exercises scale and restart',
    remedy:
      pods.length === 0
        ? "compare the pool's selector with `kubectl get pods --show-labels`, or scale the model server up"
        : 'exercise a pool with one workload',
  });
}

type Owner = Pick<Workload, 'kind' | 'name'> | undefined;

async function ownerOf(cluster: Cluster, { metadata }: any): Promise<Owner> {
  const [owner] = metadata.ownerReferences ?? [];
  if (owner?.kind !== 'ReplicaSet') return known(owner);
  const path = `/apis/apps/v1/namespaces/${metadata.namespace}/replicasets/${owner.name}`;
  return known((await cluster.get(path)).metadata.ownerReferences?.[0]);
}

function known(owner: any): Owner {
  return owner !== undefined && Object.hasOwn(PLURALS, owner.kind) ? { kind: owner.kind, name: owner.name } : undefined;
}
