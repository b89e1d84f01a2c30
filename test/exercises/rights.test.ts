import { readFileSync } from 'node:fs';
import { EXERCISES, type ExerciseName } from '../../lib/exercises';
import { type Right, RIGHTS, rightsOf } from '../../lib/exercises/rights';
import { runCommand } from '../support/command';
import { rightAsked } from '../support/request-rights';
import { SimulatedApiServer } from '../support/simulated-api-server';
import { SimulatedPool } from '../support/simulated-pool';

const NAMES = Object.keys(EXERCISES) as ExerciseName[];

/** The rights that an exercise asked of a simulated API server, without the one that every user has. */
async function asked(name: ExerciseName): Promise<ReadonlySet<string>> {
  const pool = await SimulatedPool.start({ canaryShare: 10 });
  const server = await SimulatedApiServer.start(pool.paths);
  try {
    const args = ['-n', 'llm', '--url', pool.url, '--timeout=1', '--rate=50', '--yes'];
    await runCommand(['exercise', name, ...args], server.kubeconfig);
    return new Set(server.requests.map(rightAsked).filter((right) => right !== 'get /version'));
  } finally {
    await pool.stop();
    await server.stop();
  }
}

function written({ scope, apiGroups = [], resources = [], verbs }: Right): string[] {
  const where = scope === 'pool' ? ' in llm' : '';
  return verbs.flatMap((verb) => resources.map((resource) => `${verb} ${apiGroups[0]}/${resource}${where}`));
}

describe.each(NAMES)('%s, in one namespace', (name) => {
  test('asks for no right that is not written', async () => {
    const known = rightsOf([name], 'pool').flatMap(written);
    const requests = await asked(name);
    expect(requests.size).toBeGreaterThanOrEqual(5);
    expect([...requests].filter((right) => !known.includes(right))).toEqual([]);
  });
});

test('docs/exercises.md lists every right', () => {
  const docs = readFileSync('docs/exercises.md', 'utf8').replace(/ +/g, ' ');
  const everyone = ({ exercises }: Right) => (exercises === undefined ? 'all' : exercises.join(', '));
  const rows = RIGHTS.map((right) => {
    const { scope, verbs, apiGroups = [], resources, nonResourceURLs, purpose, only = '' } = right;
    const group = apiGroups.join('') === '' ? '' : ` (${apiGroups.join('')})`;
    const what = `${verbs.join(', ')} \`${(resources ?? nonResourceURLs)!.join('`, `')}\`${group}`;
    return `| ${[scope, everyone(right), what, purpose, only].join(' | ')} |`.replace(/ +/g, ' ');
  });
  expect(rows.filter((row) => !docs.includes(row)).join('\n')).toBe('');
});
