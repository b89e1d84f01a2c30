import { refuse } from '../errors';
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

/** V8's strings are no longer than half a gigabyte. */
const MAX_BYTES = 500e6;

/** All of standard input. Refuses more than `most` bytes without keeping them. */
export async function readAll(stdin: Io['stdin'], most = MAX_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stdin) {
    bytes += Buffer.byteLength(chunk);
    if (bytes > most) {
      refuse('standard input', {
        code: 'LLMD-INPUT-SIZE',
        got: `more than ${Math.round(most / 1e6)} MB`,
        expected: 'what can be read at once',
        remedy: 'split it',
      });
    }
    chunks.push(Buffer.from(chunk as Buffer));
  }
  return Buffer.concat(chunks);
}

/** Whether to print colours: on a terminal, unless the environment says otherwise. See no-color.org, force-color.org. */
export function wantsColor({ stdout, env }: Io): boolean {
  if (env.FORCE_COLOR) return !['0', 'false'].includes(env.FORCE_COLOR);
  return stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
