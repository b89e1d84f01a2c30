import type { Command } from 'commander';
import { type Reading, readPaths } from '../validation';
import { type Io, readAll } from './io';
import type { ProgressBar } from './progress';

/** Adds what says which files a command reads. */
export function withPaths(command: Command): Command {
  return command
    .argument('[paths...]', 'files, folders (their *.yaml, *.yml and *.json, as kubectl reads them), or - for a pipe')
    .option('-R, --recursive', 'look into the folders of folders')
    .helpOption('-h, --help', 'print this');
}

/** Reads what a command line names. */
export async function readInput(
  paths: readonly string[],
  { recursive }: { readonly recursive?: boolean },
  io: Io,
  command: Command,
  progress: ProgressBar,
): Promise<Reading> {
  if (paths.length === 0) {
    command.error('error: nothing to read: name files or folders, or - for what comes in by a pipe');
  }
  const stdin = paths.includes('-') ? await readAll(io.stdin) : undefined;
  return readPaths(paths, { recursive, stdin, onProgress: (share) => progress.show('reading', share) });
}
