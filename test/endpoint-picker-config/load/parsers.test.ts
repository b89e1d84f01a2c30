import { GAIE_1_5, ROUTER, violationsExceptUnused } from '../violations';

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
  ])('%s', (_, section, expected) => expect(violationsExceptUnused(plugins + section, GAIE_1_5)).toEqual(expected));
});

test('without plugins there is no name to propose', () => {
  expect(violationsExceptUnused('parser: { pluginRef: absent }', GAIE_1_5)).toEqual([
    'REFERENCE parser.pluginRef: there is no plugin absent; add it to plugins, or write another name',
  ]);
});

test('the parsers that the router adds must have the types of their names', () => {
  expect(violationsExceptUnused('plugins: [{ name: openai-parser, type: queue-scorer }]', ROUTER)).toEqual([
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
  ])('%s', (_, section, expected) => expect(violationsExceptUnused(plugins + section, ROUTER)).toEqual(expected));
});
