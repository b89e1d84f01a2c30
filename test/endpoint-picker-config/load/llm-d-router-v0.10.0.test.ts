import { places, violations, ROUTER } from '../violations';

const PLUGINS = `plugins:
- { name: scrape, type: metrics-data-source }
- { name: read, type: core-metrics-extractor }
- { name: endpoints, type: endpoint-notification-source }
- { name: load, type: inflight-load-producer }
- { name: queue, type: queue-scorer }
- { name: files, type: file-discovery, parameters: { path: /endpoints.yaml } }
- { name: prefixes, type: precise-prefix-cache-producer }
`;

/** The violations, without those about unused plugins. */
const dataLayerViolations = (section: string) =>
  violations(`${PLUGINS}${section}\n`, ROUTER).filter((violation) => !violation.startsWith('UNUSED-PLUGIN'));

test('the metrics that the router adds must have the types of their names', () => {
  const text = 'plugins: [{ name: metrics-data-source, type: queue-scorer }]';
  expect(places(text, ROUTER)).toEqual(['REFERENCE dataLayer.sources[0].pluginRef']);
});

describe('the data layer of the router', () => {
  const METRICS = '{ pluginRef: metrics-data-source, extractors: [{ pluginRef: core-metrics-extractor }] }';

  test.each<[string, string, unknown[]]>([
    ['is empty', 'dataLayer: {}', []],
    [
      'has a source that is not there',
      'dataLayer: { sources: [{ pluginRef: absent }] }',
      [expect.stringMatching(/^REFERENCE dataLayer.sources\[0\].pluginRef: there is no plugin absent, but /)],
    ],
    ['has discovery', 'dataLayer: { discovery: { pluginRef: files } }', []],
    [
      'has a discovery that is not there',
      'dataLayer: { discovery: { pluginRef: file } }',
      ['REFERENCE dataLayer.discovery.pluginRef: there is no plugin file, but files; write files'],
    ],
    [
      'has a discovery that is something else',
      'dataLayer: { discovery: { pluginRef: queue } }',
      ['REFERENCE dataLayer.discovery.pluginRef: plugin queue is a scorer, where a discovery is expected; write files'],
    ],
    [
      'has a discovery that refers to nothing',
      'dataLayer: { discovery: {} }',
      ['REFERENCE dataLayer.discovery.pluginRef: it refers to no plugin; write files'],
    ],
    [
      'has a syncer that is not there',
      'dataLayer: { crossReplicaSyncerPluginRef: sync }',
      [expect.stringMatching(/^REFERENCE dataLayer.crossReplicaSyncerPluginRef: there is no plugin sync, but /)],
    ],
    ['has no syncer', 'dataLayer: { crossReplicaSyncerPluginRef: "" }', []],
    ['has a syncer', 'dataLayer: { crossReplicaSyncerPluginRef: load }', []],
    [
      'lets any plugin read notifications',
      'dataLayer: { sources: [{ pluginRef: endpoints, extractors: [{ pluginRef: prefixes }, { pluginRef: load }] }] }',
      [],
    ],
    [
      'knows what an extractor reads',
      'dataLayer: { injectDefaults: false, sources: [{ pluginRef: scrape, extractors: [{ pluginRef: prefixes }] }] }',
      [
        'SOURCES dataLayer.sources[0].extractors[0].pluginRef: prefixes (type precise-prefix-cache-producer) cannot read metrics-data-source: it reads what endpoint-notification-source say; put it under the source that it reads, or take it away',
      ],
    ],
    [
      'has an extractor that is not there',
      'dataLayer: { sources: [{ pluginRef: endpoints, extractors: [{ pluginRef: absent }] }] }',
      [
        expect.stringMatching(
          /^REFERENCE dataLayer.sources\[0\].extractors\[0\].pluginRef: there is no plugin absent, but /,
        ),
      ],
    ],
    [
      'has metrics of its own',
      `dataLayer: { sources: [${METRICS.replace('metrics-data-source', 'scrape').replace('core-metrics-extractor', 'read')}] }`,
      [
        'METRICS dataLayer.sources[0].pluginRef: the plugin is not called metrics-data-source, so that a second source of metrics is added; call it metrics-data-source, or write injectDefaults: false',
      ],
    ],
    ['has metrics of its own alone', 'dataLayer: { injectDefaults: false, sources: [{ pluginRef: scrape }] }', []],
    [
      'has no metrics',
      'dataLayer: { injectDefaults: false }',
      [
        'METRICS dataLayer.injectDefaults: there are no sources, not even the default one, so that no metrics are collected; add a source, or take injectDefaults away',
      ],
    ],
    [
      'has the metrics that are added',
      `dataLayer: { sources: [${METRICS}] }`,
      [
        expect.stringMatching(
          /^REFERENCE dataLayer.sources\[0\].pluginRef: there is no plugin metrics-data-source, but scrape/,
        ),
        expect.stringMatching(
          /^REFERENCE dataLayer.sources\[0\].extractors\[0\].pluginRef: there is no plugin core-metrics-extractor, but /,
        ),
      ],
    ],
  ])('%s', (_, section, expected) => expect(dataLayerViolations(section)).toEqual(expected));
});

const violationsOf = (text: string) =>
  violations(text, ROUTER).filter((violation) => !violation.startsWith('UNUSED-PLUGIN'));

describe('the handler that splits prefill from decode', () => {
  const PROFILES = 'schedulingProfiles: [{ name: decode }, { name: prefill }]\n';
  const handler = (parameters: string, profiles = PROFILES) =>
    `plugins:\n- { name: decider, type: always-disagg-pd-decider }\n- { type: queue-scorer }\n- type: disagg-profile-handler\n  parameters: ${parameters}\n${profiles}`;
  const path = 'plugins[2].parameters';
  const stage = (name: string, profile: string) =>
    `STAGE plugins[2]: the stage ${name} runs profile ${profile}, which is none of schedulingProfiles; add a profile ${profile}, or name another one in profiles.${name}`;

  test.each<[string, string, string, string[]]>([
    ['has a decider', '{ deciders: { prefill: decider } }', PROFILES, []],
    ['has no parameters', '', PROFILES, []],
    ['has no decider', '{ deciders: { prefill: "" } }', PROFILES, []],
    [
      'has a decider that is not there',
      '{ deciders: { prefill: absent } }',
      PROFILES,
      [
        `REFERENCE ${path}.deciders.prefill: there is no plugin absent, but decider; add it to plugins, or write another name`,
      ],
    ],
    [
      'has a decider that is something else',
      '{ deciders: { encode: queue-scorer } }',
      PROFILES.replace('prefill', 'encode'),
      [
        `REFERENCE ${path}.deciders.encode: plugin queue-scorer is a scorer, where a decider is expected; write decider`,
      ],
    ],
    ['has no profile for decode', '', 'schedulingProfiles: [{ name: default }]\n', [stage('decode', 'decode')]],
    [
      'has another profile for decode',
      '{ profiles: { decode: default } }',
      'schedulingProfiles: [{ name: default }]\n',
      [],
    ],
    [
      'has no profile for a stage that it may run',
      '{ deciders: { prefill: decider }, profiles: { prefill: other } }',
      PROFILES,
      [stage('prefill', 'other')],
    ],
    ['needs no profile for a stage that it never runs', '{ profiles: { prefill: other } }', PROFILES, []],
    ['has no profiles at all', '', '', [stage('decode', 'decode')]],
    [
      'asks a decider after prefill',
      '{ stageOrder: prefill-first, deciders: { prefill: decider } }',
      PROFILES,
      [
        `PARAMETERS ${path}.deciders.prefill: a decider for prefill is there, and stageOrder prefill-first never asks it; take it away, or write stageOrder decode-first`,
      ],
    ],
    ['begins with prefill', '{ stageOrder: prefill-first, deciders: {} }', PROFILES, []],
    [
      'begins with something else',
      '{ stageOrder: encode-first }',
      PROFILES,
      [
        `PARAMETERS ${path}.stageOrder: "encode-first" is there, but it must be decode-first or prefill-first; write such a value`,
      ],
    ],
    [
      'is written as in older releases',
      '{ decodeProfile: decode }',
      PROFILES,
      [
        `DEPRECATED ${path}.decodeProfile: parameter decodeProfile of disagg-profile-handler will be removed; write profiles.decode`,
      ],
    ],
  ])('%s', (_, parameters, profiles, expected) =>
    expect(violationsOf(handler(parameters, profiles))).toEqual(expected),
  );
});

describe('the name of a producer', () => {
  const plugins = (parameters: string) =>
    `plugins:\n- { name: mine, type: approx-prefix-cache-producer }\n- type: prefix-cache-scorer\n  parameters: ${parameters}\n`;

  test.each<[string, string, string[]]>([
    ['is there', '{ prefixMatchInfoProducerName: mine }', []],
    ['is one that makes itself', '{ prefixMatchInfoProducerName: approx-prefix-cache-producer }', []],
    ['is empty', '{ prefixMatchInfoProducerName: "" }', []],
    ['is in another case', '{ PrefixMatchInfoProducerName: mine }', []],
    [
      'is not there',
      '{ prefixMatchInfoProducerName: precise-prefix-cache-producer }',
      [
        'DATA plugins[1].parameters.prefixMatchInfoProducerName: there is no plugin precise-prefix-cache-producer that would produce what this one needs; name a producer of plugins, or add it',
      ],
    ],
    [
      'is none',
      '{ prefixMatchInfoProducerName: 3 }',
      ['PARAMETERS plugins[1].parameters.prefixMatchInfoProducerName: 3 is there, expected a string; write a string'],
    ],
  ])('%s', (_, parameters, expected) => expect(violationsOf(plugins(parameters))).toEqual(expected));
});

describe('the producer of tokens', () => {
  const parameters = (text: string) => `plugins: [{ type: token-producer, parameters: ${text} }]`;
  const path = 'plugins[0].parameters';
  const needs = (backend: string) =>
    `PARAMETERS ${path}.${backend}: ${backend} needs modelName; add modelName: the model that vLLM serves`;
  const both = (first: string, second: string) =>
    `PARAMETERS ${path}.${second}: ${first} and ${second} are there, and one takes the other's place; keep one`;
  const old = `DEPRECATED ${path}.udsTokenizerConfig: parameter udsTokenizerConfig of token-producer will be removed; write vllm`;

  test.each<[string, string[]]>([
    ['{}', []],
    ['{ modelName: a }', []],
    ['{ modelName: a, vllm: { url: "http://render:8000" } }', []],
    ['{ estimate: { image: { mode: static } } }', []],
    ['{ modelName: a, udsTokenizerConfig: { socketFile: /run/a } }', [old]],
    ['{ vllm: {} }', [needs('vllm')]],
    ['{ udsTokenizerConfig: { socketFile: /run/a } }', [needs('udsTokenizerConfig'), old]],
    ['{ udsTokenizerConfig: {} }', [old]],
    ['{ modelName: a, vllm: {}, estimate: {} }', [both('vllm', 'estimate')]],
    [
      '{ modelName: a, estimate: {}, udsTokenizerConfig: { socketFile: /run/a } }',
      [both('estimate', 'udsTokenizerConfig'), old],
    ],
    ['{ vllm: { url: 3 } }', [`PARAMETERS ${path}.vllm.url: 3 is there, expected a string; write a string`]],
    ['{ modelName: 3 }', [`PARAMETERS ${path}.modelName: 3 is there, expected a string; write a string`]],
  ])('%s', (text, expected) => expect(violationsOf(parameters(text))).toEqual(expected));
});

describe('the producer of session ids', () => {
  const exactly = 'exactly one of headerName and cookieName is needed';

  test.each<[string, string[]]>([
    ['{ headerName: x-session }', []],
    ['{ cookieName: session }', []],
    ['{ cookieName: session, headerName: "" }', []],
    ['{}', [`PARAMETERS plugins[0].parameters: ${exactly}, and none of them is there; write one of them`]],
    [
      '{ cookieName: a, headerName: b }',
      [`PARAMETERS plugins[0].parameters: ${exactly}, and headerName and cookieName are there; write one of them`],
    ],
  ])('%s', (text, expected) => {
    expect(violationsOf(`plugins: [{ type: session-id-producer, parameters: ${text} }]`)).toEqual(expected);
  });

  test('needs parameters', () => {
    expect(places('plugins: [{ type: session-id-producer }]', ROUTER)).toEqual(['PARAMETERS plugins[0]']);
  });
});
