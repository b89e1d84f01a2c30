import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a measurement under its name. */
export type Step = <Result>(name: string, work: () => Result | Promise<Result>) => Result | Promise<Result>;

/** The sizes take turns, so that what else the machine does hits all of them alike. */
export const ROUNDS = 3;

/** Files go to memory where there is a place for it: a disk would mostly measure itself. */
export async function inScratch<Result>(work: (outdir: string) => Promise<Result>): Promise<Result> {
  const outdir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'cdk8s-llm-d-bench-'));
  try {
    return await work(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The median of each field by itself. */
export function medians<Key extends string>(
  samples: readonly Record<Key, number>[],
  ...keys: Key[]
): Record<Key, number> {
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return Object.fromEntries(keys.map((key) => [key, median(samples.map((sample) => sample[key]))])) as Record<
    Key,
    number
  >;
}
