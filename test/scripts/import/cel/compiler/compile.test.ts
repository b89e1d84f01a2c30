import { checkRule } from '../../../../../lib/api-server/cel/check-rule';
import { compileRule } from '../../../../../scripts/import/cel/compiler/rule';
import { typeOf } from '../../../../../scripts/import/cel/compiler/types';
import { ERRORS, HOLDS, SCHEMA } from '../cases';
import { compiled } from '../compiled';

const DEFAULTS = { name: 'a', kind: 'Service' };

/** The expected results were compared once with those of a real API server, and were the same. */
const messageOf = (rule: string, fields = {}) =>
  checkRule(compiled({ rule, message: 'MESSAGE' }, SCHEMA)!, { ...DEFAULTS, ...fields }, [])?.message;

test.each(HOLDS.map(([rule, fields = {}]) => [rule, fields] as const))('%s', (rule, fields) => {
  expect(messageOf(rule, fields)).toBeUndefined();
  expect(messageOf(`!(${rule})`, fields)).toBe('MESSAGE');
});

test.each(ERRORS)('%s of %p: %s', (rule, fields, error) => {
  expect(messageOf(rule, fields)).toMatch(error);
  expect(messageOf(rule, fields)).toMatch(/: MESSAGE$/);
});

const codeOf = (rule: string) => compileRule({ rule }, typeOf(SCHEMA)!);

test.each([
  ["self.kind != 'Service' || has(self.count)", 'self.kind !== "Service" || self.count != null'],
  [
    "has(self.inner) && has(self.inner.deep) && self.inner.deep == 'x'",
    'self.inner != null && self.inner.deep != null && self.inner.deep === "x"',
  ],
  ["self.namespace == 'n' || has(self.count)", 'or(() => field(self, "namespace") === "n", () => self.count != null)'],
  ['!has(self.count) ? true : self.count > 1', 'self.count == null ? true : self.count > 1'],
  ['!(has(self.count) && has(self.ratio))', '!(self.count != null && self.ratio != null)'],
  ['has(self.count) == has(self.ratio)', '(self.count != null) === (self.ratio != null)'],
  [
    '(has(self.count) && has(self.flag)) || has(self.ratio)',
    '(self.count != null && self.flag != null) || self.ratio != null',
  ],
  [
    '!has(self.count) || 1 + self.count * 2 - 3 > 0',
    'self.count == null || int64(int64(1 + int64(self.count * 2)) - 3) > 0',
  ],
  ['has(self.tags) ? self.tags.all(x, x != "") : true', 'self.tags != null ? self.tags.every((x) => x !== "") : true'],
])('%s compiles to readable code', (rule, js) => {
  expect(codeOf(rule)?.holds).toBe(`(self) => ${js}`);
});

test.each([
  ["self.name.format(['a'])", 'the function format'],
  ['self.name.matches(self.kind)', 'matches of a pattern that is computed'],
  ["self.name.matches('[[:alpha:]]')", 'the pattern [[:alpha:]] from "[[:alpha:]]"'],
  ["self.name.matches('(?s).')", 'the pattern (?s). from "(?s)."'],
  ["self.name.matches('(?i)\\\\w')", 'the pattern (?i)\\w: words without case'],
  ["self.name.matches('(a')", 'the pattern (a (Invalid regular expression: /(a/u: Unterminated group)'],
  ["self.secret == b'a'", 'a string with a format'],
  ['self.count == 1u', 'literals of type uint'],
  ['self.size + 1 == 2', "'+' of int-or-string and int"],
  ['self.size.all(x, true)', "expression of type 'int-or-string' cannot be range of a comprehension"],
  ["{1: 'a'}[1] == 'a'", 'maps with keys that are not strings'],
  ['self.name == null', "no matching overload for '==' of string and null"],
  ['math.greatest(1, 2) == 2', 'math'],
  ["constructor('a')", 'the function constructor'],
  ['self.?name.hasValue()', 'optional fields'],
  ["self.tags.indexOf('a') == 0", 'indexOf of list, string'],
  ["quantity('1') == quantity('1')", 'equality of quantity'],
])('%s is not known', (rule, unknown) => {
  expect(codeOf(rule)).toEqual({ unknown });
});

test.each([
  ['self.other', "undefined field 'other'"],
  ['other', "undeclared reference to 'other'"],
  ['self.name.x', "type 'string' does not support field selection"],
  ['self.name == 1', "no matching overload for '==' of string and int"],
  ['self.ratio == 1', "no matching overload for '==' of double and int"],
  ['self.tags < self.tags', "no matching overload for '<' of list and list"],
  ['self.tags + self.ports == []', "no matching overload for '+' of list and list"],
  ['self.count % 2.0 == 1.0', "'%' of int and double"],
  ['has(self)', 'invalid argument to has() macro'],
  ['self.name < 1', "no matching overload for '<' of string and int"],
  ['self.name', 'a string where a bool is expected'],
  ['self.name && true', 'a string where a bool is expected'],
  ['true || self.name', 'a string where a bool is expected'],
  ['self.name ? true : false', 'a string where a bool is expected'],
  ['self.all(x, true)', "expression of type 'object' cannot be range of a comprehension"],
  ['self.tags.all(x, x)', 'all without a condition'],
  ['self.tags.map(x, x, true) == []', 'map without a condition'],
  ["self.tags.all('x', true)", 'all without a variable'],
  ["self.tags['a'] == ''", "no matching overload for '_[_]' of list and string"],
  ['self.name in self.name', "no matching overload for 'in' of string and string"],
  ['1 in self.tags', "'in' of int and a list of string"],
  ["[1, 'a'].size() == 2", 'a list of int and string'],
  ["{'a': 1, 'b': 'c'}.size() == 2", 'a map to int and string'],
  ['(self.flag ? 1 : true) == 1', "no matching overload for '_?_:_' of int and bool"],
  ['self.ports.matches("a")', "no matching overload for 'matches' of list"],
  ['1 +', 'line 1, column 3: found +'],
])('%s is a compileError', (rule, unknown) => {
  expect(codeOf(rule)).toEqual({ unknown });
});

test('a rule about changes is not checked for a new object', () => {
  expect(codeOf('self.name == oldSelf.name')).toBeUndefined();
  expect(codeOf("[{'a': has(oldSelf.name)}].exists(x, x['a'])")).toBeUndefined();
});

test.each([
  ['!oldSelf.hasValue()', undefined],
  ["oldSelf.hasValue() || self.name == 'b'", 'MESSAGE'],
  ["oldSelf.orValue('a') == self.name", undefined],
])('an optional old object is none: %s', (rule, message) => {
  const source = { rule, message: 'MESSAGE', optionalOldSelf: true };
  expect(checkRule(compiled(source, SCHEMA)!, DEFAULTS, [])?.message).toBe(message);
});

test('other methods of an optional are not known', () => {
  const source = { rule: 'oldSelf.optMap(x, true).orValue(true)', optionalOldSelf: true };
  expect(compileRule(source, typeOf(SCHEMA)!)?.unknown).toBeDefined();
});
