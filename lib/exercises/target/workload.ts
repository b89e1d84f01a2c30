import { refuse } from '../../errors';
import { show } from '../../text/wording';
import type { Cluster } from '../cluster/cluster';
import { nameOf, podsWith } from '../cluster/pods';
import type { Picker } from './picker';
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
export function workloadOf(cluster: Cluster, { namespace, name, labels }: Pool): Promise<Workload> {
  return onlyWorkload(cluster, `InferencePool ${namespace}/${name}`, namespace, labels);
}

/** Finds the workload behind the Service of an endpoint picker. Fails if there are several. */
export function pickerWorkload(cluster: Cluster, { metadata, spec }: Picker['service']): Promise<Workload> {
  return onlyWorkload(cluster, `Service ${metadata.namespace}/${metadata.name}`, metadata.namespace, spec.selector);
}

async function onlyWorkload(
  cluster: Cluster,
  where: string,
  namespace: string,
  labels: Pool['labels'],
): Promise<Workload> {
  const pods = await podsWith(cluster, namespace, labels);
  const owners =
    pods.length === 0
      ? await makersOf(cluster, namespace, labels)
      : await Promise.all(pods.map((pod) => ownerOf(cluster, pod)));
  const distinct = new Map(owners.map((owner) => [`${owner?.kind} ${owner?.name}`, owner]));
  const [first, ...others] = distinct.values();
  if (first !== undefined && others.length === 0) return { ...first, namespace };
  refuse(where, {
    code: 'LLMD-POOL-WORKLOAD',
    got:
      pods.length === 0
        ? `no pods with its labels ${show(labels)}`
        : `pods ${pods.map(nameOf).join(', ')} of ${[...distinct.keys()].join(', ').replace('undefined undefined', 'no known workload')}`,
    expected: 'pods of one Deployment or StatefulSet, which exercises scale and restart',
    remedy:
      pods.length === 0
        ? 'compare its selector with `kubectl get pods --show-labels`, or scale the workload up'
        : 'let one workload make them',
  });
}

/** The workloads whose pods would have these labels: there are none where they were scaled to 0. */
async function makersOf(cluster: Cluster, namespace: string, labels: Pool['labels']): Promise<Owner[]> {
  const kinds = Object.keys(PLURALS) as Workload['kind'][];
  const found = kinds.map(async (kind) => {
    const all = (await cluster.list(`/apis/apps/v1/namespaces/${namespace}/${PLURALS[kind]}`, 'spec.template')) ?? [];
    const makesThem = ({ spec }: any) =>
      Object.entries(labels).every(([key, value]) => spec.template.metadata?.labels?.[key] === value);
    return all.filter(makesThem).map((workload) => ({ kind, name: nameOf(workload) }));
  });
  return (await Promise.all(found)).flat();
}

type Owner = Pick<Workload, 'kind' | 'name'> | undefined;

async function ownerOf(cluster: Cluster, { metadata }: any): Promise<Owner> {
  const [owner] = metadata.ownerReferences ?? [];
  if (owner?.kind !== 'ReplicaSet') return known(owner);
  const path = `/apis/apps/v1/namespaces/${metadata.namespace}/replicasets/${owner.name}`;
  return known((await cluster.get(path, 'metadata', 'metadata.ownerReferences?[].name')).metadata.ownerReferences?.[0]);
}

function known(owner: any): Owner {
  return owner !== undefined && Object.hasOwn(PLURALS, owner.kind) ? { kind: owner.kind, name: owner.name } : undefined;
}
