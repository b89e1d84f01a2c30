import type { Rule } from '../../../rule';
import { poolMembers, type PoolMember } from '../../../facts/members';
import { type Container, containersOf } from '../../../facts/pods';

export const PROBE_READINESS: Rule = {
  code: 'LLMD-PROBE-READINESS',
  severity: 'warning',
  title: 'The pods of a pool have a readiness probe',
  why: 'Without one a pod is ready as soon as its process runs, minutes before it listens, and the picker sends it requests: with drain missing too, 30 of 225 failed when one of three pods was replaced.',
  *check(set) {
    const seen = new Set();
    for (const member of set.view(poolMembers)) {
      const { pod, pool } = member;
      const containers = containersOf(pod).filter(({ role }) => role !== 'init');
      if (seen.has(pod) || containers.some(({ container }) => container.readinessProbe !== undefined)) continue;
      seen.add(pod);
      const target = serving(containers, member);
      if (target === undefined) continue;
      const { container, path } = target;
      yield {
        resource: pod.resource,
        path: [...path, 'readinessProbe'],
        message: `container ${container.name} has no readiness probe, and ${pool.kind} ${pool.name} sends requests to its pod as soon as it is ready`,
        remedy: 'add readinessProbe: { httpGet: { path: /health, port: <its port> } }',
      };
    }
  },
};

/** The container that the requests go to, as far as its ports say. */
function serving(containers: readonly Container[], { targetPorts }: PoolMember): Container | undefined {
  const isTarget = ({ containerPort }: any) => targetPorts.includes(containerPort);
  return containers.find(({ container }) => (container.ports ?? []).some(isTarget)) ?? containers[0];
}
