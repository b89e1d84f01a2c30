import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { Failure } from './failure';
import { ROOT } from './root';

/** Options of a command. */
export interface RunOptions {
  /** The working directory; @default the repository */
  readonly cwd?: string;
  /** On top of this process's environment. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a command to its end and returns what it printed. Fails with all of its output. */
export function run(command: string, args: readonly string[], { cwd = ROOT, env }: RunOptions = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, PATH: withLocalTools(cwd), ...env },
  });
  if (error) {
    throw new Failure(`cannot start ${command}: ${error.message}`);
  }
  if (status !== 0) {
    throw new Failure(`\`${[command, ...args].join(' ')}\` failed in ${cwd}:\n${stdout}${stderr}`.trimEnd());
  }
  return stdout;
}

/** A PATH on which the commands of the installed packages come first. */
export function withLocalTools(cwd: string): string {
  return [join(cwd, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
}
