import fc from 'fast-check';
import { stringify } from 'yaml';
import { checkConfig } from '../../lib/endpoint-picker-config/check-config';
import { type ConfigViolation, REFUSALS } from '../../lib/endpoint-picker-config/violation';
import type { ReleaseData } from '../../lib/catalogue/endpoint-picker/release-data';
import { RELEASES_BY_AGE } from '../../lib/catalogue/endpoint-picker/releases';
import { basesOf } from './endpoint-picker-config/bases';
import { Binary } from './endpoint-picker-config/binary';
import { type Case, mutatedConfigs } from './endpoint-picker-config/cases';

/*
 * Asks the real endpoint pickers whether they start with a configuration, and compares. The programs are those of the
 * releases' images: E2E_EPP_GAIE_V1_4_0 and E2E_EPP_GAIE_V1_5_0 are their paths. E2E_EPP_CONFIG_CASES says how many
 * mutated configurations each is asked about, E2E_EPP_CONFIG_SEED which.
 */

const COUNT = Number(process.env.E2E_EPP_CONFIG_CASES ?? 400);
const SEED = Number(process.env.E2E_EPP_CONFIG_SEED ?? 1);
const IN_PARALLEL = 2;

const variableOf = ({ id }: ReleaseData) => `E2E_EPP_${id.replace(/\W/g, '_').toUpperCase()}`;
const releases = RELEASES_BY_AGE.filter(({ confirmed }) => confirmed === 'run');

describe.each(releases.map((release) => [release.id, release] as const))('%s', (id, release) => {
  let binary: Binary;

  beforeAll(async () => {
    const path = process.env[variableOf(release)];
    if (path === undefined) throw new Error(`${variableOf(release)} must be the path of the endpoint picker ${id}`);
    binary = await Binary.at(path);
  });
  afterAll(() => binary?.close());

  test('starts with every configuration that the mutated ones are made from', async () => {
    const cases = basesOf(release).map((config) => ({ text: stringify(config), mutations: [] }));
    const { verdicts, differences } = await compare(binary, release, cases);
    expect(verdicts.filter(({ starts }) => !starts)).toEqual([]);
    expect(differences).toEqual([]);
  });

  test(`agrees about ${COUNT} mutated configurations of seed ${SEED} in 99 %`, async () => {
    const cases = fc.sample(mutatedConfigs(release), { seed: SEED, numRuns: COUNT });
    const { verdicts, differences, seconds } = await compare(binary, release, cases);
    const starting = verdicts.filter(({ starts }) => starts).length;
    console.info(
      [
        `${id}: ${starting} of ${COUNT} configurations start, ${COUNT - starting} do not;`,
        `${differences.length} verdicts differ; ${seconds.toFixed(0)} s`,
        ...differences,
      ].join('\n'),
    );
    // The cases must contain both accepted and refused configurations.
    expect(Math.min(starting, COUNT - starting)).toBeGreaterThan(COUNT / 20);
    expect(differences.length).toBeLessThanOrEqual(COUNT / 100);
  });
});

async function compare(binary: Binary, { id }: ReleaseData, cases: readonly Case[]) {
  const began = performance.now();
  const verdicts = await inParallel(cases, ({ text }) => binary.ask(text));
  const differences = cases.flatMap(({ text, mutations }, index) => {
    const refusals = checkConfig(text, { release: id }).filter(isRefusal);
    const { starts, reason } = verdicts[index];
    if (starts === (refusals.length === 0)) return [];
    const messages = starts
      ? refusals.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`)
      : [reason];
    return [
      [
        `${starts ? 'it starts, we refuse' : 'it refuses, we do not'} (${mutations.join(', ')})`,
        ...messages,
        text,
      ].join('\n'),
    ];
  });
  return { verdicts, differences, seconds: (performance.now() - began) / 1000 };
}

function isRefusal({ code }: ConfigViolation): boolean {
  return (REFUSALS as readonly string[]).includes(code);
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const work = async () => {
    for (const [index, item] of left) results[index] = await ask(item);
  };
  await Promise.all(Array.from({ length: IN_PARALLEL }, work));
  return results;
}
