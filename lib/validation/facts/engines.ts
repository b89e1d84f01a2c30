import type { ResourceSet } from '../resource-set';
import { modelServerProgram, type ModelServerProgram } from './model-servers';
import { containersOf, podTemplates } from './pods';
import type { PodTemplate } from './pod-template';

/** Every program of the set that serves models, and its pod. */
export function engines(set: ResourceSet): readonly ModelServerProgram[] {
  return set.view(podTemplates).flatMap(enginesOf);
}

/** The programs of a pod that serve models. */
export function enginesOf(pod: PodTemplate): readonly ModelServerProgram[] {
  return containersOf(pod).flatMap((container) => modelServerProgram(container) ?? []);
}
