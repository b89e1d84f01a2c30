import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { readAnswer } from '../../lib/exercises/read-answer';

async function read(pieces: Iterable<string>, limit: number): Promise<string> {
  let text = '';
  await readAnswer(Readable.from(pieces, { objectMode: false }) as IncomingMessage, limit, (piece) => (text += piece));
  return text;
}

test('an answer as long as the limit is read whole', async () => {
  expect(await read(['ab', 'cé'], 5)).toBe('abcé');
});

test('a longer one breaks off', async () => {
  await expect(read(['ab', 'cé'], 4)).rejects.toThrow(/^more than .* MiB$/);
});

test('an endless one breaks off', async () => {
  const endless = (function* () {
    for (;;) yield 'x'.repeat(1024);
  })();
  await expect(read(endless, 2 ** 20)).rejects.toThrow('more than 1 MiB');
});
