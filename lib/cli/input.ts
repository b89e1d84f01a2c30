import type { Command } from 'commander';
import { type Reading, readPaths } from '../validation';
import { type Io, readAll } from './io';
import type { ProgressBar } from './progress';

/** Adds the arguments and options that name the files to read. */
export function withPaths(command: Command): Command {
  return command
    .argument(
      '[paths...]',
      'files, folders (their *.yaml, *.yml and *.json, as kubectl reads them), or - for standard input',
    )
    .option('-R, --recursive', 'read the folders below a folder as well')
    .helpOption('-h, --help', 'print this');
}

/** Reads the files of a command line. */
export async function readInput(
  paths: readonly string[],
  { recursive }: { readonly recursive?: boolean },
  io: Io,
  command: Command,
  progress: ProgressBar,
): Promise<Reading> {
  if (paths.length === 0) {
    command.error('error: nothing to read: name files or folders, or - for standard input');
  }
  const stdin = paths.includes('-') ? await readAll(io.stdin) : undefined;
  return readPaths(paths, { recursive, stdin, onProgress: (share) => progress.show('reading', share) });
}
