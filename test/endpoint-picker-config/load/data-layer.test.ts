import { GAIE_1_4, GAIE_1_5, places, violationsExceptUnused } from '../violations';

const PLUGINS = `plugins:
- { name: scrape, type: metrics-data-source }
- { name: read, type: core-metrics-extractor }
- { name: pods, type: k8s-notification-source, parameters: { version: v1, kind: Pod } }
- { name: pods2, type: k8s-notification-source, parameters: { version: v1, kind: Pod } }
- { name: sets, type: k8s-notification-source, parameters: { group: apps, version: v1, kind: ReplicaSet } }
- { name: endpoints, type: endpoint-notification-source }
- { name: load, type: inflight-load-producer }
- { name: queue, type: queue-scorer }
`;

describe('sources of GAIE v1.5.0', () => {
  const path = 'dataLayer.sources[0]';

  test.each<[string, string, string[]]>([
    ['are right', '[{ pluginRef: scrape, extractors: [{ pluginRef: read }] }]', []],
    ['have no extractors', '[{ pluginRef: scrape }, { pluginRef: endpoints }]', []],
    ['are there twice', '[{ pluginRef: scrape }, { pluginRef: scrape }]', []],
    [
      'are not there',
      '[{ pluginRef: metrics-data-source }]',
      [
        `REFERENCE ${path}.pluginRef: there is no plugin metrics-data-source, but scrape, pods, pods2, sets and endpoints; add a plugin of type metrics-data-source to plugins, or write another name`,
      ],
    ],
    [
      'are something else',
      '[{ pluginRef: queue }]',
      [
        `REFERENCE ${path}.pluginRef: plugin queue is a scorer, where a data source is expected; write scrape, pods, pods2, sets or endpoints`,
      ],
    ],
    [
      'refer to nothing',
      '[{}]',
      [`REFERENCE ${path}.pluginRef: it refers to no plugin; write scrape, pods, pods2, sets or endpoints`],
    ],
    [
      'have extractors that are not there',
      '[{ pluginRef: scrape, extractors: [{ pluginRef: absent }] }]',
      [
        `REFERENCE ${path}.extractors[0].pluginRef: there is no plugin absent, but read and load; add it to plugins, or write another name`,
      ],
    ],
    [
      'have extractors that are something else',
      '[{ pluginRef: scrape, extractors: [{ pluginRef: queue }] }]',
      [
        `REFERENCE ${path}.extractors[0].pluginRef: plugin queue is a scorer, where an extractor is expected; write read or load`,
      ],
    ],
    [
      'have extractors that read something else',
      '[{ pluginRef: endpoints, extractors: [{ pluginRef: read }] }]',
      [
        `SOURCES ${path}.extractors[0].pluginRef: read (type core-metrics-extractor) cannot read endpoint-notification-source: it reads what metrics-data-source say; put it under the source that it reads, or take it away`,
      ],
    ],
    [
      'have extractors that read nothing',
      '[{ pluginRef: endpoints, extractors: [{ pluginRef: load }] }]',
      [
        `SOURCES ${path}.extractors[0].pluginRef: load (type inflight-load-producer) cannot read endpoint-notification-source: it reads no source of this release; put it under the source that it reads, or take it away`,
      ],
    ],
    [
      'watch one kind twice',
      '[{ pluginRef: pods }, { pluginRef: sets }, { pluginRef: pods2 }]',
      [
        'SOURCES dataLayer.sources[2].pluginRef: another source watches Pod (v1) already; keep one source for each kind of object',
      ],
    ],
    [
      'watch one kind of a group twice',
      '[{ pluginRef: sets }, { pluginRef: sets }]',
      [
        'SOURCES dataLayer.sources[1].pluginRef: another source watches ReplicaSet (apps/v1) already; keep one source for each kind of object',
      ],
    ],
    [
      'are empty',
      '[]',
      [
        'SOURCES dataLayer: dataLayer has no sources, and the endpoint picker cannot do without metrics; add a source, or take dataLayer away for the default one',
      ],
    ],
    [
      'and their extractors may be of a type that is not there',
      '[{ pluginRef: unknown, extractors: [{ pluginRef: read }] }, { pluginRef: scrape, extractors: [{ pluginRef: unknown }] }]',
      [],
    ],
    ['are no list', '3', ['FIELD dataLayer.sources: 3 is there, expected a list; write a list']],
  ])('%s', (_, sources, expected) => {
    const text = `${PLUGINS}- { name: unknown, type: absent }\ndataLayer: { sources: ${sources} }\n`;
    expect(violationsExceptUnused(text, GAIE_1_5).filter((violation) => !violation.startsWith('PLUGIN-TYPE'))).toEqual(
      expected,
    );
  });

  test.each<[string, string, string[]]>([
    ['are added where there is no data layer', 'plugins: []', []],
    ['are not added to an empty data layer', 'dataLayer: {}', ['SOURCES dataLayer']],
    ['are not added to a data layer that is null', 'dataLayer:', []],
    [
      'are not looked at with metrics of old',
      'featureGates: [enableLegacyMetrics]\ndataLayer: { sources: [{ pluginRef: absent }] }',
      [],
    ],
    [
      'may be in a profile, as far as they are added',
      'schedulingProfiles: [{ name: a, plugins: [{ pluginRef: metrics-data-source }] }]',
      [],
    ],
    [
      'may be in no profile where they are not added',
      'featureGates: [enableLegacyMetrics]\nschedulingProfiles: [{ name: a, plugins: [{ pluginRef: metrics-data-source }] }]',
      ['REFERENCE schedulingProfiles[0].plugins[0].pluginRef'],
    ],
    [
      'may be there under the name of the one that is added',
      'plugins: [{ type: metrics-data-source, parameters: { path: /m } }]',
      [],
    ],
    [
      'must be what their name says',
      'plugins: [{ name: core-metrics-extractor, type: queue-scorer }]',
      ['REFERENCE dataLayer.sources[0].extractors[0].pluginRef'],
    ],
  ])('%s', (_, text, expected) => {
    expect(places(text, GAIE_1_5).filter((place) => !place.startsWith('UNUSED-PLUGIN'))).toEqual(expected);
  });
});

describe('sources of GAIE v1.4.0', () => {
  const plugins = PLUGINS.replace('core-metrics-extractor', 'model-server-protocol-metrics').replace(
    /- \{ name: (endpoints|load).*\n/g,
    '',
  );
  const open = (section: string) => `featureGates: [dataLayer]\n${plugins}${section}\n`;

  test.each<[string, string, string[]]>([
    ['are right', 'data: { sources: [{ pluginRef: scrape, extractors: [{ pluginRef: read }] }] }', []],
    [
      'are missing',
      '',
      [
        'DATA-LAYER featureGates: the feature gate dataLayer is open, and data.sources is empty; add a source to data.sources, or close the gate',
      ],
    ],
    [
      'are missing in their section',
      'data: {}',
      [
        'DATA-LAYER data: the feature gate dataLayer is open, and data.sources is empty; add a source to data.sources, or close the gate',
      ],
    ],
    [
      'are empty',
      'data: { sources: [] }',
      [
        'SOURCES data: the feature gate dataLayer is open, and data.sources is empty; add a source to data.sources, or close the gate',
      ],
    ],
    [
      'are there twice',
      'data: { sources: [{ pluginRef: scrape }, { pluginRef: scrape }] }',
      ['SOURCES data.sources[1].pluginRef: scrape is there twice; keep one of them'],
    ],
    [
      'have an extractor twice',
      'data: { sources: [{ pluginRef: scrape, extractors: [{ pluginRef: read }, { pluginRef: read }] }] }',
      ['SOURCES data.sources[0].extractors[1].pluginRef: read is there twice; keep one of them'],
    ],
    [
      'are not there',
      'data: { sources: [{ pluginRef: absent }] }',
      [expect.stringMatching(/^REFERENCE data.sources\[0\].pluginRef: /)] as never,
    ],
  ])('%s', (_, section, expected) => expect(violationsExceptUnused(open(section), GAIE_1_4)).toEqual(expected));

  test.each<[string, string, string[]]>([
    ['may be there', 'data: { sources: [{ pluginRef: pods }] }', []],
    ['may be empty', 'data: {}', []],
    [
      'must be there if there are references',
      'data: { sources: [{ pluginRef: absent }] }',
      ['REFERENCE data.sources[0].pluginRef'],
    ],
    [
      'must not read metrics, which the endpoint picker does itself',
      'data: { sources: [{ pluginRef: scrape, extractors: [{ pluginRef: read }] }] }',
      ['SOURCES data.sources[0].extractors[0].pluginRef'],
    ],
  ])('without the gate they %s', (_, section, expected) => {
    const found = places(`${plugins}${section}\n`, GAIE_1_4);
    expect(found.filter((place) => !place.startsWith('UNUSED-PLUGIN'))).toEqual(expected);
  });

  test('may have an extractor of a type that is not there', () => {
    const text = `${plugins}- { name: unknown, type: absent }\ndata: { sources: [{ pluginRef: scrape, extractors: [{ pluginRef: unknown }] }] }\n`;
    expect(places(text, GAIE_1_4).filter((place) => !place.startsWith('UNUSED-PLUGIN'))).toEqual([
      'PLUGIN-TYPE plugins[6].type',
    ]);
  });

  test('say that metrics need the gate', () => {
    const text = `${plugins}data: { sources: [{ pluginRef: scrape, extractors: [{ pluginRef: read }] }] }\n`;
    expect(violationsExceptUnused(text, GAIE_1_4)).toEqual([
      'SOURCES data.sources[0].extractors[0].pluginRef: read (type model-server-protocol-metrics) needs the feature gate dataLayer; add dataLayer to featureGates, or take the extractor away',
    ]);
  });
});
