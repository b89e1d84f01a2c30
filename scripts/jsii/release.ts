import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../support/run';

/** The tag of the newest release before HEAD, such as `v0.1.0`, or undefined before the first one. */
export function lastRelease(repository: string): string | undefined {
  const args = ['tag', '--list', 'v[0-9]*', '--merged', 'HEAD', '--no-contains', 'HEAD', '--sort=-version:refname'];
  return run('git', args, { cwd: repository }).split('\n').find(Boolean);
}

/** Whether a clone lacks history, and so perhaps tags. */
export function isShallow(repository: string): boolean {
  return run('git', ['rev-parse', '--is-shallow-repository'], { cwd: repository }).trim() === 'true';
}

/** Writes the files of a release into a new folder. */
export function extractRelease(repository: string, tag: string, folder: string): void {
  mkdirSync(folder);
  const archive = join(folder, 'release.tar');
  run('git', ['archive', '--output', archive, tag], { cwd: repository });
  run('tar', ['-xf', archive, '-C', folder]);
  rmSync(archive);
}

/** Whether a version may break the API of an earlier one: by semver, where its first number that is not 0 differs. */
export function mayBreak(version: string, earlier: string): boolean {
  const [now, then] = [version, earlier].map((text) => text.split(/[.+-]/).map(Number));
  const decisive = then.slice(0, 3).findIndex((part) => part > 0);
  return now.slice(0, decisive + 1).some((part, index) => part !== then[index]);
}
