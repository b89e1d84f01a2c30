import { engines } from '../../../facts/engines';
import { membershipsOf, poolMembers } from '../../../facts/members';
import { type Container, containersOf } from '../../../facts/pods';
import type { ResourceSet } from '../../../resource-set';
import type { Rule } from '../../../rule';
import { listed } from '../../../../text/wording';
import { numberOfPort, type Probe, probesOf } from './probe';

export const PROBE_READINESS_PORT: Rule = {
  code: 'LLMD-PROBE-READINESS-PORT',
  severity: 'warning',
  title: 'The readiness probe of a pod of a pool asks a port of the pool',
  why: 'The endpoint picker sends requests to the target ports as soon as the pod is ready. What answers on another port of the container, such as one for its management, may do so before the model is loaded.',
  *check(set) {
    const seen = new Set<Container['pod']>();
    for (const { pod, pool } of set.view(poolMembers)) {
      if (seen.has(pod)) continue;
      seen.add(pod);
      const containers = containersOf(pod).filter(({ role }) => role !== 'init');
      const probed = containers.flatMap((container) => readinessOf(container));
      const ports = targetPortsOf(set, pod);
      // One probe at the right place is enough; a command may ask anything.
      if (containers.some(asksElsewhere) || probed.some(({ number }) => number === undefined || ports.includes(number)))
        continue;
      for (const { container, probe, number } of probed) {
        if (isKnown(set, container) || !mayServe(container, ports)) continue;
        yield {
          resource: pod.resource,
          path: probe.path,
          message: `the readiness probe of container ${container.container.name} asks port ${number}, and ${pool.kind} ${pool.name} sends requests to ${listed(ports.map(String))}`,
          remedy: `ask port ${ports[0]}`,
        };
      }
    }
  },
};

interface Readiness {
  readonly container: Container;
  readonly probe: Probe;
  readonly number: number | undefined;
}

function readinessOf(container: Container): readonly Readiness[] {
  return probesOf(container)
    .filter(({ field }) => field === 'readinessProbe')
    .map((probe) => ({ container, probe, number: numberOfPort(container, probe.port) }));
}

function asksElsewhere({ container }: Container): boolean {
  const probe = container.readinessProbe;
  return probe !== undefined && (probe.exec !== undefined || probe.httpGet?.host || probe.tcpSocket?.host);
}

/** Of all pools of the pod. */
function targetPortsOf(set: ResourceSet, pod: Container['pod']): readonly number[] {
  return [...new Set(membershipsOf(set, pod).flatMap(({ targetPorts }) => targetPorts))];
}

/** Other rules compare the port of an engine with its probes and with the pool. vLLM's ranks may have a supervisor. */
function isKnown(set: ResourceSet, { pod, container }: Container): boolean {
  return set
    .view(engines)
    .some((engine) => engine.container.pod === pod && engine.container.container.name === container.name);
}

/** Whether requests come to this container, and to no proxy in front of it. */
function mayServe({ container, pod }: Container, targets: readonly number[]): boolean {
  const own: any[] = container.ports ?? [];
  if (own.some(({ containerPort }) => targets.includes(containerPort))) return true;
  return (
    own.length === 0 &&
    containersOf(pod).every(({ role, container: other }) => role === 'init' || other.name === container.name)
  );
}
