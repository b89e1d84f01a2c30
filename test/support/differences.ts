import { type KubeObject, nameOf } from './objects';

/** The leaves of a value with their paths. What is empty is a leaf too. */
function leaves(value: unknown, path: string): [path: string, leaf: string][] {
  if (typeof value !== 'object' || value === null) {
    return [[path, JSON.stringify(value)]];
  }
  const inner = Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}/${key.replaceAll('/', '~1')}`));
  return inner.length > 0 ? inner : [[path, JSON.stringify(value)]];
}

/** Paths of the leaves in which two values differ. */
export function differingPaths(before: unknown, after: unknown): string[] {
  const [old, now] = [new Map(leaves(before, '')), new Map(leaves(after, ''))];
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path)).sort();
}

/** In what two sets of objects differ: objects on one side only, and differing fields of those on both. */
export interface Differences {
  readonly removed: string[];
  readonly added: string[];
  /** `Kind/name` -> paths of fields. */
  readonly changed: { readonly [object: string]: string[] };
}

export function differences(before: readonly KubeObject[], after: readonly KubeObject[]): Differences {
  const [old, now] = [byName(before), byName(after)];
  const changed = [...old].flatMap(([name, object]): [string, string[]][] => {
    const paths = now.has(name) ? differingPaths(object, now.get(name)) : [];
    return paths.length > 0 ? [[name, paths]] : [];
  });
  return {
    removed: [...old.keys()].filter((name) => !now.has(name)),
    added: [...now.keys()].filter((name) => !old.has(name)),
    changed: Object.fromEntries(changed),
  };
}

function byName(objects: readonly KubeObject[]): Map<string, KubeObject> {
  return new Map(objects.map((object) => [nameOf(object), object]));
}
