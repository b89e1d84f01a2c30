import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_RULES } from '../../../lib/validation/validate';
import { RULES } from '../../../lib/validation/rules';
import { EXAMPLES } from '../../../lib/validation/rules/examples';
import { stack } from '../../../lib/validation/rules/example-objects';
import { check, readText } from '../../../lib/validation';
import { testExamples } from '../../support/examples';

/** Rules without an example, and why. */
const WITHOUT_EXAMPLE: Readonly<Record<string, string>> = {
  'LLMD-FILE': 'is about files, not about what is in them',
  'LLMD-EMPTY': 'is about a text without objects',
  'LLMD-YAML-SIZE': 'would need an example of 3 MiB',
  'LLMD-NOT-CHECKED': 'is about a mistake of the validator, not about YAML',
  'LLMD-ACKNOWLEDGEMENT-UNUSED': 'is about an option of the validator, not about YAML',
};

const CODES = ALL_RULES.map(({ code }) => code);
const EXAMPLE_CODES = Object.keys(EXAMPLES);

test('every rule has an example, or a reason for having none', () => {
  expect([...EXAMPLE_CODES, ...Object.keys(WITHOUT_EXAMPLE)].sort()).toEqual([...CODES].sort());
});

// A file for each area, so that `npm run test:mutation` runs few tests for a changed rule.
test('each area of rules over whole sets tests its examples', () => {
  const areas = readdirSync('lib/validation/rules', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const untested = areas.filter(({ name }) => {
    const tests = ['examples.test.ts', 'index.test.ts'].map((file) => join(__dirname, name, file));
    return !tests.some((path) => existsSync(path) && readFileSync(path, 'utf8').includes('testExamples('));
  });
  expect(untested).toEqual([]);
});

describe('examples of one text or one object', () => {
  const ofSets = new Set(RULES.map(({ code }) => code));
  testExamples(
    ALL_RULES.filter(({ code }) => code in EXAMPLES && !ofSets.has(code)),
    EXAMPLES,
  );
});

test('the complete stack has no diagnostic', () => expect(check(readText(stack()), { closed: true })).toEqual([]));

test('every code has one rule', () => expect(CODES).toEqual([...new Set(CODES)]));

test('every rule says what must hold and why', () => {
  expect(ALL_RULES.filter(({ title, why }) => title === '' || why === '')).toEqual([]);
});
