import { ARGS, flagViolations } from '../../../support/picker-violations';

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
  expect(flagViolations(line)).toEqual(expected.map((text) => `LLMD-EPP-VALUE ${ARGS}${text}`));
});
