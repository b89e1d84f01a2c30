import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as parser from '../../../lib/validation/cel/parse';

const { parses } = parser;

test.each([
  'self.a > 1',
  'self.?a.orValue(1) == self[?0].value()',
  '[?a, b] == {?"c": d, ?e: f}',
  "self == 'a.?b' && self.?b.hasValue()",
  "self == r'\\' && self.?y.hasValue()",
  '"""a"b""" == self.?a.value()',
  'a ? .b : c',
  'self == 5 // a comment',
])('%s parses', (rule) => expect(parses(rule)).toBeUndefined());

test.each([
  ['1 +', 'line 1, column 3: found +'],
  ["self ==\n 'a", 'line 1, column 6: found ='],
  ['self.in == 1', 'line 1, column 6: reserved keyword'],
  ['', 'line 1, column 1: found end of input'],
  ["'?' + [?", 'line 1, column 5: found +'],
])('%j does not', (rule, error) => expect(parses(rule)).toBe(error));

test('what imports/ says is known without the parser', () => {
  const rules = JSON.parse(readFileSync(join(__dirname, '../../../imports/cel/rules.json'), 'utf8')) as string[];
  expect(rules.length).toBeGreaterThan(300);
  jest.isolateModules(() => {
    jest.doMock('@bufbuild/cel', () => {
      throw new Error('the parser was loaded');
    });
    const { parses: fresh } = jest.requireActual<typeof parser>('../../../lib/validation/cel/parse');
    expect(rules.map(fresh).filter((error) => error !== undefined)).toEqual([]);
    expect(() => fresh('self.other')).toThrow('the parser was loaded');
  });
});
