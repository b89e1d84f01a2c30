/** Lists that `kubectl` merges item by item, and the field that tells which item is which. */
const MERGE_KEYS: { readonly [list: string]: string } = {
  containers: 'name',
  env: 'name',
  ports: 'containerPort',
  volumeMounts: 'mountPath',
  volumes: 'name',
};

/** A strategic merge patch of a pod, without its directives (`$patch`), which we do not use. */
export function strategicMerge(target: any, patch: any, field: string = ''): any {
  const key = MERGE_KEYS[field];
  if (Array.isArray(patch)) {
    return key === undefined || !Array.isArray(target) ? patch : mergeItems(target, patch, key);
  }
  if (!isObject(target) || !isObject(patch)) {
    return patch;
  }
  const merged = Object.entries(patch).map(([name, value]) => [name, strategicMerge(target[name], value, name)]);
  return { ...target, ...Object.fromEntries(merged) };
}

function mergeItems(target: readonly any[], patch: readonly any[], key: string): any[] {
  const known = target.map((item) => item[key]);
  return [
    ...target.map((item) => strategicMerge(item, patch.find((candidate) => candidate[key] === item[key]) ?? {})),
    ...patch.filter((item) => !known.includes(item[key])),
  ];
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
