import { expectedValue, type FlagSpec, parseFlags, similarFlag } from '../../../lib/text/command-line/pflag';
import { UNKNOWN } from '../../../lib/text/unknown-value';

const SPECS = new Map<string, FlagSpec>([
  ['port', { type: 'int' }],
  ['secure-serving', { type: 'bool' }],
  ['v', { type: 'int', shorthand: 'v' }],
  ['names', { type: 'strings' }],
  ['mode', { type: 'string', reads: (text) => (text === 'a' ? undefined : 'a') }],
]);

function parse(line: string) {
  const { uses, unknown, rest, help } = parseFlags(
    line.split(' ').map((text, index) => ({ text, path: ['args', index] })),
    SPECS,
  );
  return {
    ...(uses.length > 0 && { uses: uses.map(({ name, value, valueWord }) => `${name}=${value}@${valueWord.path[1]}`) }),
    ...(unknown.length > 0 && { unknown: unknown.map(({ written }) => written) }),
    ...(rest.length > 0 && { rest: rest.map(({ text }) => text) }),
    ...(help !== undefined && { help: help.text }),
  };
}

test.each<[string, object]>([
  ['--port=1', { uses: ['port=1@0'] }],
  ['--port 1', { uses: ['port=1@1'] }],
  ['--port --v', { uses: ['port=--v@1'] }],
  ['--port', { uses: ['port=undefined@0'] }],
  ['--port=', { uses: ['port=@0'] }],
  ['--mode=a=b', { uses: ['mode=a=b@0'] }],
  ['--secure-serving', { uses: ['secure-serving=true@0'] }],
  ['--secure-serving false', { uses: ['secure-serving=true@0'], rest: ['false'] }],
  ['--secure-serving=false', { uses: ['secure-serving=false@0'] }],
  ['-v=2', { uses: ['v=2@0'] }],
  ['-v2', { uses: ['v=2@0'] }],
  ['-v 2', { uses: ['v=2@1'] }],
  ['-v2=3', { uses: ['v=2=3@0'] }],
  ['--names a b --port 1', { uses: ['names=@0', 'port=1@4'], rest: ['a', 'b'] }],
  ['--names=a b', { uses: ['names=a@0'], rest: ['b'] }],
  ['word - --port=1', { uses: ['port=1@2'], rest: ['word', '-'] }],
  ['--port=1 -- --v=2', { uses: ['port=1@0'], rest: ['--v=2'] }],
  ['-port=1', { unknown: ['-port'] }],
  ['--ports=1 2', { unknown: ['--ports'], rest: ['2'] }],
  ['---port=1 --=x', { unknown: ['---port', '--'] }],
  ['-h --port=1', { help: '-h' }],
  ['--port=1 --help --x', { uses: ['port=1@0'], help: '--help' }],
])('%s', (line, parsed) => expect(parse(line)).toEqual(parsed));

test.each([
  ['--port=1', undefined],
  ['--port=x', 'a whole number'],
  ['--port', 'a value'],
  ['--mode=a', undefined],
  ['--mode=b', 'a'],
  [`--port=${UNKNOWN}`, undefined],
  ['--secure-serving=yes', 'true or false'],
])('%s: expected %s', (text, expected) => {
  const [use] = parseFlags([{ text, path: [] }], SPECS).uses;
  expect(expectedValue(use)).toBe(expected);
});

test('the most similar flag', () => {
  expect(similarFlag('--secure_serving', SPECS)).toBe('--secure-serving');
  expect(similarFlag('--pport', SPECS)).toBe('--port');
  expect(similarFlag('--something-else', SPECS)).toBeUndefined();
});
