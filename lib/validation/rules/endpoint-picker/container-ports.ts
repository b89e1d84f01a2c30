import { EXT_PROC_PORT, GRPC_HEALTH_PORT, METRICS_PORT } from '../../../catalogue/endpoint-picker/ports';
import { listed } from '../../../text/wording';
import type { Rule } from '../../rule';
import { pickerCommands } from '../../facts/picker-commands';
import { PORT_FLAGS } from './ports';

/** Ports that a declared port is meant for: the defaults, and names that the charts use. */
const MEANT = {
  numbers: [EXT_PROC_PORT, GRPC_HEALTH_PORT, METRICS_PORT],
  names: /^(?:grpc|metrics|http-metrics|ext-?proc|health)/,
};

export const EPP_CONTAINER_PORTS: Rule = {
  code: 'LLMD-EPP-CONTAINER-PORTS',
  severity: 'warning',
  title: 'The ports that the container of an endpoint picker declares are those of its flags',
  why: 'A Service finds a port by the name that the container gives to it. The charts never pass --grpc-port, so that a change of one number alone leads to a port without a listener.',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      const { container, pod } = command.picker;
      const own = PORT_FLAGS.map((flag) => command.number(flag));
      if (own.includes(undefined)) continue;
      for (const [index, { containerPort, name = '' }] of (container.container.ports ?? []).entries()) {
        const isMeant = MEANT.numbers.includes(containerPort) || MEANT.names.test(name);
        if (!isMeant || containerPort === undefined || own.includes(containerPort)) continue;
        yield {
          resource: pod.resource,
          path: [...container.path, 'ports', index, 'containerPort'],
          message: `${command.name} declares ${containerPort}${name === '' ? '' : ` (${name})`}, and listens on ${listed(own.map(String))}`,
          remedy: 'declare the ports of --grpc-port, --grpc-health-port and --metrics-port',
        };
      }
    }
  },
};
