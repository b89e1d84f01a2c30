import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { preProcessFile } from 'typescript';
import { Failure } from '../support/failure';
import { ROOT } from '../support/root';
import { run } from '../support/run';
import { entryPoints } from './entries';

/*
 * Makes the type declarations of the package. The compiler also writes declarations of internal modules, above
 * all of the generated imports/, six times the size of the rest. Those that no entry point reaches are removed again.
 */

const BUILD = join(ROOT, 'build');

export function writeDeclarations(): void {
  run('tsc', ['-p', 'tsconfig.build.json', '--emitDeclarationOnly']);
  const reached = new Set<string>();
  entryPoints('.d.ts').forEach((file) => follow(file, 'package.json', reached));
  for (const entry of readdirSync(BUILD, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
  }
}

/** Adds a file and all that it imports from this package. */
function follow(file: string, importer: string, reached: Set<string>): void {
  if (reached.has(file)) return;
  if (!existsSync(file)) {
    throw new Failure(`${importer} leads to ${relative(ROOT, file)}, which does not exist`);
  }
  if (file.startsWith(join(BUILD, 'imports'))) {
    throw new Failure(
      `${importer} would make ${relative(ROOT, file)} a part of the package. ` +
        'Mark what mentions the generated types with @internal, or move what is public to a file of its own.',
    );
  }
  reached.add(file);
  for (const { fileName } of preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
    if (!fileName.startsWith('.')) continue;
    const target = resolve(dirname(file), fileName);
    const candidates = [`${target}.d.ts`, join(target, 'index.d.ts')];
    follow(candidates.find((candidate) => existsSync(candidate)) ?? candidates[0], relative(ROOT, file), reached);
  }
}
