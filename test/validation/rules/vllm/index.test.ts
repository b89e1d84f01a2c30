import { VLLM_RULES } from '../../../../lib/validation/rules/vllm';
import { diagnostics } from '../../../support/diagnostics';
import { pod, vllm } from '../../../support/manifests';

const ARGS = 'spec.containers[0].args';

/** A pod whose container has these arguments after the model. */
const serving = (line: string, fields: object = {}) =>
  pod('vllm', { containers: [vllm({ args: line.split(' '), ...fields })] });
const violationsOf = (line: string, fields: object = {}) => diagnostics(VLLM_RULES, [serving(line, fields)]);

test.each<[string, string[]]>([
  ['--port=8000 --dtype auto', []],
  ['--foo-bar-baz', [`LLMD-VLLM-FLAG ${ARGS}[1]: vLLM 0.32.0 has no option --foo-bar-baz; take it away`]],
  [
    '--dtype float8',
    [
      `LLMD-VLLM-VALUE ${ARGS}[2]: --dtype is "float8", expected one of auto, bfloat16, float, float16, float32, half; did you mean float?`,
    ],
  ],
  [
    'stray --enable-auto-tool-choice',
    [
      `LLMD-VLLM-FLAG ${ARGS}[1]: the word "stray" belongs to no option; one word in front is the model, and there is one already; take it away`,
    ],
  ],
  [
    '--enable-auto-tool-choice',
    [
      `LLMD-VLLM-CONFLICT ${ARGS}[1]: --enable-auto-tool-choice stands without --tool-call-parser; add --tool-call-parser with the parser of the model's family, for example hermes`,
    ],
  ],
  ['--omni --foo', []],
])('%s', (line, expected) => expect(violationsOf(line)).toEqual(expected));

describe('an image of an unknown version', () => {
  const other = (version: string) =>
    `LLMD-VLLM-OTHER-VERSION ${ARGS}[1]: as of vLLM 0.32.0, and the image says ${version}: vLLM 0.32.0 has no option --foo; take it away, if ${version} does not take it either`;

  test.each<[string, string | undefined]>([
    ['vllm/vllm-openai:v0.32.1', undefined],
    ['vllm/vllm-openai:v0.32.0-x86_64', undefined],
    ['vllm/vllm-openai:latest', undefined],
    ['vllm/vllm-openai', undefined],
    ['localhost:5000/vllm/vllm-openai', undefined],
    ['vllm/vllm-openai@sha256:0123', undefined],
    ['vllm/vllm-openai:v0.3.2', 'v0.3.2'],
    ['vllm/vllm-openai:v0.9.2@sha256:0123', 'v0.9.2'],
    ['localhost:5000/vllm/vllm-openai:0.99.0-arm64', '0.99.0'],
    ['ghcr.io/llm-d/llm-d-cuda:v0.10.0', 'v0.10.0'],
  ])('%s', (image, version) => {
    expect(violationsOf('--foo', { image })).toEqual([
      version === undefined
        ? `LLMD-VLLM-FLAG ${ARGS}[1]: vLLM 0.32.0 has no option --foo; take it away`
        : other(version),
    ]);
  });
});

test.each<[string, string, string[]]>([
  ['v0.18.0', '--shutdown-timeout=45', []],
  [
    'v0.17.1-x86_64',
    '--shutdown-timeout=45',
    [
      'FLAG spec.containers[0].args[1]: vLLM 0.17.1 has no option --shutdown-timeout, which came with vLLM 0.18; take it away, or use vLLM 0.18 or a newer one',
    ],
  ],
  ['v0.10.0', '--task=embed', []],
  [
    'v0.20.0',
    '--task=embed',
    [
      'FLAG spec.containers[0].args[1]: vLLM 0.20.2 has no option --task, which was removed in vLLM 0.13; write --runner pooling, with --convert where a generative model is adapted',
    ],
  ],
  ['v0.30.0', '--log-config-file=a', []],
  [
    'v0.31.0',
    '--log-config-file=a',
    [
      'DEPRECATED spec.containers[0].args[1]: --log-config-file is deprecated; write --logging-config.pylogging_config_file',
    ],
  ],
  [
    'v0.12.0',
    '--gpu-memory-utilization 1.5',
    [
      'ENGINE spec.containers[0].args[1]: --gpu-memory-utilization is 1.5, and the engine wants a number of at most 1; correct the value of --gpu-memory-utilization',
    ],
  ],
  [
    'v0.15.0',
    '--max-num-seq 1',
    ['SHORTENED spec.containers[0].args[1]: vLLM takes --max-num-seq for --max-num-seqs; write --max-num-seqs'],
  ],
])('an image of %s is judged by its own table: %s', (tag, line, expected) => {
  expect(violationsOf(line, { image: `vllm/vllm-openai:${tag}` })).toEqual(expected.map((text) => `LLMD-VLLM-${text}`));
});

test.each<[string, string[]]>([
  [
    '--max-num-seq=16',
    [`LLMD-VLLM-SHORTENED ${ARGS}[1]: vLLM takes --max-num-seq for --max-num-seqs; write --max-num-seqs`],
  ],
  [
    '--max-num-seq 16',
    [`LLMD-VLLM-SHORTENED ${ARGS}[1]: vLLM takes --max-num-seq for --max-num-seqs; write --max-num-seqs`],
  ],
  ['-t 2', [`LLMD-VLLM-SHORTENED ${ARGS}[1]: vLLM takes -t for -tp; write -tp`]],
  ['--max_num_seqs=16 -n1 -r=0 -tp 1 -O3 --no-enable-lora', []],
])('shortened: %s', (line, expected) => expect(violationsOf(line)).toEqual(expected));

describe('deprecated', () => {
  const FIRST =
    '`vllm serve` takes its model as its first word; --model is deprecated; write the model first, without --model';
  const MODULE = ['python3', '-m', 'vllm.entrypoints.openai.api_server'];

  test.each<[string, object, string[]]>([
    ['--model', { args: ['--model', 'opt'] }, [`LLMD-VLLM-DEPRECATED ${ARGS}[0]: ${FIRST}`]],
    ['--model=', { args: ['--port=8000', '--model=opt'] }, [`LLMD-VLLM-DEPRECATED ${ARGS}[1]: ${FIRST}`]],
    [
      'a module of Python',
      { command: MODULE, args: ['--model=opt'] },
      [
        'LLMD-VLLM-DEPRECATED spec.containers[0]: python -m vllm.entrypoints.openai.api_server is deprecated; write `vllm serve` with the model as its first word',
      ],
    ],
    [
      'options',
      { args: ['opt', '--log-config-file=a', '--no-disable-cascade-attn', '--disable-cascade-attn'] },
      [
        `LLMD-VLLM-DEPRECATED ${ARGS}[1]: --log-config-file is deprecated; write --logging-config.pylogging_config_file`,
        `LLMD-VLLM-DEPRECATED ${ARGS}[2]: --no-disable-cascade-attn is deprecated; take it away: it has no effect`,
        `LLMD-VLLM-DEPRECATED ${ARGS}[3]: --disable-cascade-attn is deprecated; take it away: it has no effect`,
      ],
    ],
  ])('%s', (_, fields, expected) => {
    expect(diagnostics(VLLM_RULES, [pod('vllm', { containers: [{ ...vllm(), ...fields }] })])).toEqual(expected);
  });

  test.each([
    ['v0.28.0', 0],
    ['v0.29.0', 1],
  ])('a module of Python of %s', (tag, count) => {
    const container = { ...vllm(), image: `vllm/vllm-openai:${tag}`, command: MODULE, args: ['--model=opt'] };
    expect(diagnostics(VLLM_RULES, [pod('vllm', { containers: [container] })])).toHaveLength(count);
  });

  test('a module of Python does not read the model in front', () => {
    const container = { ...vllm(), command: MODULE, args: ['opt'] };
    expect(diagnostics(VLLM_RULES, [pod('vllm', { containers: [container] })])).toContain(
      `LLMD-VLLM-UNREAD ${ARGS}[0]: the module of Python does not read opt: it serves Qwen/Qwen3-0.6B; write --model opt, or start it by \`vllm serve\``,
    );
  });
});

describe('a configuration file', () => {
  const volumes = [{ name: 'config', configMap: { name: 'vllm' } }];
  const volumeMounts = [{ name: 'config', mountPath: '/config' }];
  const configMap = (text: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'vllm', namespace: 'default' },
    data: { 'vllm.yaml': text },
  });
  const serve = (path: string) =>
    pod('vllm', { containers: [vllm({ args: ['--config', path], volumeMounts })], volumes });

  test.each<[string, object[], string[]]>([
    ['that is right', [serve('/config/vllm.yaml'), configMap('port: 8000')], []],
    ['of the cluster', [serve('/config/vllm.yaml')], []],
    ['of the image', [serve('/vllm.yaml'), configMap('')], []],
    [
      'with a wrong value',
      [serve('/config/vllm.yaml'), configMap('port: http')],
      [`LLMD-VLLM-VALUE ${ARGS}[1]: --port is "http", expected a whole number; correct the value of --port`],
    ],
    [
      'that is not there',
      [serve('/config/vllm.yml'), configMap('')],
      [`LLMD-VLLM-VALUE ${ARGS}[1]: --config names /config/vllm.yml, which does not exist; mount the file there`],
    ],
  ])('%s', (_, objects, expected) => expect(diagnostics(VLLM_RULES, objects)).toEqual(expected));

  test('that is not read', () => {
    expect(violationsOf('--config=/config/vllm.yaml')).toEqual([
      `LLMD-VLLM-UNREAD ${ARGS}[1]: vLLM does not read the file of --config=/config/vllm.yaml; write --config and the file as two words`,
    ]);
  });
});

test.each<[string, object, string[]]>([
  ['a variable', { env: [{ name: 'PORT', value: 'http' }], args: ['opt', '--port=$(PORT)'] }, ['LLMD-VLLM-VALUE']],
  ['a variable of unknown value', { env: [{ name: 'PORT', valueFrom: {} }], args: ['opt', '--port=$(PORT)'] }, []],
  ['a shell', { command: ['sh', '-c'], args: ['exec vllm serve "opt" \\\n  --foo-bar-baz'] }, ['LLMD-VLLM-FLAG']],
  ['a script', { command: ['sh', '-c'], args: ['sleep 5; vllm serve opt --foo-bar-baz'] }, []],
  ['another program', { command: ['sleep', 'vllm', 'serve', '--foo'] }, []],
  ['another subcommand', { command: ['vllm', 'launch', 'render'], args: ['--foo'] }, []],
])('%s', (_, fields, expected) => {
  const codes = diagnostics(VLLM_RULES, [pod('vllm', { containers: [{ ...vllm(), ...fields }] })]).map(
    (line) => line.split(' ')[0],
  );
  expect(codes).toEqual(expected);
});

test('the start of another version is not checked', () => {
  const image = 'vllm/vllm-openai:v0.9.2';
  expect(
    diagnostics(VLLM_RULES, [pod('vllm', { containers: [{ ...vllm(), image, args: ['--model', 'opt'] }] })]),
  ).toEqual([]);
  expect(violationsOf('--max-num-seq=1 --gpu-memory-utilization=5', { image })).toEqual([]);
});
