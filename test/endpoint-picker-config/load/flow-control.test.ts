import { GAIE_1_4, GAIE_1_5, places, violations, ROUTER } from '../violations';

const flowControl = (section: string, plugins = '[]') =>
  `featureGates: [flowControl]\nplugins: ${plugins}\nflowControl: ${section}\n`;

describe('flow control', () => {
  const negative = (path: string) => [
    `FLOW-CONTROL flowControl.${path}: a negative value is there, expected 0 or more; write 0 or more`,
  ];

  test.each<[string, string, string[]]>([
    ['is empty', '{}', []],
    ['is null', '', []],
    ['has limits', '{ maxBytes: 0, maxRequests: 1k, defaultRequestTTL: 0s }', []],
    ['has a negative limit of bytes', '{ maxBytes: -1 }', negative('maxBytes')],
    ['has a negative limit of requests', '{ maxRequests: "-1" }', negative('maxRequests')],
    ['has a negative time', '{ defaultRequestTTL: -1ns }', negative('defaultRequestTTL')],
    [
      'has negative limits of bands',
      '{ defaultPriorityBand: { maxBytes: -1Ki }, priorityBands: [{ maxRequests: -1m }] }',
      [...negative('defaultPriorityBand.maxBytes'), ...negative('priorityBands[0].maxRequests')],
    ],
    ['has bands', '{ priorityBands: [{ priority: 1 }, { priority: 0 }, { priority: -1 }] }', []],
    [
      'has two bands of one priority',
      '{ priorityBands: [{ priority: 1 }, { priority: 1 }] }',
      [
        'FLOW-CONTROL flowControl.priorityBands[1]: there is another band of priority 1 before it; give every band a priority of its own',
      ],
    ],
    [
      'has two bands without a priority, which is 0',
      '{ priorityBands: [{}, { priority: 0 }] }',
      [
        'FLOW-CONTROL flowControl.priorityBands[1]: there is another band of priority 0 before it; give every band a priority of its own',
      ],
    ],
    [
      'has a band of a wrong priority',
      '{ priorityBands: [{ priority: 0 }, { priority: high }] }',
      ['FIELD flowControl.priorityBands[1].priority: "high" is there, expected a whole number; write a whole number'],
    ],
    [
      'has a limit that is none',
      '{ maxBytes: 1GB }',
      ['FIELD flowControl.maxBytes: "1GB" is there, expected a quantity such as 1Gi; write a quantity such as 1Gi'],
    ],
    [
      'has a time that is none',
      '{ defaultRequestTTL: 5 }',
      [
        'FIELD flowControl.defaultRequestTTL: 5 is there, expected a duration such as 1m30s; write a duration such as 1m30s',
      ],
    ],
  ])('%s', (_, section, expected) => expect(violations(flowControl(section), GAIE_1_5)).toEqual(expected));

  test.each([
    [
      GAIE_1_4,
      '{ maxBytes: -1, defaultPriorityBand: { maxBytes: -1 }, priorityBands: [{ maxBytes: -1 }] }',
      ['maxBytes', 'defaultPriorityBand.maxBytes', 'priorityBands[0].maxBytes'],
    ],
    [ROUTER, '{ defaultPriorityBand: { maxRequests: -1 } }', ['defaultPriorityBand.maxRequests']],
    [ROUTER, '{ defaultNegativePriorityBand: { maxBytes: -1 } }', ['defaultNegativePriorityBand.maxBytes']],
  ])('%s looks at its limits too', (release, section, paths) => {
    expect(places(flowControl(section), release)).toEqual(paths.map((path) => `FLOW-CONTROL flowControl.${path}`));
  });
});

describe('the policies of a band', () => {
  const plugins = '[{ name: fair, type: round-robin-fairness-policy }, { name: first, type: fcfs-ordering-policy }]';
  const band = (policies: string) => flowControl(`{ defaultPriorityBand: ${policies} }`, plugins);
  const path = 'flowControl.defaultPriorityBand';

  test.each<[string, string, string[]]>([
    ['are right', '{ fairnessPolicyRef: fair, orderingPolicyRef: first }', []],
    [
      'are the ones that the endpoint picker adds',
      '{ fairnessPolicyRef: global-strict-fairness-policy, orderingPolicyRef: fcfs-ordering-policy }',
      [],
    ],
    ['are empty', '{ fairnessPolicyRef: "", orderingPolicyRef: "" }', []],
    [
      'are mixed up',
      '{ fairnessPolicyRef: first, orderingPolicyRef: fair }',
      [
        `REFERENCE ${path}.orderingPolicyRef: plugin fair is a fairness policy, where an ordering policy is expected; write first or fcfs-ordering-policy`,
        `REFERENCE ${path}.fairnessPolicyRef: plugin first is an ordering policy, where a fairness policy is expected; write fair or global-strict-fairness-policy`,
      ],
    ],
    [
      'are not there',
      '{ fairnessPolicyRef: absent, orderingPolicyRef: edf-ordering-policy }',
      [
        `REFERENCE ${path}.orderingPolicyRef: there is no plugin edf-ordering-policy, but first; add a plugin of type edf-ordering-policy to plugins, or write another name`,
        `REFERENCE ${path}.fairnessPolicyRef: there is no plugin absent, but fair; add it to plugins, or write another name`,
      ],
    ],
  ])('%s', (_, policies, expected) => {
    const found = violations(band(policies), GAIE_1_5).filter((violation) => !violation.startsWith('UNUSED-PLUGIN'));
    expect(found).toEqual(expected);
  });
});

describe('the usage limit', () => {
  const limit = (name: string) =>
    flowControl(`{ usageLimitPolicyPluginRef: ${name} }`, '[{ name: limit, type: static-usage-limit-policy }]');

  test.each<[string, string, string[]]>([
    ['is there', 'limit', []],
    ['is the one that the endpoint picker adds', 'static-usage-limit-policy', ['UNUSED-PLUGIN plugins[0]']],
    ['is not there', 'absent', ['REFERENCE flowControl.usageLimitPolicyPluginRef', 'UNUSED-PLUGIN plugins[0]']],
    [
      'is something else',
      'fcfs-ordering-policy',
      ['REFERENCE flowControl.usageLimitPolicyPluginRef', 'UNUSED-PLUGIN plugins[0]'],
    ],
  ])('%s', (_, name, expected) => expect(places(limit(name), GAIE_1_5).sort()).toEqual(expected));
});

describe('without its gate', () => {
  const closed = (section: string) =>
    `plugins: [{ name: first, type: fcfs-ordering-policy }, { name: limit, type: static-usage-limit-policy }]\nflowControl: ${section}\n`;
  const idle =
    'NO-EFFECT flowControl: flowControl does nothing without the feature gate flowControl; add flowControl to featureGates, or take it away';

  test.each<[string, string, string, string[]]>([
    [
      'nothing of it is checked',
      GAIE_1_5,
      '{ maxBytes: -1, defaultRequestTTL: -1s, usageLimitPolicyPluginRef: limit, priorityBands: [{ orderingPolicyRef: first }, { fairnessPolicyRef: absent }] }',
      [idle],
    ],
    [
      'its template counts as a reference',
      GAIE_1_5,
      '{ defaultPriorityBand: { orderingPolicyRef: first }, usageLimitPolicyPluginRef: limit }',
      [idle],
    ],
    [
      'its types are checked',
      GAIE_1_5,
      '{ maxBytes: x, usageLimitPolicyPluginRef: limit, defaultPriorityBand: { orderingPolicyRef: first } }',
      ['FIELD flowControl.maxBytes: "x" is there, expected a quantity such as 1Gi; write a quantity such as 1Gi'],
    ],
    [
      'the saturation detector counts in any case',
      ROUTER,
      '{ saturationDetector: { pluginRef: utilization-detector }, usageLimitPolicyPluginRef: limit, priorityBands: [{ orderingPolicyRef: first }] }',
      [idle],
    ],
  ])('%s', (_, release, section, expected) => expect(violations(closed(section), release)).toEqual(expected));

  test('only the saturation detector may be set', () => {
    expect(places('flowControl: { saturationDetector: { pluginRef: utilization-detector } }', ROUTER)).toEqual([]);
  });
});
