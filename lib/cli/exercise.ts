import { type Command, InvalidArgumentError } from 'commander';
import type * as exercises from '../exercises';
import type { ExerciseName, ExerciseResult, ExerciseRun, Splits, TargetSummary } from '../exercises';
import { closeAfter } from '../exercises/close-after';
import { EXERCISE_NAMES } from '../exercises/results';
import { httpUrl, list, positive, rate, requests, split, whole } from './arguments';
import { agree } from './consent';
import { EXIT } from './exit';
import { type Interrupt, interruptible } from './interrupt';
import { type Io, wantsColor } from './io';
import { reportResult, reportTarget } from './exercise-report';
import { writableFile, writePage } from './report-file';
import { rbacOf } from './print-rbac';
import { ExerciseProgress } from './exercise-progress';

interface Options {
  readonly pool?: string;
  readonly namespace?: string;
  readonly context?: string;
  readonly url?: string;
  readonly requests?: number;
  readonly rate?: number;
  readonly timeout?: number;
  readonly seed?: number;
  readonly faults?: readonly string[];
  readonly split?: Splits;
  readonly json?: boolean;
  readonly report?: string;
  readonly yes?: boolean;
  readonly printRbac?: boolean;
  readonly gatewayNamespace?: string;
}

const HELP = `
Exit codes:
  0  every check passed
  1  a check failed
  2  wrong usage, or the exercise could not run

Examples:
  cdk8s-llm-d exercise load-distribution
  cdk8s-llm-d exercise fault-tolerance --pool gaie-sim -n default --yes --report report.html
  cdk8s-llm-d exercise fault-tolerance --faults "delete a pod,rolling restart" --rate 50
  cdk8s-llm-d exercise model-aliasing --split chat=llama-3.1-8b:90,llama-3.1-8b-canary:10
  cdk8s-llm-d exercise all --yes --json > results.json
  cdk8s-llm-d exercise all --print-rbac -n llm | kubectl apply -f -
`;

/** Adds the command `exercise`. */
export function addExercise(program: Command, io: Io, done: (exit: number) => void): void {
  program
    .command('exercise')
    .description('Check on a running cluster that a pool works as configured.')
    .argument('<name>', `${EXERCISE_NAMES.join(', ')}, or all`, namesOf)
    .option('--pool <name>', 'InferencePool (the only one, if it is left out)')
    .option('-n, --namespace <name>', 'its namespace')
    .option('--context <name>', 'context of the kubeconfig')
    .option('--url <url>', 'where requests go, instead of a port-forward', httpUrl)
    .option('--requests <number>', 'requests of a round (at most 1,000,000)', requests)
    .option('--rate <number>', 'requests per second of steady traffic (at most 10,000)', rate)
    .option('--timeout <seconds>', 'how long to wait for pods', positive)
    .option('--seed <number>', 'makes prompts that no earlier run has sent', whole)
    .option('--faults <names>', 'some of the faults, separated by commas', list)
    .option('--split <weights>', 'weights that an alias must have, as alias=model:90,other:10 (repeatable)', split)
    .option('--json', 'print the results as data')
    .option('--report <file>', 'write them as a page, too', writableFile)
    .option('-y, --yes', 'change the cluster without asking')
    .option('--print-rbac', 'print the roles that the exercise needs, and do nothing else')
    .option('--gateway-namespace <name>', "for --print-rbac: namespace of the Gateway's proxy (that of the pool)")
    .helpOption('-h, --help', 'print this')
    .addHelpText('after', HELP)
    .action(async (names: readonly ExerciseName[], options: Options, command: Command) => {
      if (options.printRbac === true) {
        const { namespace: pool, gatewayNamespace: gateway } = options;
        return void io.stdout.write(rbacOf(names, { pool, gateway }));
      }
      // Loaded by the commands that need it alone.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const library = require('../exercises') as typeof exercises;
      await interruptible(io, async ({ signal, onChange }) => {
        const target = await library.findTarget({ ...options, signal });
        const changes = library.plannedChanges(names, target);
        await agree({ changes, where: target.cluster.context, yes: options.yes }, io, command);
        const passed = await run(library, target, names, { ...options, signal, onChange }, io);
        done(passed ? EXIT.ok : EXIT.violations);
      });
    });
}

async function run(
  library: typeof exercises,
  target: exercises.Target,
  names: readonly ExerciseName[],
  options: Options & Interrupt,
  io: Io,
): Promise<boolean> {
  const startedAt = new Date().toISOString();
  const results: ExerciseResult[] = [];
  let summary: TargetSummary | undefined;
  const work = () =>
    library.withSessionOn(target, options, async (session) => {
      summary = await session.summary();
      if (!options.json) io.stdout.write(reportTarget(summary));
      for (const name of names) {
        const progress = new ExerciseProgress(name, io, options.json);
        const onProgress = progress.show.bind(progress);
        const exercise = library.EXERCISES[name](session, { ...options, splits: options.split, onProgress });
        const result = await exercise.finally(() => progress.end());
        if (!options.json) io.stdout.write(reportResult(result, wantsColor(io)));
        results.push(result);
      }
    });
  // The results before an error are written as well.
  const write = () => {
    if (summary === undefined || results.length === 0) return;
    const found: ExerciseRun = { command: commandOf(names, options), startedAt, target: summary, results };
    if (options.json) io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    if (options.report !== undefined) writePage(options.report, library.renderReport(found));
  };
  await closeAfter({ close: () => Promise.resolve(write()) }, work);
  return results.every(({ passed }) => passed);
}

const REPEATED = ['pool', 'namespace', 'context', 'url', 'requests', 'rate', 'timeout', 'seed', 'faults'] as const;

/** The command line that repeats the run. */
function commandOf(names: readonly ExerciseName[], options: Options): string {
  const given = REPEATED.filter((flag) => options[flag] !== undefined).map((flag) => [flag, String(options[flag])]);
  const splits = Object.entries(options.split ?? {}).map(([alias, weights]) => {
    const targets = Object.entries(weights).map(([model, weight]) => `${model}:${weight}`);
    return ['split', `${alias}=${targets.join(',')}`];
  });
  const flags = [...given, ...splits].map(([flag, text]) => `--${flag} ${quoted(text)}`);
  return ['cdk8s-llm-d exercise', names.length > 1 ? 'all' : names[0], ...flags].join(' ');
}

function quoted(text: string): string {
  return /[\s'"$]/.test(text) ? JSON.stringify(text) : text;
}

function namesOf(name: string): readonly ExerciseName[] {
  if (name === 'all') return EXERCISE_NAMES;
  const found = EXERCISE_NAMES.find((known) => known === name);
  if (found === undefined) throw new InvalidArgumentError(`Expected one of ${EXERCISE_NAMES.join(', ')}, all.`);
  return [found];
}
