import { Command, CommanderError } from 'commander';
import { LlmdError } from '../errors';
import { EXIT } from './exit';
import { addExercise } from './exercise';
import { addGraph } from './graph';
import { addGuide } from './guide';
import { type Io, withPrintableOutput } from './io';
import { printable, withoutUserInfo } from '../text/printable';
import { addValidate } from './validate';
import { version } from './version';

/** Runs a command line and returns its exit code. */
export async function run(argv: readonly string[], outer: Io): Promise<number> {
  const io = withPrintableOutput(outer);
  let code = EXIT.ok;
  const program = new Command('cdk8s-llm-d')
    .description('llm-d on Kubernetes: validates YAML before it is applied, and checks stacks that run.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // It names arguments, which may come from elsewhere. A proposal stands on a line of its own.
      outputError: (text, write) =>
        write(
          `${text
            .trimEnd()
            .split(/\n(?=\(Did you mean )/)
            .map(printable)
            .join('\n')}\n`,
        ),
    });
  for (const add of [addValidate, addGraph, addExercise, addGuide]) add(program, io, (exit) => (code = exit));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
    errors.forEach((one) =>
      io.stderr.write(
        LlmdError.isLlmdError(one) ? `error: ${withoutUserInfo(printable(one.message))}\n` : bug(one, io),
      ),
    );
    return EXIT.usage;
  }
}

function bug(error: unknown, { env }: Io): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const details = env.DEBUG ? stack : 'Set DEBUG=1 to see where it happened.';
  return `This is a bug in cdk8s-llm-d, not in what it was given: ${message}\n${details}\n`;
}
