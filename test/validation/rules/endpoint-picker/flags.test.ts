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

test.each<[string, string[]]>([
  ['--metrics-port', [`[2]: --metrics-port stands without a value, expected a value; write --metrics-port=VALUE`]],
  ['--metrics-port http', [`[3]: --metrics-port is "http", expected a whole number; write --metrics-port=VALUE`]],
  ['--metrics-port=0', [`[2]: --metrics-port is "0", expected a port from 1 to 65535; write --metrics-port=VALUE`]],
  ['--enable-pprof=yes', [`[2]: --enable-pprof is "yes", expected true or false; write --enable-pprof=true or =false`]],
  [
    '--refresh-metrics-interval=50',
    [
      `[2]: --refresh-metrics-interval is "50", expected a duration such as 500ms, 30s or 1m30s; write --refresh-metrics-interval=VALUE`,
    ],
  ],
])('values: %s', (line, expected) => {
  expect(violationsOf(line)).toEqual(expected.map((text) => `LLMD-EPP-VALUE ${ARGS}${text}`));
});

describe('an unknown release', () => {
  const unknown = `LLMD-EPP-OTHER-RELEASE ${ARGS}[2]: the endpoint picker of every known release has no flag --pool-nmespace; did you mean --pool-namespace?`;

  test.each<[string, string, string[]]>([
    ['llm-d/llm-d-inference-scheduler-epp:v0.7.0', '--model-server-metrics-port=1 --drain-timeout=1s', []],
    ['llm-d/llm-d-inference-scheduler-epp:v0.7.0', '--pool-nmespace=a', [unknown]],
    [`${GAIE}:v1.6.0@sha256:0123`, '--pool-nmespace=a', [unknown]],
    [
      `${GAIE}:v1.6.0`,
      '--metrics-port=x',
      [`LLMD-EPP-OTHER-RELEASE ${ARGS}[2]: --metrics-port is "x", expected a whole number; write --metrics-port=VALUE`],
    ],
    [
      `localhost:5000/epp`,
      '--pool-nmespace=a',
      [unknown.replace('OTHER-RELEASE', 'FLAG').replace('every known release', 'llm-d-router-v0.10.0')],
    ],
    [`${GAIE}:main`, '--drain-timeout=1s', []],
    [`${GAIE}:v1.3.0`, '--lora-info-metric=vllm:lora_requests_info --tracing', []],
  ])('%s %s', (image, line, expected) => expect(violationsOf(line, { image })).toEqual(expected));
});

test.each<[string, string[]]>([
  [
    '--secure-serving false',
    ['3]: --secure-serving is on: it takes no word after it, and false is ignored; write --secure-serving=false'],
  ],
  [
    '--enable-pprof F --health-checking=true 0',
    ['3]: --enable-pprof is on: it takes no word after it, and F is ignored; write --enable-pprof=F'],
  ],
  ['--secure-serving true', []],
  ['--secure-serving --enable-pprof', []],
  ['--secure-serving', []],
  ['--v 0', []],
])('on or off: %s', (line, expected) => {
  expect(violationsOf(line)).toEqual(expected.map((text) => `LLMD-EPP-BOOLEAN ${ARGS}[${text}`));
});

test.each([
  'total-queued-requests-metric',
  'total-running-requests-metric',
  'kv-cache-usage-percentage-metric',
  'lora-info-metric',
  'cache-info-metric',
])('fatal: %s', (flag) => {
  const expected = `LLMD-EPP-FATAL ${ARGS}[2]: the endpoint picker ends where --${flag} is given; set engineConfigs of the plugin core-metrics-extractor in the EndpointPickerConfig`;
  expect(violationsOf(`--${flag}=vllm:a`)).toEqual([expected]);
  expect(violationsOf(`--${flag}=vllm:a`, { image: `${GAIE}:v1.4.0` })).toEqual([expected]);
});

test.each<[string, string, string[]]>([
  ['v1.4.0', 'scheme=http', []],
  ['v1.4.0', 'port=8000', ['port is deprecated in gaie-v1.4.0']],
  ['v1.5.0', 'path=/metrics', ['path is deprecated in gaie-v1.5.0']],
])('deprecated: %s %s', (version, flag, expected) => {
  expect(violationsOf(`--model-server-metrics-${flag}`, { image: `${GAIE}:${version}` })).toEqual(
    expected.map(
      (text) =>
        `LLMD-EPP-DEPRECATED ${ARGS}[2]: --model-server-metrics-${text}; set it as a parameter of the plugin metrics-data-source in the EndpointPickerConfig`,
    ),
  );
});

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
