import type { Rule } from '../../../rule';
import { containersOf, podTemplates } from '../../../facts/pods';
import { numberOfPort, probesOf } from './probe';

export const PROBE_PORT_NAME: Rule = {
  code: 'LLMD-PROBE-PORT-NAME',
  severity: 'error',
  title: 'A probe names a port of its own container',
  why: 'The kubelet looks the name up among the ports of the container. Without a match the probe fails for ever.',
  *check(set) {
    for (const pod of set.view(podTemplates)) {
      for (const container of containersOf(pod)) {
        for (const { field, path, port } of probesOf(container)) {
          if (numberOfPort(container, port) !== undefined) continue;
          const { name, ports = [] } = container.container;
          const names = ports.flatMap((own: any) => own.name ?? []);
          yield {
            resource: pod.resource,
            path,
            message: `${field} asks port ${port}, and container ${name} has ${names.length === 0 ? 'no named port' : names.join(', ')}`,
            remedy: 'write the name of one of its ports, or a number',
          };
        }
      }
    }
  },
};
