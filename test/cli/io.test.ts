import { Readable } from 'node:stream';
import { readAll } from '../../lib/cli/io';

test('standard input is read up to a limit', async () => {
  expect(String(await readAll(Readable.from(['ab', 'cd']), 4))).toBe('abcd');
  await expect(readAll(Readable.from(['ab', 'cd']), 3)).rejects.toThrow(
    'LLMD-INPUT-SIZE at standard input: got more than',
  );
});

test('standard input without an end is given up', async () => {
  const endless = (function* () {
    for (;;) yield 'x'.repeat(1000);
  })();
  await expect(readAll(Readable.from(endless), 1e6)).rejects.toThrow('LLMD-INPUT-SIZE');
});
