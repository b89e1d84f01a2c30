import type { Path } from '../../../../text/path';
import { containersOf } from '../../../facts/pods';
import type { PodTemplate } from '../../../facts/pod-template';

/** A securityContext of a pod or a container, and its owner. */
export interface Context {
  /** `the pod`, or `container epp`. */
  readonly who: string;
  /** Of the context, whether it is there or not. */
  readonly path: Path;
  readonly context: any;
}

/** What holds for all containers that say nothing themselves. */
export function podContext(pod: PodTemplate): Context {
  return {
    who: 'the pod',
    path: [...pod.path, 'spec', 'securityContext'],
    context: pod.spec.securityContext ?? {},
  };
}

/** What each container says itself. */
export function containerContexts(pod: PodTemplate): readonly Context[] {
  return containersOf(pod).map(({ path, container }) => ({
    who: `container ${container.name}`,
    path: [...path, 'securityContext'],
    context: container.securityContext ?? {},
  }));
}

/** The contexts of a pod and of its containers. */
export function contextsOf(pod: PodTemplate): readonly Context[] {
  return [podContext(pod), ...containerContexts(pod)];
}

/** Windows has none of these fields; the API server refuses them there, and the standards do not ask for them. */
export function isWindows({ spec }: PodTemplate): boolean {
  return spec.os?.name === 'windows';
}
