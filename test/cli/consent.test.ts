import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { agree } from '../../lib/cli/consent';

/** Answers the question on a terminal with this input. */
async function answered(type: (keyboard: PassThrough) => void): Promise<void> {
  const keyboard = Object.assign(new PassThrough(), { isTTY: true });
  const [stdin, stderr] = [process.stdin, process.stderr];
  Object.defineProperty(process, 'stdin', { value: keyboard, configurable: true });
  Object.defineProperty(process, 'stderr', { value: new PassThrough().resume(), configurable: true });
  try {
    const io = { stderr: { write: () => undefined, isTTY: true } } as unknown as Parameters<typeof agree>[1];
    const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    const asked = agree({ changes: ['scale'], where: 'kind' }, io, command);
    type(keyboard);
    await asked;
  } finally {
    Object.defineProperty(process, 'stdin', { value: stdin, configurable: true });
    Object.defineProperty(process, 'stderr', { value: stderr, configurable: true });
  }
}

test.each(['y\n', 'Yes\n'])('%j is a yes', async (text) => {
  await expect(answered((keyboard) => keyboard.write(text))).resolves.toBeUndefined();
});

test.each(['n\n', '\n', 'yesterday\n'])('%j is a no', async (text) => {
  await expect(answered((keyboard) => keyboard.write(text))).rejects.toThrow('nothing was changed');
});

test('a terminal that is closed is a no', async () => {
  await expect(answered((keyboard) => keyboard.end())).rejects.toThrow('nothing was changed');
});
