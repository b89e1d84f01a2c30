import type { Resource } from '../../../../api-server/resource';
import { enginesOf } from '../../../facts/engines';
import { poolMembers } from '../../../facts/members';
import { type Container, containersOf, podsMatching } from '../../../facts/pods';
import type { PodTemplate } from '../../../facts/pod-template';
import type { ResourceSet } from '../../../resource-set';
import type { Rule } from '../../../rule';

export const PROBE_READINESS: Rule = {
  code: 'LLMD-PROBE-READINESS',
  severity: 'warning',
  title: 'The pods of a pool, and a vLLM behind a Service, have a readiness probe',
  why: 'Without one a pod is ready as soon as its process runs, minutes before it listens, and the picker or the Service sends it requests: with drain missing too, 30 of 225 failed when one of three pods was replaced.',
  *check(set) {
    const seen = new Set();
    for (const { pod, source, target } of [...poolTargets(set), ...serviceTargets(set)]) {
      if (seen.has(pod) || runningOf(pod).some(({ container }) => container.readinessProbe !== undefined)) continue;
      seen.add(pod);
      if (target === undefined) continue;
      const { container, path } = target;
      yield {
        resource: pod.resource,
        path: [...path, 'readinessProbe'],
        message: `container ${container.name} has no readiness probe, and ${source.kind} ${source.name} sends requests to its pod as soon as it is ready`,
        remedy: 'add readinessProbe: { httpGet: { path: /health, port: <its port> } }',
      };
    }
  },
};

/** A pod, what sends requests to it, and the container that they go to. */
interface Target {
  readonly pod: PodTemplate;
  readonly source: Resource;
  readonly target: Container | undefined;
}

/** The container with one of the target ports, as far as the ports say. */
function poolTargets(set: ResourceSet): readonly Target[] {
  return set.view(poolMembers).map(({ pod, pool, targetPorts }) => {
    const isTarget = ({ containerPort }: any) => targetPorts.includes(containerPort);
    const containers = runningOf(pod);
    const target = containers.find(({ container }) => (container.ports ?? []).some(isTarget)) ?? containers[0];
    return { pod, source: pool, target };
  });
}

/** A headless Service gives pods names, for example for ranks that look for each other before they are ready. */
function serviceTargets(set: ResourceSet): readonly Target[] {
  return set.ofKind('', 'Service').flatMap((service) => {
    const { selector = {}, clusterIP, publishNotReadyAddresses } = service.object.spec ?? {};
    if (clusterIP === 'None' || publishNotReadyAddresses === true) return [];
    return podsMatching(set, service.namespace!, selector).flatMap((pod) =>
      enginesOf(pod)
        .filter(({ program, args = [] }) => program === 'vllm' && !args.some(({ text }) => text === '--headless'))
        .map(({ container }) => ({ pod, source: service, target: container })),
    );
  });
}

function runningOf(pod: PodTemplate): readonly Container[] {
  return containersOf(pod).filter(({ role }) => role !== 'init');
}
