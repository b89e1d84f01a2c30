import { spawn } from 'node:child_process';

/** The outcome of a kubectl command. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs kubectl in the folder of the package. A failure does not throw. */
export function tryKubectl(args: readonly string[], stdin: string = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn('kubectl', args, { stdio: 'pipe' });
    const outcome = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (outcome.stdout += chunk));
    child.stderr.on('data', (chunk) => (outcome.stderr += chunk));
    child.on('error', (error) => reject(new Error(`kubectl does not run: ${error.message}. Is it in PATH?`)));
    child.on('close', (code) => resolve({ code: code ?? -1, ...outcome }));
    // A kubectl that refuses its arguments does not read its standard input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

/** Runs kubectl and returns what it printed. A failure throws, with the command and its output. */
export async function kubectl(args: readonly string[], stdin?: string): Promise<string> {
  const { code, stdout, stderr } = await tryKubectl(args, stdin);
  if (code !== 0) {
    throw new Error(`kubectl ${args.join(' ')} ended with ${code}:\n${stderr}${stdout}`);
  }
  return stdout;
}

/** An object as the API server returns it. */
export interface Stored {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly resourceVersion: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: any;
}

/** The object or, for a selector or a file with several objects, the list of them. */
export async function getJson(...args: string[]): Promise<Stored> {
  return JSON.parse(await kubectl(['get', '-o', 'json', ...args]));
}

/** The objects that a selector or a file with several objects stands for. */
export async function getList(...args: string[]): Promise<Stored[]> {
  const found = await getJson(...args);
  return found.kind === 'List' ? found.items : [found];
}

/** Waits until a Deployment has rolled out. */
export async function rolledOut(namespace: string, deployment: string): Promise<void> {
  await kubectl(['rollout', 'status', `deployment/${deployment}`, '-n', namespace, '--timeout=8m']);
}
