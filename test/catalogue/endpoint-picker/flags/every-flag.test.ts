import { EVERY_FLAG, releasesWithFlag } from '../../../../lib/catalogue/endpoint-picker/flags/every-flag';
import { Release } from '../../../../lib/catalogue/endpoint-picker/release';
import { RELEASES_BY_AGE } from '../../../../lib/catalogue/endpoint-picker/releases';
import { expectedOf } from '../../../../lib/text/command-line/go-values';

test('each release has its flags', () => {
  expect(RELEASES_BY_AGE.map(({ id, flags }) => [id, flags.size])).toEqual([
    ['gaie-v1.4.0', 37],
    ['gaie-v1.5.0', 37],
    ['llm-d-router-v0.10.0', 43],
  ]);
});

test('a flag knows its releases', () => {
  expect(releasesWithFlag('pool-name')).toEqual(['gaie-v1.4.0', 'gaie-v1.5.0', 'llm-d-router-v0.10.0']);
  expect(releasesWithFlag('drain-timeout')).toEqual(['llm-d-router-v0.10.0']);
  expect(releasesWithFlag('pool')).toEqual([]);
});

test('each default is a value of its type', () => {
  const wrong = [...EVERY_FLAG].filter(
    ([, { type, default: byDefault, reads }]) =>
      byDefault !== '' && (expectedOf(type, byDefault) ?? reads?.(byDefault)) !== undefined,
  );
  expect(wrong).toEqual([]);
});

test('a flag that not every release has says what to write instead, where there is something', () => {
  const gone = [...EVERY_FLAG].filter(([name]) => !releasesWithFlag(name).some((id) => id === Release.DEFAULT.id));
  expect(gone.map(([name, { instead }]) => [name, instead])).toEqual(
    ['scheme', 'path', 'port', 'https-insecure-skip-verify'].map((name) => [
      `model-server-metrics-${name}`,
      'set it as a parameter of the plugin metrics-data-source in the EndpointPickerConfig',
    ]),
  );
});

// What `reads` adds to the type.
test.each<[string, string[], string[]]>([
  ['grpc-port', ['1', '65535', '0x10'], ['0', '65536', '-1']],
  [
    'grpc-max-recv-msg-size',
    ['', '10MiB', '25MB', '4194304', ' 1Gi ', '10Mb', '0'],
    ['10 MiB', '-1', '1.5', 'B', 'x', '10Ei'],
  ],
  ['tls-min-version', ['', 'VersionTLS12'], ['TLS12', 'versiontls12', '1.2']],
  ['model-server-metrics-scheme', ['http', 'https'], ['HTTP', '']],
  ['zap-encoder', ['json', 'Console'], ['xml', '']],
  ['zap-log-level', ['debug', 'INFO', '5', '+5'], ['0', '-1', 'warn', '']],
  ['zap-time-encoding', ['nanos', 'RFC3339nano'], ['nano']],
])('%s', (name, good, bad) => {
  const { reads } = EVERY_FLAG.get(name)!;
  expect([...good, ...bad].filter((text) => reads!(text) === undefined)).toEqual(good);
});
