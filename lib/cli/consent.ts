import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Io } from './io';

/** The changes that a command is about to make to a cluster. */
export interface Plan {
  readonly changes: readonly string[];
  /** Context of the kubeconfig. */
  readonly where: string;
  /** Whether the user has agreed on the command line. */
  readonly yes?: boolean;
}

/** Asks whether to go on. Without a terminal the command ends: `--yes` must be on the command line. */
export async function agree({ changes, where, yes = false }: Plan, io: Io, command: Command): Promise<void> {
  if (yes || changes.length === 0) return;
  const plan = `This will, on ${where}:\n${changes.map((change) => `  - ${change}\n`).join('')}`;
  if (!io.stderr.isTTY || !process.stdin.isTTY) {
    io.stderr.write(plan);
    command.error('error: without a terminal there is no one to ask: add --yes to allow it');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C and Ctrl-D end the question; readline alone would wait for ever.
  const over = new AbortController();
  const end = () => over.abort();
  terminal.once('SIGINT', end).once('close', end);
  const answer = await terminal.question(`${plan}Go on? [y/N] `, { signal: over.signal }).catch(() => '');
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) command.error('nothing was changed');
}
