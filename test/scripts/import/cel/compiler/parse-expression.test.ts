import { Unknown } from '../../../../../scripts/import/cel/compiler/code';
import { parseExpression } from '../../../../../scripts/import/cel/compiler/parse-expression';

test.each([
  'self.a > 1',
  "self == 'a.?b' && self.b == 1",
  'a ? .b : c',
  'self == 5 // a comment',
  "self == 'https://example.com'",
])('%s parses', (rule) => expect(parseExpression(rule)).toBeDefined());

test.each([
  'self.?a.orValue(1) == self[?0].value()',
  '[?a, b] == {?"c": d, ?e: f}',
  "self == r'\\' && self.?y.hasValue()",
  '"""a"b""" == self.?a.value()',
])('%s parses, and cannot be compiled', (rule) => expect(() => parseExpression(rule)).toThrow(Unknown));

test.each([
  ['1 +', 'line 1, column 3: found +'],
  ["self ==\n 'a", 'line 1, column 6: found ='],
  ['self.in == 1', 'line 1, column 6: reserved keyword'],
  ['', 'line 1, column 1: found end of input'],
  ["'?' + [?", 'line 1, column 5: found +'],
])('%j does not', (rule, error) => expect(() => parseExpression(rule)).toThrow(error));
