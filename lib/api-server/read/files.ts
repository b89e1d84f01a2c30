import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file to read. */
export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
}

/** A file or folder that cannot be read. */
export interface UnreadableFile {
  readonly path: string;
  /** What came, and what was expected. */
  readonly violation: string;
  /** What to do. */
  readonly remedy: string;
}

/** The extensions of the files that kubectl reads of a folder. Source: k8s.io/cli-runtime v0.35.4, pkg/resource/builder.go: FileExtensions. */
const EXTENSIONS = ['.json', '.yaml', '.yml'];

/** V8's strings are no longer than half a gigabyte. */
const MAX_BYTES = 500e6;

/**
 * The files that `kubectl apply -f` reads, each once: files of any name, and the YAML and JSON files of folders in the
 * order of their names. As with kubectl, links to folders are not followed.
 */
export function findFiles(paths: readonly string[], recursive: boolean): (FoundFile | UnreadableFile)[] {
  const seen = new Set<string>();
  return paths
    .flatMap((path) => orViolation(path, () => filesAt(path, recursive)))
    .filter((found) => {
      if ('violation' in found) return true;
      const real = realpathSync(found.path);
      return !seen.has(real) && seen.add(real);
    });
}

/** The bytes of a file. */
export function readBytes(path: string): Buffer | UnreadableFile {
  return orViolation(path, () => [readFileSync(path)])[0];
}

function filesAt(path: string, recursive: boolean): (FoundFile | UnreadableFile)[] {
  if (!statSync(path).isDirectory()) return [fileAt(path)];
  const files = filesBelow(path, recursive);
  if (files.length > 0) return files;
  const violation = `the folder has no ${EXTENSIONS.map((extension) => `*${extension}`).join(', ')}`;
  return [
    { path, violation, remedy: recursive ? 'name another folder' : 'add -R to read the folders below it as well' },
  ];
}

function filesBelow(folder: string, recursive: boolean): (FoundFile | UnreadableFile)[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return recursive ? orViolation(path, () => filesBelow(path, recursive)) : [];
    return EXTENSIONS.includes(extname(entry.name)) ? orViolation(path, () => [fileAt(path)]) : [];
  });
}

function fileAt(path: string): FoundFile | UnreadableFile {
  const stats = statSync(path);
  if (stats.isDirectory()) return { path, violation: 'this is a link to a folder', remedy: 'name the folder' };
  if (!stats.isFile()) {
    const violation = 'this is a pipe or a device, and no file';
    return { path, violation, remedy: 'write - to read a pipe: `… | cdk8s-llm-d validate -`' };
  }
  if (stats.size <= MAX_BYTES) return { path, bytes: stats.size };
  const [size, limit] = [stats.size, MAX_BYTES].map((bytes) => `${Math.round(bytes / 1e6)} MB`);
  return { path, violation: `it has ${size}, and no more than ${limit} can be read`, remedy: 'split it' };
}

/** The result of `work`, or why the file system refused. */
function orViolation<Result>(path: string, work: () => Result[]): (Result | UnreadableFile)[] {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const [reason, remedy] = REASONS[code] ?? [message, 'see the message of the file system'];
    return [{ path, violation: reason, remedy: /^https?:/.test(path) ? DOWNLOAD : remedy }];
  }
}

const DOWNLOAD = 'download it first: `curl -L URL | cdk8s-llm-d validate -`';

const REASONS: { readonly [code: string]: readonly [reason: string, remedy: string] } = {
  ENOENT: ['there is no such file or folder', 'correct the path'],
  ENOTDIR: ['there is no such file or folder', 'correct the path'],
  EACCES: ['it may not be read', 'set the permissions so that you may read it'],
  EPERM: ['it may not be read', 'set the permissions so that you may read it'],
  ELOOP: ['it is a link that leads back to itself', 'remove the link'],
};
