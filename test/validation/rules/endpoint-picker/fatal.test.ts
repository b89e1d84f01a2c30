import { ARGS, flagViolations, GAIE } from '../../../support/picker-violations';

test.each([
  'total-queued-requests-metric',
  'total-running-requests-metric',
  'kv-cache-usage-percentage-metric',
  'lora-info-metric',
  'cache-info-metric',
])('fatal: %s', (flag) => {
  const expected = `LLMD-EPP-FATAL ${ARGS}[2]: the endpoint picker ends where --${flag} is given; set engineConfigs of the plugin core-metrics-extractor in the EndpointPickerConfig`;
  expect(flagViolations(`--${flag}=vllm:a`)).toEqual([expected]);
  expect(flagViolations(`--${flag}=vllm:a`, { image: `${GAIE}:v1.4.0` })).toEqual([expected]);
});
