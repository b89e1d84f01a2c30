import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { refuse } from '../../errors';
import { packageFolder } from '../../package-folder';

/** A folder of YAML files. */
export interface Folder {
  /** For example `3-load-distribution`. */
  readonly name: string;
  /** Path for a command line: relative to the working directory if the folder is in it. */
  readonly shown: string;
  /** Paths of the files, in the order in which kubectl reads them. */
  readonly files: readonly string[];
}

/** The folder dist/ of this package, which is in the clone and in what is installed. */
export function shippedFolder(): string {
  return join(packageFolder(), 'dist');
}

/** The folder of a guide: `guides/<number>-<name>/`. */
export function guideFolder(from: string, number: number): Folder {
  const guides = join(from, 'guides');
  const names = existsSync(guides) ? readdirSync(guides) : [];
  const name = names.find((candidate) => candidate.startsWith(`${number}-`));
  const remedy = 'synthesize it, or leave --from out to use what the package brings';
  if (name === undefined) missing(join(guides, `${number}-…`), `the folder of guide ${number}`, remedy);
  const folder = folderAt(join(guides, name));
  if (folder.files.length === 0) missing(join(guides, name, '*.yaml'), `the YAML of guide ${number}`, remedy);
  return folder;
}

/** The folder of the platform; undefined if there is none. */
export function platformFolder(from: string): Folder | undefined {
  const path = join(from, 'platform');
  return existsSync(path) ? folderAt(path) : undefined;
}

function folderAt(path: string): Folder {
  const files = readdirSync(path).filter((file) => /\.ya?ml$/.test(file));
  const near = relative(process.cwd(), path);
  const shown = near.startsWith('..') || isAbsolute(near) ? path : near;
  return { name: path.split(/[\\/]/).at(-1)!, shown: `${shown}/`, files: files.sort().map((file) => join(path, file)) };
}

function missing(path: string, expected: string, remedy: string): never {
  refuse(path, { code: 'LLMD-GUIDE-FOLDER', got: 'nothing there', expected, remedy });
}
