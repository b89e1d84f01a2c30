import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/root';

type Exports = string | { readonly [condition: string]: Exports };

/** The part of package.json that the build reads. */
export interface Manifest {
  readonly exports: Exports;
  readonly bin: { readonly [command: string]: string };
  readonly dependencies: { readonly [name: string]: string };
  readonly peerDependencies: { readonly [name: string]: string };
}

export const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

/** The files of build/ that package.json's `exports` and `bin` name and that end in `extension`. */
export function entryPoints(extension: '.js' | '.d.ts'): string[] {
  const files = [MANIFEST.exports, MANIFEST.bin].flatMap(targets);
  return [...new Set(files)].filter((file) => file.endsWith(extension)).map((file) => join(ROOT, file));
}

function targets(exports: Exports): string[] {
  return typeof exports === 'string' ? [exports] : Object.values(exports).flatMap(targets);
}
