import { containersOf } from '../../../facts/pods';
import type { Control } from './control';

export const HOST_PORTS: Control = {
  name: 'HOST-PORTS',
  title: 'Containers take no port of their node',
  why: 'A host port opens the container to every client that reaches the node, and a second pod with it stays Pending.',
  remedy: 'take hostPort away and put a Service in front',
  *check(pod) {
    for (const { path, container } of containersOf(pod)) {
      for (const [index, { hostPort = 0 }] of (container.ports ?? []).entries()) {
        if (hostPort === 0) continue;
        yield {
          path: [...path, 'ports', index, 'hostPort'],
          got: `container ${container.name} takes port ${hostPort} of the node`,
          expected: 'none',
        };
      }
    }
  },
};
