import { celViolation } from '../../../../lib/catalogue/endpoint-picker/plugins/cel-expression';

test.each([
  '1',
  'usage',
  'usage.prompt_tokens + usage.completion_tokens',
  'has(usage.prompt_tokens) ? usage.prompt_tokens : 0',
  'usage["a"] > 3 && !(usage.b == "c")',
  'size(usage) > 0 || "a" in usage',
  '[1, 2].exists(x, x > 1)',
  '[1, 2].map(x, x * 2).all(y, y > 1)',
  'double(usage.a) / 2.0',
  'type(usage) == map',
  '"a".startsWith("b")',
])('%s compiles', (expression) => expect(celViolation(expression)).toBeUndefined());

test.each([
  ['absent', 'it does not know absent'],
  ['usage.a + absent', 'it does not know absent'],
  ['[1].exists(x, x > 1) && x', 'it does not know x'],
  ['nothing(usage)', 'there is no function nothing'],
  ['usage.nothing()', 'there is no function nothing'],
  ['"a".lowerAscii()', 'there is no function lowerAscii'],
])('%s: %s', (expression, violation) => expect(celViolation(expression)).toBe(violation));

test.each(['', '1 +', '(1', 'a b', '"a'])('%j cannot be parsed', (expression) => {
  expect(celViolation(expression)).toEqual(expect.any(String));
});
