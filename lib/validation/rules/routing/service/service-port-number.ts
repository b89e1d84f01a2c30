import { listed } from '../../../../text/wording';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { declared, showDeclared } from '../service-ports';
import { targetPorts } from './target-ports';

export const SERVICE_PORT_NUMBER: Rule = {
  code: 'LLMD-SERVICE-PORT-NUMBER',
  severity: 'warning',
  title: 'A target port of a Service is declared by a container of its pods',
  why:
    'Containers need not declare the ports on which they listen. Where they do and this one is not among them, it is ' +
    'most likely a mistake, and connections are refused.',
  *check(set) {
    for (const { service, index, port, pods } of set.view(targetPorts)) {
      const { targetPort = port.port } = port;
      if (typeof targetPort !== 'number' || !pods.every((pod) => declared(pod).length > 0)) continue;
      if (pods.some((pod) => declared(pod).some((candidate) => candidate.number === targetPort))) continue;
      const have = pods.map((pod) => `${showResource(pod.resource)} has ${showDeclared(pod)}`);
      yield {
        resource: service,
        path: ['spec', 'ports', index, port.targetPort === undefined ? 'port' : 'targetPort'],
        message: `no container declares port ${targetPort}: ${listed(have)}`,
        remedy: 'write the targetPort on which the container listens',
      };
    }
  },
};
