import { isSelection } from '../../../references/reference';
import { references } from '../../../references/references';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { servicePort, showServicePorts } from '../service-ports';

export const BACKEND_PORT: Rule = {
  code: 'LLMD-BACKEND-PORT',
  severity: 'error',
  title: 'The port of a backend is a port of its Service',
  why: 'Without that port the backend does not resolve, and its rule answers 500. The port of the container does not count.',
  *check(set) {
    for (const { from, relation, to, port } of set.view(references)) {
      if (relation !== 'backendRef' || port === undefined || isSelection(to) || to.kind !== 'Service') continue;
      const service = set.find(to);
      if (service === undefined || servicePort(service, port.value) !== undefined) continue;
      yield {
        resource: from,
        path: port.path,
        message: `port ${port.value} is no port of ${showResource(service)}, which has ${showServicePorts(service)}`,
        remedy: "write a port of the Service, not the container's",
      };
    }
  },
};
