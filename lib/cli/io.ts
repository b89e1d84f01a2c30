import { printableOutput } from '../text/printable';

/** The streams and variables that a command uses: a subset of `process`. */
export interface Io {
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: { readonly [name: string]: string | undefined };
}

interface Output {
  write(text: string): unknown;
  /** Whether it is a terminal. */
  readonly isTTY?: boolean;
}

/** The same streams, to which no control character of an input is written. */
export function withPrintableOutput({ stdin, stdout, stderr, env }: Io): Io {
  const clean = (output: Output): Output => ({
    write: (text) => output.write(printableOutput(text)),
    isTTY: output.isTTY,
  });
  return { stdin, stdout: clean(stdout), stderr: clean(stderr), env };
}

/** All of standard input. */
export async function readAll(stdin: Io['stdin']): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

/** Whether to print colours: on a terminal, unless the environment says otherwise. See no-color.org, force-color.org. */
export function wantsColor({ stdout, env }: Io): boolean {
  if (env.FORCE_COLOR) return !['0', 'false'].includes(env.FORCE_COLOR);
  return stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
