import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { pickerPort } from '../../../facts/picker-scope';
import { containerPort, servicePort } from '../service-ports';
import { pickerServices } from './picker-services';

export const PICKER_EXT_PROC_PORT: Rule = {
  code: 'LLMD-EPP-EXT-PROC-PORT',
  severity: 'error',
  title: 'The port of an endpointPickerRef leads to the ext-proc port of the endpoint picker',
  why:
    'The endpoint picker answers gateways on the port of its flag --grpc-port, 9002 by default. Metrics, health and ' +
    'the port of a proxy beside it are others: there, every request fails.',
  *check(set) {
    for (const { pool, reference, service, pickers } of set.view(pickerServices)) {
      const { port } = reference;
      const [picker] = pickers;
      if (service === undefined || port === undefined || picker === undefined) continue;
      const entry = servicePort(service, port.value);
      const target = entry && containerPort(picker.pod, entry);
      const expected = pickerPort(picker, 'grpc-port');
      if (target === undefined || target === expected) continue;
      yield {
        resource: pool,
        path: port.path,
        message: `port ${port.value} of ${showResource(service)} leads to port ${target} of ${showResource(picker.pod.resource)}, which answers ext-proc on ${expected}`,
        remedy: `write the port of the Service that leads to ${expected}`,
      };
    }
  },
};
