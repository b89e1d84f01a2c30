import { ecmaPattern } from '../../../lib/api-server/schema/go-pattern';

describe('a pattern of Go as JavaScript reads it', () => {
  test.each([
    ['^a.b$', '^a[^\\n]b$'],
    ['^[a.b]\\.$', '^[a.b]\\.$'],
    ['^[\\w+=,.@-]{2,64}$', '^[\\w+=,.@-]{2,64}$'],
    ['a\\-b[a\\-b]', 'a-b[a\\-b]'],
    ['\\"\\_[\\"\\:]', '"_[":]'],
    ['\\x60[\\x60]', '\\x60[\\x60]'],
    ['^(?i)(Ab|1)?$', '^([aA][bB]|1)?$'],
    ['(?i).k', '[^\\n][kK\u212a]'],
  ])('%s', (pattern, expected) => expect(ecmaPattern(pattern, 'here')).toBe(expected));

  test.each(['\\pL', '\\zabc', 'a(?i)b', '(?i)[a-z]', '(?i)\\d', '[[:alpha:]]', '(?P<n>a)', '[]a]'])(
    '%s is refused',
    (pattern) => {
      expect(() => ecmaPattern(pattern, 'here')).toThrow(/^here has a pattern/);
    },
  );
});
