import { grouped } from '../../../../text/grouped';
import { isSelection, type Reference } from '../../../references/reference';
import { references } from '../../../references/references';
import type { Identity, Resource } from '../../../../api-server/resource';
import type { ResourceSet } from '../../../resource-set';
import { type EndpointPicker, endpointPickers } from '../../../facts/endpoint-pickers';
import { podsMatching } from '../../../facts/pods';
import type { PodTemplate } from '../../../facts/pod-template';

/** A pool's reference to the Service of its endpoint picker, and where that leads. */
export interface PickerService {
  readonly pool: Resource;
  readonly reference: Reference;
  readonly to: Identity;
  /** Undefined where it is not in the set. */
  readonly service?: Resource;
  readonly pods: readonly PodTemplate[];
  /** The endpoint pickers that run in these pods. */
  readonly pickers: readonly EndpointPicker[];
}

/** Every reference of a pool to its endpoint picker. */
export function pickerServices(set: ResourceSet): readonly PickerService[] {
  const pickers = set.view(pickersByPod);
  return set.view(references).flatMap((reference) => {
    const { from: pool, relation, to } = reference;
    if (relation !== 'endpointPickerRef' || isSelection(to)) return [];
    const service = set.find(to);
    const pods =
      service === undefined ? [] : podsMatching(set, service.namespace!, service.object.spec?.selector ?? {});
    return { pool, reference, to, service, pods, pickers: pods.flatMap((pod) => pickers.get(pod) ?? []) };
  });
}

function pickersByPod(set: ResourceSet): ReadonlyMap<PodTemplate, readonly EndpointPicker[]> {
  return grouped(set.view(endpointPickers), ({ pod }) => pod);
}
