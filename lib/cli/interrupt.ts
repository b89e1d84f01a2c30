import { LlmdError } from '../errors';
import type { Io } from './io';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Work that a Ctrl-C ends in good order; a second one ends it at once. */
export async function interruptible(io: Io, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interrupted = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => {
    stop();
    io.stderr.write(`${signal}: setting back what was changed\n`);
    const problem = { got: signal, expected: 'the end of the work', remedy: 'start again' };
    interrupted.abort(new LlmdError('cdk8s-llm-d', { code: 'LLMD-INTERRUPTED', ...problem }));
  };
  const stop = () => SIGNALS.forEach((signal) => process.removeListener(signal, interrupt));
  SIGNALS.forEach((signal) => process.on(signal, interrupt));
  try {
    await work(interrupted.signal);
  } finally {
    stop();
  }
}
