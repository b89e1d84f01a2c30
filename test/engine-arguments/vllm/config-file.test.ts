import type { VllmVersion } from '../../../lib/catalogue/engines/vllm';
import { serveArguments } from '../../../lib/engine-arguments/vllm/serve-arguments';

const YAML = `
max-model-len: 2k
enable-prefix-caching: false
headless: false
enforce-eager: true
served-model-name: [a, b]
allowed-media-domains: []
compilation-config: { mode: 3 }
max-log-len: null
`;

const read = (line: string, text: string | null | undefined, isSubcommand = true) =>
  serveArguments({ words: line.split(' '), isSubcommand, environment: () => null, file: () => text });
const refusals = (line: string, text: string | null | undefined, isSubcommand = true) =>
  read(line, text, isSubcommand).refusals.map(({ at, message }) => `${at}: ${message}`);

test('the options of a file are inserted after the model, and those of the command line override them', () => {
  const { refusals: none, value, model } = read('opt --max-model-len 1k --config x.yaml', YAML);
  expect(none).toEqual([]);
  expect(model).toBe('opt');
  expect(
    ['max_model_len', 'enable_prefix_caching', 'enforce_eager', 'served_model_name', 'max_log_len'].map(value),
  ).toEqual([1000, false, true, ['a', 'b'], null]);
});

test.each<[VllmVersion, string[]]>([
  ['0.27.1', []],
  ['0.28.0', ['--no-enable-prefix-caching']],
])('what %s makes of false in a file', (version, expected) => {
  const words = 'opt --config x.yaml'.split(' ');
  const { uses } = serveArguments({ words, version, file: () => 'enable-prefix-caching: false' });
  expect(uses.map(({ flag }) => flag)).toEqual(expected);
});

test('a file may name the model', () => {
  expect(read('--config x.yml', 'model: opt').model).toBe('opt');
  expect(refusals('--config x.yml --port 1', 'model: opt')).toEqual([]);
  expect(read('--model other --config x.yml', 'model: opt').model).toBe('other');
});

test.each<[string, string, string | null | undefined, string[]]>([
  ['an unknown option', 'opt --config x.yaml', 'foo: true', ['1: vLLM 0.32.0 has no option --foo']],
  ['a wrong value', 'opt --config x.yaml', 'port: http', ['1: --port is "http", expected a whole number']],
  ['no file', 'opt --config', '', ['1: --config stands without a file']],
  ['two files', 'opt --config x.yaml --config y.yaml', '', ['3: --config stands twice']],
  ['a file of another kind', 'opt --config x.json', '{}', ['1: --config names x.json, which is no .yaml or .yml file']],
  ['a missing file', 'opt --config x.yaml', null, ['1: --config names x.yaml, which does not exist']],
  [
    'no YAML',
    'opt --config x.yaml',
    '{',
    ['1: x.yaml is no YAML on line 1: unexpected end of the stream within a flow collection'],
  ],
  ['a list', 'opt --config x.yaml', '[a]', ['1: x.yaml holds no options']],
  ['nothing', 'opt --config x.yaml', '', ['1: x.yaml holds no options']],
  ['no model', '--config x.yaml --port 1', 'port: 2', ['0: no model stands on the command line or in x.yaml']],
])('refuses %s', (_, line, text, expected) => expect(refusals(line, text)).toEqual(expected));

test('a file that is not in the set may set any option, but an unknown option is still refused', () => {
  expect(refusals('opt --config x.yaml --enable-auto-tool-choice', undefined)).toEqual([]);
  expect(refusals('--config x.yaml --foo', undefined)).toEqual(['2: vLLM 0.32.0 has no option --foo']);
});

test('`--config=FILE` is not read', () => {
  expect(read('opt --config=x.yaml', 'port: 5').value('port')).toBe(8000);
});

test('as a module of Python it takes a first word that is no option for a subcommand', () => {
  expect(read('--port 1 --config x.yaml', 'max-log-len: 5', false).value('max_log_len')).toBe(5);
  expect(read('opt --config x.yaml', 'max-log-len: 5', false).value('max_log_len')).toBe(5);
});
