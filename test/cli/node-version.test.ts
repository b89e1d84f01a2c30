import { readFileSync } from 'node:fs';
import { refusalOf } from '../../lib/cli/node-version';

const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
const [major, minor] = engines.node.replace('>=', '').split('.').map(Number);

test.each([`${major}.${minor}.0`, `${major}.${minor + 1}.0`, `${major + 1}.0.0`, '100.1.2'])(
  '%s is enough',
  (version) => {
    expect(refusalOf(version)).toBe('');
  },
);

test.each([`${major}.${minor - 1}.9`, `${major - 1}.99.0`, '8.17.0'])('%s is too old', (version) => {
  expect(refusalOf(version)).toBe(
    `error: this is Node.js ${version}, and cdk8s-llm-d needs ${major}.${minor} or newer\n`,
  );
});
