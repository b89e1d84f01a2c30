import { GAIE_1_5, ROUTER, violationsExceptUnused } from '../violations';

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
  ])('%s', (_, section, expected) => expect(violationsExceptUnused(plugins + section, GAIE_1_5)).toEqual(expected));

  test('must have the type of its name', () => {
    expect(violationsExceptUnused('plugins: [{ name: utilization-detector, type: queue-scorer }]', GAIE_1_5)).toEqual([
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
  ])('%s', (_, section, expected) => expect(violationsExceptUnused(plugins + section, ROUTER)).toEqual(expected));
});
