import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = 'cdk8s-llm-d';

let known: string | undefined;

/**
 * The folder of this package, with its package.json: the clone, or what is installed. The depth of this file in it is not
 * the same in both, and a package.json further up belongs to another project.
 */
export function packageFolder(): string {
  known ??= search(__dirname);
  return known;
}

function search(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === NAME) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`${__dirname} does not belong to an installed package ${NAME}`);
  return search(parent);
}
