import { ENDPOINT_PICKER_RULES } from '../../../../lib/validation/rules/endpoint-picker';
import { diagnostics } from '../../../support/diagnostics';
import { deployment, pickerContainer } from '../../../support/manifests';

const ARGS = 'spec.template.spec.containers[0].args';

/** The violations of a picker with these arguments, in addition to a pool and no traces. */
function violationsOf(
  line: string,
  { image, release, container = {} }: { image?: string; release?: string; container?: object } = {},
) {
  const args = ['--pool-name=opt', '--tracing=false', ...line.split(' ').filter(Boolean)];
  const picker = deployment('epp', { containers: [{ ...pickerContainer(args, image), ...container }] });
  return diagnostics(ENDPOINT_PICKER_RULES, [picker], { release });
}

test.each<[string, string[]]>([
  ['grpc-port=9004', ['the endpoint picker does not read the word "grpc-port=9004"; write --grpc-port=9004']],
  ['-- --grpc-port=9004', ['the endpoint picker does not read the word "--grpc-port=9004"; write --grpc-port=9004']],
  ['serve', ['the endpoint picker does not read the word "serve"; take it away']],
  ['--health-checking true', []],
])('words: %s', (line, expected) => {
  const index = line.startsWith('--') ? 3 : 2;
  expect(violationsOf(line)).toEqual(expected.map((text) => `LLMD-EPP-WORD ${ARGS}[${index}]: ${text}`));
});

test('the name of the program is no stray word, nor is what follows an unknown flag, nor a variable', () => {
  expect(violationsOf('', { container: { command: ['/epp'] } })).toEqual([]);
  expect(violationsOf('--zzzzzzzzzz word').filter((text) => text.includes('EPP-WORD'))).toEqual([]);
  expect(violationsOf('$(ARGS)', { container: { env: [{ name: 'ARGS', valueFrom: {} }] } })).toEqual([]);
  expect(
    violationsOf('', { container: { command: ['sh', '-c'], args: ['exec /epp --pool-name=a --tracing=false --foo; true'] } }),
  ).toEqual([]);
});
