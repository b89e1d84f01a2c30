import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run';

/** Builds and packs this package into an empty folder. Returns the path of the tarball. */
export function pack(folder: string): string {
  // npm runs `prepare`, which builds.
  run('npm', ['pack', '--pack-destination', folder]);
  return join(
    folder,
    readdirSync(folder).find((file) => file.endsWith('.tgz'))!,
  );
}
