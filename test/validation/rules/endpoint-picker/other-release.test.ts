import { ARGS, flagViolations, GAIE } from '../../../support/picker-violations';

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
  ])('%s %s', (image, line, expected) => expect(flagViolations(line, { image })).toEqual(expected));
});
