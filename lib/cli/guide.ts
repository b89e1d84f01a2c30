import { type Command, InvalidArgumentError } from 'commander';
import type * as exercises from '../exercises';
import type { GuidePlan } from '../exercises';
import { positive } from './arguments';
import { agree } from './consent';
import { EXIT } from './exit';
import { GuideProgress } from './guide-progress';
import { reportGuide } from './guide-report';
import { interruptible } from './interrupt';
import { type Io, wantsColor } from './io';

interface Options {
  readonly context?: string;
  readonly from?: string;
  readonly timeout?: number;
  readonly json?: boolean;
  readonly yes?: boolean;
  readonly takeOver?: boolean;
}

const GUIDES = [1, 2, 3, 4, 5, 6];

const HELP = `
Guides:
  1  vLLM on Kubernetes          4  model aliasing
  2  llm-d in front of vLLM      5  fault tolerance
  3  load distribution           6  observability

Objects that others own (by their field managers and labels) are named and refused, unless --take-over is given.
Newer definitions, and those of another channel, always stay. What equals the folder is not applied.

Exit codes:
  0  every check passed
  1  a check failed
  2  wrong usage, an object of others is in the way, or one of the guide did not become ready

Examples:
  cdk8s-llm-d guide 1
  cdk8s-llm-d guide 3 --context kind-llm-d --yes
  cdk8s-llm-d guide 6 --from my-dist/ --timeout 1800
  cdk8s-llm-d guide 5 --yes --json > guide-5.json
`;

/** Adds the command `guide`. */
export function addGuide(program: Command, io: Io, done: (exit: number) => void): void {
  program
    .command('guide')
    .description('Apply a guide, wait until it is ready, and check that it works.')
    .argument('<number>', '1 to 6', guideOf)
    .option('--context <name>', 'context of the kubeconfig')
    .option('--from <folder>', "folder with guides/ and platform/ (the package's own dist/)")
    .option('--timeout <seconds>', 'how long to wait for an object', positive, 600)
    .option('--json', 'print the result as data')
    .option('-y, --yes', 'change the cluster without asking; objects of others are refused all the same')
    .option('--take-over', 'overwrite objects and fields of other managers')
    .helpOption('-h, --help', 'print this')
    .addHelpText('after', HELP)
    .action((number: number, options: Options, command: Command) =>
      interruptible(io, async ({ signal, onChange }) => {
        // Loaded by the commands that need it alone.
        // eslint-disable-next-line @typescript-eslint/no-require-imports
        const library = require('../exercises') as typeof exercises;
        const cluster = await library.Cluster.open(options.context, signal);
        const plan = await library.planGuide(cluster, number, options.from, options.takeOver);
        await agree(
          { changes: changesOf(plan, library.titleOf), where: `${cluster.context} (${plan.server})`, yes: options.yes },
          io,
          command,
        );
        const progress = new GuideProgress(io, options.json === true);
        const { context, timeout } = options;
        const running = library.runGuide(cluster, plan, { context, timeout, signal, onChange, listener: progress });
        const result = await running.finally(() => progress.end());
        io.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : reportGuide(result, wantsColor(io)));
        done(result.passed ? EXIT.ok : EXIT.violations);
      }),
    );
}

function changesOf({ parts, changes }: GuidePlan, titleOf: typeof exercises.titleOf): string[] {
  const applied = parts.flatMap(({ folder, steps, reason }) => {
    const named = steps.filter(({ action }) => action !== 'keep');
    const objects = named.map(({ object, action, reason: owner }) =>
      action === 'take over' ? `take over ${titleOf(object)} of ${owner}` : `${action} ${titleOf(object)}`,
    );
    const what = reason === undefined ? folder.shown : `${folder.shown} (${reason})`;
    return named.length === 0 ? [] : [`apply ${what}:${objects.map((line) => `\n      ${line}`).join('')}`];
  });
  return [...applied, ...changes];
}

function guideOf(text: string): number {
  const found = GUIDES.find((guide) => String(guide) === text);
  if (found === undefined) throw new InvalidArgumentError(`Expected one of ${GUIDES.join(', ')}.`);
  return found;
}
