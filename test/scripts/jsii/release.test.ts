import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractRelease, isShallow, lastRelease, mayBreak } from '../../../scripts/jsii/release';

describe('in a repository', () => {
  let folder: string;
  let repository: string;

  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'tag.gpgSign=false'];
    execFileSync('git', [...identity, '-c', 'commit.gpgSign=false', ...args], { cwd: repository, stdio: 'pipe' });
  };
  const commit = (content: string) => {
    writeFileSync(join(repository, 'file'), content);
    git('add', 'file');
    git('commit', '-qm', content);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
    repository = folder;
    git('init', '-q');
    commit('one');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('there is no release before the first tag of a version', () => {
    git('tag', 'version-1');
    commit('two');
    expect(lastRelease(repository)).toBeUndefined();
    expect(isShallow(repository)).toBe(false);
  });

  test('the last release is the newest version before HEAD', () => {
    git('tag', 'v0.9.0');
    commit('two');
    git('tag', 'v0.10.0');
    expect(lastRelease(repository)).toBe('v0.9.0');
    commit('three');
    expect(lastRelease(repository)).toBe('v0.10.0');
  });

  test('a release is extracted as it was', () => {
    git('tag', 'v0.1.0');
    commit('two');
    const extracted = join(folder, 'extracted');
    extractRelease(repository, 'v0.1.0', extracted);
    expect(readFileSync(join(extracted, 'file'), 'utf8')).toBe('one');
  });
});

test.each([
  ['0.2.0', '0.1.0', true],
  ['0.1.1', '0.1.0', false],
  ['0.1.0', '0.1.0', false],
  ['1.0.0', '0.9.3', true],
  ['1.1.0', '1.0.0', false],
  ['2.0.0', '1.9.9', true],
  ['0.0.2', '0.0.1', true],
])('%s after %s may break: %s', (version, earlier, expected) => {
  expect(mayBreak(version, earlier)).toBe(expected);
});
