import { grouped } from '../../text/grouped';
import type { ResourceSet } from '../resource-set';
import { type EndpointPicker, endpointPickers } from './endpoint-pickers';
import { podsMatching } from './pods';
import type { PodTemplate } from './pod-template';

/** The endpoint pickers behind a Service of the set. */
export function pickersBehind(set: ResourceSet, namespace: string, name: string): readonly EndpointPicker[] {
  const service = set.find({ group: '', kind: 'Service', namespace, name });
  const pods = podsMatching(set, namespace, service?.object.spec?.selector ?? {});
  return pods.flatMap((pod) => pickersIn(set, pod));
}

/** The endpoint pickers of a pod. */
export function pickersIn(set: ResourceSet, pod: PodTemplate): readonly EndpointPicker[] {
  return set.view(pickersByPod).get(pod) ?? [];
}

function pickersByPod(set: ResourceSet): ReadonlyMap<PodTemplate, readonly EndpointPicker[]> {
  return grouped(set.view(endpointPickers), ({ pod }) => pod);
}

/** The Service behind a host name: `epp`, `epp.ns`, `epp.ns.svc`, `epp.ns.svc.cluster.local`. */
export function serviceOfHost(
  host: string,
  own: string,
): { readonly namespace: string; readonly name: string } | undefined {
  const [, name, namespace = own] = /^([a-z0-9-]+)(?:\.([a-z0-9-]+)(?:\.svc(?:\.[a-z0-9.-]+)?)?)?\.?$/.exec(host) ?? [];
  return name === undefined ? undefined : { namespace, name };
}
