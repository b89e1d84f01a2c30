import { Failure } from './failure';

/** The `exports` of a package.json, or a part of it. */
export type Exports = string | { readonly [condition: string]: Exports };

/** An entry point of a package. */
export interface EntryPoint {
  /** Its key in `exports`: `.` or `./validation`. */
  readonly subpath: string;
  /** The declaration file, relative to the package. */
  readonly types: string;
}

/** The entry points of a package that have types, in the order of its `exports`. */
export function entryPoints(exports: Exports): EntryPoint[] {
  return Object.entries(exports).flatMap(([subpath, target]: [string, Exports]) => {
    if (!subpath.startsWith('.')) throw new Failure(`exports in package.json must be by subpath, not by ${subpath}`);
    const types = typesOf(target);
    return types === undefined ? [] : [{ subpath, types }];
  });
}

/** The first declaration file below `types`, under any condition: `import` and `require` lead to the same one. */
function typesOf(target: Exports): string | undefined {
  if (typeof target === 'string') return undefined;
  if (typeof target.types === 'string') return target.types;
  for (const inner of Object.values(target)) {
    const types = typesOf(inner);
    if (types !== undefined) return types;
  }
  return undefined;
}
