import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How one file of a folder differs from what it should be; the path is relative to the folder. */
export interface Difference {
  readonly path: string;
  readonly what: 'changed' | 'missing' | 'left over';
}

/** How `actual` differs from `expected`, byte by byte, sorted by path. */
export function differences(expected: string, actual: string): Difference[] {
  const [wanted, found] = [files(expected), files(actual)];
  return [...new Set([...wanted, ...found])].sort().flatMap((path): Difference[] => {
    if (!found.includes(path)) return [{ path, what: 'missing' }];
    if (!wanted.includes(path)) return [{ path, what: 'left over' }];
    const same = readFileSync(join(expected, path)).equals(readFileSync(join(actual, path)));
    return same ? [] : [{ path, what: 'changed' }];
  });
}

function files(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
