import type { Diagnostic } from '../../api-server/diagnostic';

/** The object that a diagnostic is about, as people call it; empty where it is about none. */
export function objectOf({ kind, namespace, name }: Pick<Diagnostic, 'kind' | 'namespace' | 'name'>): string {
  return [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');
}

/** The object and the place in it. */
export function placeOf(diagnostic: Diagnostic): string {
  return [objectOf(diagnostic), diagnostic.path].filter(Boolean).join(' ');
}
