import { GAIE_1_5, violations, ROUTER } from '../violations';

const unused = (text: string, release = GAIE_1_5) =>
  violations(text, release, { allowExperimental: true })
    .filter((violation) => violation.startsWith('UNUSED-PLUGIN'))
    .map((violation) => violation.split(' ')[1]);
const idle = ['plugins[0]:'];
const PROFILE = 'schedulingProfiles: [{ name: a, plugins: [{ pluginRef: mine }] }]';

test('reports plugins that nothing refers to', () => {
  expect(violations('plugins: [{ type: openai-parser }]', ROUTER)).toEqual([]);
  expect(violations('plugins: [{ name: mine, type: vllmgrpc-parser }]', GAIE_1_5)).toEqual([
    'UNUSED-PLUGIN plugins[0]: nothing refers to plugin mine, so that it does nothing; refer to it, or take it away',
  ]);
});

test.each<[string, string, string[]]>([
  ['a scorer that a profile has', `plugins: [{ name: mine, type: queue-scorer }]\n${PROFILE}`, []],
  [
    'a scorer that no profile has',
    `plugins: [{ type: queue-scorer }, { name: mine, type: random-picker }]\n${PROFILE}`,
    idle,
  ],
  [
    'a filter that no profile has',
    `plugins: [{ type: header-based-testing-filter }, { name: mine, type: random-picker }]\n${PROFILE}`,
    idle,
  ],
  ['a scorer where there are no profiles', 'plugins: [{ type: queue-scorer }]', []],
  ['a picker for a profile without one', 'plugins: [{ type: random-picker }]\nschedulingProfiles: [{ name: a }]', []],
  [
    'a picker where every profile has another one',
    `plugins: [{ type: max-score-picker }, { name: mine, type: random-picker }]\n${PROFILE}`,
    idle,
  ],
  ['a scorer for a profile without one', 'plugins: [{ type: queue-scorer }]\nschedulingProfiles: [{ name: a }]', idle],
  [
    'a picker where one of two profiles has another one',
    `plugins: [{ type: max-score-picker }, { name: mine, type: random-picker }]\n${PROFILE.slice(0, -1)}, { name: b }]`,
    [],
  ],
  ['a profile handler', 'plugins: [{ type: single-profile-handler }]', []],
  ['what takes requests', 'plugins: [{ type: destination-endpoint-served-verifier }]', []],
  ['an extractor that takes requests too', 'plugins: [{ type: inflight-load-producer }]', []],
  ['a data source', 'plugins: [{ type: endpoint-notification-source }]', idle],
  ['the data source that is used by its name', 'plugins: [{ type: metrics-data-source }]', []],
  ['an ordering policy', 'plugins: [{ type: edf-ordering-policy }]', idle],
  ['a usage limit', 'plugins: [{ name: a, type: static-usage-limit-policy }]', idle],
  [
    'a saturation detector, which is a filter, where there is no profile',
    'plugins: [{ type: concurrency-detector }]',
    [],
  ],
  [
    'a saturation detector where there is a profile',
    'plugins: [{ type: concurrency-detector }]\nschedulingProfiles: [{ name: a }]',
    idle,
  ],
  ['the saturation detector', 'plugins: [{ type: utilization-detector }]\nschedulingProfiles: [{ name: a }]', []],
  ['a type that is not there', 'plugins: [{ type: absent }]', []],
])('%s', (_, text, expected) => expect(unused(text)).toEqual(expected));

test.each<[string, string, string[]]>([
  ['a decider', '[{ type: always-disagg-pd-decider }]', idle],
  ['an eviction policy', '[{ type: sheddable-eviction-filter }]', []],
  ['the extractor of metrics', '[{ type: core-metrics-extractor }]', []],
  ['a producer', '[{ type: precise-prefix-cache-producer }]', []],
  ['discovery', '[{ type: file-discovery, parameters: { path: /a } }]', idle],
])('%s of the router', (_, plugins, expected) => expect(unused(`plugins: ${plugins}`, ROUTER)).toEqual(expected));
