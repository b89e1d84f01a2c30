import { join } from 'node:path';
import { packageFolder } from '../package-folder';

/** The path of something that `npm run import` wrote. */
export function imported(...path: readonly string[]): string {
  return join(packageFolder(), 'imports', ...path);
}
