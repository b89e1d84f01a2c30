import type { ResourceSet } from '../resource-set';

/** A level of the Pod Security Standards that forbids something. */
export type Level = 'baseline' | 'restricted';

const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'] satisfies (Level | 'privileged')[];

/** The level that a Namespace of the set enforces; undefined where it says nothing or is not in the set. */
export function enforcedLevel(set: ResourceSet, namespace: string): Level | 'privileged' | undefined {
  const labels = set.find({ group: '', kind: 'Namespace', name: namespace })?.object.metadata?.labels;
  const level: string | undefined = labels?.['pod-security.kubernetes.io/enforce'];
  return level !== undefined && LEVELS.includes(level) ? (level as Level | 'privileged') : undefined;
}
