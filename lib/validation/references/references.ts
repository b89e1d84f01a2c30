import type { Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { endpointPickers } from '../facts/endpoint-pickers';
import { podTemplates } from '../facts/pods';
import { poolNamePath, poolOfPicker } from '../facts/pool-of-picker';
import { extractorOf } from './extractors';
import { Place } from './place';
import { podReferences } from './pod';
import type { Draft, Reference } from './reference';

/** Everything that the objects of the set say of other objects. */
export function references(set: ResourceSet): readonly Reference[] {
  return [
    ...set.resources.flatMap((resource) =>
      from(resource, extractorOf(resource)?.(new Place(resource.object), resource) ?? []),
    ),
    ...set.view(podTemplates).flatMap((pod) => from(pod.resource, podReferences(pod))),
    ...set.view(endpointPickers).flatMap((picker) => {
      const to = poolOfPicker(set, picker);
      const path = poolNamePath(picker);
      return to === undefined ? [] : from(picker.pod.resource, [{ path, relation: '--pool-name', to }]);
    }),
  ];
}

function from(resource: Resource, drafts: readonly Draft[]): Reference[] {
  return drafts.map((draft) => ({ from: resource, ...draft }));
}
