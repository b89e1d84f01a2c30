import { type Origin, type Resource, showResource } from '../../../api-server/resource';
import type { Rule } from '../../rule';

export const DUPLICATE_OBJECT: Rule = {
  code: 'LLMD-DUPLICATE-OBJECT',
  severity: 'error',
  title: 'Every object is in the set once',
  why:
    'Group, kind, namespace and name identify an object, whatever its API version. Of two that agree in all of them, ' +
    'kubectl applies the later one over the earlier one: what runs depends on the order of files. The rules over several ' +
    'objects look at the first.',
  *check(set) {
    for (const { resource, first } of set.duplicates) {
      yield {
        resource,
        path: ['metadata', 'name'],
        message: `there is another ${showResource(resource)} before it: ${whereabouts(first)}`,
        remedy: 'remove one of them, or rename it together with all references to it',
      };
    }
  },
};

function whereabouts({ origin, group, version }: Resource): string {
  const apiVersion = group === '' ? version : `${group}/${version}`;
  return [apiVersion, ...place(origin)].join(' ');
}

function place({ construct, file, document }: Origin): string[] {
  if (construct !== undefined) return [`of the construct ${construct}`];
  if (file === undefined) return [];
  return [`in ${file}${document === undefined ? '' : `, document ${document}`}`];
}
