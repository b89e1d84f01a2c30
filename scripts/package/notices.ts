import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Metafile } from 'esbuild';
import { Failure } from '../support/failure';
import { ROOT } from '../support/root';
import { LICENCE_TEXTS } from './licence-texts';

interface Package {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author: string;
  /** Its files that are, in part or as a whole, in the bundle. */
  readonly files: readonly string[];
}

/** The part of a package.json that is read. */
interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: unknown;
  readonly author?: string | { readonly name?: string };
}

const HEAD = `Third-party notices

The JavaScript in build/ contains parts of the packages below. Each section holds the licence of a package, and its
notice and the copyright notices of its files where it has any.`;

const RULE = '-'.repeat(80);

/** The text of THIRD-PARTY-NOTICES: the licences of all packages that a bundle contains. */
export function noticesOf({ outputs }: Metafile): string {
  const folders = new Map<string, string[]>();
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    if (folder !== undefined && bytesInOutput > 0) folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  // Two copies of one version share a section.
  const sections = new Map([...folders].map(([folder, files]) => section(packageAt(folder, files))));
  const sorted = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, text]) => `${title}\n\n${text}`);
  return `${[HEAD, ...sorted].join(`\n\n${RULE}\n\n`)}\n`;
}

function packageAt(folder: string, files: readonly string[]): Package {
  const manifest = JSON.parse(textOf(join(folder, 'package.json'))) as Manifest;
  const { name, version, license, author } = manifest;
  if (!name || !version || typeof license !== 'string') {
    throw new Failure(`${folder}/package.json lacks a name, a version or a license`);
  }
  return {
    folder,
    name,
    version,
    license,
    author: typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`),
    files,
  };
}

function section({ folder, name, version, license, author, files }: Package): [title: string, text: string] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(join(folder, 'node_modules')))
    .map((entry) => relative(join(ROOT, folder), join(entry.parentPath, entry.name)))
    .sort();
  const licences = names
    .filter((file) => /^(licen[cs]e|copying)/i.test(file))
    .map((file) => textOf(join(folder, file)));
  const notices = names.filter((file) => /^notice/i.test(file)).map((file) => textOf(join(folder, file)));
  const headers = [...new Set(files.map(copyrightOf))].filter((header) => header !== '').sort();
  if (licences.length === 0) {
    const text = LICENCE_TEXTS[license];
    if (!text) throw new Failure(`${folder} has no file with its licence, ${license}: add it to licence-texts.ts`);
    licences.push(text(author));
  }
  return [`${name} ${version} (${license})`, [...licences, ...notices, ...headers].join('\n\n')];
}

/** The comment with a copyright notice that a source file begins with; empty where there is none. */
function copyrightOf(path: string): string {
  const comments = /^(?:\s*(?:\/\*[^]*?\*\/|\/\/.*))*/.exec(textOf(path))![0];
  const lines = comments
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\/\/|\/\*+|\*+\/|\*)|\*+\/\s*$/g, '').trimEnd());
  return /copyright (?:\(c\)|\d)/i.test(comments) ? lines.join('\n').trim() : '';
}

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n').trim();
}
