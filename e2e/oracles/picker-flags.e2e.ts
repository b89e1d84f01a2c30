import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { RELEASES_BY_AGE } from '../../lib/catalogue/endpoint-picker/releases';
import { ResourceSet } from '../../lib/validation/resource-set';
import { EPP_CONFIG_FILE } from '../../lib/validation/rules/endpoint-picker/config-file';
import { EPP_FATAL } from '../../lib/validation/rules/endpoint-picker/fatal';
import { EPP_FLAG } from '../../lib/validation/rules/endpoint-picker/flag';
import { EPP_MODE } from '../../lib/validation/rules/endpoint-picker/mode';
import { EPP_VALUE } from '../../lib/validation/rules/endpoint-picker/value';
import { checkStructure } from '../../lib/api-server/check-object';
import { BASES, mutatedFlags } from './picker-flags/mutations';

/*
 * Asks the real endpoint pickers whether they take a command line, and compares. E2E_EPP_GAIE_V1_4_0 and
 * E2E_EPP_GAIE_V1_5_0 are their paths. E2E_EPP_FLAGS_CASES says how many mutated lines each is asked about,
 * E2E_EPP_FLAGS_SEED which.
 */

const COUNT = Number(process.env.E2E_EPP_FLAGS_CASES ?? 300);
const SEED = Number(process.env.E2E_EPP_FLAGS_SEED ?? 1);
const RULES = [EPP_FLAG, EPP_VALUE, EPP_FATAL, EPP_MODE, EPP_CONFIG_FILE];

/** Violations that pickers do not report while they parse flags; they fail later. */
const LATER = [/cannot work without an InferencePool/, /expected a port from 1 to 65535/, /^--pool-group is /];

const releases = RELEASES_BY_AGE.filter(({ confirmed }) => confirmed === 'run');
const pathOf = (id: string) => process.env[`E2E_EPP_${id.replace(/\W/g, '_').toUpperCase()}`];

describe.each(releases.map(({ id }) => id))('%s', (id) => {
  test('takes every command line that the mutated ones are made from', () => {
    expect(BASES.filter((args) => !takes(id, args))).toEqual([]);
    expect(BASES.flatMap((args) => refusals(id, args))).toEqual([]);
  });

  test(`agrees about ${COUNT} mutated command lines of seed ${SEED} in 99 %`, () => {
    const lines = fc.sample(mutatedFlags(), { seed: SEED, numRuns: COUNT });
    const taken = lines.map((args) => takes(id, args));
    const differing = lines.flatMap((args, index) => {
      const refused = refusals(id, args);
      if (taken[index] === (refused.length === 0)) return [];
      return [[`${taken[index] ? 'it takes' : 'it refuses'} ${JSON.stringify(args)}`, ...refused].join('\n')];
    });
    const all = taken.filter(Boolean).length;
    console.info(
      [`${id} takes ${all} of ${COUNT} lines; ${differing.length} verdicts differ`, ...differing].join('\n'),
    );
    // The cases must contain both accepted and refused command lines.
    expect(Math.min(all, COUNT - all)).toBeGreaterThan(COUNT / 10);
    expect(differing.length).toBeLessThanOrEqual(COUNT / 100);
  });
});

/** Runs with a kubeconfig that does not exist, so that it ends as soon as it has checked its flags. */
function takes(id: string, args: readonly string[]): boolean {
  const path = pathOf(id);
  if (path === undefined) throw new Error(`E2E_EPP_${id.replace(/\W/g, '_').toUpperCase()} must be the path of ${id}`);
  const env = { KUBECONFIG: '/does/not/exist', HOME: '/does/not/exist' };
  const { stdout, stderr } = spawnSync(path, args, { encoding: 'utf8', env, timeout: 30_000 });
  return `${stdout}${stderr}`.includes('Flags processed');
}

function refusals(id: string, args: readonly string[]): string[] {
  const containers = [{ name: 'epp', image: 'example.com/epp', args }];
  const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'epp' }, spec: { containers } };
  const set = new ResourceSet([checkStructure({ object }).resource!], { release: id });
  return RULES.flatMap((rule) => [...rule.check(set)].map(({ message }) => message)).filter(
    (message) => !LATER.some((pattern) => pattern.test(message)),
  );
}
