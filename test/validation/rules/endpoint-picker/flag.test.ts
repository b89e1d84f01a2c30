import { ARGS, flagViolations, GAIE } from '../../../support/picker-violations';

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
  ])('%s', (line, options, expected) => expect(flagViolations(line, options)).toEqual(expected));
});
