import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { ROOT } from '../scripts/support/root';

/** What a process took from its start to its end. */
export interface ChildCost {
  readonly stdout: string;
  readonly milliseconds: number;
  readonly peakRssMegabytes: number;
}

/** Prints the peak memory of a process when it ends; `--require`d into each child. */
const REPORT_RSS = require.resolve('./report-rss.js');

/** Runs Node with these arguments. */
export async function node(...args: string[]): Promise<ChildCost> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', REPORT_RSS, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const [stdout, rss, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stdio[3] as NodeJS.ReadableStream),
    once(child, 'close') as Promise<[number]>,
  ]);
  const milliseconds = performance.now() - start;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
  return { stdout, milliseconds, peakRssMegabytes: Number(rss) / 1024 };
}
