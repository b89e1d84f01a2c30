import { node } from './child';
import { inScratch, medians, ROUNDS, type Step } from './samples';

/** How many stacks, and how often in one process, so that each size takes about as long. */
const SIZES = [
  { stacks: 1, runs: 25 },
  { stacks: 10, runs: 10 },
  { stacks: 100, runs: 5 },
  { stacks: 1000, runs: 2 },
];

/** What loads in one go, and what it is worth knowing the time of. */
const MODULES = ['constructs', 'cdk8s', 'cdk8s-plus-28', 'cdk8s-llm-d'];

/** Milliseconds inside a process that has loaded everything. */
export interface RunCost {
  /** Making the constructs. */
  readonly construct: number;
  /** From constructs to plain objects. */
  readonly objects: number;
  /** From objects to files of YAML. */
  readonly yaml: number;
  readonly total: number;
  /** CPU time of all that; unlike `total` it hardly depends on what else the machine does. */
  readonly cpu: number;
}

/** Medians for one number of stacks. */
export interface StackCost {
  readonly stacks: number;
  /** A whole process that synthesizes once: start of Node, loading, synth. */
  readonly process: { readonly milliseconds: number; readonly peakRssMegabytes: number };
  readonly synth: RunCost;
}

/** Medians of a process that loads a module and ends. */
export interface LoadCost {
  readonly module: string;
  readonly milliseconds: number;
  readonly peakRssMegabytes: number;
}

/** Measures every size. */
export async function stackCosts(step: Step): Promise<StackCost[]> {
  const samples = SIZES.map((size) => ({ ...size, processes: [] as Process[], costs: [] as RunCost[] }));
  await inScratch(async (outdir) => {
    for (let round = 1; round <= ROUNDS; round++) {
      for (const { stacks, runs, processes, costs } of samples) {
        await step(`round ${round} of ${ROUNDS}: ${stacks} stacks`, async () => {
          processes.push(await node('bench/stacks.js', `${stacks}`, '1', outdir));
          const { stdout } = await node('bench/stacks.js', `${stacks}`, `${runs}`, outdir);
          costs.push(...(JSON.parse(stdout) as RunCost[]));
        });
      }
    }
  });
  return samples.map(({ stacks, processes, costs }) => ({
    stacks,
    process: medians(processes, 'milliseconds', 'peakRssMegabytes'),
    synth: medians(costs, 'construct', 'objects', 'yaml', 'total', 'cpu'),
  }));
}

/** What a process took as a whole. */
export type Process = Omit<LoadCost, 'module'>;

/** Measures what `require` costs, each module in processes of its own. The first row is Node alone. */
export async function loadCosts(step: Step): Promise<LoadCost[]> {
  const scripts = [
    { module: '(node alone)', script: '' },
    ...MODULES.map((module) => ({ module, script: `require('${module}')` })),
  ];
  const samples = scripts.map((entry) => ({ ...entry, processes: [] as Process[] }));
  for (let round = 1; round <= ROUNDS; round++) {
    await step(`round ${round} of ${ROUNDS}: loading`, async () => {
      for (const { script, processes } of samples) processes.push(await node('--eval', script));
    });
  }
  return samples.map(({ module, processes }) => ({
    module,
    ...medians(processes, 'milliseconds', 'peakRssMegabytes'),
  }));
}
