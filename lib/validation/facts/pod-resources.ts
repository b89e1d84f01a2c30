import { containersOf } from './pods';
import type { PodTemplate } from './pod-template';
import { amount } from '../../text/quantity';

/** What a pod asks of its node: `cpu` in cores, `memory` in bytes, `nvidia.com/gpu`, …. */
export type Resources = ReadonlyMap<string, number>;

/**
 * What the scheduler counts: the containers and sidecars together, or the largest of those that run before. A container
 * that has a limit only asks for that. Source: kubernetes component-helpers, resource.PodRequests.
 */
export function requestsOf(pod: PodTemplate): Resources {
  const running = new Map<string, number>();
  const starting = new Map<string, number>();
  for (const { container, role } of containersOf(pod)) {
    for (const [name, value] of own(container.resources)) {
      if (role === 'init') starting.set(name, Math.max(starting.get(name) ?? 0, (running.get(name) ?? 0) + value));
      else running.set(name, (running.get(name) ?? 0) + value);
    }
  }
  for (const [name, value] of starting) running.set(name, Math.max(running.get(name) ?? 0, value));
  // Resources of the pod itself, since Kubernetes 1.34, replace the sum.
  return new Map([...running, ...own(pod.spec.resources)]);
}

function own({ requests = {}, limits = {} }: any = {}): [name: string, value: number][] {
  return Object.entries({ ...limits, ...requests }).map(([name, quantity]) => [name, amount(quantity) ?? 0]);
}

/** Whether a resource is a device, such as `nvidia.com/gpu`. */
export function isDevice(name: string): boolean {
  return name.includes('/') && !name.includes('kubernetes.io/');
}
