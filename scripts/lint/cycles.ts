import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { preProcessFile } from 'typescript';
import { Failure, runScript } from '../support/failure';
import { ROOT } from '../support/root';

/*
 * Refuses import cycles in lib/, imports of types included. Between rooms the layers forbid them already (layers.mjs);
 * this is for files of one room.
 */

const LIB = join(ROOT, 'lib');

function main(): void {
  const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(LIB, path));
  const acyclic = new Set<string>();
  files.forEach((file) => visit(file, [], acyclic));
}

function visit(file: string, importers: readonly string[], acyclic: Set<string>): void {
  if (acyclic.has(file)) return;
  const path = [...importers, file];
  if (importers.includes(file)) {
    const cycle = path.slice(path.indexOf(file)).map((part) => relative(ROOT, part));
    throw new Failure(`import cycle:\n  ${cycle.join('\n  -> ')}`);
  }
  imports(file).forEach((imported) => visit(imported, path, acyclic));
  acyclic.add(file);
}

function imports(file: string): string[] {
  return preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => resolve(dirname(file), `${fileName}.ts`))
    .filter((imported) => imported.startsWith(LIB) && existsSync(imported));
}

runScript('cycles', main);
