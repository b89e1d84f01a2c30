import { EXPERIMENTAL_GROUP, POOL_GROUP } from '../../catalogue/api-groups';
import type { Path } from '../../text/path';
import type { Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import type { Labels } from './pods';

/** An InferencePool of either group, and where its parts stand. */
export interface InferencePool {
  readonly resource: Resource;
  readonly namespace: string;
  readonly labels: Labels;
  readonly labelsPath: Path;
  readonly ports: readonly { readonly number: number; readonly path: Path }[];
  readonly failureMode?: string;
  readonly failureModePath: Path;
}

/** Every InferencePool of the set. */
export function inferencePools(set: ResourceSet): readonly InferencePool[] {
  return [
    ...set.ofKind(POOL_GROUP, 'InferencePool').map(current),
    ...set.ofKind(EXPERIMENTAL_GROUP, 'InferencePool').map(legacy),
  ];
}

function current(resource: Resource): InferencePool {
  const { selector, targetPorts = [], endpointPickerRef } = resource.object.spec ?? {};
  return {
    resource,
    namespace: resource.namespace!,
    labels: selector?.matchLabels ?? {},
    labelsPath: ['spec', 'selector', 'matchLabels'],
    ports: targetPorts.flatMap(({ number }: any, index: number) =>
      number === undefined ? [] : { number, path: ['spec', 'targetPorts', index, 'number'] },
    ),
    failureMode: endpointPickerRef?.failureMode,
    failureModePath: ['spec', 'endpointPickerRef', 'failureMode'],
  };
}

function legacy(resource: Resource): InferencePool {
  const { selector, targetPortNumber, extensionRef } = resource.object.spec ?? {};
  return {
    resource,
    namespace: resource.namespace!,
    labels: selector ?? {},
    labelsPath: ['spec', 'selector'],
    ports: targetPortNumber === undefined ? [] : [{ number: targetPortNumber, path: ['spec', 'targetPortNumber'] }],
    failureMode: extensionRef?.failureMode,
    failureModePath: ['spec', 'extensionRef', 'failureMode'],
  };
}
