import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../../scripts/support/pack';
import { ROOT } from '../../scripts/support/root';
import { run } from '../../scripts/support/run';
import type { Installation } from './installation';
import { sizeOf } from './size';

interface Manifest {
  readonly peerDependencies: { readonly [name: string]: string };
  readonly devDependencies: { readonly [name: string]: string };
}

/** Packs this package and installs it beside its peers in a project of its own, of which the tests learn by variables. */
export default function install(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-package-'));
  const tarball = pack(scratch);
  const project = join(scratch, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  const { peerDependencies, devDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Manifest;
  npmInstall(
    project,
    Object.keys(peerDependencies).map((peer) => `${peer}@${devDependencies[peer]}`),
  );
  const peers = sizeOf(join(project, 'node_modules'));
  npmInstall(project, [tarball]);
  const added = sizeOf(join(project, 'node_modules')) - peers;
  process.env.PACKAGE_INSTALLATION = JSON.stringify({ scratch, tarball, project, added } satisfies Installation);
}

function npmInstall(cwd: string, packages: readonly string[]): void {
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd });
}
