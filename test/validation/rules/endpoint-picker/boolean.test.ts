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
