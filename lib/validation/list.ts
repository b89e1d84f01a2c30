import type { Path } from './finding';
import type { Input } from './resource';

/** The objects of a `v1 List`, as `kubectl get -o yaml` writes it; anything else is itself. */
export function expandList(input: Input): Input[] {
  const list = input.object as any;
  if (list?.apiVersion !== 'v1' || list.kind !== 'List' || !Array.isArray(list.items)) return [input];
  const { origin } = input;
  return list.items.flatMap((object: unknown, index: number) => {
    const lineOf = (path: Path) => origin?.lineOf?.(['items', index, ...path]);
    return expandList({ object, origin: { ...origin, lineOf } });
  });
}
