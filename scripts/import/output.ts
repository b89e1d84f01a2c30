import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from './generate';
import { GENERATED } from './generated';

/** A difference between a folder and the files that it should contain; the path is relative to the folder. */
export interface Difference {
  readonly path: string;
  readonly what: 'changed' | 'missing' | 'left over';
}

/** The differences between `root` and `files`, sorted by path. */
export function differences(files: Files, root: string): Difference[] {
  const found: Difference[] = [];
  for (const [path, text] of files) {
    if (!existsSync(join(root, path))) {
      found.push({ path, what: 'missing' });
    } else if (readFileSync(join(root, path), 'utf8') !== text) {
      found.push({ path, what: 'changed' });
    }
  }
  for (const path of generatedFiles(root)) {
    if (!files.has(path)) {
      found.push({ path, what: 'left over' });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Applies `changes` to `root`. Files without a difference are not touched. */
export function write(files: Files, root: string, changes: readonly Difference[]): void {
  for (const { path, what } of changes) {
    const file = join(root, path);
    if (what === 'left over') {
      rmSync(file);
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, files.get(path)!);
    }
  }
}

/** The generated files in `root`, which may also contain others. */
function generatedFiles(root: string): string[] {
  const list = (folder: string) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []);
  const types = list('').filter(
    (file) => file.endsWith('.ts') && readFileSync(join(root, file), 'utf8').startsWith(GENERATED),
  );
  const data = list('').filter((file) => file.endsWith('.json'));
  return [
    ...types,
    ...data,
    ...['cel', 'crds', 'schemas'].flatMap((folder) => list(folder).map((file) => `${folder}/${file}`)),
  ];
}
