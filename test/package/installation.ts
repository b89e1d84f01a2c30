import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** A project that has installed the packed package. */
export interface Installation {
  /** Holds everything else. */
  readonly scratch: string;
  readonly tarball: string;
  readonly project: string;
  /** Bytes in node_modules beyond those of the peers. */
  readonly added: number;
}

export function installation(): Installation {
  return JSON.parse(process.env.PACKAGE_INSTALLATION!) as Installation;
}

/** The folder of the installed package. */
export function packageFolder(): string {
  return join(installation().project, 'node_modules', 'cdk8s-llm-d');
}

/** How a process ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the project. */
export async function execute(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(command, args, { cwd: installation().project, env: { ...process.env, ...env } });
  child.stdin.end();
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { status, stdout, stderr };
}

let scripts = 0;

/** Runs a script in the project as CommonJS or as an ECMAScript module, and returns what it printed, parsed as JSON. */
export async function evaluate(format: 'cjs' | 'mjs', script: string, env: NodeJS.ProcessEnv = {}): Promise<any> {
  const file = join(installation().project, `script-${process.pid}-${scripts++}.${format}`);
  writeFileSync(file, script);
  const { status, stdout, stderr } = await execute(process.execPath, [file], env);
  if (status !== 0) throw new Error(`the script ended with ${status}:\n${stdout}${stderr}`);
  return JSON.parse(stdout);
}
