import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from './package/bundle';
import { writeDeclarations } from './package/declarations';
import { MANIFEST } from './package/entries';
import { runScript } from './support/failure';
import { ROOT } from './support/root';

/* Compiles lib/ into build/, the folder that is packed: JavaScript by esbuild, declarations by the compiler. */

async function build(): Promise<void> {
  rmSync(join(ROOT, 'build'), { recursive: true, force: true });
  const { files } = await bundle();
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  writeDeclarations();
  // npm does this when it installs a package, but not in a clone.
  Object.values(MANIFEST.bin).forEach((command) => chmodSync(join(ROOT, command), 0o755));
}

runScript('build', build);
