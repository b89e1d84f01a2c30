import type { Finding } from '../finding';

/** The object that a finding is about, as people call it; empty where it is about none. */
export function objectOf({ kind, namespace, name }: Pick<Finding, 'kind' | 'namespace' | 'name'>): string {
  return [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');
}

/** The object and the place in it. */
export function placeOf(finding: Finding): string {
  return [objectOf(finding), finding.path].filter(Boolean).join(' ');
}
