import type { IncomingMessage } from 'node:http';

const MEBIBYTE = 2 ** 20;

/**
 * Reads an answer, and breaks the connection where it is longer than a limit, so that an endless one does not fill the
 * memory.
 *
 * @param limit bytes
 * @param onText called with each piece
 */
export function readAnswer(response: IncomingMessage, limit: number, onText: (text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let size = 0;
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      size += Buffer.byteLength(text);
      if (size <= limit) return onText(text);
      reject(new Error(`more than ${limit / MEBIBYTE} MiB`));
      response.destroy();
    });
    response.on('error', reject);
    response.on('end', () => resolve());
  });
}
