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
