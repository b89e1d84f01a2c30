import { listed } from '../../../../text/wording';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { containerPort, showDeclared } from '../service-ports';
import { targetPorts } from './target-ports';

export const SERVICE_PORT_NAME: Rule = {
  code: 'LLMD-SERVICE-PORT-NAME',
  severity: 'error',
  title: 'A named target port of a Service is the name of a container port',
  why: 'A Service has no endpoints for a port whose name no container of its pods declares: connections are refused.',
  *check(set) {
    for (const { service, index, port, pods } of set.view(targetPorts)) {
      if (pods.some((pod) => containerPort(pod, port) !== undefined)) continue;
      const have = pods.map((pod) => `${showResource(pod.resource)} has ${showDeclared(pod)}`);
      yield {
        resource: service,
        path: ['spec', 'ports', index, 'targetPort'],
        message: `no container port is called ${port.targetPort} (${port.protocol ?? 'TCP'}): ${listed(have)}`,
        remedy: "write the name or the number of a container's port",
      };
    }
  },
};
