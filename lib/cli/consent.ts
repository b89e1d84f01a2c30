import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Io } from './io';

/** What a command is about to do to a cluster. */
export interface Plan {
  readonly changes: readonly string[];
  /** Context of the kubeconfig. */
  readonly where: string;
  /** Whether the user has said so already. */
  readonly yes?: boolean;
}

/** Asks whether to go on. Where nobody can be asked the command ends: it must be told on the command line. */
export async function agree({ changes, where, yes = false }: Plan, io: Io, command: Command): Promise<void> {
  if (yes || changes.length === 0) return;
  const plan = `This will, on ${where}:\n${changes.map((change) => `  - ${change}\n`).join('')}`;
  if (!io.stderr.isTTY || !process.stdin.isTTY) {
    command.error(`${plan}error: nobody is there to agree: say --yes to let it`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C and Ctrl-D are answers, too, of which a question alone would never hear.
  const over = new AbortController();
  const end = () => over.abort();
  terminal.once('SIGINT', end).once('close', end);
  const answer = await terminal.question(`${plan}Go on? [y/N] `, { signal: over.signal }).catch(() => '');
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) command.error('nothing was changed');
}
