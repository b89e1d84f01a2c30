/** What a command reads and writes. `process` is one. */
export interface Io {
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: { readonly [name: string]: string | undefined };
}

interface Output {
  write(text: string): unknown;
  /** Whether somebody looks at it. */
  readonly isTTY?: boolean;
}

/** All that comes in by a pipe. */
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
