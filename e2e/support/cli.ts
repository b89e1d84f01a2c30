import { spawn } from 'node:child_process';

/** The outcome of a command. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command `cdk8s-llm-d` in its own process. */
export interface Running {
  readonly ended: Promise<Ended>;
  /** Called with each piece of standard error. */
  onStderr: (text: string) => void;
  interrupt(): void;
}

/** Starts `cdk8s-llm-d`. */
export function cli(args: readonly string[], env: { readonly [name: string]: string } = {}): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const output = { stdout: '', stderr: '' };
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, ...output }));
  });
  const running: Running = { ended, onStderr: () => undefined, interrupt: () => void child.kill('SIGINT') };
  child.stdout.on('data', (chunk) => (output.stdout += chunk));
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
    running.onStderr(String(chunk));
  });
  return running;
}
