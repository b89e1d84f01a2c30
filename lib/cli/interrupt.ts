import { LlmdError } from '../errors';
import type { Io } from './io';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs work that the first Ctrl-C aborts, so that it can undo its changes; a second Ctrl-C ends the process. */
export async function interruptible(io: Io, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interrupted = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => {
    stop();
    io.stderr.write(`${signal}: undoing the changes\n`);
    const details = { got: signal, expected: 'the end of the work', remedy: 'start again' };
    interrupted.abort(new LlmdError('cdk8s-llm-d', { code: 'LLMD-INTERRUPTED', ...details }));
  };
  const stop = () => SIGNALS.forEach((signal) => process.removeListener(signal, interrupt));
  SIGNALS.forEach((signal) => process.on(signal, interrupt));
  try {
    await work(interrupted.signal);
  } finally {
    stop();
  }
}
