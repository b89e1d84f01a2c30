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
