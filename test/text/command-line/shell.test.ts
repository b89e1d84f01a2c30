import { splitShell } from '../../../lib/text/command-line/shell';
import { UNKNOWN } from '../../../lib/text/unknown-value';

const environment = (name: string) =>
  ({ A: 'a', EMPTY: '', SPACE: 'a b' })[name] ?? (name === 'SECRET' ? undefined : null);

test.each([
  ['vllm serve opt', ['vllm', 'serve', 'opt']],
  ['  exec vllm \\\n  serve\topt  ', ['vllm', 'serve', 'opt']],
  [`vllm 'a b' "c d"'e'f`, ['vllm', 'a b', 'c def']],
  [`vllm '' ""`, ['vllm', '', '']],
  [String.raw`vllm a\ b "\"\$A\x"`, ['vllm', 'a b', String.raw`"$A\x`]],
  ['vllm $A ${A}b "$A-${A}"', ['vllm', 'a', 'ab', 'a-a']],
  ['vllm $UNSET "$SECRET"', ['vllm', UNKNOWN, UNKNOWN]],
  ['vllm $EMPTY "$SPACE"', ['vllm', '', 'a b']],
  [`vllm --a=\\"x\\" --json '{"a": 1}'`, ['vllm', '--a="x"', '--json', '{"a": 1}']],
])('the words of %j', (script, words) => expect(splitShell(script, environment)).toEqual(words));

test.each([
  'a; b',
  'a && b',
  'a | b',
  'a > b',
  'a $(b)',
  'a "$(b)"',
  'a `b`',
  'a ${b:-c}',
  'a "${b:-c}"',
  'a *',
  'a\nb',
  'a # b',
  'a "b',
  "a 'b",
  'a {b,c}',
  'a $?',
  '~/a',
  'a "`b`"',
])('%j is not read', (script) => expect(splitShell(script, environment)).toBeUndefined());
