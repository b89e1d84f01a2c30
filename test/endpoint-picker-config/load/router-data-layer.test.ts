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
