import { ARGS, flagViolations, GAIE } from '../../../support/picker-violations';

test.each<[string, string, string[]]>([
  ['v1.4.0', 'scheme=http', []],
  ['v1.4.0', 'port=8000', ['port is deprecated in gaie-v1.4.0']],
  ['v1.5.0', 'path=/metrics', ['path is deprecated in gaie-v1.5.0']],
])('deprecated: %s %s', (version, flag, expected) => {
  expect(flagViolations(`--model-server-metrics-${flag}`, { image: `${GAIE}:${version}` })).toEqual(
    expected.map(
      (text) =>
        `LLMD-EPP-DEPRECATED ${ARGS}[2]: --model-server-metrics-${text}; set it as a parameter of the plugin metrics-data-source in the EndpointPickerConfig`,
    ),
  );
});
