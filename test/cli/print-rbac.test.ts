import { parseAllDocuments } from 'yaml';
import type { ExerciseName } from '../../lib/exercises';
import { RIGHTS } from '../../lib/exercises/rights';
import { rbacOf } from '../../lib/cli/print-rbac';
import { permissions } from '../support/permissions';
import { runCommand } from '../support/command';

const roles = (text: string): any[] => parseAllDocuments(text).map((document) => document.toJS());

async function printed(...args: readonly string[]): Promise<any[]> {
  const { code, stdout, stderr } = await runCommand(['exercise', ...args, '--print-rbac'], '/nowhere');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return roles(stdout);
}

test('a Role for the pool and a ClusterRole, without a cluster', async () => {
  const metadata = { name: 'cdk8s-llm-d-exercise' };
  expect(await printed('all', '-n', 'llm')).toMatchObject([
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { ...metadata, namespace: 'llm' } },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata },
  ]);
});

test('without a namespace, kubectl decides', async () => {
  expect((await printed('all')).map(({ metadata }) => metadata.namespace)).toEqual([undefined, undefined]);
});

test('a Role more for a Gateway elsewhere', async () => {
  const found = await printed('observability', '-n', 'llm', '--gateway-namespace', 'infra');
  expect(found.map(({ kind, metadata }) => `${kind} ${metadata.namespace}`)).toEqual([
    'Role llm',
    'Role infra',
    'ClusterRole undefined',
  ]);
});

test('all exercises have every right but those of a Gateway elsewhere', () => {
  const names: ExerciseName[] = ['fault-tolerance', 'load-distribution', 'model-aliasing', 'observability'];
  const rules = roles(rbacOf(names, { pool: 'llm' })).flatMap((role) => role.rules);
  expect(rules).toHaveLength(RIGHTS.filter(({ scope }) => scope !== 'gateway').length);
});

test('an exercise that changes nothing may change no workload', () => {
  const [role] = roles(rbacOf(['model-aliasing'], { pool: 'llm' }));
  expect(permissions(role).filter((right) => /: (patch|delete|update)$/.test(right))).toEqual([
    '/serviceaccounts: delete',
  ]);
});

test('each role says how it is bound', () => {
  const text = rbacOf(['model-aliasing'], { pool: 'llm' });
  expect(text.match(/^# kubectl .*/gm)).toEqual([
    '# kubectl create rolebinding cdk8s-llm-d-exercise -n llm --role=cdk8s-llm-d-exercise --user=USER',
    '# kubectl create clusterrolebinding cdk8s-llm-d-exercise --clusterrole=cdk8s-llm-d-exercise --user=USER',
  ]);
});
