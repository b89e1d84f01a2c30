import { GAIE_1_5, places, violations, refusals, ROUTER } from '../violations';

/** The violations, without those about unused plugins. */
const violationsOf = (text: string, release: string) =>
  violations(text, release).filter((violation) => !violation.startsWith('UNUSED-PLUGIN'));

describe('the saturation detector of GAIE v1.5.0', () => {
  const plugins = 'plugins: [{ name: busy, type: concurrency-detector }, { type: queue-scorer }]\n';

  test.each<[string, string, string[]]>([
    ['is added', '', []],
    ['is added where none is named', 'saturationDetector: {}', []],
    ['may be named without being there', 'saturationDetector: { pluginRef: utilization-detector }', []],
    ['is there', 'saturationDetector: { pluginRef: busy }', []],
    [
      'is not there',
      'saturationDetector: { pluginRef: concurrency-detector }',
      [
        'REFERENCE saturationDetector.pluginRef: there is no plugin concurrency-detector, but busy; add a plugin of type concurrency-detector to plugins, or write another name',
      ],
    ],
    [
      'is something else',
      'saturationDetector: { pluginRef: queue-scorer }',
      [
        'REFERENCE saturationDetector.pluginRef: plugin queue-scorer is a scorer, where a saturation detector is expected; write busy',
      ],
    ],
  ])('%s', (_, section, expected) => expect(violationsOf(plugins + section, GAIE_1_5)).toEqual(expected));

  test('must have the type of its name', () => {
    expect(violationsOf('plugins: [{ name: utilization-detector, type: queue-scorer }]', GAIE_1_5)).toEqual([
      'REFERENCE saturationDetector.pluginRef: plugin utilization-detector is a scorer, where a saturation detector is expected; add a saturation detector to plugins',
    ]);
  });
});

describe('the saturation detector of the router', () => {
  const plugins = 'plugins: [{ name: busy, type: concurrency-detector }]\n';
  const top =
    'DEPRECATED saturationDetector: saturationDetector at the top will be removed; write flowControl.saturationDetector';

  test.each<[string, string, string[]]>([
    ['is at the top', 'saturationDetector: { pluginRef: busy }', [top]],
    ['is in flow control', 'flowControl: { saturationDetector: { pluginRef: busy } }', []],
    [
      'is not there in flow control',
      'flowControl: { saturationDetector: { pluginRef: busi } }',
      ['REFERENCE flowControl.saturationDetector.pluginRef: there is no plugin busi, but busy; write busy'],
    ],
    [
      'is not there at the top',
      'saturationDetector: { pluginRef: absent }',
      [
        top,
        'REFERENCE saturationDetector.pluginRef: there is no plugin absent, but busy; add it to plugins, or write another name',
      ],
    ],
    [
      'is in both, and the one at the top does not count',
      'saturationDetector: { pluginRef: absent }\nflowControl: { saturationDetector: { pluginRef: busy } }',
      [top],
    ],
  ])('%s', (_, section, expected) => expect(violationsOf(plugins + section, ROUTER)).toEqual(expected));
});

describe('the parser of GAIE v1.5.0', () => {
  const plugins = 'plugins: [{ name: grpc, type: vllmgrpc-parser }, { type: queue-scorer }]\n';

  test.each<[string, string, string[]]>([
    ['is added', '', []],
    ['may be named without being there', 'parser: { pluginRef: openai-parser }', []],
    ['is there', 'parser: { pluginRef: grpc }', []],
    ['is not named', 'parser: {}', ['REFERENCE parser.pluginRef: it refers to no plugin; write grpc']],
    [
      'is not there',
      'parser: { pluginRef: vllmgrpc-parser }',
      [
        'REFERENCE parser.pluginRef: there is no plugin vllmgrpc-parser, but grpc; add a plugin of type vllmgrpc-parser to plugins, or write another name',
      ],
    ],
    [
      'is something else',
      'parser: { pluginRef: queue-scorer }',
      ['REFERENCE parser.pluginRef: plugin queue-scorer is a scorer, where a parser is expected; write grpc'],
    ],
  ])('%s', (_, section, expected) => expect(violationsOf(plugins + section, GAIE_1_5)).toEqual(expected));
});

test('without plugins there is no name to propose', () => {
  expect(violationsOf('parser: { pluginRef: absent }', GAIE_1_5)).toEqual([
    'REFERENCE parser.pluginRef: there is no plugin absent; add it to plugins, or write another name',
  ]);
});

test('the parsers that the router adds must have the types of their names', () => {
  expect(violationsOf('plugins: [{ name: openai-parser, type: queue-scorer }]', ROUTER)).toEqual([
    'REFERENCE : plugin openai-parser is a scorer, where a parser is expected; add a parser to plugins',
  ]);
});

describe('the parsers of the router', () => {
  const plugins = 'plugins: [{ name: grpc, type: vllmgrpc-parser }, { type: queue-scorer }]\n';
  const path = 'requestHandler.parsers[0].pluginRef';
  const top = 'DEPRECATED parser: parser at the top will be removed; write requestHandler.parsers';

  test.each<[string, string, string[]]>([
    ['are added', '', []],
    ['are added to an empty list', 'requestHandler: { parsers: [] }', []],
    ['are there', 'requestHandler: { parsers: [{ pluginRef: grpc }, { pluginRef: openai-parser }] }', []],
    ['are types', 'requestHandler: { parsers: [{ pluginRef: vertexai-parser }] }', []],
    [
      'are types of something else',
      'requestHandler: { parsers: [{ pluginRef: random-picker }] }',
      [`REFERENCE ${path}: plugin random-picker is a picker, where a parser is expected; write grpc`],
    ],
    [
      'are something else',
      'requestHandler: { parsers: [{ pluginRef: queue-scorer }] }',
      [`REFERENCE ${path}: plugin queue-scorer is a scorer, where a parser is expected; write grpc`],
    ],
    [
      'are not there',
      'requestHandler: { parsers: [{ pluginRef: absent }] }',
      [`REFERENCE ${path}: there is no plugin absent, but grpc; add it to plugins, or write another name`],
    ],
    [
      'are words of JavaScript',
      'requestHandler: { parsers: [{ pluginRef: constructor }] }',
      [`REFERENCE ${path}: there is no plugin constructor, but grpc; add it to plugins, or write another name`],
    ],
    [
      'refer to nothing',
      'requestHandler: { parsers: [{}] }',
      [`REFERENCE ${path}: it refers to no plugin; write grpc`],
    ],
    ['are one at the top', 'parser: { pluginRef: grpc }', [top]],
    [
      'are one at the top that is not there',
      'parser: { pluginRef: grpcs }',
      [top, 'REFERENCE parser.pluginRef: there is no plugin grpcs, but grpc; write grpc'],
    ],
    [
      'are one at the top that does not count',
      'parser: { pluginRef: absent }\nrequestHandler: { parsers: [{ pluginRef: grpc }] }',
      [top],
    ],
  ])('%s', (_, section, expected) => expect(violationsOf(plugins + section, ROUTER)).toEqual(expected));
});

describe('the producer that GAIE v1.5.0 adds for a prefix cache scorer', () => {
  test.each<[string, string, string[]]>([
    ['takes the parameters of the scorer', '[{ type: prefix-cache-scorer, parameters: { blockSizeTokens: 16 } }]', []],
    [
      'refuses them where they are wrong',
      '[{ type: prefix-cache-scorer, parameters: { blockSizeTokens: x } }]',
      ['PARAMETERS plugins[0].parameters.blockSizeTokens'],
    ],
    [
      'refuses them where they do not go together',
      '[{ type: prefix-cache-scorer, parameters: { autoTune: false, blockSizeTokens: 0 } }]',
      ['PARAMETERS plugins[0].parameters.blockSizeTokens'],
    ],
    [
      'takes the parameters of the last scorer',
      '[{ type: prefix-cache-scorer, parameters: { autoTune: 1 } }, { name: b, type: prefix-cache-scorer }]',
      [],
    ],
    [
      'is not added where there is one',
      '[{ type: approx-prefix-cache-producer }, { type: prefix-cache-scorer, parameters: { autoTune: 1 } }]',
      [],
    ],
    ['is added to no other plugin', '[{ type: queue-scorer, parameters: { autoTune: 1 } }]', []],
  ])('%s', (_, plugins, expected) => {
    expect(refusals(`plugins: ${plugins}`, GAIE_1_5)).toEqual(expected);
  });
});

describe('the parameters of a prefix cache scorer in GAIE v1.5.0', () => {
  const ignored = (path: string) =>
    `IGNORED-PARAMETER ${path}: prefix-cache-scorer has no parameters, so that these do nothing; take them away`;

  test.each<[string, string, string[]]>([
    ['go to its producer', '[{ type: prefix-cache-scorer, parameters: { lruCapacityPerServer: 1 } }]', []],
    [
      'go to its producer, which does not know them all',
      '[{ type: prefix-cache-scorer, parameters: { lruCapacity: 1 } }]',
      [
        'IGNORED-PARAMETER plugins[0].parameters.lruCapacity: prefix-cache-scorer has no parameter lruCapacity, but autoTune, blockSizeTokens, blockSize, maxPrefixBlocksToMatch, maxPrefixTokensToMatch and lruCapacityPerServer; take it away',
      ],
    ],
    [
      'do nothing beside another producer',
      '[{ type: prefix-cache-scorer, parameters: { autoTune: false } }, { type: approx-prefix-cache-producer }]',
      [ignored('plugins[0].parameters')],
    ],
    [
      'do nothing before another scorer',
      '[{ name: a, type: prefix-cache-scorer, parameters: { autoTune: false } }, { type: prefix-cache-scorer }]',
      [ignored('plugins[0].parameters')],
    ],
    [
      'do nothing beside another producer, even where they are wrong together',
      '[{ type: approx-prefix-cache-producer }, { type: prefix-cache-scorer, parameters: { autoTune: false, blockSizeTokens: 0 } }]',
      [ignored('plugins[1].parameters')],
    ],
    [
      'are wrong together',
      '[{ type: prefix-cache-scorer, parameters: { autoTune: false, blockSizeTokens: 0 } }]',
      [
        'PARAMETERS plugins[0].parameters.blockSizeTokens: blockSizeTokens is 0 and autoTune is off, so that the size of a block is not known; write the block size of the model servers',
      ],
    ],
  ])('%s', (_, plugins, expected) => expect(violationsOf(`plugins: ${plugins}`, GAIE_1_5)).toEqual(expected));

  test('take the place of a plugin with the name of their producer', () => {
    const text =
      'plugins: [{ name: approx-prefix-cache-producer, type: concurrency-detector }, { type: prefix-cache-scorer }]\nsaturationDetector: { pluginRef: approx-prefix-cache-producer }';
    expect(places(text, GAIE_1_5)).toEqual(['REFERENCE saturationDetector.pluginRef']);
  });
});

describe('in-flight load in GAIE v1.5.0', () => {
  const together = (path: string, scorer: string, producer: string) =>
    `DATA ${path}: ${scorer} (type token-load-scorer) and ${producer} (type inflight-load-producer) cannot be together in this release, which takes what they share for two things; take one of them away, or use llm-d-router`;

  test.each<[string, string, string[]]>([
    ['may be produced', '[{ type: inflight-load-producer }]', []],
    ['may be wanted', '[{ type: token-load-scorer }]', []],
    [
      'may not be both',
      '[{ name: a, type: token-load-scorer }, { name: b, type: inflight-load-producer }]',
      [together('plugins[1]', 'a', 'b')],
    ],
  ])('%s', (_, plugins, expected) => expect(violationsOf(`plugins: ${plugins}`, GAIE_1_5)).toEqual(expected));

  test('may be both in the router', () => {
    expect(violationsOf('plugins: [{ type: token-load-scorer }, { type: inflight-load-producer }]', ROUTER)).toEqual([]);
  });
});
