import { isVllmSince, vllmMinor } from '../../../lib/catalogue/engines/vllm-version';

test.each([
  ['0.10.2', '0.9', true],
  ['0.10.2', '0.10', true],
  ['0.10.2', '0.11', false],
  ['0.9.2', '0.10', false],
  ['1.0.0', '0.33', true],
  ['0.33.0', '1.0', false],
])('%s is %s or later: %s', (version, minor, expected) => expect(isVllmSince(version, minor)).toBe(expected));

test('the minor version of a version', () => {
  expect(['0.10.2', '0.32', '1.0.0'].map(vllmMinor)).toEqual(['0.10', '0.32', '1.0']);
});
