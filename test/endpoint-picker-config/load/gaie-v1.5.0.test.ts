import { GAIE_1_5, places, refusals, ROUTER, violationsExceptUnused } from '../violations';

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
  ])('%s', (_, plugins, expected) => expect(violationsExceptUnused(`plugins: ${plugins}`, GAIE_1_5)).toEqual(expected));

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
  ])('%s', (_, plugins, expected) => expect(violationsExceptUnused(`plugins: ${plugins}`, GAIE_1_5)).toEqual(expected));

  test('may be both in the router', () => {
    expect(
      violationsExceptUnused('plugins: [{ type: token-load-scorer }, { type: inflight-load-producer }]', ROUTER),
    ).toEqual([]);
  });
});
