import { join } from 'node:path';
import { packageFolder } from '../package-folder';

/** The path of a file that `npm run import` wrote. */
export function imported(...path: readonly string[]): string {
  return join(packageFolder(), 'imports', ...path);
}
