import { GAIE_1_4, GAIE_1_5, places, violations, RELEASES, ROUTER } from '../violations';

const PLUGINS = `plugins:
- { name: queue, type: queue-scorer }
- { name: best, type: max-score-picker }
- { name: any, type: random-picker }
- { name: one, type: single-profile-handler }
- { name: attribute, type: destination-endpoint-served-verifier }
`;
const profiles = (...lines: string[]) =>
  `${PLUGINS}schedulingProfiles:\n${lines.map((line) => `- ${line}\n`).join('')}`;
/** The violations, without those about unused plugins. */
const violationsOf = (text: string, release = GAIE_1_5) =>
  violations(text, release).filter((violation) => !violation.startsWith('UNUSED-PLUGIN'));

describe('a profile', () => {
  const path = 'schedulingProfiles[0].plugins';

  test.each<[string, string, string[]]>([
    ['has a scorer and a picker', '{ name: a, plugins: [{ pluginRef: queue, weight: 2 }, { pluginRef: best }] }', []],
    ['has no plugins', '{ name: a }', []],
    ['has no picker', '{ name: a, plugins: [{ pluginRef: queue }] }', []],
    [
      'has a plugin that does nothing in it',
      '{ name: a, plugins: [{ pluginRef: attribute }, { pluginRef: one }] }',
      [],
    ],
    ['has no name', '{ plugins: [] }', ['PROFILE schedulingProfiles[0]: the profile has no name; add its name']],
    [
      'has two pickers',
      '{ name: a, plugins: [{ pluginRef: best }, { pluginRef: any }] }',
      [`PROFILE ${path}[1].pluginRef: the profile has a picker already: best; keep one picker in each profile`],
    ],
    [
      'has one picker twice',
      '{ name: a, plugins: [{ pluginRef: best }, { pluginRef: best }] }',
      [`PROFILE ${path}[1].pluginRef: the profile has a picker already: best; keep one picker in each profile`],
    ],
    ['has one scorer twice', '{ name: a, plugins: [{ pluginRef: queue }, { pluginRef: queue }] }', []],
    [
      'refers to nothing',
      '{ name: a, plugins: [{ weight: 1 }] }',
      [`REFERENCE ${path}[0]: it refers to no plugin; write queue, best, any, one or attribute`],
    ],
    [
      'refers to a missing plugin',
      '{ name: a, plugins: [{ pluginRef: absent }] }',
      [
        `REFERENCE ${path}[0].pluginRef: there is no plugin absent, but queue, best, any, one and attribute; add it to plugins, or write another name`,
      ],
    ],
    [
      'refers to a misspelt name',
      '{ name: a, plugins: [{ pluginRef: Queues }] }',
      [
        `REFERENCE ${path}[0].pluginRef: there is no plugin Queues, but queue, best, any, one and attribute; write queue`,
      ],
    ],
    [
      'refers to a type instead of a name',
      '{ name: a, plugins: [{ pluginRef: queue-scorer }] }',
      [
        `REFERENCE ${path}[0].pluginRef: there is no plugin queue-scorer, but queue, best, any, one and attribute; add a plugin of type queue-scorer to plugins, or write another name`,
      ],
    ],
    [
      'gives a weight to a picker',
      '{ name: a, plugins: [{ pluginRef: best, weight: 1 }] }',
      [`WEIGHT ${path}[0].weight: only a scorer has a weight, and this plugin is none; take it away`],
    ],
    [
      'weighs nothing',
      '{ name: a, plugins: [{ pluginRef: queue, weight: 0 }] }',
      [`WEIGHT ${path}[0].weight: weight 0 makes the scorer count for nothing; write a weight above 0`],
    ],
    [
      'weighs backwards',
      '{ name: a, plugins: [{ pluginRef: queue, weight: -0.5 }] }',
      [
        `WEIGHT ${path}[0].weight: weight -0.5 prefers the endpoints that the scorer likes least; write a weight above 0`,
      ],
    ],
    ['has no weight', '{ name: a, plugins: [{ pluginRef: queue, weight: null }] }', []],
  ])('%s', (_, profile, expected) => expect(violationsOf(profiles(profile))).toEqual(expected));

  test('may refer to what the endpoint picker adds', () => {
    const text =
      'plugins: [{ type: queue-scorer }]\nschedulingProfiles: [{ name: a, plugins: [{ pluginRef: max-score-picker }] }]';
    expect(places(text, GAIE_1_5)).toEqual(['UNUSED-PLUGIN plugins[0]']);
  });

  test('may refer to the handler that the endpoint picker adds', () => {
    const text = 'schedulingProfiles: [{ name: a, plugins: [{ pluginRef: single-profile-handler }] }]';
    expect(places(text, GAIE_1_5)).toEqual([]);
  });

  test('may refer to a plugin of a type that is not there', () => {
    const text =
      'plugins: [{ type: absent }]\nschedulingProfiles: [{ name: a, plugins: [{ pluginRef: absent }, { pluginRef: absent }] }]';
    expect(places(text, GAIE_1_5)).toEqual(['PLUGIN-TYPE plugins[0].type']);
  });

  test('may not refer to a producer that the endpoint picker adds implicitly', () => {
    const text =
      'plugins: [{ type: prefix-cache-scorer }]\nschedulingProfiles: [{ name: a, plugins: [{ pluginRef: prefix-cache-scorer }, { pluginRef: approx-prefix-cache-producer }] }]';
    expect(places(text, GAIE_1_5)).toEqual(['REFERENCE schedulingProfiles[0].plugins[1].pluginRef']);
  });

  test.each(RELEASES)('%s does not want two of one name', (release) => {
    expect(places('schedulingProfiles: [{ name: a }, { name: a }]', release)).toEqual([
      'PROFILE schedulingProfiles[1].name',
    ]);
  });

  test('that exists twice is reported with its name', () => {
    expect(violationsOf('schedulingProfiles: [{ name: a }, { name: a }]')).toEqual([
      'PROFILE schedulingProfiles[1].name: there is another profile a before it; give one of them another name',
    ]);
  });
});

describe('without profiles', () => {
  test.each<[string, string, string[]]>([
    ['no plugin is needed', '[]', []],
    [
      'a filter, a scorer and a picker make one',
      '[{ type: utilization-detector }, { type: queue-scorer }, { type: random-picker }]',
      [],
    ],
    [
      'two pickers are one too many',
      '[{ type: random-picker }, { type: max-score-picker }]',
      [
        'PROFILE plugins[1]: there are no schedulingProfiles, so that all plugins make one, which has two pickers then: random-picker and max-score-picker; keep one picker, or write profiles',
      ],
    ],
  ])('%s', (_, plugins, expected) => expect(violations(`plugins: ${plugins}`, GAIE_1_5)).toEqual(expected));
});

describe('the profile handler', () => {
  const second = ['{ name: a }', '{ name: b }'];

  test.each<[string, string, string[]]>([
    ['is added for one profile', 'schedulingProfiles: [{ name: a }]', []],
    ['is added for none', 'plugins: []', []],
    [
      'is missing for two profiles',
      'schedulingProfiles: [{ name: a }, { name: b }]',
      [
        'HANDLER schedulingProfiles: there are 2 profiles, and no profile handler that chooses among them; add a profile handler, or keep one profile',
      ],
    ],
    [
      'is for one profile',
      profiles(...second),
      [
        'HANDLER plugins[3]: single-profile-handler handles one profile, and there are 2; keep one profile, or use another handler',
      ],
    ],
    [
      'is there twice',
      'plugins: [{ type: single-profile-handler }, { name: two, type: single-profile-handler }]',
      ['HANDLER plugins[1]: there is another profile handler: single-profile-handler; keep one profile handler'],
    ],
    [
      'has the name of a picker that is added',
      'plugins: [{ type: single-profile-handler, name: max-score-picker }]',
      [
        'HANDLER plugins[0]: max-score-picker, which the endpoint picker adds, takes the place of the profile handler of that name; give the handler another name',
      ],
    ],
    [
      'may be of a type that is not there',
      'plugins: [{ type: x-handler }]\nschedulingProfiles: [{ name: a }, { name: b }]',
      [
        'PLUGIN-TYPE plugins[0].type: there is no plugin type x-handler; use a type of this release, or another release',
      ],
    ],
  ])('%s', (_, text, expected) => expect(violationsOf(text)).toEqual(expected));

  test.each<[string, string, string[]]>([
    ['data-parallel-profile-handler', '', []],
    ['header-profile-handler', '', []],
    ['disagg-profile-handler', '', ['STAGE plugins[0]']],
  ])('%s of the router takes two profiles', (type, parameters, expected) => {
    const text = `plugins: [{ type: ${type}${parameters} }]\nschedulingProfiles: [{ name: a }, { name: b }]`;
    expect(places(text, ROUTER, { allowExperimental: true })).toEqual(expected);
  });

  test.each(RELEASES)('%s wants one for two profiles', (release) => {
    expect(places('schedulingProfiles: [{ name: a }, { name: b }]', release)).toEqual(['HANDLER schedulingProfiles']);
  });

  test('two names that are the same are one profile', () => {
    expect(
      places(profiles('{ name: a }', '{ name: a }'), GAIE_1_4).filter((place) => place.startsWith('HANDLER')),
    ).toEqual([]);
  });
});
