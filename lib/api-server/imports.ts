import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', 'imports');

/** The path of something that `npm run import` wrote. */
export function imported(...path: readonly string[]): string {
  return join(FOLDER, ...path);
}
