import { join } from 'node:path';
import { execute, packageFolder } from './installation';

/* The command of the packed package, as npm links it. */

function command(...args: readonly string[]) {
  return execute(join('node_modules', '.bin', 'cdk8s-llm-d'), args, { KUBECONFIG: 'there-is-none' });
}

const DIST = join(packageFolder(), 'dist');

test('it says its version', async () => {
  expect(await command('--version')).toMatchObject({ status: 0, stdout: '0.1.0\n' });
});

test('it validates YAML and prints what is wrong', async () => {
  const { status, stdout } = await command('validate', DIST, join(DIST, 'platform'));
  expect([status, stdout]).toEqual([0, expect.stringContaining('objects')]);
  expect(await command('validate', join(packageFolder(), 'package.json'))).toMatchObject({ status: 1 });
});

test('it draws the graph of a folder', async () => {
  expect(await command('graph', DIST)).toMatchObject({ status: 0, stdout: expect.stringContaining('InferencePool') });
});

test.each([
  ['exercise', 'load-distribution'],
  ['guide', '1'],
])('`%s` reads the kubeconfig', async (...args) => {
  const stderr = expect.stringContaining('error: LLMD-KUBECONFIG at kubeconfig') as string;
  expect(await command(...args)).toMatchObject({ status: 2, stderr });
});
