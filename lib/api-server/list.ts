import type { Path } from '../text/path';
import type { Input } from './resource';

/**
 * The objects of a list, such as a `v1 List` from `kubectl get -o yaml` or a ConfigMapList; any other object alone. As
 * with kubectl, an item without a kind has the kind of the list.
 */
export function expandList(input: Input): Input[] {
  const list = input.object as any;
  const kind = /^(.*)List$/.exec(list?.kind)?.[1];
  if (kind === undefined || !Array.isArray(list.items)) return [input];
  const { origin } = input;
  return list.items.flatMap((item: any, index: number) => {
    const object = kind !== '' && isUntyped(item) ? { apiVersion: list.apiVersion, kind, ...item } : item;
    const lineOf = (path: Path, line?: number) => origin?.lineOf?.(['items', index, ...path], line);
    return expandList({ object, origin: { ...origin, lineOf } });
  });
}

function isUntyped(item: any): boolean {
  return typeof item === 'object' && item !== null && item.kind === undefined && item.apiVersion === undefined;
}
