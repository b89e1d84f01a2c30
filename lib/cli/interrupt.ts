import { LlmdError } from '../errors';
import { EXIT } from './exit';
import type { Io } from './io';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Milliseconds after which another signal ends the process: a terminal may send one twice. */
const SECOND_SIGNAL = 500;

/** How work learns that it must end, and what it must tell. */
export interface Interrupt {
  /** Aborted by the first signal, an error of the output, or an error that nothing has caught. */
  readonly signal: AbortSignal;
  /** To be told the commands that undo everything by hand, before each change and after each undo. */
  readonly onChange: (commands: readonly string[]) => void;
}

/**
 * Runs work that changes a cluster, and ends it early on a signal, when its output cannot be written, and on errors that
 * nothing has caught, so that it can undo its changes. A second signal ends the process, with the commands that are left.
 */
export async function interruptible(io: Io, work: (interrupt: Interrupt) => Promise<void>): Promise<void> {
  const interrupted = new AbortController();
  const { signal } = interrupted;
  let left: readonly string[] = [];
  let since = 0;
  const end = (error: unknown) => signal.aborted || interrupted.abort(error);
  const onSignal = (name: NodeJS.Signals) => {
    if (!signal.aborted) {
      since = performance.now();
      io.stderr.write(`${name}: ${left.length > 0 ? 'undoing the changes' : 'ending'}\n`);
      end(interruptedBy(name));
    } else if (performance.now() - since > SECOND_SIGNAL) {
      io.stderr.write(left.map((command) => `left to run by hand: ${command}\n`).join(''));
      process.exit(EXIT.usage);
    }
  };
  const onOutputError = (error: NodeJS.ErrnoException) => end(outputFailed(error));
  const onChange = (commands: readonly string[]) => {
    const added = commands.filter((command) => !left.includes(command));
    left = commands;
    for (const command of added) io.stderr.write(`to undo by hand, if this is killed: ${command}\n`);
  };
  const remove = [
    ...SIGNALS.map((name) => listen(process, name, onSignal)),
    ...[process.stdout, process.stderr].map((stream) => listen(stream, 'error', onOutputError)),
    ...['uncaughtException', 'unhandledRejection'].map((event) => listen(process, event, end)),
  ];
  try {
    await work({ signal, onChange });
    signal.throwIfAborted();
  } finally {
    remove.forEach((each) => each());
  }
}

/** Adds a listener. Returns what removes it. */
function listen(emitter: NodeJS.EventEmitter, event: string, listener: (first: any) => void): () => void {
  emitter.on(event, listener);
  return () => void emitter.removeListener(event, listener);
}

function interruptedBy(got: NodeJS.Signals): LlmdError {
  const details = { got, expected: 'the end of the work', remedy: 'start again' };
  return new LlmdError('cdk8s-llm-d', { code: 'LLMD-INTERRUPTED', ...details });
}

function outputFailed({ code, message }: NodeJS.ErrnoException): LlmdError {
  return new LlmdError('cdk8s-llm-d', {
    code: 'LLMD-OUTPUT',
    got: code ?? message,
    expected: 'an output that can be written',
    remedy: 'let its reader read to the end, or write to a disk with room',
  });
}
