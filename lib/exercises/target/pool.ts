import { POOL_API_VERSION } from '../../catalogue/api-groups';
import { refuse } from '../../errors';
import type { Cluster } from '../cluster/cluster';

const POOLS = `/apis/${POOL_API_VERSION}`;

const FIELDS = [
  'metadata.namespace',
  'spec.selector.matchLabels',
  'spec.targetPorts[].number',
  'spec.endpointPickerRef.name',
];

/** The fields of an InferencePool that exercises need. */
export interface Pool {
  readonly namespace: string;
  readonly name: string;
  /** Labels that select its pods. */
  readonly labels: { readonly [key: string]: string };
  /** Ports of its pods, with one model server at each. */
  readonly ports: readonly number[];
  /** Name of the Service of its endpoint picker. */
  readonly picker: string;
}

/**
 * Finds the InferencePool of this name, or the only one.
 *
 * @param namespace default: all namespaces that the user may read
 */
export async function findPool(cluster: Cluster, name?: string, namespace?: string): Promise<Pool> {
  const scope = namespace === undefined ? '' : `/namespaces/${namespace}`;
  const all = await cluster.list(`${POOLS}${scope}/inferencepools`, ...FIELDS);
  if (all === undefined) {
    refuse(cluster.context, {
      code: 'LLMD-POOL-KIND',
      got: 'a cluster that has no InferencePools',
      expected: 'the definitions of Gateway API Inference Extension',
      remedy: 'apply dist/platform/ first, or name another context with --context',
    });
  }
  const found = all.filter(({ metadata }) => name === undefined || metadata.name === name);
  if (found.length === 1) return poolOf(found[0]);
  const where = namespace === undefined ? 'the cluster' : `namespace ${namespace}`;
  const names = all.map(({ metadata }) => `${metadata.name} in ${metadata.namespace}`).join(', ');
  if (found.length === 0) {
    refuse(cluster.context, {
      code: 'LLMD-POOL-MISSING',
      got: name === undefined ? `no InferencePool in ${where}` : `no InferencePool ${name} in ${where}`,
      expected: all.length === 0 ? 'a pool' : `one of ${names}`,
      remedy: all.length === 0 ? 'apply a stack first, for example with `cdk8s-llm-d guide 2`' : 'name it with --pool',
    });
  }
  refuse(cluster.context, {
    code: 'LLMD-POOL-SEVERAL',
    got: `${found.length} pools: ${names}`,
    expected: 'one',
    remedy: 'name one with --pool, and its namespace with -n',
  });
}

function poolOf({ metadata: { namespace, name }, spec }: any): Pool {
  return {
    namespace,
    name,
    labels: spec.selector.matchLabels,
    ports: spec.targetPorts.map(({ number }: any) => number),
    picker: spec.endpointPickerRef.name,
  };
}
