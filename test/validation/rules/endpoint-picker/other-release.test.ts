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
