import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/support/root';
import { node } from './child';
import type { Process, RunCost } from './measure';
import { inScratch, medians, ROUNDS, type Step } from './samples';

/** What validation costs. CPU milliseconds, but for `cold`. */
export interface ValidationCost {
  /** All files of dist/ that are applied: reading and validating them, and what parsing alone takes. */
  readonly files: { readonly parse: number; readonly validate: number };
  /** One object among few, and among many. */
  readonly objects: readonly { readonly objects: number; readonly validate: number }[];
  /** A process that synthesizes one stack: milliseconds with validation and without. */
  readonly cold: { readonly checked: number; readonly unchecked: number };
  /** A synth of many stacks in a warm process. */
  readonly warm: { readonly stacks: number; readonly checked: number; readonly unchecked: number };
}

/** So many stacks show what validation adds to a synth. */
const WARM_STACKS = 1000;

/** How many copies of the stack in dist/ are validated at once: about 1,000 and 10,000 objects. */
const COPIES = [72, 715];

/** One cold start is unlike the next, so that it takes many. */
const COLD_STARTS = 15;

/** Measures validation beside what there is without it, in turns. */
export async function validationCosts(step: Step): Promise<ValidationCost> {
  const stack = ['dist/llm-d.k8s.yaml'];
  const all = [...stack, ...readdirSync(join(ROOT, 'dist/platform')).map((file) => `dist/platform/${file}`)];
  const files: { parse: number; validate: number }[] = [];
  const objects = COPIES.map((copies) => ({ copies, samples: [] as { objects: number; validate: number }[] }));
  const cold = { checked: [] as Process[], unchecked: [] as Process[] };
  const warm = { checked: [] as RunCost[], unchecked: [] as RunCost[] };
  await inScratch(async (outdir) => {
    await step('validation: dist/', async () => files.push(...(await json<typeof files>('files', '5', ...all))));
    for (const { copies, samples } of objects) {
      await step(`validation: ${copies} stacks`, async () =>
        samples.push(...(await json<typeof samples>('copies', '3', `${copies}`, ...stack))),
      );
    }
    await step('validation: cold starts', async () => {
      for (let start = 0; start < COLD_STARTS; start++) {
        cold.checked.push(await node('bench/stacks.js', '1', '1', outdir));
        cold.unchecked.push(await node('bench/stacks.js', '1', '1', outdir, 'unchecked'));
      }
    });
    for (let round = 1; round <= ROUNDS; round++) {
      await step(`round ${round} of ${ROUNDS}: ${WARM_STACKS} stacks with validation and without`, async () => {
        const run = async (...args: string[]) =>
          JSON.parse((await node('bench/stacks.js', `${WARM_STACKS}`, '2', outdir, ...args)).stdout) as RunCost[];
        warm.checked.push((await run())[1]);
        warm.unchecked.push((await run('unchecked'))[1]);
      });
    }
  });
  return {
    files: medians(files, 'parse', 'validate'),
    objects: objects.map(({ samples }) => medians(samples, 'objects', 'validate')),
    cold: {
      checked: medians(cold.checked, 'milliseconds').milliseconds,
      unchecked: medians(cold.unchecked, 'milliseconds').milliseconds,
    },
    warm: {
      stacks: WARM_STACKS,
      checked: medians(warm.checked, 'cpu').cpu,
      unchecked: medians(warm.unchecked, 'cpu').cpu,
    },
  };
}

async function json<Result>(...args: string[]): Promise<Result> {
  return JSON.parse((await node('bench/validation.js', ...args)).stdout) as Result;
}
