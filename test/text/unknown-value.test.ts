import { hasUnknown, UNKNOWN } from '../../lib/text/unknown-value';

test.each<[string, boolean]>([
  ['', false],
  ['unknown', false],
  [UNKNOWN, true],
  [`http://${UNKNOWN}:80`, true],
])('%j', (text, expected) => expect(hasUnknown(text)).toBe(expected));
