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
