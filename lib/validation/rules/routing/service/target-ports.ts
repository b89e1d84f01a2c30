import type { Resource } from '../../../../api-server/resource';
import type { ResourceSet } from '../../../resource-set';
import { podsMatching } from '../../../facts/pods';
import type { PodTemplate } from '../../../facts/pod-template';

/** A port of a Service, and the pods that the Service selects: one at least. */
export interface TargetPort {
  readonly service: Resource;
  readonly index: number;
  readonly port: any;
  readonly pods: readonly PodTemplate[];
}

/** Every port of every Service that selects pods of the set. */
export function targetPorts(set: ResourceSet): readonly TargetPort[] {
  return set.ofKind('', 'Service').flatMap((service) => {
    const { selector = {}, ports = [] } = service.object.spec ?? {};
    const pods = podsMatching(set, service.namespace!, selector);
    return pods.length === 0
      ? []
      : ports.flatMap((port: any, index: number) => (isSaid(port) ? [{ service, index, port, pods }] : []));
  });
}

/** A port of no number is reported as such. */
function isSaid({ port, targetPort = port }: any): boolean {
  return targetPort !== undefined;
}
