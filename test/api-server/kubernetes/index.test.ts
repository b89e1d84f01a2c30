import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkKubernetes, KUBERNETES_RULES } from '../../../lib/api-server/kubernetes';
import { KUBERNETES_SOURCE } from '../../../scripts/import/sources';
import { validObjects } from './objects';

const FOLDER = join(__dirname, '..', '..', '..', 'lib', 'api-server', 'kubernetes');

/** Files that are not ports of a function of Kubernetes. */
const OWN = ['checks.ts', 'examples.ts', 'field.ts', 'index.ts', 'pod/examples.ts', 'pod/pod-spec-rule.ts'];

const PORTED = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !OWN.includes(file),
);

test.each(PORTED)('%s begins with the functions of Kubernetes that it follows', (file) => {
  const source = readFileSync(join(FOLDER, file), 'utf8');
  const [, module, version] = /^\/\*\n \* Source: k8s\.io\/(\w+) (v\S+) \S+\.go: \w+/.exec(source) ?? [];
  const expected = KUBERNETES_SOURCE.version.replace(/^v1/, module === 'kubernetes' ? 'v1' : 'v0');
  expect(version).toBe(expected);
});

test('valid objects of all kinds have no violation', () => {
  const violations = validObjects().flatMap(({ apiVersion, kind, ...object }) => {
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    return checkKubernetes({ group, kind, object: { apiVersion, kind, ...object } });
  });
  expect(violations).toEqual([]);
});

test('a kind without checks beyond its schema has no violation', () => {
  const object = { schedule: 'never', jobTemplate: {} };
  expect(checkKubernetes({ group: 'batch', kind: 'CronJob', object })).toEqual([]);
});

test('each rule has a code of its own', () => {
  const codes = KUBERNETES_RULES.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)]);
});
