import { closeSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { refuse } from '../errors';

/**
 * The path of a file, refused at once where it cannot be written, and not after minutes of work. A pipe or a device is
 * refused as well: it would wait for a reader.
 */
export function writableFile(file: string): string {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found !== undefined && !found.isFile()) refuseFile(file, 'a folder, a pipe or a device');
    closeSync(openSync(file, 'a'));
    if (found === undefined) rmSync(file);
    return file;
  } catch (error) {
    return refuseFor(file, error);
  }
}

/** Writes a page. Its file may have become unwritable since it was named. */
export function writePage(file: string, page: string): void {
  try {
    writeFileSync(file, page);
  } catch (error) {
    refuseFor(file, error);
  }
}

function refuseFor(file: string, error: unknown): never {
  if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  return refuseFile(file, (error as Error).message);
}

function refuseFile(file: string, got: string): never {
  refuse(`--report ${file}`, {
    code: 'LLMD-REPORT-FILE',
    got,
    expected: 'a file that can be written to, or made',
    remedy: 'make its folder, free some space, or name another file',
  });
}
