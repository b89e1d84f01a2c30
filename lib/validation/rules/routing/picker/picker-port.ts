import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import type { ResourceSet } from '../../../resource-set';
import { inferencePools } from '../../../facts/inference-pools';
import { pickerPort } from '../../../facts/picker-scope';
import { containerPort, declared, servicePort, servicePorts, showServicePorts } from '../service-ports';
import { type PickerService, pickerServices } from './picker-services';

export const PICKER_PORT: Rule = {
  code: 'LLMD-EPP-SERVICE-PORT',
  severity: 'error',
  title: 'The port of an endpointPickerRef is a port of that Service',
  why:
    'The number is neither the port of the container nor that of the model servers. With a port that the Service does ' +
    'not have, the Gateway never reaches the endpoint picker (opendatahub-io/kserve PR 1097).',
  *check(set) {
    for (const entry of set.view(pickerServices)) {
      const { pool, reference, service } = entry;
      const { port } = reference;
      if (service === undefined || port === undefined || servicePort(service, port.value) !== undefined) continue;
      if (service.object.spec?.type === 'ExternalName') continue;
      yield {
        resource: pool,
        path: port.path,
        message: `port ${port.value} is no port of ${showResource(service)}, which has ${showServicePorts(service)}`,
        remedy: remedy(set, entry, port.value),
      };
    }
  },
};

function remedy(set: ResourceSet, { pool, service, pods, pickers }: PickerService, port: number | string): string {
  const right = servicePorts(service!).find((candidate) =>
    pickers.some((picker) => containerPort(picker.pod, candidate) === pickerPort(picker, 'grpc-port')),
  );
  const wanted = right === undefined ? "the Service's port for ext-proc" : `the Service's port ${right.port}`;
  if (pods.some((pod) => declared(pod).some(({ number }) => number === port))) {
    return `write ${wanted}, not the container's`;
  }
  const isModelPort = set
    .view(inferencePools)
    .some(({ resource, ports: own }) => resource === pool && own.some(({ number }) => number === port));
  return isModelPort ? `write ${wanted}, not the model servers'` : `write ${wanted}`;
}
