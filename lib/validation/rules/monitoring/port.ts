import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { type Monitor, monitoredPods, monitoredServices, monitors, portsOf } from '../../facts/monitors';

export const MONITOR_PORT: Rule = {
  code: 'LLMD-MONITOR-PORT',
  severity: 'error',
  title: 'The ports of a monitor are ports of what it selects',
  why: 'Prometheus drops every target without that port, and reports no error. `port` is the name of a port, of the Service for a ServiceMonitor, of a container for a PodMonitor; a number is no name.',
  *check(set) {
    for (const monitor of set.view(monitors)) {
      const ports = portsSelected(set, monitor);
      if (ports === undefined) continue;
      for (const { path, endpoint } of monitor.endpoints) {
        const wanted = wantedPort(endpoint);
        if (wanted === undefined) continue;
        if (ports.some((port) => port[wanted.key] === wanted.value)) continue;
        const there = [...new Set(ports.flatMap((port): (string | number)[] => port[wanted.key] ?? []))];
        yield {
          resource: monitor.resource,
          path: [...path, wanted.field],
          message: `${monitor.select === 'services' ? 'no Service' : 'no pod'} that it selects has a port ${JSON.stringify(wanted.value)}; there ${there.length === 0 ? 'is none with a name' : `is ${there.join(', ')}`}`,
          remedy: 'write the name of such a port',
        };
      }
    }
  },
};

/** Undefined where the monitor selects nothing here. */
function portsSelected(set: ResourceSet, monitor: Monitor): readonly any[] | undefined {
  const services = monitoredServices(set, monitor);
  const pods = monitoredPods(set, monitor);
  if (services.length === 0 && pods.length === 0) return undefined;
  return [...services.flatMap(({ resource }) => resource.object.spec?.ports ?? []), ...pods.flatMap(portsOf)];
}

interface WantedPort {
  readonly field: 'port' | 'portNumber';
  readonly value: string | number;
  /** What of a port it is compared to. */
  readonly key: 'name' | 'containerPort';
}

function wantedPort({ port, portNumber }: any): WantedPort | undefined {
  if (port !== undefined)
    return { field: 'port', value: port, key: typeof port === 'number' ? 'containerPort' : 'name' };
  return portNumber === undefined ? undefined : { field: 'portNumber', value: portNumber, key: 'containerPort' };
}
