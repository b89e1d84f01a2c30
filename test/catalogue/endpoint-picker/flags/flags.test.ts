import { Release } from '../../../../lib';
import { EVERY_FLAG, pickerFlags } from '../../../../lib/catalogue/endpoint-picker/flags/flags';
import { ALL } from '../../../../lib/catalogue/endpoint-picker/flags/picker-flag';
import { expectedOf } from '../../../../lib/text/command-line/go-values';

test('the table is of every release', () => {
  expect(new Set(ALL)).toEqual(new Set(Release.all().map(({ id }) => id)));
  expect([...EVERY_FLAG.values()].flatMap(({ releases }) => releases).filter((id) => !ALL.includes(id))).toEqual([]);
});

test.each([
  ['gaie-v1.4.0', 37],
  ['gaie-v1.5.0', 37],
  ['llm-d-router-v0.10.0', 43],
])('%s has %i flags', (release, count) => {
  expect(pickerFlags(release).size).toBe(count);
  expect(pickerFlags(release)).toBe(pickerFlags(release));
});

test('each default is a value of its type', () => {
  const wrong = [...EVERY_FLAG].filter(
    ([, { type, default: byDefault, reads }]) =>
      byDefault !== '' && (expectedOf(type, byDefault) ?? reads?.(byDefault)) !== undefined,
  );
  expect(wrong).toEqual([]);
});

test('a flag that not every release has says what to write instead, where there is something', () => {
  const gone = [...EVERY_FLAG].filter(([, { releases }]) => !releases.includes(Release.DEFAULT.id));
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
