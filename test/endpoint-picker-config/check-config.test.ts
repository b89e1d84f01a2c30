import { checkConfig, checkConfigObject } from '../../lib/endpoint-picker-config/check-config';
import { GAIE_1_4, GAIE_1_5, places, violations, ROUTER } from './violations';

const GAIE_API = 'inference.networking.x-k8s.io/v1alpha1';
const FIELDS_1_5 =
  'apiVersion, kind, featureGates, plugins, schedulingProfiles, saturationDetector, dataLayer, flowControl and parser';

describe('apiVersion and kind', () => {
  const reads = (release: string, versions: string) => `is there, ${release} reads ${versions}`;

  test.each<[string, string, string, string[]]>([
    ['are right', GAIE_1_5, `apiVersion: ${GAIE_API}\nkind: EndpointPickerConfig`, []],
    ['are missing', GAIE_1_5, 'plugins: []', []],
    ['are null', GAIE_1_5, 'apiVersion:\nkind:', []],
    ['are empty', GAIE_1_5, 'apiVersion: ""\nkind: ""', []],
    [
      'are of a later release',
      GAIE_1_5,
      'apiVersion: llm-d.ai/v1alpha1',
      [`API apiVersion: llm-d.ai/v1alpha1 ${reads(GAIE_1_5, GAIE_API)}; write ${GAIE_API}`],
    ],
    [
      'are of an older release',
      ROUTER,
      `apiVersion: ${GAIE_API}`,
      [`DEPRECATED apiVersion: ${GAIE_API} will be removed; write llm-d.ai/v1alpha1`],
    ],
    [
      'are of no release',
      ROUTER,
      'apiVersion: llm-d.ai/v1',
      [`API apiVersion: llm-d.ai/v1 ${reads(ROUTER, `llm-d.ai/v1alpha1 and ${GAIE_API}`)}; write llm-d.ai/v1alpha1`],
    ],
    [
      'have another case',
      GAIE_1_5,
      'kind: endpointPickerConfig',
      ['API kind: endpointPickerConfig is there, expected EndpointPickerConfig; write EndpointPickerConfig'],
    ],
  ])('%s', (_, release, text, expected) => expect(violations(text, release)).toEqual(expected));
});

describe('fields', () => {
  const none = (path: string, name: string, elsewhere: string, known: string, remedy: string) => [
    `FIELD ${path}: there is no field ${name} in ${GAIE_1_5}${elsewhere}; here may stand ${known}; ${remedy}`,
  ];

  test.each<[string, string, string[]]>([
    ['are misspelt', 'plugin: []', none('plugin', 'plugin', '', FIELDS_1_5, 'write plugins')],
    ['have another case', 'Plugins: []', none('Plugins', 'Plugins', '', FIELDS_1_5, 'write plugins')],
    ['are unlike any other', 'absent: 1', none('absent', 'absent', '', FIELDS_1_5, 'take it away')],
    ['are words of JavaScript', 'constructor: 1', none('constructor', 'constructor', '', FIELDS_1_5, 'take it away')],
    [
      'are of another release',
      'requestHandler: {}',
      none('requestHandler', 'requestHandler', `, but in ${ROUTER}`, FIELDS_1_5, 'take it away'),
    ],
    [
      'are of a list in another release',
      'saturationDetector: { queueDepthThreshold: 5 }',
      none(
        'saturationDetector.queueDepthThreshold',
        'queueDepthThreshold',
        `, but in ${GAIE_1_4}`,
        'pluginRef',
        'take it away',
      ),
    ],
    [
      'are in a list of a section',
      'dataLayer: { sources: [{ source: a }] }',
      none('dataLayer.sources[0].source', 'source', '', 'pluginRef and extractors', 'take it away').concat(
        'REFERENCE dataLayer.sources[0].pluginRef: it refers to no plugin; add a plugin to plugins, and write its name',
      ),
    ],
    [
      'are of another place',
      'plugins: [{ type: queue-scorer, weight: 2 }]\nschedulingProfiles: [{ name: a, plugins: [{ pluginRef: queue-scorer }] }]',
      none('plugins[0].weight', 'weight', '', 'name, type and parameters', 'take it away'),
    ],
    [
      'are misspelt, so that one is missing',
      'plugins: [{ typ: queue-scorer }]',
      none('plugins[0].typ', 'typ', '', 'name, type and parameters', 'write type'),
    ],
    [
      'are unlike the one that is missing',
      'plugins: [{ q: queue-scorer }]',
      [
        ...none('plugins[0].q', 'q', '', 'name, type and parameters', 'take it away'),
        'PLUGIN-TYPE plugins[0]: the plugin has no type; add its type',
      ],
    ],
    ['are a number', 'plugins: 3', ['FIELD plugins: 3 is there, expected a list; write a list']],
    ['are null', 'plugins:\nschedulingProfiles:\ndataLayer:\nflowControl:\nfeatureGates:\nparser:', []],
    ['are all one list', '- a', ['FIELD : a list is there, expected a mapping; write a mapping']],
    [
      'have the wrong type, and what is missing is not reported then',
      'schedulingProfiles: [{ name: 3, plugins: [{ pluginRef: {} }, 4] }]',
      [
        'FIELD schedulingProfiles[0].name: 3 is there, expected a string; write a string',
        'FIELD schedulingProfiles[0].plugins[0].pluginRef: a mapping is there, expected a string; write a string',
        'FIELD schedulingProfiles[0].plugins[1]: 4 is there, expected a mapping; write a mapping',
        'REFERENCE schedulingProfiles[0].plugins[1]: it refers to no plugin; add a plugin to plugins, and write its name',
      ],
    ],
  ])('%s', (_, text, expected) => expect(violations(text, GAIE_1_5)).toEqual(expected));

  test.each<[string, string, string, string[]]>([
    ['a section that is new', GAIE_1_4, 'dataLayer: {}\nparser: {}', ['FIELD dataLayer', 'FIELD parser']],
    ['a section that is gone', GAIE_1_5, 'data: {}', ['FIELD data']],
    ['thresholds', GAIE_1_4, 'saturationDetector: { queueDepthThreshold: 5, kvCacheUtilThreshold: 1 }', []],
    ['a threshold that is null', GAIE_1_4, 'saturationDetector: { queueDepthThreshold: null }', []],
    [
      'a duration that is null',
      GAIE_1_4,
      'saturationDetector: { metricsStalenessThreshold: null }',
      ['FIELD saturationDetector.metricsStalenessThreshold'],
    ],
    [
      'a limit with a unit',
      GAIE_1_4,
      'featureGates: [flowControl]\nflowControl: { maxBytes: 1Gi }',
      ['FIELD flowControl.maxBytes'],
    ],
    ['a limit in bytes', GAIE_1_4, 'featureGates: [flowControl]\nflowControl: { maxBytes: 1024 }', []],
    [
      'a limit of requests',
      GAIE_1_4,
      'featureGates: [flowControl]\nflowControl: { maxRequests: 1 }',
      ['FIELD flowControl.maxRequests'],
    ],
    [
      'a template of bands',
      GAIE_1_5,
      'flowControl: { defaultNegativePriorityBand: {} }',
      ['FIELD flowControl.defaultNegativePriorityBand'],
    ],
    [
      'what only the router knows',
      ROUTER,
      'dataLayer: { injectDefaults: true, crossReplicaSyncInterval: 1s }\nrequestHandler: { parsers: [] }',
      [],
    ],
  ])('%s in %s', (_, release, text, expected) => expect(places(text, release)).toEqual(expected));
});

test('a field in a list may be of another release', () => {
  const text = 'featureGates: [flowControl]\nflowControl: { priorityBands: [{ maxRequests: 1 }] }';
  expect(violations(text, GAIE_1_4)).toEqual([
    `FIELD flowControl.priorityBands[0].maxRequests: there is no field maxRequests in ${GAIE_1_4}, but in ${GAIE_1_5} and ${ROUTER}; here may stand priority, maxBytes, fairnessPolicyRef and orderingPolicyRef; take it away`,
  ]);
});

test('a null duration says what it must be', () => {
  expect(violations('saturationDetector: { metricsStalenessThreshold: null }', GAIE_1_4)).toEqual([
    'FIELD saturationDetector.metricsStalenessThreshold: it is empty, but must be a duration such as 1m30s; leave it out',
  ]);
});

test('violations are in the order of their lines', () => {
  const text = 'parser: { pluginRef: absent }\nplugins: [{ type: nothing }]\nkind: List\n';
  expect(checkConfig(text, { release: GAIE_1_5 }).map(({ line }) => line)).toEqual([1, 2, 3]);
});

test('an object has no lines', () => {
  const found = checkConfigObject({ kind: 'List' }, { release: GAIE_1_5 });
  expect(found.map(({ code, line }) => [code, line])).toEqual([['LLMD-EPP-CONFIG-API', undefined]]);
});

test('no object is an empty one', () => expect(checkConfigObject(undefined, { release: GAIE_1_5 })).toEqual([]));

test('an unknown release is refused', () => {
  expect(() => checkConfig('plugins: []', { release: 'gaie-v0.1.0' })).toThrow('gaie-v0.1.0');
});
