import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportError } from './import-error';
import { origin, type Source } from './sources';

/** Downloads the module of `source` into Go's module cache if it is not there, and returns the path of the folder. */
export function moduleFolder(source: Source): string {
  const { error, status, stdout, stderr } = spawnSync('go', ['mod', 'download', '-json', origin(source)], {
    cwd: tmpdir(), // no go.mod or go.work applies here
    env: { ...process.env, GOFLAGS: '', GOWORK: 'off' },
    encoding: 'utf8',
  });
  if (error) {
    throw new ImportError(
      `cannot run \`go\` (${error.message}). Install Go (https://go.dev/dl): it downloads the pinned modules that ` +
        'imports/ is made from. Only maintainers who update imports/ need it; building and testing use what is committed.',
    );
  }
  if (status !== 0) {
    throw new ImportError(`cannot download ${origin(source)}: ${downloadError(stdout) ?? stderr.trim()}`);
  }
  const { Dir } = JSON.parse(stdout) as { Dir: string };
  return join(Dir, source.folder);
}

/** With `-json`, Go reports a failed download on standard output. */
function downloadError(stdout: string): string | undefined {
  try {
    return (JSON.parse(stdout) as { Error?: string }).Error;
  } catch {
    return undefined;
  }
}
