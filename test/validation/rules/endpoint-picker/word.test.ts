import { ARGS, flagViolations } from '../../../support/picker-violations';

test.each<[string, string[]]>([
  ['grpc-port=9004', ['the endpoint picker does not read the word "grpc-port=9004"; write --grpc-port=9004']],
  ['-- --grpc-port=9004', ['the endpoint picker does not read the word "--grpc-port=9004"; write --grpc-port=9004']],
  ['serve', ['the endpoint picker does not read the word "serve"; take it away']],
  ['--health-checking true', []],
])('words: %s', (line, expected) => {
  const index = line.startsWith('--') ? 3 : 2;
  expect(flagViolations(line)).toEqual(expected.map((text) => `LLMD-EPP-WORD ${ARGS}[${index}]: ${text}`));
});

test('the name of the program is no stray word, nor is what follows an unknown flag, nor a variable', () => {
  expect(flagViolations('', { container: { command: ['/epp'] } })).toEqual([]);
  expect(flagViolations('--zzzzzzzzzz word').filter((text) => text.includes('EPP-WORD'))).toEqual([]);
  expect(flagViolations('$(ARGS)', { container: { env: [{ name: 'ARGS', valueFrom: {} }] } })).toEqual([]);
  expect(
    flagViolations('', {
      container: { command: ['sh', '-c'], args: ['exec /epp --pool-name=a --tracing=false --foo; true'] },
    }),
  ).toEqual([]);
});
