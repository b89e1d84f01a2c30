import { GAIE_1_4, GAIE_1_5, places, violations, ROUTER } from '../violations';

const gates = (...entries: string[]) => `featureGates: ${JSON.stringify(entries)}`;

describe('a gate', () => {
  const none = (name: string, known: string, remedy: string) => [
    `GATE featureGates[0]: there is no feature gate "${name}", but ${known}; ${remedy}`,
  ];
  const router = 'flowControl and haPopulateNonLeaderDatastore';

  test.each<[string, string, string, string[]]>([
    ['is there', GAIE_1_4, 'prepareDataPlugins', []],
    ['is there', GAIE_1_5, 'enableLegacyMetrics', []],
    ['is there', ROUTER, 'haPopulateNonLeaderDatastore', []],
    [
      'is of another release',
      GAIE_1_5,
      'prepareDataPlugins',
      none('prepareDataPlugins', 'dataLayer, enableLegacyMetrics and flowControl', 'take it away'),
    ],
    [
      'has another case',
      GAIE_1_4,
      'FlowControl',
      none('FlowControl', 'dataLayer, flowControl and prepareDataPlugins', 'write flowControl'),
    ],
    [
      'has a value where gates have none',
      GAIE_1_4,
      'flowControl=true',
      none('flowControl=true', 'dataLayer, flowControl and prepareDataPlugins', 'write flowControl'),
    ],
    ['is on', ROUTER, 'flowControl=true', []],
    ['is on in Go', ROUTER, 'flowControl= T', []],
    ['is off', ROUTER, 'flowControl=0', []],
    [
      'is neither on nor off',
      ROUTER,
      'flowControl=yes',
      ['GATE featureGates[0]: flowControl=yes is neither on nor off; write flowControl=true or flowControl=false'],
    ],
    ['is unknown with a value', ROUTER, 'x=true', none('x', router, 'take it away')],
    ['is gone', ROUTER, 'dataLayer', none('dataLayer', router, 'take it away')],
    ['is a word of JavaScript', ROUTER, 'constructor', none('constructor', router, 'take it away')],
    [
      'has a word of JavaScript',
      ROUTER,
      'flowControl=constructor',
      [
        'GATE featureGates[0]: flowControl=constructor is neither on nor off; write flowControl=true or flowControl=false',
      ],
    ],
  ])('%s (%s: %s)', (_, release, gate, expected) => expect(violations(gates(gate), release)).toEqual(expected));

  test.each<[string, string, string[], string[]]>([
    ['is open', GAIE_1_5, ['flowControl'], []],
    ['is closed', GAIE_1_5, [], ['NO-EFFECT flowControl']],
    ['is open by a value', ROUTER, ['flowControl=true'], []],
    ['is closed by a value', ROUTER, ['flowControl=false'], ['NO-EFFECT flowControl']],
    ['is opened and closed', ROUTER, ['flowControl', 'flowControl=false'], ['NO-EFFECT flowControl']],
    ['is there twice', GAIE_1_5, ['flowControl', 'flowControl'], []],
  ])('%s (%s)', (_, release, entries, expected) => {
    expect(places(`${gates(...entries)}\nflowControl: { maxRequests: 1 }`, release)).toEqual(expected);
  });
});
