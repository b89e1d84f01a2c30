import type { Diagnostic } from '../../api-server/diagnostic';

/** The object of a diagnostic, as `Deployment default/vllm`; empty for one about no object. */
export function objectOf({ kind, namespace, name }: Pick<Diagnostic, 'kind' | 'namespace' | 'name'>): string {
  return [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');
}

/** The object of a diagnostic and the path in it. */
export function placeOf(diagnostic: Diagnostic): string {
  return [objectOf(diagnostic), diagnostic.path].filter(Boolean).join(' ');
}
