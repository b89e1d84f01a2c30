import { ENDPOINT_PICKER_RULES } from '../../../../lib/validation/rules/endpoint-picker';
import { diagnostics } from '../../../support/diagnostics';
import { deployment, pickerContainer } from '../../../support/manifests';

const ARGS = 'spec.template.spec.containers[0].args';

const GAIE = 'gateway-api-inference-extension/epp';

/** The violations of a picker with these arguments, in addition to a pool and no traces. */
function violationsOf(
  line: string,
  { image, release, container = {} }: { image?: string; release?: string; container?: object } = {},
) {
  const args = ['--pool-name=opt', '--tracing=false', ...line.split(' ').filter(Boolean)];
  const picker = deployment('epp', { containers: [{ ...pickerContainer(args, image), ...container }] });
  return diagnostics(ENDPOINT_PICKER_RULES, [picker], { release });
}

describe('flags', () => {
  const unknown = (flag: string, more = '', remedy = 'take it away', release = 'llm-d-router-v0.10.0') => [
    `LLMD-EPP-FLAG ${ARGS}[2]: the endpoint picker of ${release} has no flag ${flag}${more}; ${remedy}`,
  ];
  const SOURCE = 'set it as a parameter of the plugin metrics-data-source in the EndpointPickerConfig';

  test.each<[string, object, string[]]>([
    ['--drain-timeout=10s -v=4 --zap-encoder=json', {}, []],
    ['--zzzzzzzzzz', {}, unknown('--zzzzzzzzzz')],
    ['--pool-nmespace=a', {}, unknown('--pool-nmespace', '', 'did you mean --pool-namespace?')],
    ['--pool_namespace=a', {}, unknown('--pool_namespace', '', 'did you mean --pool-namespace?')],
    [
      '--model-server-metrics-port=8000',
      {},
      unknown('--model-server-metrics-port', ', which is one of gaie-v1.4.0 and gaie-v1.5.0', SOURCE),
    ],
    [
      '--drain-timeout=10s',
      { image: `${GAIE}:v1.5.0` },
      unknown('--drain-timeout', ', which is one of llm-d-router-v0.10.0', 'take it away', 'gaie-v1.5.0'),
    ],
    [
      '--drain-timeout=10s',
      { release: 'gaie-v1.4.0' },
      unknown('--drain-timeout', ', which is one of llm-d-router-v0.10.0', 'take it away', 'gaie-v1.4.0'),
    ],
    [
      '-pool-namespace=a',
      {},
      [`LLMD-EPP-FLAG ${ARGS}[2]: -pool-namespace has one dash, and long flags have two; write --pool-namespace`],
    ],
    ['--help', {}, [`LLMD-EPP-FLAG ${ARGS}[2]: the endpoint picker prints its usage and ends; take --help away`]],
    ['--$(FLAG)=1', { container: { env: [{ name: 'FLAG', valueFrom: {} }] } }, []],
  ])('%s', (line, options, expected) => expect(violationsOf(line, options)).toEqual(expected));
});
