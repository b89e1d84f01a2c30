import { Readable } from 'node:stream';
import { run } from '../../lib/cli/run';

/** Runs `cdk8s-llm-d` in this process, without a terminal. Returns its exit code and what it wrote. */
export async function runCommand(args: readonly string[], kubeconfig: string) {
  process.env.KUBECONFIG = kubeconfig;
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (written[name] += text) });
  const io = { stdin: Readable.from([]), stdout: output('stdout'), stderr: output('stderr'), env: {} };
  return { code: await run(args, io), ...written };
}
