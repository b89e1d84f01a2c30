import { GAIE_1_4, GAIE_1_5, places, violations, ROUTER } from '../violations';

/** The violations of plugins, without those about unused ones. */
const violationsOf = (plugins: string, release = GAIE_1_5, options = {}) =>
  violations(`plugins:\n${plugins}`, release, options).filter((violation) => !violation.startsWith('UNUSED-PLUGIN'));

describe('the type of a plugin', () => {
  const unknown = (type: string, remedy: string, elsewhere = '') =>
    `PLUGIN-TYPE plugins[0].type: there is no plugin type ${type}${elsewhere}; ${remedy}`;
  const other = 'use a type of this release, or another release';

  test.each<[string, string, string, string[]]>([
    ['is there', GAIE_1_5, 'queue-scorer', []],
    ['is misspelt', GAIE_1_5, 'queue-score', [unknown('queue-score', 'write queue-scorer')]],
    ['has another case', GAIE_1_5, 'Queue-Scorer', [unknown('Queue-Scorer', 'write queue-scorer')]],
    ['is unlike any other', GAIE_1_5, 'nothing-of-the-kind', [unknown('nothing-of-the-kind', other)]],
    ['is a word of JavaScript', GAIE_1_5, 'constructor', [unknown('constructor', other)]],
    ['is of another release', GAIE_1_4, 'decode-filter', [unknown('decode-filter', other, `: it is in ${ROUTER}`)]],
    [
      'is of two other releases',
      GAIE_1_4,
      'concurrency-detector',
      [unknown('concurrency-detector', other, `: it is in ${GAIE_1_5} and ${ROUTER}`)],
    ],
    [
      'is old',
      ROUTER,
      'by-label',
      ['DEPRECATED plugins[0].type: plugin type by-label will be removed; use label-selector-filter'],
    ],
  ])('%s', (_, release, type, expected) => expect(violationsOf(`- type: ${type}\n`, release)).toEqual(expected));

  test.each<[string, string, string[]]>([
    ['is missing', '- name: mine\n', ['PLUGIN-TYPE plugins[0]: mine has no type; add its type']],
    ['is empty', '- type: ""\n', ['PLUGIN-TYPE plugins[0]: the plugin has no type; add its type']],
    ['is null', '- null\n', ['PLUGIN-TYPE plugins[0]: the plugin has no type; add its type']],
    ['is no string', '- type: 3\n', ['FIELD plugins[0].type: 3 is there, expected a string; write a string']],
  ])('%s', (_, plugins, expected) => expect(violationsOf(plugins)).toEqual(expected));
});

describe('an experimental type', () => {
  test.each<[string, object, string[]]>([
    [
      'is refused',
      {},
      [
        'EXPERIMENTAL plugins[0].type: plugin type sheddable-eviction-filter is experimental (Alpha), and the endpoint picker was not told to allow that; pass --allow-experimental-plugins to the endpoint picker',
      ],
    ],
    ['is allowed by a flag', { allowExperimental: true }, []],
  ])('%s', (_, options, expected) => {
    expect(violationsOf('- type: sheddable-eviction-filter\n', ROUTER, options)).toEqual(expected);
  });
});

describe('the name of a plugin', () => {
  const twice = (name: string) =>
    `PLUGIN-NAME plugins[1]: there is another plugin ${name} before it; give one of them another name, or take it away`;

  test.each<[string, string, string[]]>([
    ['is its own', '- { name: a, type: queue-scorer }\n- { name: b, type: queue-scorer }\n', []],
    ['is its type', '- type: queue-scorer\n- { name: b, type: queue-scorer }\n', []],
    ['is there twice', '- { name: a, type: queue-scorer }\n- { name: a, type: max-score-picker }\n', [twice('a')]],
    [
      'is the type of another one',
      '- type: queue-scorer\n- { name: queue-scorer, type: max-score-picker }\n',
      [twice('queue-scorer')],
    ],
    ['is a type twice', '- type: queue-scorer\n- type: queue-scorer\n', [twice('queue-scorer')]],
    ['is empty twice', '- { name: "", type: queue-scorer }\n- { type: max-score-picker }\n', []],
    [
      'is there twice, beside a type that is not',
      '- { name: a, type: b }\n- { name: a, type: queue-scorer }\n',
      [expect.stringMatching(/^PLUGIN-TYPE /), twice('a')],
    ],
  ])('%s', (_, plugins, expected) => expect(violationsOf(plugins)).toEqual(expected));
});

describe('parameters', () => {
  const P = 'plugins[0].parameters';
  const known = 'scheme, path, port, insecureSkipVerify, caCertPath, clientCertPath, clientKeyPath and interval';

  test.each<[string, string, string, string, string[]]>([
    ['are right', GAIE_1_5, 'max-score-picker', '{ maxNumOfEndpoints: 2 }', []],
    ['are empty', GAIE_1_5, 'max-score-picker', '', []],
    ['are null', GAIE_1_5, 'max-score-picker', 'null', []],
    ['have another case', GAIE_1_5, 'max-score-picker', '{ MAXnumofendpoints: 2 }', []],
    [
      'have the wrong type',
      GAIE_1_5,
      'max-score-picker',
      '{ maxNumOfEndpoints: "2" }',
      [`PARAMETERS ${P}.maxNumOfEndpoints: "2" is there, expected a whole number; write a whole number`],
    ],
    [
      'have the wrong type in another case',
      GAIE_1_5,
      'max-score-picker',
      '{ MaxNumOfEndpoints: 2.5 }',
      [`PARAMETERS ${P}.MaxNumOfEndpoints: 2.5 is there, expected a whole number; write a whole number`],
    ],
    [
      'are a list',
      GAIE_1_5,
      'max-score-picker',
      '[1]',
      [`PARAMETERS ${P}: a list is there, expected a mapping; write a mapping`],
    ],
    [
      'are unknown, which a release ignores',
      GAIE_1_5,
      'max-score-picker',
      '{ maxNumOfEndpoint: 2 }',
      [
        `IGNORED-PARAMETER ${P}.maxNumOfEndpoint: max-score-picker has no parameter maxNumOfEndpoint, but maxNumOfEndpoints; write maxNumOfEndpoints`,
      ],
    ],
    [
      'are unknown, which a release refuses',
      ROUTER,
      'metrics-data-source',
      '{ colour: 2 }',
      [`PARAMETERS ${P}.colour: metrics-data-source has no parameter colour, but ${known}; take it away`],
    ],
    [
      'are given to a plugin that has none',
      GAIE_1_5,
      'latency-slo-admitter',
      '{ a: 1 }',
      [`IGNORED-PARAMETER ${P}.a: latency-slo-admitter has no parameter a; take it away`],
    ],
    [
      'are given to a plugin that does not look at them',
      GAIE_1_5,
      'queue-scorer',
      '{ a: 1 }',
      [`IGNORED-PARAMETER ${P}: queue-scorer has no parameters, so that these do nothing; take them away`],
    ],
    ['are given empty to a plugin that does not look at them', GAIE_1_5, 'queue-scorer', '{}', []],
    ['are given as null to a plugin that does not look at them', GAIE_1_5, 'queue-scorer', 'null', []],
    [
      'lack what is required',
      GAIE_1_5,
      'k8s-notification-source',
      '{ version: v1 }',
      [`PARAMETERS ${P}: kind is missing; add kind`],
    ],
    [
      'are null where something is required',
      GAIE_1_5,
      'k8s-notification-source',
      'null',
      [`PARAMETERS ${P}: version is missing; add version`, `PARAMETERS ${P}: kind is missing; add kind`],
    ],
    [
      'are out of bounds',
      GAIE_1_5,
      'concurrency-detector',
      '{ maxConcurrency: 0 }',
      [`PARAMETERS ${P}.maxConcurrency: 0 is there, but it must be above 0; write such a value`],
    ],
    [
      'do not go together',
      GAIE_1_4,
      'prefix-cache-scorer',
      '{ blockSize: 64 }',
      [
        `PARAMETERS ${P}.blockSize: blockSize is given, which is deprecated, and blockSizeTokens is not above 0; write blockSizeTokens: the size of a block in tokens, as in vLLM`,
      ],
    ],
    [
      'are old',
      ROUTER,
      'approx-prefix-cache-producer',
      '{ maxPrefixBlocksToMatch: 1, blockSize: null }',
      [
        `DEPRECATED ${P}.maxPrefixBlocksToMatch: parameter maxPrefixBlocksToMatch of approx-prefix-cache-producer will be removed; write maxPrefixTokensToMatch`,
      ],
    ],
  ])('%s', (_, release, type, parameters, expected) => {
    expect(violationsOf(`- type: ${type}\n  parameters: ${parameters}\n`, release)).toEqual(expected);
  });

  test.each([
    ['blockSize', 1],
    ['blockSizeTokens', 0],
  ])('within others are old: %s', (name, count) => {
    const text = `- type: precise-prefix-cache-producer\n  parameters: { tokenProcessorConfig: { ${name}: 64 } }\n`;
    const old = `DEPRECATED ${P}.tokenProcessorConfig.blockSize: parameter tokenProcessorConfig.blockSize of precise-prefix-cache-producer will be removed; write blockSizeTokens: the size of a block in tokens, as in vLLM`;
    expect(violationsOf(text, ROUTER).filter((violation) => violation === old)).toHaveLength(count);
  });

  test('are needed', () => {
    expect(violationsOf('- type: k8s-notification-source\n')).toEqual([
      'PARAMETERS plugins[0]: k8s-notification-source needs parameters: group, version and kind; add them',
    ]);
  });

  test('of a wrong type are not looked at', () => {
    expect(places('plugins: [{ type: absent, parameters: 3 }]', GAIE_1_5)).toEqual(['PLUGIN-TYPE plugins[0].type']);
  });
});
