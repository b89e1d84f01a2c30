import { runInThisContext } from 'node:vm';
import { checkRule } from '../../../../lib/api-server/cel/check-rule';
import type { OpenApiSchema } from '../../../../lib/api-server/schema/definition';
import * as runtime from '../../../../lib/api-server/cel/runtime';
import { type RuleTree, walk } from '../../../../lib/api-server/cel/tree';
import { printTrees } from '../../../../scripts/import/cel/print';
import { type RuleNode, rulesIn, ruleTree } from '../../../../scripts/import/cel/tree';

const rules = (...entries: { [field: string]: unknown }[]) => ({ 'x-kubernetes-validations': entries });
const string: OpenApiSchema = { type: 'string', ...rules({ rule: "self != ''", message: ' empty ' }) };

const SCHEMA: OpenApiSchema = {
  type: 'object',
  ...rules({ rule: "self.kind == 'A' && self.metadata.name != 'b'" }),
  properties: {
    spec: {
      type: 'object',
      ...rules(
        { rule: '!has(self.a)', message: 'no a', fieldPath: ".inner['x-y'].z" },
        { rule: '!has(self.a)', message: 'no a', messageExpression: "'a is ' + self.a" },
        { rule: '!has(self.a)', message: 'no b', messageExpression: 'self.b' },
        { rule: '!has(self.a)', message: 'no format', messageExpression: "['x'].format()" },
        { rule: '!has(self.a)', message: 'no line', messageExpression: "'\\n'" },
        { rule: "['x'].format() == ''", message: 'odd' },
        { rule: 'self == oldSelf' },
      ),
      properties: {
        a: string,
        b: string,
        list: { type: 'array', items: { type: 'object', properties: { 'x-y': string } } },
        map: { type: 'object', additionalProperties: string },
        same: { type: 'array', items: { type: 'object', properties: { 'x-y': string } } },
        any: { 'x-kubernetes-preserve-unknown-fields': true, properties: { a: string } },
      },
    },
    status: string,
  },
};

const TEXT = printTrees({ v1: ruleTree(SCHEMA)!, v2: ruleTree(SCHEMA)! });

function messages(object: unknown): string[] {
  const module: any = {};
  runInThisContext(`(exports) => {${TEXT}}`)(module);
  const { v1 } = module.rulesWith(runtime) as { v1: RuleTree };
  const found: string[] = [];
  walk(v1, object, (rule, value, path) => {
    const violation = checkRule(rule, value, path);
    if (violation !== undefined) found.push(`${violation.code} ${violation.path.join('/')} ${violation.message}`);
  });
  return found;
}

const ODD = 'LLMD-CEL-NOT-CHECKED spec the rule of the definition "odd" was not checked: the function format';
const object = (spec: object) => ({ kind: 'A', metadata: { name: 'a' }, spec });

test.each([
  ['nothing', {}, [ODD]],
  [
    'a rule with places and messages of its own',
    { a: 'A' },
    [
      'LLMD-CEL spec/inner/x-y/z no a',
      'LLMD-CEL spec a is A',
      'LLMD-CEL spec no b',
      'LLMD-CEL spec no format',
      'LLMD-CEL spec no line',
      ODD,
    ],
  ],
  ['lists', { list: [{ 'x-y': 'a' }, { 'x-y': '' }, {}] }, [ODD, 'LLMD-CEL spec/list/1/x-y empty']],
  ['maps', { map: { a: 'a', b: '' } }, [ODD, 'LLMD-CEL spec/map/b empty']],
  ['what is like something else', { same: [{ 'x-y': '' }] }, [ODD, 'LLMD-CEL spec/same/0/x-y empty']],
  ['null, which no rule sees', { b: null, list: null }, [ODD]],
  ['what has no type, which CEL does not see', { any: { a: '' } }, [ODD]],
])('%s', (_, spec, expected) => expect(messages(object(spec))).toEqual(expected));

test('the root has a kind and a name, whatever the schema says', () => {
  expect(messages({ kind: 'B' })).toEqual(["LLMD-CEL  failed rule: self.kind == 'A' && self.metadata.name != 'b'"]);
});

test('the status of a new object is not read', () => {
  expect(messages({ kind: 'A', metadata: { name: 'a' }, status: '' })).toEqual([]);
});

test('what occurs twice is printed once', () => {
  expect(TEXT.match(/holds: \(self\) => self !== ""/g)).toHaveLength(1);
});

test('a schema without rules has no tree', () => {
  const schema: OpenApiSchema = {
    type: 'object',
    properties: { spec: { type: 'object', properties: { a: { type: 'string' } } } },
  };
  expect(ruleTree(schema)).toBeUndefined();
});

test('all rules of a tree are found', () => {
  const found = rulesIn(ruleTree(SCHEMA) as RuleNode).map(({ rule }) => rule);
  expect(found.filter((rule) => rule === "self != ''")).toHaveLength(5);
  expect(found).not.toContain('self == oldSelf');
});
