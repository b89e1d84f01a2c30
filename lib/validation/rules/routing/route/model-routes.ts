import type { ResourceSet } from '../../../resource-set';
import { modelServerProgram } from '../../../facts/model-servers';
import { containersOf, podsMatching } from '../../../facts/pods';
import type { PodTemplate } from '../../../facts/pod-template';
import { type Backend, isPool, type RouteRule } from '../backend/backends';
import { memberships } from '../pool/members';

/** Whether a rule leads to an InferencePool, or to a Service of model servers. */
export function leadsToModel(set: ResourceSet, { backends }: RouteRule): boolean {
  return backends.some((backend) => isPool(backend) || isModelService(set, backend));
}

function isModelService(set: ResourceSet, { to }: Backend): boolean {
  const service = set.find(to);
  if (service === undefined || to.kind !== 'Service') return false;
  const pods = podsMatching(set, service.namespace!, service.object.spec?.selector ?? {});
  return pods.some((pod) => set.view(members).has(pod) || runsModel(pod));
}

function runsModel(pod: PodTemplate): boolean {
  return containersOf(pod).some((container) => modelServerProgram(container) !== undefined);
}

function members(set: ResourceSet): ReadonlySet<PodTemplate> {
  return new Set(set.view(memberships).flatMap(({ servers }) => servers));
}
