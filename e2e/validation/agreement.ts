import { Release } from '../../lib';
import { defineKinds } from '../support/definitions';
import { requireEnvoyGateway } from '../support/envoy-gateway';
import { ownNamespace } from '../support/namespace';
import { Oracle } from '../support/oracle';
import { ServerSchemas } from '../support/oracle-schemas';
import { compare, type Comparison, refusals } from './comparison';
import { type Mutant, mutants } from './mutations';
import { progress } from './progress';
import { percent, report } from './report';
import { subjects } from './subjects';

/** The permitted share of disagreements, in percent: of what we accept, and of what the server accepts. */
const MOST = 0.5;

/**
 * Kinds of which validation checks the schema only (docs/validation-differences.md). What the project emits of them is
 * compared; mutants of them are not.
 */
const SCHEMA_ONLY: ReadonlySet<string> = new Set(['CustomResourceDefinition']);

/** Compares the API server and validation on the objects that the project emits, and on mutants of them. */
export function describeAgreement({ count, seed }: { readonly count: number; readonly seed: number }): void {
  describe(`validation and the API server agree on ${count} mutants, seed ${seed}`, () => {
    const namespace = ownNamespace('validation');
    let oracle: Oracle;
    let originals: Mutant[];

    const ask = async (list: readonly Mutant[]): Promise<Comparison[]> => {
      const objects = list.map(({ object }) => object);
      const verdicts = await oracle.ask(objects, progress(objects.length));
      return list.map((mutant, index) => compare(mutant, refusals(mutant.object), verdicts[index]));
    };

    test('the cluster knows all kinds', async () => {
      for (const release of Release.all()) await defineKinds(release);
      await requireEnvoyGateway();
      oracle = await Oracle.connect();
      originals = subjects(namespace).map((object) => ({ object, mutations: [] }));
    });

    afterAll(() => oracle?.close());

    test('both accept what the project emits, and objects that are usual beside it', async () => {
      const comparisons = await ask(originals);
      expect(comparisons.filter(({ outcome }) => outcome !== 'both accept')).toEqual([]);
    });

    test('the server accepts what we accept, and we accept what it accepts', async () => {
      const objects = originals.map(({ object }) => object).filter(({ kind }) => !SCHEMA_ONLY.has(kind));
      const schemas = await ServerSchemas.of(oracle, objects);
      const comparisons = await ask(mutants(objects, schemas, count, seed));
      process.stderr.write(`\n${report(comparisons)}\n`);
      expect(percent(comparisons, 'only we accept', 'both accept')).toBeLessThanOrEqual(MOST);
      expect(percent(comparisons, 'only the server accepts', 'both accept')).toBeLessThanOrEqual(MOST);
      expect(comparisons.filter((one) => one.outcome === 'only we accept' && one.difference === undefined)).toEqual([]);
      // Both answers must be frequent, or the comparison shows little.
      expect(percent(comparisons, 'both accept', 'both refuse')).toBeGreaterThan(20);
      expect(percent(comparisons, 'both refuse', 'both accept')).toBeGreaterThan(20);
      expect(percent(comparisons, 'not judged', 'both accept', 'both refuse')).toBeLessThan(1);
    });
  });
}

/** A number from the environment. */
export function fromEnvironment(variable: string, otherwise: number): number {
  const number = Number(process.env[variable] ?? otherwise);
  if (!Number.isInteger(number)) throw new Error(`${variable} is ${process.env[variable]}, expected a whole number`);
  return number;
}
