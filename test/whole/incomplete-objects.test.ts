import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { graphOf } from '../../lib/validation/graph/graph';
import { FILE_KINDS } from '../../lib/validation/file-kinds';
import { ResourceSet } from '../../lib/validation/resource-set';
import { RULES } from '../../lib/validation/rules';
import { EXAMPLES } from '../../lib/validation/rules/examples';
import { checkStructure } from '../../lib/api-server/check-object';
import { parseObjects } from '../support/objects';

const YAML = [
  readFileSync('dist/llm-d.k8s.yaml', 'utf8'),
  ...RULES.flatMap(({ code }) => [EXAMPLES[code].failing, EXAMPLES[code].passing]),
];
const STACKS = YAML.map((yaml) => parseObjects(yaml));

/** Deletes the field that the numbers choose: each number goes one level down, and the last one deletes. */
function without(value: any, steps: readonly number[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [step, ...rest] = steps;
  const keys = Object.keys(value);
  if (step === undefined || keys.length === 0) return value;
  const key = keys[step % keys.length];
  if (rest.length > 0) {
    const changed = without(value[key], rest);
    return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
  }
  return Array.isArray(value)
    ? value.toSpliced(Number(key), 1)
    : Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

test('no rule fails on objects that lack something, or reports a path that does not exist', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...STACKS),
      fc.array(fc.array(fc.nat(30), { minLength: 2, maxLength: 9 }), { minLength: 1, maxLength: 12 }),
      (objects, deletions) => {
        const incomplete = deletions.reduce<unknown>((list, steps) => without(list, steps), objects);
        const resources = (incomplete as object[]).flatMap(
          (object) => checkStructure({ object }, { files: FILE_KINDS }).resource ?? [],
        );
        const set = new ResourceSet(resources);
        for (const rule of RULES) {
          const texts = [...rule.check(set)].flatMap(({ message, remedy }) => [message, remedy]);
          expect(texts.filter((text) => /\bundefined\b|^ | {2}| $/.test(text))).toEqual([]);
        }
        expect(() => graphOf(set)).not.toThrow();
      },
    ),
    { numRuns: 120, seed: 1 },
  ));
