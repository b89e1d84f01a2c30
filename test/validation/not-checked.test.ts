import { check, readText } from '../../lib/validation';
import { RULES } from '../../lib/validation/rules';

const UNKNOWN = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ncolor: red\n';

afterEach(() => jest.restoreAllMocks());

test('a rule that throws is one diagnostic, and all others are checked', () => {
  const [rule] = RULES;
  jest.spyOn(rule, 'check').mockImplementation(() => {
    throw new Error('first\nsecond');
  });
  expect(check(readText(UNKNOWN))).toMatchObject([
    { code: 'LLMD-UNKNOWN-FIELD' },
    { code: 'LLMD-NOT-CHECKED', severity: 'warning', message: `${rule.code} was not checked to its end: first second` },
  ]);
});

test('an object whose check throws is one diagnostic, and the other objects are checked', () => {
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'x' },
    get data(): object {
      throw new Error('broken');
    },
  };
  const { inputs } = readText(UNKNOWN.replace('name: x', 'name: other'));
  expect(check({ inputs: [{ object, origin: { file: 'a.yaml' } }, ...inputs], diagnostics: [] })).toMatchObject([
    { code: 'LLMD-NOT-CHECKED', file: 'a.yaml', message: 'the object was not checked to its end: broken' },
    { code: 'LLMD-UNKNOWN-FIELD', name: 'other' },
  ]);
});

test('definitions that cannot be read are one diagnostic, and the other objects are checked', () => {
  const object = {
    kind: 'CustomResourceDefinition',
    get apiVersion(): string {
      throw new Error('broken');
    },
  };
  const { inputs } = readText(UNKNOWN);
  expect(check({ inputs: [{ object }, ...inputs], diagnostics: [] }).map(({ message }) => message)).toEqual([
    'the object was not checked to its end: broken',
    expect.stringContaining('there is no field "color" here'),
    'the set of definitions was not checked to its end: broken',
  ]);
});
