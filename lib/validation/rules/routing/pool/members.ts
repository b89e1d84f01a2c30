import type { ResourceSet } from '../../../resource-set';
import { endpointPickers } from '../../../facts/endpoint-pickers';
import { type InferencePool, inferencePools } from '../../../facts/inference-pools';
import { membersOf } from '../../../facts/members';
import { modelServerProgram } from '../../../facts/model-servers';
import { containersOf } from '../../../facts/pods';
import type { PodTemplate } from '../../../facts/pod-template';
import { declared } from '../service-ports';

/** A pool, and the pods that it selects: those that can be its members, and those that cannot. */
export interface Membership {
  readonly pool: InferencePool;
  readonly servers: readonly PodTemplate[];
  readonly strangers: readonly PodTemplate[];
}

/** Every pool with its pods. */
export function memberships(set: ResourceSet): readonly Membership[] {
  const pickers = new Set(set.view(endpointPickers).map(({ pod }) => pod));
  return set.view(inferencePools).map((pool) => {
    const pods = membersOf(set, pool.resource).map(({ pod }) => pod);
    const isHome = pods.some((pod) => !pickers.has(pod) && declaresAny(pod, pool));
    const isStranger = (pod: PodTemplate) => pickers.has(pod) || (!declaresAny(pod, pool) && !mayServe(pod, isHome));
    return {
      pool,
      servers: pods.filter((pod) => !isStranger(pod)),
      strangers: pods.filter(isStranger),
    };
  });
}

function declaresAny(pod: PodTemplate, { ports }: InferencePool): boolean {
  return declared(pod).some(({ number }) => ports.some((port) => port.number === number));
}

/** A pod on another port is a mistake in the port where it runs a model server, or where no pod has the right one. */
function mayServe(pod: PodTemplate, isHome: boolean): boolean {
  if (containersOf(pod).some((container) => modelServerProgram(container) !== undefined)) return true;
  return !isHome && pod.resource.group !== 'batch';
}
