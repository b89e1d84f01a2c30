import { spawnSync } from 'node:child_process';

/** Runs the command in a process whose version of Node is said to be another one. */
function runAs(version: string) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: ${JSON.stringify(version)} })`;
  const imports = ['tsx', `data:text/javascript,${encodeURIComponent(pretend)}`].flatMap((file) => ['--import', file]);
  return spawnSync(process.execPath, [...imports, 'lib/cli/bin.ts', '--version'], { encoding: 'utf8' });
}

test('with a version of Node that is too old it says so, and loads nothing', () => {
  const { status, stdout, stderr } = runAs('18.20.0');
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'error: this is Node.js 18.20.0, and cdk8s-llm-d needs 20.19 or newer\n',
  });
});

test('else it runs the command', () => {
  const { status, stdout } = runAs(process.versions.node);
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});
