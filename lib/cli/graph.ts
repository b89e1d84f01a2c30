import { type Command, Option } from 'commander';
import { isUnreadable, reportText } from '../validation';
import type * as graphs from '../validation/graph';
import { EXIT } from './exit';
import { readInput, withPaths } from './input';
import type { Io } from './io';
import { ProgressBar } from './progress';

const FORMATS = ['mermaid', 'dot'] as const;

interface Options {
  readonly format: (typeof FORMATS)[number];
  readonly recursive?: boolean;
}

const HELP = `
Exit codes:
  0  the graph is printed, even where objects are missing
  2  wrong usage, or something could not be read

Examples:
  cdk8s-llm-d graph dist/
  cdk8s-llm-d graph dist/ --format dot | dot -Tsvg > graph.svg
`;

/** Adds the command `graph`. */
export function addGraph(program: Command, io: Io, done: (exit: number) => void): void {
  withPaths(program.command('graph'))
    .description('Draw the objects and their references. Missing objects are marked.')
    .addOption(new Option('--format <format>', 'how to draw').choices(FORMATS).default('mermaid'))
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: Options, command: Command) => {
      const progress = new ProgressBar(io);
      const { inputs, diagnostics } = await readInput(paths, options, io, command, progress);
      progress.end();
      const unread = diagnostics.filter((diagnostic) => diagnostic.severity === 'error' && isUnreadable(diagnostic));
      if (unread.length > 0) io.stderr.write(reportText(unread, { objects: inputs.length }));
      // Loaded by the commands that need it alone.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { graph, ...formats } = require('../validation/graph') as typeof graphs;
      io.stdout.write(formats[options.format](graph(inputs)));
      done(unread.length > 0 ? EXIT.usage : EXIT.ok);
    });
}
